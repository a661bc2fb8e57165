"""What is a deputy's own: what waits for them, what they signed and said, what was promised, by year."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from station_desk.casework import deputies, handling, offices, promises, replies, suggestions, verdicts
from station_desk.casework.context import Actor, Desk
from station_desk.casework.handling import UnitCharge
from station_desk.casework.replies import PromiseEntry, ReplyEntry
from station_desk.casework.verdicts import ConsultationEntry
from station_desk.domain.declare import RecordId
from station_desk.domain.vocabulary import Role
from tests.builders import a_clerk, a_deputy, a_desk, a_suggestion, a_unit, a_visit, take, the

TODAY = date(2026, 5, 21)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return a_desk(tmp_path)


def _own(desk: Desk, deputy: RecordId, today: date = TODAY) -> deputies.Own:
    return deputies.own(desk, a_clerk(), deputy, today)


def _kinds(desk: Desk, deputy: RecordId, today: date = TODAY) -> list[str]:
    return [wait.kind for wait in _own(desk, deputy, today).waiting]


def _replied(desk: Desk, suggestion: RecordId, *, by: date | None = None) -> None:
    """Submitted, handed over and replied to, in class B with a promise where a day is given."""
    unit = a_unit(desk)
    for verb in ("check", "submit"):
        take(desk, suggestion, verb)
    handling.hand_over(desk, a_clerk(), suggestion, date(2026, 5, 8), [UnitCharge(unit, "lead")])
    take(desk, suggestion, "sign", date(2026, 5, 8))
    promised = (PromiseEntry(what="年内改造管网", by=by),) if by is not None else ()
    replies.record(
        desk,
        a_clerk(),
        suggestion,
        ReplyEntry(
            dated=date(2026, 5, 18), text="已列入计划", number="新住建函〔2026〕38号",
            reply_class="B" if promised else "A", promises=promised,
        ),
    )  # fmt: skip


def test_who_is_put_on_a_sheet_is_asked_to_sign_and_then_no_more(desk: Desk) -> None:
    lead, joint = a_deputy(desk), a_deputy(desk, "黄丽贞")
    suggestion = a_suggestion(desk, lead, joint)
    assert (_kinds(desk, lead), _kinds(desk, joint)) == ([], ["sign"])
    suggestions.countersign(desk, a_clerk(), suggestion, joint, TODAY)
    assert _kinds(desk, joint) == []
    assert [signed.role for signed in _own(desk, joint).signed] == ["joint"]


def test_a_reply_waits_for_each_signers_verdict(desk: Desk) -> None:
    lead, joint = a_deputy(desk), a_deputy(desk, "黄丽贞")
    suggestion = a_suggestion(desk, lead, joint)
    suggestions.countersign(desk, a_clerk(), suggestion, joint, date(2026, 5, 7))
    _replied(desk, suggestion)
    assert (_kinds(desk, lead), _kinds(desk, joint)) == (["judge"], ["judge"])
    signer = _own(desk, joint).waiting[0].signer
    assert signer is not None
    entry = ConsultationEntry(returned_on=TODAY, attitude="satisfied", result="fairly")
    verdicts.consult(desk, a_clerk(), suggestion, signer, entry)
    assert (_kinds(desk, lead), _kinds(desk, joint)) == (["judge"], [])
    said = _own(desk, joint).signed[0]
    assert (said.attitude, said.result) == ("satisfied", "fairly")


def test_a_promise_is_said_a_month_before_its_day_until_it_is_judged(desk: Desk) -> None:
    lead = a_deputy(desk)
    suggestion = a_suggestion(desk, lead)
    _replied(desk, suggestion, by=date(2026, 8, 31))
    assert "promise" not in _kinds(desk, lead)
    assert _kinds(desk, lead, date(2026, 8, 3)) == ["judge", "promise"]
    (signer,) = the(desk, suggestion).signers
    verdicts.consult(
        desk, a_clerk(), suggestion, signer.id, ConsultationEntry(returned_on=TODAY, result="satisfied")
    )
    (_, promise) = _own(desk, lead).promises[0]
    office = Actor("何健生", Role.OFFICE)
    promises.judge(
        desk,
        office,
        suggestion,
        promise.id,
        promises.Judged(on=date(2026, 8, 20), state="kept", proof="已通水"),
    )
    assert "promise" not in _kinds(desk, lead, date(2026, 8, 25))
    assert [p.promise.state for _, p in _own(desk, lead).promises] == ["kept"]


def test_the_file_is_told_by_year(desk: Desk) -> None:
    lead = a_deputy(desk)
    a_visit(desk, deputies=(lead,))
    a_visit(desk, began=datetime(2025, 11, 3, 9, 0), deputies=(lead,))
    a_visit(desk)
    a_suggestion(desk, lead)
    file = _own(desk, lead)
    assert file.years() == (2026, 2025)
    assert (len(file.visits), len(file.of(2025).visits), len(file.of(2025).signed)) == (2, 1, 0)
    assert len(file.matters) == 3, "two issues received and one suggestion led"


def test_a_deputys_own_desk_is_tied_by_its_code(desk: Desk, tmp_path: Path) -> None:
    deputy = a_deputy(desk)
    assert deputies.deputy_of(desk, a_clerk()) is None
    offices.add_deputy_desk(desk, a_clerk(), deputy, "HC-D1")
    assert deputies.deputy_of(desk, a_clerk()) is None, "the station's own desk is nobody's"
