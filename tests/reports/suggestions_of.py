"""Short ways through a suggestion's life, for its papers and figures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from station_desk.casework import handling, offices, replies, suggestions, verdicts
from station_desk.casework.context import Desk
from station_desk.casework.handling import UnitCharge
from station_desk.casework.replies import PromiseEntry, ReplyEntry
from station_desk.casework.suggestions import SuggestionEntry
from station_desk.casework.verdicts import ConsultationEntry
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Deputy, Issue, Unit
from tests import builders as b

RAISED = date(2026, 3, 2)
HOUSING, CITY, WATER = (
    "江门市新会区住房和城乡建设局",
    "江门市新会区城市管理和综合执法局",
    "江门市新会区水利局",
)
DEPUTIES = ("陈伟雄", "冯少珍", "欧阳志强")
PIPES = PromiseEntry("完成江会路南段 800 米排水管网改造并通水", date(2026, 9, 30))
GULLIES = PromiseEntry("雨水口每季度清疏一次", date(2026, 12, 31))


def day(n: int) -> date:
    """So many days after it was raised."""
    return RAISED + timedelta(n)


def deputies(desk: Desk, names: Sequence[str] = DEPUTIES) -> tuple[RecordId, ...]:
    return tuple(
        offices.save(
            desk, b.a_clerk(),
            Deputy(name=name, level="county", phone=f"1390000{n:04d}", credential=f"XH-{n:03d}"),
        )[0]
        for n, name in enumerate(names)
    )  # fmt: skip


def unit(desk: Desk, name: str) -> RecordId:
    made = Unit(name=name, contact="张工", phone="0750-6661234")
    return offices.save(desk, b.a_clerk(), made)[0]


def submitted(
    desk: Desk,
    signers: Sequence[RecordId],
    *,
    at_session: bool = False,
    group: str = "",
    title: str = "关于整治江会路南段内涝的建议",
) -> RecordId:
    entry = SuggestionEntry(
        title=title,
        text="建议改造江会路南段排水管网。",
        deputies=tuple(signers),
        opened_on=RAISED,
        session="新会区第十六届人民代表大会第四次会议" if at_session else "",
        at_session=at_session,
        group=group,
    )
    made = suggestions.raise_from(desk, b.a_clerk(), (), entry).id
    for verb in ("check", "submit"):
        b.take(desk, made, verb, day(1))
    return made


def handed(desk: Desk, suggestion: RecordId, *units: tuple[RecordId, str], after: int = 4) -> None:
    """Handed over to these units so many days on, and signed for by each."""
    on = day(after)
    charges = [UnitCharge(record, role) for record, role in units]
    handling.hand_over(desk, b.a_clerk(), suggestion, on, charges, number="新人大办〔2026〕12号")
    for row in b.the(desk, suggestion).assignments:
        if row.state == "handed":
            b.take(desk, suggestion, "sign", on, assignment=row.id)


def replied(desk: Desk, suggestion: RecordId, name: str, on: date, **more: object) -> None:
    """The unit's answer, of class A unless said otherwise."""
    row = next(r for r in b.the(desk, suggestion).assignments if r.unit == name and r.live)
    fields = {"text": "已列入计划，汛期前完成清淤。", "reply_class": "A", **more}
    entry = ReplyEntry(dated=on, assignment=row.id, **fields)  # type: ignore[arg-type]
    replies.record(desk, b.a_clerk(), suggestion, entry)


def judged(
    desk: Desk, suggestion: RecordId, signer: int, result: str, on: date, attitude: str = "satisfied"
) -> None:
    """The form of the signer at that place came back."""
    entry = ConsultationEntry(
        returned_on=on, result=result, attitude=attitude,
        opinion="还没有动工" if result == "dissatisfied" else "",
    )  # fmt: skip
    row = b.the(desk, suggestion).signers[signer]
    verdicts.consult(desk, b.a_clerk(), suggestion, row.id, entry)


def three_signers(desk: Desk) -> RecordId:
    """Three deputies, two separate units and a co-unit; the co-opinion and one of two answers are in."""
    made = submitted(desk, deputies(desk), at_session=True)
    units = [(unit(desk, HOUSING), "separate"), (unit(desk, CITY), "separate"), (unit(desk, WATER), "co")]
    handed(desk, made, *units)
    replied(desk, made, WATER, day(20), reply_class="", text="建议同步疏通会城河入河口。")
    replied(
        desk, made, HOUSING, day(80), reply_class="B", method="meeting", number="新建函〔2026〕47号",
        contact="黄志远", phone="0750-6661234", promises=(PIPES, GULLIES),
    )  # fmt: skip
    return made


def confidential(desk: Desk, issue: RecordId) -> None:
    """Whoever raised the issue asks not to be named."""
    with desk.writing(b.a_clerk(), "edit_issue") as work:
        work.update(Issue, issue, confidential=True)
