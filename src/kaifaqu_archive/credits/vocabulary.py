"""The words of credits: roles, tasks, houses that people write for or come from."""

from __future__ import annotations

import re

from kaifaqu_archive import lists

HAN = "\u3400-\u4dbf\u4e00-\u9fff"
MARKS = "■□▢▪▫●○◉▲△◆◇▼▶◀►◄★☆※◎✎✍•・"
"""Signs that papers set before a caption, a credit or a byline."""
BULLETS = frozenset(MARKS + "◎⊙❖✦▍▌▎◢◣◤◥➤➢►☉①②③④⑤⑥⑦⑧⑨✿")
"""Signs before a subheading, an item, a caption."""
PICTURE_ROLES = ("摄影", "供图")
"""Roles of those who are credited with a picture."""
ORG = (
    f"(?:本报|本刊|本网|本社|本台|本版|新华社|中新社|人民网|新华网|央视|"
    f"[{HAN}]{{1,8}}?(?:日报社?|晚报|导报|时报|商报|早报|晨报|报社|周刊|通讯社|电视台|融媒体中心|[报刊网](?=记者|通讯员|特约|首席|见习|实习)))"
)
RANK = (
    "(?:驻[^ ]{1,8}?)?(?:责任|全媒体|融媒体|融媒|全媒|特约|首席|见习|实习|高级|资深|主任|特派|文字|客座|视觉|执笔|调查|"
    "前方|随军|青年|科普|时事|学生|校园|大学生|小|首席全媒体|联合|特邀|特聘|骨干|优秀|基层|乡村|志愿者)*"
)
_STAFF = (
    rf"(?:{ORG}|本[报刊网社台站校][{HAN}]{{1,8}}?(?<![讯电])|"
    rf"(?:(?!连线|我们|现在|来自|采访|告诉|[据请对向被把让和与])[{HAN}]){{1,10}}?"
    r"(?:报业|融媒体?|融媒体中心|新闻|客户端|广电|台|在线|频道|电讯|传媒|集团|网))"
)
EMPLOYER = rf"(?:{_STAFF}[-—·/\s]{{1,2}})?{_STAFF}"
"""For whom a reporter works: one house, or two that print together."""
ROLE_BEFORE = {
    "记者": "记者",
    "摄影记者": "摄影",
    "实习生": "记者",
    "实习记者": "记者",
    "供稿": "作者",
    "整理": "作者",
    "通讯员": "通讯员",
    "撰稿人": "作者",
    "撰稿": "作者",
    "撰文": "作者",
    "本文作者": "作者",
    "作者": "作者",
    "执笔": "作者",
    "文字": "作者",
    "评论员": "作者",
    "摄影师": "摄影",
    "摄影": "摄影",
    "图片": "摄影",
    "编辑": "编辑",
}
BOTH = "&"
"""How a task of words and pictures is written once it is known as one: ``文/图``, ``图文``, ``撰文、摄影``."""
TASK_BEFORE = {
    "文": "作者",
    "图": "摄影",
    "摄": "摄影",
    BOTH: "摄影",
    "采写": "作者",
    "采访": "作者",
    "采访整理": "作者",
    "编译": "作者",
    "报道": "作者",
    "口述": "作者",
    "执笔人": "作者",
    "供图": "供图",
    "图片提供": "供图",
    "摄影报道": "摄影",
}
"""What a person did, before a colon, a slash or a space and his name."""
ROLE_AFTER = {
    "摄影报道": ("摄影",),
    "摄影": ("摄影",),
    "摄": ("摄影",),
    "拍摄": ("摄影",),
    "航拍": ("摄影",),
    "无人机航拍": ("摄影",),
    "供图": ("供图",),
    "图片提供": ("供图",),
    "提供": ("供图",),
    BOTH: ("", "摄影"),
    "采访整理": ("",),
    "采访报道": ("",),
    "综合报道": ("",),
    "整理": ("",),
    "编译": ("",),
    "采写": ("",),
    "记录": ("",),
    "绘": ("",),
    "漫画": ("",),
    "编写": ("",),
    "口述": ("作者",),
    "撰文": ("",),
    "撰稿": ("",),
    "供稿": ("",),
    "报道": ("",),
    "文": ("",),
    "图": ("摄影",),
}
PICTURE_WORDS = frozenset(word for word, roles in ROLE_AFTER.items() if roles[-1] in PICTURE_ROLES)
SUPPLIED = frozenset(word for word, roles in ROLE_AFTER.items() if roles == ("供图",)) | {"供稿"}
OFFICES = sorted(
    {*lists.words("titles.txt"), *lists.words("office_endings.txt")} - {"记者", "编辑"}, key=len, reverse=True
)
HOUSES = (
    "大学|学院|系|级|班|中学|小学|[一二三四五六七八九十\\d][中小]|学校|党校|校区|幼儿园|医院|研究院|研究所|"
    "研究室|公司|集团|中心|支队|大队|[一二三四五六七八九十\\d]队|派出所|法院|检察院|局|委|办|处|厂|矿|部|馆|站|院|会|室|科|区|县|市|乡|镇|村|工|"
    "车间|班组|融媒|文学社|电视台|全媒体"
)


_AFTER = re.compile(rf"[\s/·]*(?P<role>{lists.any_of(ROLE_AFTER)})$")
_AFTER_LAST = frozenset(word[-1] for word in ROLE_AFTER)


def role_after(text: str, start: int = 0) -> re.Match[str] | None:
    """Return what ``text`` ends with from ``start`` on: a word for what somebody did, and the signs before it."""
    # Most texts end otherwise, which their last character tells at once.
    return _AFTER.search(text, start) if text[-1:] in _AFTER_LAST else None


def shows(bare: str) -> str:
    """Return what one does for a picture, where ``bare`` ends with it behind somebody; else an empty text."""
    after = role_after(bare)
    return after["role"] if after and after.start() and after["role"] in PICTURE_WORDS else ""


IN_BRACKETS = re.compile(r"[（(【［\[〔].+[）)】］\]〕]")
