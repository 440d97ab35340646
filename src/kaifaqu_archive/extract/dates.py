"""Dates: those in a text, and that of the issue."""

from kaifaqu_archive.extract.issue_date import infer_issue_date
from kaifaqu_archive.extract.text_dates import dates_of

__all__ = ["dates_of", "infer_issue_date"]
