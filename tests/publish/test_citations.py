"""Citations that programs read."""

from __future__ import annotations

import json
import re


def test_an_article_is_cited_in_every_form(files: dict[str, bytes]) -> None:
    """Title with subtitle, author, paper, day and pages stand in RIS, BibTeX and CSL-JSON alike."""
    ris = files["articles/joined1/citation.ris"].decode()
    assert ris.startswith("TY  - NEWS\r\n")
    assert ris.endswith("ER  - \r\n")
    for line in ("AU  - 王乙丙", "T2  - 园区周报", "DA  - 2024/05/14", "TI  - 松下问童子 云深不知处：副题在下"):
        assert f"{line}\r\n" in ris
    bib = files["articles/joined1/citation.bib"].decode()
    assert bib.count("{") == bib.count("}")
    assert "author = {{王乙丙}}" in bib
    (csl,) = json.loads(files["articles/joined1/citation.json"])
    assert csl["issued"] == {"date-parts": [[2024, 5, 14]]}
    assert csl["author"] == [{"literal": "王乙丙"}]


def test_what_is_inferred_or_made_is_said(files: dict[str, bytes]) -> None:
    """A citation does not keep silent that its date was inferred or its title made."""
    assert "日期据版面推断" in files["articles/half1/citation.ris"].decode()
    assert "原版无标题，取首句代题" in json.loads(files["articles/photo1/citation.json"])[0]["note"]
    assert '<p id="citation">[塔吊林立][N].' in files["articles/photo1/index.html"].decode()
    assert "N1" not in files["articles/joined1/citation.ris"].decode()


def test_marks_that_tex_obeys_are_escaped(files: dict[str, bytes]) -> None:
    """A title with & and braces is text to TeX."""
    assert re.search(r"[^\\]\\&amp;标题", files["articles/hostile1/citation.bib"].decode())


def test_a_page_tells_reference_managers_what_it_is(files: dict[str, bytes]) -> None:
    """The page names title, author, day and paper in the meta elements that Zotero and others read."""
    html = files["articles/joined1/index.html"].decode()
    for name, content in (("author", "王乙丙"), ("publication_date", "2024/05/14"), ("journal_title", "园区周报")):
        assert f'<meta name="citation_{name}" content="{content}">' in html
