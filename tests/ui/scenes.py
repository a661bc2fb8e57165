"""Suggestions, motions and issues brought to a stage, at a town's desk where everything can be done."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from station_desk.casework import feedback, handling, honours, motions, official, promises, replies, verdicts
from station_desk.casework.context import Desk
from station_desk.casework.handling import StepEntry, UnitCharge
from station_desk.casework.replies import PromiseEntry, ReplyEntry
from station_desk.casework.verdicts import ConsultationEntry
from station_desk.domain.declare import RecordId
from tests.builders import a_clerk, a_deputy, a_suggestion, a_unit, the

MAY = date(2026, 5, 8)


def step(desk: Desk, matter: RecordId, verb: str, on: date = MAY, **more: object) -> None:
    """A step that asks for no record."""
    entry = replace(StepEntry(on=on, text="已核实"), **more)  # type: ignore[arg-type]
    handling.take(desk, a_clerk(), matter, verb, entry)


def signed_by(desk: Desk, *names: str) -> RecordId:
    """A submitted suggestion of these deputies."""
    matter = a_suggestion(desk, *(a_deputy(desk, name) for name in names), on=MAY)
    step(desk, matter, "check")
    step(desk, matter, "submit")
    return matter


def handled(desk: Desk, matter: RecordId, *units: str, role: str = "lead") -> list[RecordId]:
    """Handed over on 8 May: the first unit leads and the others co-handle, or each answers apart."""
    made = [a_unit(desk, name) for name in units]
    roles = ["separate"] * len(made) if role == "separate" else ["lead", *["co"] * (len(made) - 1)]
    charged = [UnitCharge(unit, as_) for unit, as_ in zip(made, roles, strict=True)]
    handling.hand_over(desk, a_clerk(), matter, MAY, charged)
    for row in the(desk, matter).assignments:
        step(desk, matter, "sign", assignment=row.id)
    return made


def charge(desk: Desk, matter: RecordId, unit: RecordId) -> None:
    """Handed to one unit that has others already."""
    handling.hand_over(desk, a_clerk(), matter, MAY, [UnitCharge(unit, "lead")])


def answered_by(desk: Desk, matter: RecordId, assignment: RecordId) -> None:
    """One of several units' replies."""
    entry = ReplyEntry(dated=date(2026, 5, 15), text="已办理。", reply_class="A", assignment=assignment)
    replies.record(desk, a_clerk(), matter, entry)


def answered(desk: Desk, matter: RecordId, reply_class: str = "A", *promised: tuple[str, date]) -> None:
    """The one unit's reply of 15 May."""
    entry = ReplyEntry(
        dated=date(2026, 5, 15),
        text="已列入年度改造计划。",
        reply_class=reply_class,
        method="meeting",
        promises=tuple(PromiseEntry(what, by) for what, by in promised),
    )
    replies.record(desk, a_clerk(), matter, entry)


def verdict(desk: Desk, matter: RecordId, name: str, result: str, on: date = date(2026, 5, 18)) -> None:
    """What the deputy of that name wrote on the form."""
    signer = next(row.id for row in the(desk, matter).signers if row.name == name)
    said = "未见动工" if result == "dissatisfied" else ""
    verdicts.consult(
        desk, a_clerk(), matter, signer,
        ConsultationEntry(returned_on=on, result=result, attitude="satisfied", opinion=said),
    )  # fmt: skip


def replied(desk: Desk, *names: str) -> RecordId:
    """Answered, the deputies' forms are out."""
    matter = signed_by(desk, *names)
    handled(desk, matter, "区市政管理所")
    answered(desk, matter)
    return matter


def tracked(desk: Desk, *names: str) -> RecordId:
    """Two promises of a reply of class B, every deputy satisfied: they are watched now."""
    matter = signed_by(desk, *names)
    handled(desk, matter, "区市政管理所")
    answered(
        desk, matter, "B",
        ("改造江会路排水管网", date(2026, 5, 20)), ("增设两处水位监测点", date(2026, 6, 30)),
    )  # fmt: skip
    for name in names:
        verdict(desk, matter, name, "satisfied")
    return matter


def judged(desk: Desk, matter: RecordId, *states: str) -> None:
    """Its promises judged one after another."""
    for state in states:
        row = next(row for row in the(desk, matter).promises if row.open)
        entry = promises.Judged(on=date(2026, 5, 20), state=state, proof="现场查看")
        promises.judge(desk, a_clerk(), matter, row.id, entry)


def a_motion(desk: Desk, *names: str, group: str = "") -> RecordId:
    """A checked motion."""
    entry = motions.MotionEntry(
        title="关于加强城区内涝治理的议案", grounds="连年内涝。", plan="制定三年方案。", group=group,
        deputies=tuple(a_deputy(desk, name) for name in names), opened_on=MAY, session="十六届四次会议",
    )  # fmt: skip
    matter = motions.put(desk, a_clerk(), entry).id
    step(desk, matter, "check")
    return matter


def put_forward(desk: Desk) -> RecordId:
    """A motion before the presidium."""
    matter = a_motion(desk, "陈伟雄", group="会城代表团")
    step(desk, matter, "submit")
    return matter


def on_agenda(desk: Desk) -> RecordId:
    """A motion that the meeting is to decide on."""
    matter = put_forward(desk)
    step(desk, matter, "agenda")
    return matter


def nominated(desk: Desk) -> RecordId:
    """A completed suggestion nominated as excellent."""
    matter = replied(desk, "陈伟雄")
    verdict(desk, matter, "陈伟雄", "satisfied")
    entry = honours.HonourEntry(on=date(2026, 5, 20), kind="suggestion", reason="推动了管网改造")
    honours.nominate(desk, a_clerk(), matter, entry)
    return matter


def closed(desk: Desk, matter: RecordId) -> None:
    """An issue closed by the station, its visitors still to be told."""
    step(desk, matter, "finish", date(2026, 5, 19))


def told(desk: Desk, matter: RecordId, person: RecordId | None = None) -> None:
    """One of those who came about an issue was told by telephone."""
    entry = feedback.FeedbackEntry(told_on=date(2026, 5, 20), method="phone", visitor=person)
    feedback.tell(desk, a_clerk(), matter, entry)


def numbered(desk: Desk, matter: RecordId, number: str) -> None:
    official.give(desk, a_clerk(), matter, number, "", date(2026, 5, 11))
