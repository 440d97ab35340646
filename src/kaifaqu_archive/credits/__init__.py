"""The grammar of credits: who wrote, photographed or supplied what is printed.

Reads bylines (``本报记者 王 芳``) and photo credits (``■ 李明摄``, ``市文化馆供图``).  A text either
is a credit from its first character to its last or it is none at all.
"""

from __future__ import annotations

from .closing import closing_credits
from .parts import Credit, names_writer
from .people import join_spaced
from .plain import is_group_credit
from .reader import LONGEST_CREDIT, read_credits
from .vocabulary import BULLETS, HAN, MARKS, ORG, PICTURE_ROLES, RANK, ROLE_BEFORE

__all__ = [
    "BULLETS",
    "HAN",
    "LONGEST_CREDIT",
    "MARKS",
    "ORG",
    "PICTURE_ROLES",
    "RANK",
    "ROLE_BEFORE",
    "Credit",
    "closing_credits",
    "is_group_credit",
    "join_spaced",
    "names_writer",
    "read_credits",
]
