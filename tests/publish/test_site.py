"""What the site shows of the catalogue."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import html5lib
import pytest

from kaifaqu_archive.model import Catalogue, Printed, Settings

if TYPE_CHECKING:
    from collections.abc import Callable


def text_of(files: dict[str, bytes], path: str) -> str:
    """Return a page's text with runs of white space as one space."""
    root = html5lib.parse(files[path].decode(), namespaceHTMLElements=False)
    return re.sub(r"\s+", " ", "".join(root.find("body").itertext()))


def test_an_article_shows_all_its_parts(files: dict[str, bytes]) -> None:
    """Column, kicker, title, subtitle, byline, body with subheading, zones, people and sources stand on its page."""
    text = text_of(files, "articles/joined1/index.html")
    for part in ("园区纪事", "引题在上", "松下问童子 云深不知处", "——副题在下", "记者王乙丙", "小标题一处"):
        assert part in text
    for part in (
        "漳泽经济技术开发区",
        "松涛数字产业园",
        "丁戊园区主任",
        "seeds/one.txt:3",
        "seeds/one.txt:5-9",
        "seeds/two.txt:2",
    ):
        assert part in text


def test_a_page_that_is_passed_on_says_what_it_is(make_site: Callable[..., dict[str, bytes]]) -> None:
    """Its own name, the archive's and, where the host is known, its full address stand where messengers look."""
    files = make_site(base_url="https://example.org/archive/")
    article, zones = files["articles/half1/index.html"].decode(), files["zones/index.html"].decode()
    for said in ('og:title" content="半篇"', 'og:site_name" content="园区档案"', 'og:type" content="article"'):
        assert f'<meta property="{said}>' in article
    assert '<meta property="og:url" content="https://example.org/archive/articles/half1/">' in article
    assert '<meta property="og:type" content="website">' in zones
    assert "og:url" not in make_site()["zones/index.html"].decode()


def test_every_paragraph_can_be_linked(files: dict[str, bytes]) -> None:
    """Paragraphs and subheadings are numbered through, and each holds its text in one piece."""
    html = files["articles/joined1/index.html"].decode()
    assert re.search(r'<p id="p2">.*松涛数字产业园同日开园。</p>', html)
    assert '<h2 id="p3">小标题一处</h2>' in html
    assert re.search(r'<p id="p4">.*转到另一版的下半篇。</p>', html)


def test_a_joined_article_marks_the_turn(files: dict[str, bytes]) -> None:
    """Where the print goes on on another page, a note between the paragraphs leads to that page of the issue."""
    html = files["articles/joined1/index.html"].decode()
    assert re.search(
        r'小标题一处</h2>\s*<p class="turn"><a href="[^"]*issues/2024-05-14[^"]*#page-two">以下接A2版</a>', html
    )
    assert "暂缺" not in html


def test_a_missing_half_is_named(files: dict[str, bytes]) -> None:
    """An article whose other half is not in the archive says which page is missing, and shows the editor's note."""
    html = files["articles/half1/index.html"].decode()
    assert "下转A4版" in html
    assert "本档案未收A4版，下文暂缺" in html
    assert 'class="editors-note"' in html


def test_a_joined_article_may_lack_a_third_page(
    make_site: Callable[..., dict[str, bytes]], catalogue: Catalogue
) -> None:
    """Where two halves are joined and the print goes on once more, the page that is missing is still named."""
    issue = catalogue.issues[0]
    entry = issue.entries[0]
    further = replace(entry.article, continued_to=Printed("A3", "two.txt", (9,)))
    issues = (replace(issue, entries=(replace(entry, article=further), *issue.entries[1:])), *catalogue.issues[1:])
    text = text_of(make_site(replace(catalogue, issues=issues)), "articles/joined1/index.html")
    assert "本档案未收A3版，下文暂缺" in text
    assert "以下接A2版" in text


def test_inferred_and_unknown_are_marked(files: dict[str, bytes]) -> None:
    """An inferred date says so with its evidence and range; what is unknown is called unknown."""
    article = text_of(files, "articles/half1/index.html")
    assert "日期据版面推断" in article
    issue = text_of(files, "issues/2023-11-07-yuan-qu-zhou-bao/index.html")
    assert "据版面文字推断，应在2023年11月2日至11月14日之间" in issue
    assert "11月1日，园区开工" in issue
    photo = text_of(files, "articles/photo1/index.html")
    assert "报名未知" in photo
    assert "日期不详" in photo
    assert "版次不详" in photo
    assert "推断" not in text_of(files, "issues/2024-05-14-yuan-qu-zhou-bao/index.html")


def test_a_made_title_is_shown_as_made(files: dict[str, bytes]) -> None:
    """A title made of the first words says so on its page and in lists; a printed one does not."""
    assert "原版无标题" in text_of(files, "articles/photo1/index.html")
    assert "代题" in text_of(files, "authors/index.html") or "代题" in text_of(files, zone_page(files, "zhang-ze"))
    assert "原版无标题" not in text_of(files, "articles/half1/index.html")


def zone_page(files: dict[str, bytes], start: str) -> str:
    """Return the path of the zone page whose address begins with ``start``."""
    return next(path for path in files if path.startswith(f"zones/{start}"))


def test_photographs_show_caption_and_credit(files: dict[str, bytes]) -> None:
    """A caption and its credit stand in one figure."""
    html = files["articles/photo1/index.html"].decode()
    figure = re.search(r"<figure.*?</figure>", html, re.DOTALL)
    assert figure
    assert "塔吊林立，工地不停。" in figure.group()
    assert "■ 戊己摄" in figure.group()


def test_a_corrected_word_shows_what_stood_there(files: dict[str, bytes]) -> None:
    """A misread word set right is shown with the old word, the reason and the line as received."""
    html = files["articles/joined1/index.html"].decode()
    assert "<ins>漳泽</ins>，原作<del>长泽</del>。地名写错" in html
    assert "<blockquote>本报讯 记者甲乙丙 长泽经开区新厂房封顶，工期比去年短。" in html


def test_neighbours_follow_the_reading_order_of_the_issue(files: dict[str, bytes]) -> None:
    """Previous and next stay inside the issue and end with it."""
    first, second = files["articles/joined1/index.html"].decode(), files["articles/hostile1/index.html"].decode()
    assert 'rel="next" href="../../articles/hostile1/"' in first
    assert 'rel="prev"' not in first
    assert 'rel="prev" href="../../articles/joined1/"' in second
    assert 'rel="next"' not in second


def test_every_article_and_issue_leads_back_to_the_list_that_it_stands_in(files: dict[str, bytes]) -> None:
    """At its end an article leads to its issue, an issue to the issues of its year or to those without a date."""
    for article, issue in (("joined1", "issues/2024-05-14-yuan-qu-zhou-bao/"), ("half1", "issues/2023-11-07-")):
        ends = files[f"articles/{article}/index.html"].decode().partition('<nav class="neighbours"')[2]
        assert f'class="up" href="../../{issue}' in ends
    ups = {
        re.search(r'class="up" href="([^"]+)"', files[path].decode())[1]  # type: ignore[index]
        for path in files
        if re.fullmatch("issues/[^/]+/index.html", path)
    }
    assert ups == {"../../issues/#y2024", "../../issues/#y2023", "../../issues/#undated"}


def test_dates_in_the_text_are_named_as_the_calendar_names_them(files: dict[str, bytes]) -> None:
    """Each once, in the order of the print, with its paragraph where it stands in one; a year alone is left out."""
    listed = files["articles/joined1/index.html"].decode().partition("<h2>文中日期</h2>")[2].partition("</section>")[0]
    assert re.findall(r"<li>(.*)</li>", listed) == [
        '<a href="#p2">上月8日</a><span class="note">2024年4月8日</span>',
        '1-4月<span class="note">2024年1月至4月</span>',
        '<a href="#p4">2024年4月</a>',
    ]
    assert "文中日期" not in text_of(files, "articles/half1/index.html")


def test_an_issue_lists_its_pages_and_articles_in_order(files: dict[str, bytes]) -> None:
    """Pages stand in order with the articles that begin on them; a page that goes on with one says so."""
    text = text_of(files, "issues/2024-05-14-yuan-qu-zhou-bao/index.html")
    places = [
        text.index(part)
        for part in ("A1版原文seeds/one.txt", "松下问童子", "alert(1)", "A2版原文seeds/two.txt", "接自前版")
    ]
    assert places == sorted(places)


def test_a_zone_page_gathers_its_articles(files: dict[str, bytes]) -> None:
    """A zone's page has its articles, its other names and the zones named with it; unknown parks say so."""
    text = text_of(files, zone_page(files, "zhang-ze"))
    for part in ("长治市", "报上又作漳泽经开区", "松下问童子", "塔吊林立", "松涛数字产业园"):
        assert part in text
    assert "未列入名录" in text_of(files, zone_page(files, "song-tao"))


def test_authors_are_people_or_institutions(files: dict[str, bytes]) -> None:
    """People stand under the initial of their pinyin, institutional credits apart from them."""
    text = text_of(files, "authors/index.html")
    people, _, institutions = text.rpartition("单位与机构")
    assert "王乙丙" in people
    assert "漳泽经开区" in institutions
    assert "王乙丙" not in institutions


def test_a_page_can_be_read_as_received(files: dict[str, bytes]) -> None:
    """Every line of a page, furniture too, stands on its page of lines with its number and role."""
    path = next(path for path in files if path.startswith("pages/ban-mian"))
    assert re.fullmatch(r"pages/[a-z0-9_-]+/index\.html", path)
    html = files[path].decode()
    assert 'id="L5"' in html
    assert "责编 &lt;某&gt;" in html
    assert "版面标记" in html


def test_old_addresses_forward_or_say_that_they_are_withdrawn(files: dict[str, bytes]) -> None:
    """A forward has refresh, canonical and link; a withdrawn text has a page; a living address is left alone."""
    forward = files["articles/before/index.html"].decode()
    assert '<meta http-equiv="refresh" content="0; url=../../articles/joined1/">' in forward
    assert '<link rel="canonical" href="/articles/joined1/">' in forward
    assert '<a href="../../articles/joined1/">' in forward
    assert "原是一篇文章的页面，后来撤下" in text_of(files, "articles/gone/index.html")
    assert "原是一个提法的页面，后来撤下" in text_of(files, "terms/gone/index.html")
    assert "半篇" in text_of(files, "articles/half1/index.html")


def test_an_empty_archive_is_a_site(make_site: Callable[..., dict[str, bytes]]) -> None:
    """Without a single page the front page, the lists and the feed still stand."""
    files = make_site(Catalogue(Settings(title="空档案"), ()))
    assert "空档案" in text_of(files, "index.html")
    assert "issues/index.html" in files
    assert "feed.xml" in files


def test_same_catalogue_same_bytes(make_site: Callable[..., dict[str, bytes]], catalogue: Catalogue) -> None:
    """Publishing knows no clock and no chance."""
    assert make_site(catalogue) == make_site(replace(catalogue))


def test_a_long_run_of_issues_is_entered_by_year(
    make_site: Callable[..., dict[str, bytes]], catalogue: Catalogue
) -> None:
    """The front page lists recent issues, and every year once there are more of them."""
    assert "历年" not in text_of(make_site(catalogue), "index.html")
    first = catalogue.issues[0]
    days = [f"{year}-05-14" for year in range(2024, 2012, -1)]
    issues = tuple(replace(first, date=replace(first.date, value=day)) for day in days)
    pages = [replace(page, source_file=f"{n}.txt") for n, page in enumerate([first.pages[0]] * len(days))]
    issues = tuple(replace(issue, pages=(page,), entries=()) for issue, page in zip(issues, pages, strict=True))
    html = make_site(replace(catalogue, issues=issues, forwards=()))["index.html"].decode()
    assert html.count("-yuan-qu-zhou-bao/") == 1 + 8
    assert 'href="./issues/#y2013"' in html


def test_the_issues_of_a_long_run_open_at_a_touch(
    make_site: Callable[..., dict[str, bytes]], catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first year is listed openly; of every other the calendar is shown and the list is folded."""
    assert "期目录" not in text_of(make_site(catalogue), "issues/index.html")
    monkeypatch.setattr("kaifaqu_archive.publish.views.issues.UNFOLDED", 2)
    html = make_site(catalogue)["issues/index.html"].decode()
    first, second, undated = html.split('<section class="year"')[1:]
    assert '<details class="more">' not in first + undated
    assert second.index("出刊日历") < second.index("<summary>1期目录</summary>") < second.index('<ol class="lines')


def test_the_front_page_names_the_first_zones_of_each_city_of_shanxi(
    make_site: Callable[..., dict[str, bytes]], catalogue: Catalogue
) -> None:
    """Those in most articles, with how many more the city's page has; other provinces stand on the page of zones."""
    issue = catalogue.issues[0]
    entry = issue.entries[0]
    zone = replace(entry.facts.zones[0], primary=False)
    home = [replace(zone, name=f"第{n}经济开发区") for n in "一二三四五六七八"]
    away = [
        replace(zone, name=f"外{n}经济开发区", city=None, province=province)
        for n, province in ((1, "浙江省"), (2, "安徽省"))
    ]
    facts = replace(entry.facts, zones=(*home, *away))
    entries = (replace(entry, facts=facts), *issue.entries[1:])
    site = make_site(replace(catalogue, issues=(replace(issue, entries=entries), *catalogue.issues[1:])))
    front, zones = text_of(site, "index.html"), text_of(site, "zones/index.html")
    assert "漳泽经济技术开发区1篇" in front
    assert front.count("经济开发区1篇") == 5
    assert "另有3个" in front
    assert "外1经济开发区" not in front
    assert zones.index("长治市") < zones.index("安徽省") < zones.index("浙江省")
    assert "另有" not in zones


@pytest.mark.parametrize("label", ["A2", "Ａ２", "A02版"])
def test_a_half_whose_page_is_there_leads_to_it(
    make_site: Callable[..., dict[str, bytes]], catalogue: Catalogue, label: str
) -> None:
    """Where the page of the other half is in the archive but nothing on it was joined, the note leads to that page."""
    issue = catalogue.issues[0]
    entry = issue.entries[1]
    jumps = replace(entry.article, continued_to=Printed(label, "one.txt", (17,)))
    issues = (replace(issue, entries=(issue.entries[0], replace(entry, article=jumps))), *catalogue.issues[1:])
    html = make_site(replace(catalogue, issues=issues))["articles/hostile1/index.html"].decode()
    assert f'issues/2024-05-14-yuan-qu-zhou-bao/#page-two">下转{label.removesuffix("版")}版</a>' in html
    assert "未能确定相接的文字" in html
