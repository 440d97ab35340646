"""The weights that are shipped: ``data/weights.json``, as ``tools/learn_weights.py`` wrote it."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from kaifaqu_archive import lists


@cache
def shipped() -> Any:  # noqa: ANN401 - JSON
    """Return the file: ``grammar``, ``sizes``, ``prose`` and ``evidence``, all in nats."""
    return json.loads(lists.text("weights.json"))
