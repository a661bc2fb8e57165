"""Two forms of one signer in one round: which one counts, the same on screens, on paper and in figures."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from station_desk import i18n
from station_desk.casework import conflicts, deputies, handling, history, replies, verdicts
from station_desk.casework.context import Actor, Desk
from station_desk.casework.dossier_papers import consultation_sheets, latest_form
from station_desk.casework.handling import UnitCharge
from station_desk.casework.replies import ReplyEntry
from station_desk.casework.statistics import Period
from station_desk.casework.statistics_handling import BY_RESULT, handling_figures
from station_desk.casework.statistics_verdicts import verdict_figures
from station_desk.casework.verdicts import ConsultationEntry
from station_desk.domain.declare import RecordId
from station_desk.domain.verdicts import Rival, counting
from station_desk.domain.vocabulary import DEPUTY_VERDICTS
from station_desk.errors import UserError, ValidationError
from station_desk.exchange.digest import digest
from station_desk.ui.pages import conflicts_words, suggestion_words
from tests.builders import DAY, a_clerk, a_suggestion, a_unit, stage, the
from tests.exchange.post import (
    CODE,
    DEPUTY,
    OFFICE,
    TOWN,
    a_deputys_desk,
    a_listed_deputy,
    a_station,
    a_town,
    handed,
    sent,
    taken,
    through,
)

ANSWERED, JUDGED = date(2026, 6, 2), date(2026, 6, 9)
YEAR = Period.of_months("2026-01", "2026-12")
TODAY = date(2026, 12, 1)


def _judged(desk: Desk, actor: Actor, suggestion: RecordId, result: str) -> None:
    signer = the(desk, suggestion).signers[0].id
    entry = ConsultationEntry(returned_on=JUDGED, result=result, attitude=result, opinion=f"意见{result}")
    verdicts.consult(desk, actor, suggestion, signer, entry)


def _of_the_deputy(desk: Desk, deputy: RecordId | None) -> tuple[deputies.Signed, ...]:
    assert deputy is not None
    return deputies.own(desk, DEPUTY, deputy, TODAY).signed


def _said_everywhere(desk: Desk, suggestion: RecordId) -> list[str]:
    """What the signer's verdict is by each reader: screens, paper, figures."""
    detail = the(desk, suggestion)
    (row,) = detail.signers
    ((shown, _),) = suggestion_words.signers(detail, TODAY)[0].rounds
    assert "set aside" in shown
    (label,) = {str(DEPUTY_VERDICTS.label(c.result)) for c in row.counting}
    assert shown.startswith(f"{label} / {label}")
    (sheet,) = consultation_sheets(desk, suggestion)
    _, form = latest_form(detail, row)
    assert form is sheet.form or form == sheet.form
    now = verdicts.round_now(detail)
    handled = {line.name: line for line in handling_figures(desk, YEAR, today=TODAY).verdicts}[BY_RESULT]
    total = verdict_figures(desk, YEAR, today=TODAY).total.row
    codes = ("satisfied", "fairly", "dissatisfied")
    return [
        row.counting[0].result or "",
        "dissatisfied" if now.dissatisfied else "satisfied",
        (form.result if form else "") or "",
        *(code for code in codes for _ in range(handled.n(code))),
        *(code for code in codes for _ in range(total.n(code))),
        *(one.result for one in _of_the_deputy(desk, row.signer.deputy)),
    ]


@pytest.fixture
def asked(tmp_path: Path) -> tuple[Desk, Desk, RecordId]:
    """A station and its deputy's own desk, and an answered suggestion on which the deputy is asked."""
    i18n.set_language(i18n.ENGLISH)
    station, town = a_station(tmp_path), a_town(tmp_path)
    suggestion = a_suggestion(station, a_listed_deputy(station))
    through(station, a_clerk(), suggestion, "check", "submit")
    taken(town, sent(station, TOWN))
    handling.hand_over(town, OFFICE, suggestion, DAY, [UnitCharge(a_unit(town), "lead")])
    entry = ReplyEntry(dated=ANSWERED, text="已办。", reply_class="A")
    replies.record(town, OFFICE, suggestion, entry)
    taken(station, sent(town, "HC"))
    theirs = a_deputys_desk(tmp_path, CODE)
    handed(station, theirs)
    return station, theirs, suggestion


@pytest.mark.parametrize("own", ["satisfied", "dissatisfied"])
@pytest.mark.parametrize("first", ["station", "deputy"])
def test_the_form_of_the_deputys_own_desk_counts_on_screens_on_paper_and_in_figures(
    asked: tuple[Desk, Desk, RecordId], own: str, first: str
) -> None:
    station, theirs, suggestion = asked
    other = "dissatisfied" if own == "satisfied" else "satisfied"
    if first == "station":
        _judged(station, a_clerk(), suggestion, other)
        _judged(theirs, DEPUTY, suggestion, own)
    else:
        _judged(theirs, DEPUTY, suggestion, own)
        _judged(station, a_clerk(), suggestion, other)
    taken(station, sent(theirs, "HC"))
    taken(theirs, sent(station, CODE))
    for desk in (station, theirs):
        assert set(_said_everywhere(desk, suggestion)) == {own}
        (row,) = the(desk, suggestion).signers
        assert len(row.verdicts) == 2, "the other is kept, and told"
        tip = suggestion_words.signers(the(desk, suggestion), TODAY)[0].opinion
        assert "Does not count" in tip
        assert f"意见{other}" in tip
    assert digest(theirs) == digest(station, CODE)
    assert station.check() == theirs.check() == []


def test_the_form_that_does_not_count_is_asked_about_and_taken_back_by_who_recorded_it(
    asked: tuple[Desk, Desk, RecordId],
) -> None:
    station, theirs, suggestion = asked
    _judged(station, a_clerk(), suggestion, "dissatisfied")
    _judged(theirs, DEPUTY, suggestion, "satisfied")
    taken(station, sent(theirs, "HC"))
    taken(theirs, sent(station, CODE))
    assert stage(station, suggestion) == "unhappy", "by the form that does not count"
    for desk in (station, theirs):
        (question,) = conflicts.about(desk, suggestion)
        assert conflicts.waiting(desk).questions == (question,)
        assert (question.kind, question.field_label, question.shown) == (
            "two_forms", "陈伟雄", "Satisfied，意见satisfied",
        )  # fmt: skip
        assert (question.here, question.authority) == (desk is station, "HC站")
    assert "陈伟雄" in conflicts_words.heading(question)
    assert conflicts_words.list_row(question).title == question.title
    assert conflicts_words.below(question).startswith("HC站 decides this")
    assert [card.key for card in conflicts_words.choices(question, TODAY)] == ["", ""]
    form = question.record
    with pytest.raises(ValidationError, match="why it is taken back"):
        verdicts.withdraw_form(station, a_clerk(), form, "")
    with pytest.raises(UserError, match="Only the desk that recorded"):
        verdicts.withdraw_form(theirs, DEPUTY, form, "代表本人已填")
    (counting_form,) = {one.record for one in question.candidates} - {form}
    with pytest.raises(UserError, match="This form counts"):
        verdicts.withdraw_form(station, a_clerk(), counting_form, "代表本人已填")
    verdicts.withdraw_form(station, a_clerk(), form, "代表本人已填")
    taken(theirs, sent(station, CODE))
    for desk in (station, theirs):
        assert conflicts.waiting(desk).questions == ()
        assert stage(desk, suggestion) == "replied", "the stage follows from what counts"
        assert [c.result for c in the(desk, suggestion).signers[0].counting] == ["satisfied"]
        assert "withdraw_form" in {row.author.verb for row in history.of_matter(desk, suggestion)}
    assert digest(theirs) == digest(station, CODE)
    assert station.check() == theirs.check() == []


def test_which_of_several_forms_counts() -> None:
    early, late = RecordId(bytes(16)), RecordId(bytes([255] * 16))
    filed = Rival(late, False, 90, b"b")
    assert counting([filed, Rival(early, True, 5, b"a")]).record == early, "the deputy's own desk"
    assert counting([filed, Rival(early, False, 91, b"a")]).record == early, "the last by the log"
    assert counting([filed, Rival(early, False, 90, b"c")]).record == early, "the same everywhere"
