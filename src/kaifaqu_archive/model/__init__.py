"""The nouns of the archive, one type per stage of the work.

``Page -> Line -> Reading -> Article -> Entry -> Catalogue``.  Every type is frozen and
complete when it is made; every text that a reader may see knows the page and the lines
it was printed on, so that it can be cited as ``seeds/NAME.txt:33``.
"""

from .article import Amendment, Article, Author, Other, Paragraph, ParsedPage, Photo, Printed, Reading
from .catalogue import Address, Catalogue, Entry, Issue, Settings
from .facts import City, Closure, DateBasis, DateMention, Facts, Figure, IssueDate, PageFacts, Person, Zone
from .gazetteer import ZoneRow
from .page import KIND_NAMES, NOTHING_FIXED, ROLE_NAMES, Fixed, Kind, Line, Page, Role
from .terms import Term, TermUse

__all__ = [
    "KIND_NAMES",
    "NOTHING_FIXED",
    "ROLE_NAMES",
    "Address",
    "Amendment",
    "Article",
    "Author",
    "Catalogue",
    "City",
    "Closure",
    "DateBasis",
    "DateMention",
    "Entry",
    "Facts",
    "Figure",
    "Fixed",
    "Issue",
    "IssueDate",
    "Kind",
    "Line",
    "Other",
    "Page",
    "PageFacts",
    "Paragraph",
    "ParsedPage",
    "Person",
    "Photo",
    "Printed",
    "Reading",
    "Role",
    "Settings",
    "Term",
    "TermUse",
    "Zone",
    "ZoneRow",
]
