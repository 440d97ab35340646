"""Find a Chromium that runs on this machine, or install one; print its path.

usage: python tools/chromium.py [--installed]

Asked in this order: ``$KAIFAQU_CHROMIUM``, a Chromium or Chrome of the system, Playwright's own.
Where there is none, the system's packages are tried (as root, or by sudo without a password), then
Playwright's download; each step is given a limited time.  With ``--installed`` nothing is installed.
Exit status 1, and one sentence on what to install, where no browser runs.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
MAC = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
FLAGS = (
    "--no-sandbox",  # containers lack what the sandbox needs; only our own pages are opened
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""How tests and pictures start it: quiet, and talking to nobody but the page."""
ANSWER_SECONDS = 30
"""A cold start from a slow disk; a browser that says its version later than that is not usable for tests."""
DOWNLOAD_SECONDS = 100
"""For one source of packages: about 180 MB at 15 Mbit/s; a machine without a network is not waited for longer."""
UNPACK_SECONDS = 180
"""Never reached in practice; a package manager that is cut off while it unpacks leaves a broken system."""
MISSING = (
    "No Chromium runs on this machine: install one (Debian: apt-get install chromium; elsewhere Google Chrome, or "
    ".venv/bin/playwright install --with-deps chromium) or name it in KAIFAQU_CHROMIUM, and run make test again."
)


def main() -> int:
    """Print the path of a browser that runs; return the exit status."""
    found = installed()
    if found is None and "--installed" not in sys.argv[1:] and not os.environ.get("KAIFAQU_CHROMIUM"):
        print("No Chromium here: installing one …", file=sys.stderr)
        found = (install_package() and installed()) or (download() and installed()) or None
    print(found or MISSING, file=sys.stdout if found else sys.stderr)
    return 0 if found else 1


def installed() -> str | None:
    """Return the first browser that answers, or None."""
    return next((path for path in candidates() if answers(path)), None)


def candidates() -> Iterator[str]:
    """Yield paths where a browser may stand; only the one that was named, where one was named."""
    named = os.environ.get("KAIFAQU_CHROMIUM")
    if named:
        yield named
        return
    yield from (path for path in map(shutil.which, NAMES) if path)
    yield from (path for path in MAC if Path(path).exists())
    yield from downloaded()


def downloaded() -> Iterator[str]:
    """Yield the path of the browser that Playwright fetched, where it did."""
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    if Path(path).exists():
        yield path


def answers(path: str) -> bool:
    """Whether the browser starts and says its version; a stub without its package or its libraries does not."""
    try:
        said = subprocess.run([path, "--version"], capture_output=True, text=True, timeout=ANSWER_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return said.returncode == 0 and "Chrom" in said.stdout


def install_package() -> bool:
    """Install Debian's package where this is a Debian and we may; return whether that went well."""
    if not (shutil.which("apt-get") and "ID=debian" in os_release()):
        return False
    if os.geteuid() != 0 and not (shutil.which("sudo") and ran(["sudo", "-n", "true"], ANSWER_SECONDS)):
        return False
    become_root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    # timeout(1) and not ours: we may not end what runs as root.
    apt = ["apt-get", "-qq", "-o", "Acquire::Retries=1", "-o", "Acquire::http::Timeout=20"]
    get = [*apt, "install", "--yes", "--no-install-recommends", "chromium"]
    steps = ([*apt, "update"], DOWNLOAD_SECONDS), ([*get, "--download-only"], DOWNLOAD_SECONDS), (get, UNPACK_SECONDS)
    return all(ran([*become_root, "timeout", str(most), *step], most + ANSWER_SECONDS) for step, most in steps)


def download() -> bool:
    """Let Playwright fetch the browser it was made for; return whether that went well."""
    return ran([sys.executable, "-m", "playwright", "install", "--no-shell", "chromium"], DOWNLOAD_SECONDS)


def ran(command: list[str], seconds: int) -> bool:
    """Whether ``command`` succeeded in time; what it says goes to standard error."""
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        return subprocess.run(command, timeout=seconds, check=False, stdout=sys.stderr, env=quiet).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def os_release() -> list[str]:
    """Return the lines that name the system; none where they are not kept."""
    path = Path("/etc/os-release")
    return path.read_text("utf-8").splitlines() if path.exists() else []


if __name__ == "__main__":
    sys.exit(main())
