"""A motion from its signatures to the meeting's decision, and official numbers by series."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from station_desk.casework import handling, honours, motions, official, replies, suggestions, verdicts
from station_desk.casework.context import Actor, Desk
from station_desk.casework.handling import StepEntry
from station_desk.casework.honours import HonourEntry, SupervisionEntry
from station_desk.casework.motions import MotionEntry
from station_desk.casework.replies import ReplyEntry
from station_desk.domain.declare import RecordId
from station_desk.domain.vocabulary import Role, SiteRole
from station_desk.errors import UserError, ValidationError
from tests.builders import (
    DAY,
    a_clerk,
    a_deputy,
    a_desk,
    a_suggestion,
    a_unit,
    commits,
    deliver,
    handed_over,
    log_of,
    stage,
    take,
    the,
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return a_desk(tmp_path)


def later(days: int) -> date:
    return DAY + timedelta(days)


def a_motion(desk: Desk, signers: int = 10, **more: object) -> RecordId:
    deputies = tuple(a_deputy(desk, f"代表{n}") for n in range(signers))
    entry = MotionEntry(
        title="关于保护圭峰山水源的议案", grounds="水源地周边开发加快", plan="制定保护条例", opened_on=DAY,
        deputies=deputies, session="十六届人大四次会议",
    )  # fmt: skip
    return motions.put(desk, a_clerk(), replace(entry, **more)).id  # type: ignore[arg-type]


def submitted(desk: Desk, motion: RecordId) -> RecordId:
    for verb in ("check", "submit"):
        take(desk, motion, verb, later(1))
    return motion


def test_a_motion_is_referred_reported_and_decided(desk: Desk) -> None:
    motion = submitted(desk, a_motion(desk))
    committee = a_unit(desk, "环境资源委员会")
    handed_over(desk, motion, (committee, "lead"), on=later(2))
    take(desk, motion, "sign", later(3))
    report = ReplyEntry(dated=later(60), text="建议列入立法计划", number="环资委报告〔2026〕1号")
    replies.record(desk, a_clerk(), motion, report)
    assert (stage(desk, motion), the(desk, motion).replies[0][1].kind) == ("replied", "report")
    with pytest.raises(ValidationError):
        handling.take(desk, a_clerk(), motion, "decide", StepEntry(on=later(70), code="perhaps"))
    handling.take(desk, a_clerk(), motion, "decide", StepEntry(on=later(70), code="adopted"))

    row = the(desk, motion).row
    assert (row.stage, row.outcome, row.closed_on) == ("done", "adopted", later(70))
    assert desk.check() == []


def test_a_motion_needs_as_many_deputies_as_the_law_asks_or_a_delegation(desk: Desk) -> None:
    few = a_motion(desk, 9)
    take(desk, few, "check")
    with pytest.raises(UserError, match="9"):
        take(desk, few, "submit")
    suggestions.countersign(desk, a_clerk(), few, a_deputy(desk, "第十位"), later(1))
    take(desk, few, "submit", later(1))
    assert stage(desk, few) == "submitted"

    town = a_motion(desk, 5, level="town")
    submitted(desk, town)
    delegation = a_motion(desk, 1, group="蓬江代表团")
    submitted(desk, delegation)
    assert stage(desk, town) == stage(desk, delegation) == "submitted"


def test_a_motion_handled_as_a_suggestion_keeps_its_signers_and_the_tie(desk: Desk) -> None:
    motion = submitted(desk, a_motion(desk))
    made = motions.to_suggestion(desk, a_clerk(), motion, later(3), "主席团决定").id

    found = the(desk, made)
    assert (the(desk, motion).row.stage, the(desk, motion).row.outcome) == ("done", "to_suggestion")
    assert [s.name for s in found.signers] == [f"代表{n}" for n in range(10)]
    assert [(link.kind, link.other) for link in found.links] == [("follows-up", motion)]
    assert "制定保护条例" in (found.record.text or "")


def test_a_motion_without_grounds_or_plan_is_not_kept(desk: Desk) -> None:
    before = commits(desk)
    with pytest.raises(ValidationError) as caught:
        a_motion(desk, 1, grounds=" ", plan="")
    assert {problem.field for problem in caught.value.problems} == {"grounds", "plan"}
    assert commits(desk) == before + 1  # the deputy alone


# --- numbers -------------------------------------------------------------------------------------------


def test_each_series_runs_by_itself(desk: Desk) -> None:
    deputy = a_deputy(desk)
    between = [a_suggestion(desk, deputy) for _ in range(2)]
    for made in between:
        for verb in ("check", "submit"):
            take(desk, made, verb, later(1))
    first = official.proposed(desk, between[0], later(1))
    assert (first.number, first.series) == ("2026闭-001", "between")
    official.give(desk, a_clerk(), between[0], "2026闭-007", "", later(1))
    assert official.proposed(desk, between[1], later(1)).number == "2026闭-008"
    assert official.proposed(desk, between[1], date(2027, 1, 2)).number == "2027闭-001"
    with pytest.raises(ValidationError, match="2026闭-007"):
        official.give(desk, a_clerk(), between[1], "2026闭-007", "", later(1))
    motion = submitted(desk, a_motion(desk))
    assert official.proposed(desk, motion, later(1)).number == "16-4-议01"


def test_the_office_of_the_deputys_own_level_gives_the_number(tmp_path: Path) -> None:
    county = a_desk(tmp_path, "XH", role=SiteRole.COUNTY)
    town = a_desk(tmp_path, "TOWN", role=SiteRole.TOWN, parent="XH")
    station = a_desk(tmp_path, parent="TOWN")
    for below, above in ((station, county), (station, town), (town, county), (town, station), (county, town)):
        deliver(above, log_of(below))
    deliver(station, log_of(town))
    deputy = a_deputy(station)  # of the city: no desk of that level is known, so the highest below it stands
    of_county = suggestions.raise_from(
        station, a_clerk(), (),
        suggestions.SuggestionEntry(
            title="题", text="文", deputies=(deputy,), opened_on=DAY, level="county"
        ),
    ).id  # fmt: skip
    for verb in ("check", "submit"):
        take(station, of_county, verb, later(1))
    assert the(station, of_county).record.office == "XH"
    deliver(town, log_of(station))
    deliver(county, log_of(town))
    with pytest.raises(UserError, match="XH"):
        official.give(town, Actor("镇", Role.OFFICE), of_county, "1", "", later(2))
    official.give(county, Actor("县", Role.COUNTY), of_county, "2026闭-001", "", later(2))
    deliver(town, log_of(county))
    deliver(station, log_of(town))

    assert the(station, of_county).row.official_number == "2026闭-001"
    assert not any(step.odd for step in the(station, of_county).steps)


# --- key supervision, honours ---------------------------------------------------------------------------


def done(desk: Desk) -> RecordId:
    suggestion = a_suggestion(desk, a_deputy(desk))
    for verb in ("check", "submit"):
        take(desk, suggestion, verb, later(1))
    return suggestion


def test_key_supervision_says_by_which_criterion_who_decided_and_who_leads(desk: Desk) -> None:
    suggestion = done(desk)
    entry = SupervisionEntry(on=later(2), criterion="public", decided_by="主任会议", led_by="副主任 张明")
    with pytest.raises(ValidationError):
        honours.supervise(desk, a_clerk(), suggestion, replace(entry, led_by=" "))
    honours.supervise(desk, a_clerk(), suggestion, entry)

    found = the(desk, suggestion).supervision
    assert found is not None
    assert (found.criterion, found.led_by) == ("public", "副主任 张明")
    with pytest.raises(UserError):
        honours.supervise(desk, a_clerk(), suggestion, entry)


def test_what_is_nominated_once_is_chosen_once(desk: Desk) -> None:
    suggestion, unit = done(desk), a_unit(desk)
    handed_over(desk, suggestion, (unit, "lead"), on=later(2))
    replies.record(desk, a_clerk(), suggestion, ReplyEntry(dated=later(9), text="已办", reply_class="A"))
    signer = the(desk, suggestion).signers[0].id
    verdicts.consult(
        desk,
        a_clerk(),
        suggestion,
        signer,
        verdicts.ConsultationEntry(returned_on=later(12), result="satisfied"),
    )
    assert stage(desk, suggestion) == "done"
    entry = HonourEntry(on=later(200), kind="handling", reason="三日内现场解决", unit=unit)
    honours.nominate(desk, a_clerk(), suggestion, entry)
    with pytest.raises(UserError):
        honours.nominate(desk, a_clerk(), suggestion, entry)
    ((honour, kept, name),) = the(desk, suggestion).honours
    assert (kept.kind, name, kept.chosen_on) == ("handling", "区市政管理所", None)
    honours.choose(desk, a_clerk(), suggestion, honour, later(210), "市人大常委会")
    with pytest.raises(UserError):
        honours.choose(desk, a_clerk(), suggestion, honour, later(211), "市人大常委会")
    assert the(desk, suggestion).honours[0][1].chosen_by == "市人大常委会"
    assert desk.check() == []
