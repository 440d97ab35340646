"""The way in, for ``kaifaqu`` and ``python -m kaifaqu_archive``.

The second that it takes to load the rest can be interrupted too: nothing is imported before that is provided for.
"""

from __future__ import annotations

import sys

INTERRUPTED = 130
"""The exit status that shells expect after Ctrl+C."""


def main() -> int:
    """Run the command that the process was started with and return its exit status."""
    try:
        from kaifaqu_archive.cli import main as run  # noqa: PLC0415 - see above

        return run()
    except KeyboardInterrupt:
        sys.stderr.write("kaifaqu: interrupted; what was built before stands.\n")
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
