"""Citations that programs read."""

from __future__ import annotations

import json
import re
from html import unescape
from urllib.parse import unquote

MEDIA = {
    "ris": "application/x-research-info-systems",
    "bib": "application/x-bibtex",
    "json": "application/vnd.citationstyles.csl+json",
}


def cited(files: dict[str, bytes], ident: str, ending: str) -> str:
    """Return the text of the file that the article's page offers."""
    page = files[f"articles/{ident}/index.html"].decode()
    link = re.search(rf'<a href="data:([^"]*)" download="{ident}\.{ending}">', page)
    assert link
    head, comma, data = unescape(link[1]).partition(",")
    assert (head, comma) == (f"{MEDIA[ending]};charset=utf-8", ",")
    assert not re.search(r"[\s\"<>#\\^`{|}]", data), "nothing stands in it that no address may hold"
    return unquote(data)


def test_an_article_is_cited_in_every_form(files: dict[str, bytes]) -> None:
    """Title with subtitle, author, paper, day and pages stand in RIS, BibTeX and CSL-JSON alike."""
    ris = cited(files, "joined1", "ris")
    assert ris.startswith("TY  - NEWS\r\n")
    assert ris.endswith("ER  - \r\n")
    for line in ("AU  - 王乙丙", "T2  - 园区周报", "DA  - 2024/05/14", "TI  - 松下问童子 云深不知处：副题在下"):
        assert f"{line}\r\n" in ris
    bib = cited(files, "joined1", "bib")
    assert bib.count("{") == bib.count("}")
    assert "author = {{王乙丙}}" in bib
    (csl,) = json.loads(cited(files, "joined1", "json"))
    assert csl["issued"] == {"date-parts": [[2024, 5, 14]]}
    assert csl["author"] == [{"literal": "王乙丙"}]


def test_what_is_inferred_or_made_is_said(files: dict[str, bytes]) -> None:
    """A citation does not keep silent that its date was inferred or its title made."""
    assert "日期据版面推断" in cited(files, "half1", "ris")
    assert "原版无标题，取首句代题" in json.loads(cited(files, "photo1", "json"))[0]["note"]
    assert '<p id="citation">[塔吊林立][N].' in files["articles/photo1/index.html"].decode()
    assert "N1" not in cited(files, "joined1", "ris")


def test_marks_that_tex_obeys_are_escaped(files: dict[str, bytes]) -> None:
    """A title with & and braces is text to TeX."""
    assert re.search(r"[^\\]\\&amp;标题", cited(files, "hostile1", "bib"))


def test_a_page_tells_reference_managers_what_it_is(files: dict[str, bytes]) -> None:
    """The page names title, author, day and paper in the meta elements that Zotero and others read."""
    html = files["articles/joined1/index.html"].decode()
    for name, content in (("author", "王乙丙"), ("publication_date", "2024/05/14"), ("journal_title", "园区周报")):
        assert f'<meta name="citation_{name}" content="{content}">' in html
