"""What people call a development zone for short: 长治高新技术产业开发区 is 长治高新区."""

from __future__ import annotations

ENDINGS = (
    ("高新技术产业开发区", ("高新区", "高新技术开发区", "高新开发区")),
    ("经济技术开发区", ("经开区", "开发区", "经济开发区")),
    ("经济开发区", ("经开区", "开发区")),
    ("转型综合改革示范区", ("综改示范区", "转型综改示范区", "综改区")),
    ("综合保税区", ("综保区", "保税区")),
    ("现代农业产业示范区", ("农业示范区", "农业产业示范区")),
    ("农业高新技术产业示范区", ("农高区", "农业高新区")),
    ("工业园区", ("工业园",)),
)
"""Endings of official names and what may stand for each, the most usual first."""


def short_forms(name: str) -> tuple[str, ...]:
    """Return the short forms of an official name; none where its ending is none of ``ENDINGS``."""
    for ending, shorts in ENDINGS:
        stem = name.removesuffix(ending)
        if stem and stem != name:
            return tuple(stem + short for short in shorts)
    return ()
