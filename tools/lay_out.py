"""Lay pages out anew: the same articles in other papers' manners, with other damage.

    python tools/lay_out.py GOLD... [--pages DIR] --seed N --out DIR

Takes pages that were read by hand apart into articles and prints them again as another
paper might and as another extraction might break them: bylines above, below, in brackets or in the
dateline, kickers with and without dashes, headlines broken over two lines, late or at the
foot of the page, captions astray, paragraphs cut at column ends, repeated blocks, folios
and 责编 lines, notices, section names, editor's notes.  Writes NAME.txt and NAME.gold.yml,
in the format that the scorer reads.  ``tools/learn_weights.py`` learns from such pages too.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

import yaml

HEADLINE = ("kicker", "title", "subtitle")
_GIVEN = "伟芳娜敏静磊强军洋勇艳杰涛明超秀兰霞平刚桂英华玉萍红鹏飞鑫波斌宇浩凯健俊帆雪琳慧建文"
_FAMILY = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
_PLACES = (
    "临河县",
    "东山区",
    "新城经济开发区",
    "平川高新区",
    "市商务局",
    "南岭示范区",
    "河西县委、县政府",
    "北湖经济技术开发区",
)
_SECTIONS = ("创新前沿", "基层动态", "园区风采", "要闻快讯", "一线传真", "产业观察", "招商引资", "图片新闻")
_NOTICES = (
    ("休刊启事", "根据国家法定节假日安排，本报于下周休刊一期，特此告知。", "本报编辑部"),
    ("更正", "本报上期三版一文中的数字应为35万元，特此更正，并向读者致歉。"),
    ("征稿启事", "本刊面向广大读者征集反映开发区建设的新闻线索和图片，欢迎来稿。", "投稿邮箱：tougao@example.com"),
)
_LEADS = ("编者按：", "阅读提示：", "【编者按】", "核心提示：")


@dataclass
class Story:
    """One article taken apart."""

    ident: str
    kicker: str = ""
    title: list[str] = field(default_factory=list)
    subtitle: str = ""
    authors: list[str] = field(default_factory=list)
    body: list[tuple[str, str]] = field(default_factory=list)
    """(role, text): body paragraphs, headings, captions and credits in printed order."""


Row = tuple[str, str | None, str, int]
"""(text, article, role, blank lines before)."""


def take_apart(gold: dict[str, object], printed: list[str]) -> list[Story]:
    """Return the page's articles as they were before layout; halves of jumps are left as they are."""
    stories: dict[str, Story] = {}
    for n, article, roles in gold["lines"]:  # type: ignore[attr-defined]
        role = roles.split("|")[0]
        text = printed[n - 1].strip()
        if not article or role in ("dup", "noise", "column", "notice"):
            continue
        story = stories.setdefault(article, Story(article))
        if role == "kicker":
            story.kicker += text
        elif role == "title":
            story.title.append(text)
        elif role == "subtitle":
            story.subtitle += text
        elif role == "author":
            story.authors.append(text)
        elif role == "cont" and any(r == "body" for r, _ in story.body):
            at = max(i for i, (r, _) in enumerate(story.body) if r == "body")
            story.body[at] = ("body", story.body[at][1] + text)
        elif role not in ("jump_to", "jump_from"):
            story.body.append(("body|author|lead|noise" if roles == "body|author|lead|noise" else role, text))
    return [s for s in stories.values() if s.title and len(s.body) > 1]


class Paper:
    """One manner of printing, drawn once per page."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.byline = rng.choice(("above", "above", "below", "below", "bracket", "dateline", "none"))
        self.prefix = rng.choice(("本报记者 ", "记者 ", "■ ", "□ 本报记者 ", "", "", "科技报记者 ", "通讯员 "))
        self.dateline = rng.choice(
            ("本报讯 ", "本刊讯 ", "科技时报讯 ", "", "", "本报讯（记者 {who}）", "本报讯 记者{who} ", "科技时报 ")
        )
        self.dash = rng.random() < 0.5  # noqa: PLR2004
        self.section = rng.random() < 0.25  # noqa: PLR2004
        self.credit = rng.choice(
            (" ■ {who}摄", " {who} 摄", "|{who}摄", "|本报记者 {who} 摄", "|", " （{who} 摄）", "|摄影 {who}")
        )
        self.half = rng.random() < 0.4  # noqa: PLR2004
        self.cuts = rng.uniform(0.03, 0.2)
        self.spaced = rng.random() < 0.3  # noqa: PLR2004

    def name(self) -> str:
        """Make up a person."""
        return self.rng.choice(_FAMILY) + "".join(self.rng.sample(_GIVEN, self.rng.choice((1, 2, 2))))

    def chance(self, share: float) -> bool:
        """Decide by lot."""
        return self.rng.random() < share

    def print(self, story: Story) -> list[Row]:
        """Return the rows of one article."""
        who = self.name()
        names = f"{who} {self.name()}" if self.chance(0.3) else who
        if self.spaced and len(who) == 2 and names == who:  # noqa: PLR2004
            names = f"{who[0]} {who[1]}"
        head = self._headline(story)
        if self.byline == "above":
            head.append((self.prefix + names, story.ident, "author", 1))
        body = self._body(story, who)
        if self.byline == "below":
            body.append((self.prefix.replace("本报记者 ", "") + names, story.ident, "author", 1))
        elif self.byline == "bracket":
            last = max((i for i, row in enumerate(body) if row[2] in ("body", "cont")), default=None)
            if last is not None:
                text, article, role, gap = body[last]
                body[last] = (f"{text}（{names}）", article, role, gap)
        return self._late(head, body)

    def block(self, stories: list[Story]) -> list[Row]:
        """Return a block of briefs under one standing name."""
        ident = stories[0].ident
        rows: list[Row] = [(self.rng.choice(_SECTIONS), ident, "title", 1)]
        dateline = self.rng.choice(("本报讯 ", "新华社北京1月2日电 ", "本报讯（记者 {who}）", "综合讯 "))
        for story in stories:
            title = re.sub(r"[（(][^（）()]{2,34}[）)]$", "", "".join(story.title))
            rows.append((title, ident, "heading", 1))
            texts = [
                re.sub(r"^(?:据)?(?:本报|新华社)\S{2,18}[电讯]\s?(?:[（(]记者[^）)]*[）)])?", "", t).strip()
                for r, t in story.body
                if r == "body"
            ]
            first = True
            for text in texts[:4]:
                rows.append(((dateline.format(who=self.name()) if first else "") + text, ident, "body", 1))
                first = False
        return rows

    def _headline(self, story: Story) -> list[Row]:
        rows: list[Row] = []
        title = "".join(story.title)
        if not self.section:
            title = re.sub(r"[（(][^（）()]{2,34}[）)]$", "", title) or title
        kicker = story.kicker
        if not kicker and self.chance(0.15) and len(title) < 24:  # noqa: PLR2004
            kicker = self.rng.choice(_PLACES)
        if kicker:
            rows += self._broken(kicker if self.dash else kicker.rstrip("—"), story, "kicker")
        rows += self._broken(title, story, "title")
        return rows + (self._broken(story.subtitle, story, "subtitle") if story.subtitle else [])

    def _broken(self, text: str, story: Story, role: str) -> list[Row]:
        """Break a part of a headline over two lines, now and then."""
        if len(text) > 12 and self.chance(0.3):  # noqa: PLR2004
            at = self.rng.randint(5, len(text) - 4)
            if text[at - 1 : at + 1] != "——":
                return [(text[:at], story.ident, role, 1), (text[at:], story.ident, role, 1)]
        return [(text, story.ident, role, 1)]

    def _body(self, story: Story, who: str) -> list[Row]:
        rows: list[Row] = []
        keep_headings = self.chance(0.75)
        first = True
        if self.chance(0.05):
            rows.append((self.rng.choice(_LEADS) + story.body[0][1][:70].rstrip("，、") + "。", story.ident, "lead", 1))
        for role, text in story.body:
            if role in ("heading", "credit"):
                if role == "heading" and keep_headings and not first:
                    rows.append((text, story.ident, "heading", 1))
                continue
            if role == "caption":
                rows += self._caption(story, text)
            elif role == "body":
                plain = (
                    re.sub(r"^(?:据)?(?:本报|新华社)\S{2,18}[电讯]\s?(?:[（(]记者[^）)]*[）)])?", "", text).strip()
                    or text
                )
                report = not any(r == "heading" for r, _ in story.body)
                if first and report and (plain != text or self.byline == "dateline" or self.chance(0.3)):
                    plain = self.dateline.format(who=who) + plain
                rows += self._cut(plain, story)
                first = False
        return rows

    def _caption(self, story: Story, text: str) -> list[Row]:
        bare = re.sub(r"\s*■.*$", "", text)
        gap = self.rng.choice((1, 3, 3))
        caption, _, credit = (bare + self.credit.format(who=self.name())).partition("|")
        rows: list[Row] = [(caption.strip(), story.ident, "caption", gap)]
        return rows + ([(credit, story.ident, "credit", 1)] if credit else [])

    def _cut(self, text: str, story: Story) -> list[Row]:
        """Cut a paragraph at the end of a column, anywhere but behind a full stop."""
        if len(text) > 40 and self.chance(self.cuts):  # noqa: PLR2004
            at = self.rng.randint(6, len(text) - 4)
            if text[at - 1] not in "。！？”；：":
                return [
                    (text[:at], story.ident, "body", 1),
                    (text[at:], story.ident, "cont", self.rng.choice((1, 1, 1, 3))),
                ]
        return [(text, story.ident, "body", 1)]

    def _late(self, head: list[Row], body: list[Row]) -> list[Row]:
        """Put the headline behind the first lines of the body, now and then."""
        lines = [i for i, row in enumerate(body) if row[2] in ("body", "cont")]
        if len(lines) > 5 and self.chance(0.12):  # noqa: PLR2004
            at = lines[self.rng.randint(1, 4)]
            return body[:at] + head + body[at:]
        return head + body


def lay_out(stories: list[Story], rng: random.Random) -> list[Row]:
    """Return a whole page."""
    paper = Paper(rng)
    rows: list[Row] = []
    if paper.chance(0.3):
        rows.append(
            (f"A{rng.randint(1, 8)}  2024年{rng.randint(1, 12)}月{rng.randint(1, 28)}日 星期二", None, "noise", 0)
        )
    stories = [*stories]
    small = [s for s in stories if len(s.body) <= 6 and not s.subtitle]  # noqa: PLR2004
    briefs: list[Story] = small[:4] if len(small) > 2 and paper.chance(0.5) else []  # noqa: PLR2004
    for n, story in enumerate(stories):
        if story in briefs:
            if story is briefs[0]:
                rows += paper.block(briefs)
            continue
        if paper.chance(0.07):
            rows.append((rng.choice(_SECTIONS), None, "column", 1))
        printed = paper.print(story)
        if n and paper.chance(0.05):
            printed[0] = (*printed[0][:3], 3)
        rows += printed
        if paper.chance(0.05):
            rows += [(text, f"n{n}", "notice", 1) for text in rng.choice(_NOTICES)]
    if paper.chance(0.4):
        rows.append(
            (
                f"责编：{paper.name()}　版式：{paper.name()}　电话：0351-{rng.randint(1000000, 9999999)}",
                None,
                "noise",
                1,
            )
        )
    if paper.half:
        table = str.maketrans("，；：？！（）", ",;:?!()")
        rows = [(text.translate(table), *rest) for text, *rest in rows]  # type: ignore[misc]
    return rows


def read_page(gold_path: Path, folders: list[Path]) -> tuple[dict[str, object], list[str]]:
    """Return a gold document and the lines of its page text."""
    name = gold_path.name.removesuffix(".gold.yml") + ".txt"
    source = next((f / name for f in (gold_path.parent, *folders) if (f / name).exists()), None)
    if source is None:
        sys.exit(f"lay_out: {name} is neither beside {gold_path} nor in --pages")
    return yaml.safe_load(gold_path.read_text("utf-8")), source.read_text("utf-8").split("\n")


def main() -> None:
    """Write pages with their gold lines."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--pages", type=Path, action="append", default=[])
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    rng = random.Random(args.seed)  # noqa: S311  made-up pages, the same every time
    for path in args.gold:
        stories = take_apart(*read_page(path, args.pages))
        if not stories:
            continue
        rows = lay_out(stories, rng)
        text, lines, n = "", [], 0
        for printed, article, role, gap in rows:
            blank = gap if text else 1
            text += "\n" * (blank + (1 if text else 0)) + printed
            n += blank + 1
            lines.append([n, article, role])
        name = path.name.removesuffix(".gold.yml") + f"_anew{args.seed}"
        (args.out / f"{name}.txt").write_text(text + "\n", "utf-8")
        gold = {
            "source_file": f"{name}.txt",
            "issue": {"date": None},
            "zones_judged": False,
            "articles": [],
            "lines": lines,
        }
        (args.out / f"{name}.gold.yml").write_text(
            yaml.safe_dump(gold, allow_unicode=True, default_flow_style=None), "utf-8"
        )


if __name__ == "__main__":
    main()
