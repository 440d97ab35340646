"""What publishing is told from outside: where the site will live and what it is made with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Site:
    """Where the site will be served, and the folders of its templates and static files."""

    base_url: str
    """``/``, ``/kaifaqu-archive/`` or a full URL."""
    templates: Path
    static: Path
