"""The grammar of datelines: who reports, who wrote it, and where the story begins."""

from __future__ import annotations

import pytest

from kaifaqu_archive.datelines import read_dateline


@pytest.mark.parametrize(
    ("text", "source", "found", "story"),
    [
        ("本报讯 日前，青溪县启动普查。", "本报", "", "日前，青溪县启动普查。"),
        ("本报讯 记者林萍 日前，青溪县启动普查。", "本报", "林萍 记者", "日前，青溪县启动普查。"),
        ("本报讯（记者周望川 通讯员何苗）经专家组实收。", "本报", "周望川 记者, 何苗 通讯员", "经专家组实收。"),
        ("新华社北京6月9日电（记者王远、李思齐）记者从", "新华社", "王远 记者, 李思齐 记者", "记者从"),
        ("据新华社电 有关部门日前公布名单。", "新华社", "", "有关部门日前公布名单。"),
        ("科技周报讯 近日，白石经开区。", "科技周报", "", "近日，白石经开区。"),
        ("【本报讯】日前，启动。", "本报", "", "日前，启动。"),
        ("[本报讯]日前，启动。", "本报", "", "日前，启动。"),
        ("【青溪电】日前，启动。", "青溪", "", "日前，启动。"),
        ("【综合消息】日前，启动。", "综合", "", "日前，启动。"),
        ("本报讯：日前，启动。", "本报", "", "日前，启动。"),
        ("本报青溪3月12日讯（记者林萍）日前。", "本报", "林萍 记者", "日前。"),
        ("新华社太原2024年1月2日电 （记者王昭、陈汀）日前", "新华社", "王昭 记者, 陈汀 记者", "日前"),
        ("人民网青溪电（记者 林 萍）日前", "人民网", "林萍 记者", "日前"),
        ("本报讯（记者阿依古丽）日前", "本报", "阿依古丽 记者", "日前"),
        ("本报讯（日前启动）青溪县", "本报", "", "（日前启动）青溪县"),
    ],
)
def test_datelines_are_read(text: str, source: str, found: str, story: str) -> None:
    """An institution, perhaps place and day, 讯 or 电, perhaps names in brackets; what stands there besides is story."""
    assert read(text) == (source, found, story)


@pytest.mark.parametrize(
    ("text", "source", "story"),
    [
        ("青溪讯 日前，启动。", "青溪", "日前，启动。"),
        ("综合讯：日前，启动。", "综合", "日前，启动。"),
        ("青溪讯（林萍）日前，启动。", "青溪", "日前，启动。"),
        ("云岭日报 日前，启动。", "云岭日报", "日前，启动。"),
        ("云岭日报\u3000日前，启动。", "云岭日报", "日前，启动。"),
    ],
)
def test_a_place_or_a_papers_name_is_enough_with_a_gap_behind(text: str, source: str, story: str) -> None:
    """Without the gap it is the story's own words."""
    seen = read(text)
    assert seen is not None
    assert (seen[0], seen[2]) == (source, story)
    assert read(text.replace(" ", "").replace("\u3000", "").replace("：", "").replace("（林萍）", "")) is None


@pytest.mark.parametrize(
    ("text", "found", "story"),
    [
        ("记者 林 萍 日前", "林萍 记者", "日前"),
        ("记者林萍、何苗报道 日前", "林萍 记者, 何苗 记者", "日前"),
        ("记者林萍报道：日前", "林萍 记者", "日前"),
        ("记者林萍 通讯员何苗报道：日前", "林萍 记者, 何苗 通讯员", "日前"),
        ("通讯员 林萍 记者 何苗 日前", "林萍 通讯员, 何苗 记者", "日前"),
        ("实习记者 林萍 日前", "林萍 记者", "日前"),
        ("记者 图图木克 林萍 日前", "图图木克 记者, 林萍 记者", "日前"),
        ("记者 林萍 图图木克 日前", "林萍 记者", "图图木克 日前"),
        ("记者从青溪县获悉", "", "记者从青溪县获悉"),
        ("记者林萍青溪日前", "", "记者林萍青溪日前"),
        ("报道：日前", "", "报道：日前"),
    ],
)
def test_names_run_on_behind_a_dateline(text: str, found: str, story: str) -> None:
    """Each behind its role; the first may be of any people, later ones must be names; 报道 closes them."""
    assert read("本报讯 " + text) == ("本报", found, story)


@pytest.mark.parametrize(
    "text",
    [
        "日前，青溪县启动普查。",
        "记者从云岭市获悉",
        "会议结束了。",
        "本报讯日前，青溪县启动普查。",
        "日前，本报讯 青溪县启动普查。",
        "记者林萍报道",
        "通讯录里的电话 号码",
        "",
    ],
)
def test_prose_has_no_dateline(text: str) -> None:
    """What only speaks of reporters, or of news, is no dateline."""
    assert read_dateline(text) is None


@pytest.mark.parametrize(("size", "there"), [(7, True), (8, True), (9, False)])
def test_a_papers_name_has_a_longest_length(size: int, there: bool) -> None:  # noqa: FBT001
    """Nine characters and the gap; what is longer are two phrases."""
    assert (read_dateline("青" * size + "报 日前启动") is not None) is there


def test_a_hundred_and_twenty_characters_are_looked_at() -> None:
    """Brackets that close farther on are the story's."""
    for spaces, found in ((111, "林萍 记者"), (112, "")):
        text = "本报讯" + " " * spaces + "（记者林萍）日前"
        assert text.index("）") == spaces + 8
        seen = read(text)
        assert seen is not None
        assert seen[1] == found


def test_names_in_brackets_have_a_longest_length() -> None:
    """Sixty characters; what is longer is no list of names. A story of any length costs the same."""
    assert read("本报讯（记者" + "、".join(["林萍"] * 19) + "）日前") == ("本报", "林萍 记者", "日前")
    assert read("本报讯（记者" + "、".join(["林萍"] * 20) + "）日前") is None
    assert read("本报讯 日前" + "，启动" * 5000) == ("本报", "", "日前" + "，启动" * 5000)


def read(text: str) -> tuple[str, str, str] | None:
    """Return source, credits as ``name role, name role``, and the story."""
    dateline = read_dateline(text)
    if dateline is None:
        return None
    found = ", ".join(f"{credit.name} {credit.role}" for credit in dateline.credits)
    return dateline.source, found, text[dateline.end :]


def test_a_papers_own_place_may_stand_in_brackets() -> None:
    """A dateline of a place like one of a paper: the bracket closes it."""
    found = read_dateline("【青溪讯】日前，县里启动古树普查。")
    assert found is not None
    assert (found.source, found.end) == ("青溪", 5)


@pytest.mark.parametrize(
    ("text", "source", "found", "story"),
    [
        ("本报讯［记者 林萍］日前", "本报", "林萍 记者", "日前"),
        ("本报讯 【记者 林萍】日前", "本报", "林萍 记者", "日前"),
        ("【本报讯 记者 林萍 通讯员何苗】日前", "本报", "林萍 记者, 何苗 通讯员", "日前"),
        ("［本报讯］日前", "本报", "", "日前"),
        ("■本报讯（记者 林萍）日前", "本报", "林萍 记者", "日前"),
        ("本报青溪３月２日讯（记者林萍）日前", "本报", "林萍 记者", "日前"),
        ("本报消息（记者 林萍）日前", "本报", "林萍 记者", "日前"),
        ("本报综合报道 日前", "本报", "", "日前"),
        ("据云岭日报消息 日前", "云岭日报", "", "日前"),
        ("据《云岭日报》报道 日前", "《云岭日报》", "", "日前"),
        ("本报讯 林 萍 报道 日前", "本报", "林萍 作者", "日前"),
        ("本报讯 青溪报道 日前", "本报", "", "青溪报道 日前"),
        ("本报讯 记者买买提·艾山报道：日前", "本报", "买买提·艾山 记者", "日前"),
        ("本报记者林萍报道：日前", "本报", "林萍 记者", "日前"),
        ("本报记者林萍 通讯员周望川青溪报道 日前", "本报", "林萍 记者, 周望川 通讯员", "日前"),
        ("本报记者林 萍青溪报道：日前", "本报", "林萍 记者", "日前"),
        ("本报记者欧阳明远青溪报道：日前", "本报", "欧阳明远 记者", "日前"),
        ("记者林萍报道：日前", "", "林萍 记者", "日前"),
        ("（记者 林萍）日前，青溪县启动", "", "林萍 记者", "日前，青溪县启动"),
        ("（本报记者 林萍）日前，青溪县启动", "本报", "林萍 记者", "日前，青溪县启动"),
        ("（林萍 报道）日前，青溪县启动", "", "林萍 作者", "日前，青溪县启动"),
    ],
)
def test_reporters_with_and_without_a_source(text: str, source: str, found: str, story: str) -> None:
    """Brackets of any kind, a mark before, only names: in brackets or before 报道."""
    assert read(text) == (source, found, story)


@pytest.mark.parametrize(
    "text",
    [
        "（记者 林萍）",
        "（记者 林萍）日前青溪县启",
        "记者林萍报道的事情",
        "（林萍）日前，青溪县启动普查",
        "据云岭日报报道，日前",
        "（记者手记）日前，青溪县启动",
    ],
)
def test_a_reporter_in_a_sentence_is_no_dateline(text: str) -> None:
    """Behind a bracket the story goes on for eight characters; 报道 is followed by a mark or a gap."""
    assert read_dateline(text) is None
