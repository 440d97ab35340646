"""What editors know and correct: ``seeds/NAME.yml``, ``seeds/archive.yml``.

The only door to pydantic; yaml is read in ``marked`` alone.
"""

from __future__ import annotations

from kaifaqu_archive.corrections.amend import amended
from kaifaqu_archive.corrections.files import (
    ARCHIVE_FILE,
    LEDGER_FILE,
    knowledge_path,
    load_page_knowledge,
    load_settings,
    refuse_orphans,
)
from kaifaqu_archive.corrections.quotes import fixed_by
from kaifaqu_archive.corrections.shapes import NOTHING_KNOWN, PageKnowledge, json_schema

__all__ = [
    "ARCHIVE_FILE",
    "LEDGER_FILE",
    "NOTHING_KNOWN",
    "PageKnowledge",
    "amended",
    "fixed_by",
    "json_schema",
    "knowledge_path",
    "load_page_knowledge",
    "load_settings",
    "refuse_orphans",
]
