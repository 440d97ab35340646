"""The editor's report: what was made of every page, and what waits to be looked at.

``findings`` checks pages and articles, ``run`` the run of issues, ``views`` decides what is shown.
"""

from __future__ import annotations

from kaifaqu_archive.report.findings import NAMES, Finding
from kaifaqu_archive.report.run import Gap
from kaifaqu_archive.report.views import ReportView, as_json, report

__all__ = ["NAMES", "Finding", "Gap", "ReportView", "as_json", "report"]
