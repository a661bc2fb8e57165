"""今日联系清单: whom to call today, on which number, about what; with room to write what was said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from station_desk.casework.context import Desk
from station_desk.casework.dossier_calls import Call, calls
from station_desk.casework.statistics import station_name
from station_desk.domain.privacy import WITHHELD
from station_desk.domain.vocabulary import CONSULTATION_KINDS
from station_desk.reports import official
from station_desk.reports.content import Column, Entry, Facts, Kind, One, Section, Table, linked
from station_desk.reports.request import ReportRequest

_LONGEST, _TITLE = 90, 50
"""Characters of what is to be said, and of a title, that a line on the telephone needs."""


def _columns(whom: str, said: str) -> tuple[Column, ...]:
    return (
        Column("序号", Kind.NUMBER, wide=10, chars=7),
        Column(whom, wide=34, chars=24),
        Column("电话", wide=28, chars=16),
        Column("编号", wide=30, chars=18),
        Column("事项", Kind.LONG, wide=60, chars=40),
        Column(said, Kind.LONG, wide=76, chars=50),
        Column("期限", Kind.DAY, wide=20),
        Column("联系情况", wide=36, chars=24),
    )


_TELL = _columns("反映人", "告知内容")
_ASK = _columns("代表", "联系事由")
_URGE = _columns("承办单位", "联系事由")


@contextmanager
def contacts(desk: Desk, request: ReportRequest) -> Iterator[Table]:
    """The calls of the day it is made, of one station or all."""
    scope = station_name(desk, request.scope)
    found = calls(desk, request.scope, request.today)
    profile = desk.profile()
    left_out = ["姓名、电话已遮盖。"] if request.masked else ["含个人信息，用后妥善保管或销毁。"]
    yield Table(
        "今日联系清单",
        Facts(
            scope,
            official.day(request.today),
            f"{profile.name}（{profile.version}）",
            found.count,
            request.made_by,
            request.made_at,
            tuple(left_out),
        ),
        _filled(
            _section("反馈群众", _TELL, [_told(call, request) for call in found.tell]),
            _section("催收代表征询表", _ASK, [_asked(call, request) for call in found.ask]),
            _section("催办承办单位（今日到期和逾期）", _URGE, [_late(call, request) for call in found.urge]),
            _section("提醒兑现承诺（七日内到期和逾期）", _URGE, [_promised(call) for call in found.promised]),
        ),
        ("要求保密的，只与本人联系，不得由他人转告。未满十四周岁的，联系监护人。",),
        landscape=True,
    )


def _filled(*sections: Section) -> tuple[Section, ...]:
    """The sections somebody is to be called in; all of them, empty, on a day without any call."""
    return tuple(section for section in sections if section.count) or sections


def _section(title: str, columns: tuple[Column, ...], rows: Sequence[tuple[Entry, ...]]) -> Section:
    numbered = [(place, *row) for place, row in enumerate(rows, 1)]
    return Section(title, columns, numbered, None, len(numbered))


def _short(text: str, most: int = _LONGEST) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def _what(call: Call) -> tuple[Entry, Entry]:
    """The matter's number and title; both open it."""
    itself = One(call.track, call.matter)
    return linked(call.number, itself), linked(_short(call.title, _TITLE), itself)


def _told(call: Call, request: ReportRequest) -> tuple[Entry, ...]:
    name = official.person(call.name, masked=request.masked) or "未留姓名"
    if "confidential" in call.note:
        name = WITHHELD.zh
    said = _short(call.said)
    return (
        f"{name}（监护人）" if "guardian" in call.note else name,
        official.phone(call.phone, masked=request.masked),
        *_what(call),
        f"{said}（已拨打{call.times}次未接通）" if call.times else said,
        call.due,
        "",
    )


def _asked(call: Call, request: ReportRequest) -> tuple[Entry, ...]:
    said = f"{CONSULTATION_KINDS.official(call.said)}，征询意见表未收回"
    return (
        call.name, official.phone(call.phone, masked=request.masked), *_what(call),
        f"{said}；已催收{call.times}次" if call.times else said, call.due, "",
    )  # fmt: skip


def _late(call: Call, request: ReportRequest) -> tuple[Entry, ...]:
    days = (request.today - call.due).days if call.due is not None else 0
    said = f"答复已逾期{days}天" if days > 0 else "答复今日到期"
    return (
        call.name, call.phone, *_what(call),
        f"{said}；已催办{call.times}次" if call.times else said, call.due, "",
    )  # fmt: skip


def _promised(call: Call) -> tuple[Entry, ...]:
    return (call.name, call.phone, *_what(call), _short(call.said), call.due, "")
