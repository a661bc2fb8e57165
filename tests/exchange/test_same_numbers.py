"""A station's own number on two matters, of a copied desk: told, asked, noted on both; and how a desk that
was put back keeps from giving one twice."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from station_desk import i18n
from station_desk.casework import browse, conflicts, history, issues, questions
from station_desk.casework.context import Actor, Desk
from station_desk.cli import program
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Issue
from station_desk.domain.vocabulary import Role
from station_desk.errors import UserError, ValidationError
from station_desk.exchange.digest import digest
from station_desk.store import numbers
from tests.builders import a_clerk, a_deputy, a_suggestion, an_issue, the
from tests.exchange.post import OFFICE, TOWN, a_station, a_town, sent, taken
from tests.exchange.test_recovery import kept, put_back

NUMBER = "HC-2026-0002"
APART = "一件是路灯，一件是井盖；路灯那件的告知单已补注日期"


class Twice(NamedTuple):
    """A station, its town, and a matter of each of its two copies: both went on numbering."""

    station: Desk
    town: Desk
    lost: RecordId
    new: RecordId

    def round(self) -> None:
        taken(self.town, sent(self.station, TOWN))
        taken(self.station, sent(self.town, "HC"))


@pytest.fixture
def twice(tmp_path: Path) -> Twice:
    i18n.set_language(i18n.ENGLISH)
    station, town = a_station(tmp_path), a_town(tmp_path)
    an_issue(station, "垃圾清运")
    taken(town, sent(station, TOWN))
    taken(station, sent(town, "HC"))
    copy = Desk.open(kept(station))
    lost = an_issue(copy, "路灯不亮")
    taken(town, sent(copy, TOWN))
    found = Twice(station, town, lost, an_issue(station, "井盖松动"))
    found.round()
    return found


def asked(desk: Desk) -> tuple[questions.Question, ...]:
    return conflicts.waiting(desk).questions


def test_it_is_asked_at_the_station_and_told_at_the_office(twice: Twice) -> None:
    assert the(twice.station, twice.lost).row.number == the(twice.station, twice.new).row.number == NUMBER
    for desk in (twice.station, twice.town):
        (question,) = asked(desk)
        assert (question.kind, question.number) == ("same_number", NUMBER)
        assert {(c.record, c.shown) for c in question.candidates} == {
            (twice.lost, "路灯不亮"), (twice.new, "井盖松动"),
        }  # fmt: skip
        assert question.here is (desk is twice.station)
        assert question.authority == "HC站"
        for matter in (twice.lost, twice.new):
            assert conflicts.about(desk, matter) == (question,)
    assert conflicts.tally(twice.station) == questions.Tally(1, 1)


def test_noted_on_both_it_is_asked_no_more_and_each_names_the_other_everywhere(twice: Twice) -> None:
    with pytest.raises(ValidationError, match="told apart"):
        conflicts.note_same_number(twice.station, a_clerk(), twice.new, " ")
    with pytest.raises(UserError, match="for the staff of HC站"):
        conflicts.note_same_number(twice.town, OFFICE, twice.new, APART)
    with pytest.raises(UserError):
        conflicts.note_same_number(twice.station, Actor("李", Role.VIEWER), twice.new, APART)
    conflicts.note_same_number(twice.station, a_clerk(), twice.new, APART)
    twice.round()
    for desk in (twice.station, twice.town):
        assert asked(desk) == ()
        for one, other in ((twice.lost, twice.new), (twice.new, twice.lost)):
            assert [(link.kind, link.other) for link in the(desk, one).links] == [("same-number", other)]
            assert APART in {row.author.reason for row in history.of_matter(desk, one)}
    with pytest.raises(UserError, match="decided already"):
        conflicts.note_same_number(twice.station, a_clerk(), twice.lost, APART)
    assert digest(twice.station) == digest(twice.town)
    assert twice.station.check() == twice.town.check() == []


def test_a_note_taken_back_is_asked_again_and_a_third_of_that_number_too(twice: Twice) -> None:
    conflicts.note_same_number(twice.station, a_clerk(), twice.new, APART)
    history.undo(twice.station, a_clerk())
    assert [one.kind for one in asked(twice.station)] == ["same_number"]
    conflicts.note_same_number(twice.station, a_clerk(), twice.lost, APART)
    with twice.station.writing(a_clerk(), "register_visit") as work:
        record = the(twice.station, twice.new).record
        work.add(
            Issue(
                number=NUMBER, title="第三件", station="HC", owner="HC", opened_on=record.opened_on,
                profile=record.profile,
            )
        )  # fmt: skip
    (question,) = asked(twice.station)
    assert len(question.candidates) == 3
    conflicts.note_same_number(twice.station, a_clerk(), twice.lost, APART)
    assert asked(twice.station) == ()


def test_one_of_the_two_voided_there_is_nothing_to_ask(twice: Twice) -> None:
    issues.void(twice.station, a_clerk(), twice.new, "重复登记")
    assert asked(twice.station) == ()
    assert browse.find(twice.station, NUMBER) == twice.lost


def test_opening_by_the_number_says_that_two_bear_it(twice: Twice) -> None:
    for desk in (twice.station, twice.town):
        with pytest.raises(UserError, match="2 matters bear the number") as told:
            browse.find(desk, NUMBER)
        for matter, title in ((twice.lost, "路灯不亮"), (twice.new, "井盖松动")):
            assert f"{title} ({matter.hex()})" in str(told.value)
            assert browse.find(desk, matter.hex()) == matter
        assert {hit.id for hit in browse.hits(desk, NUMBER)} == {twice.lost, twice.new}
        assert browse.find(desk, "HC-2026-0001") is not None


def test_the_command_line_asks_which_and_notes_it(twice: Twice) -> None:
    place = ["--language", "en", "--desk", str(twice.station.path)]
    shown = CliRunner().invoke(program, [*place, "show", NUMBER])
    assert shown.exit_code == 1
    assert "2 matters bear the number" in shown.output
    (one,) = json.loads(CliRunner().invoke(program, [*place, "--json", "conflicts"]).stdout)["questions"]
    assert one["kind"] == "same_number"
    noted = CliRunner().invoke(program, [*place, "decide", one["key"], "--decline", "--reason", APART])
    assert (noted.exit_code, asked(twice.station)) == (0, ())


# --- what a desk that was put back numbers ------------------------------------------------------------


def test_a_desk_put_back_numbers_with_a_letter_and_never_what_was_lost(tmp_path: Path) -> None:
    i18n.set_language(i18n.ENGLISH)
    station, town = a_station(tmp_path), a_town(tmp_path)
    deputy = a_deputy(station)
    an_issue(station, "垃圾清运")
    taken(town, sent(station, TOWN))
    copy = kept(station)
    lost = [an_issue(station, "路灯不亮"), a_suggestion(station, deputy)]
    taken(town, sent(station, TOWN))
    again = put_back(station, copy)
    new = [an_issue(again, "井盖松动"), an_issue(again, "噪声扰民"), a_suggestion(again, deputy)]
    taken(town, sent(again, TOWN))
    taken(again, sent(town, "HC"))

    (letter,) = {the(again, matter).row.number[8] for matter in new[:2]}
    year = date.today().year
    assert [the(again, matter).row.number for matter in new] == [
        f"HC-2026-{letter}0001", f"HC-2026-{letter}0002", f"HC-2026-J{letter}0001",
    ]  # fmt: skip
    assert [the(again, matter).row.number for matter in lost] == ["HC-2026-0002", "HC-2026-J0001"]
    assert f"until the end of {year} bear the letter {letter}" in again.notices()[-1]
    visits = [visit.number for matter in (lost[0], *new[:2]) if (visit := the(again, matter).visit)]
    assert visits == ["HC-20260507-02", f"HC-20260507-{letter}01", f"HC-20260507-{letter}02"]
    assert asked(again) == ()
    with again.reading() as connection:
        assert numbers.mark(connection, year + 1) == "", "of later years nothing can be lost"
    assert again.check() == []


def test_put_back_twice_it_takes_another_letter_and_moved_none(tmp_path: Path) -> None:
    station = a_station(tmp_path)
    letters = []
    for _ in range(2):
        copy = kept(station)
        an_issue(station, "丢失的事")
        station = put_back(station, copy)
        letters.append(the(station, an_issue(station, "路灯不亮")).row.number[8])
    assert letters[0] != letters[1]
    assert not {"J", "Y"}.intersection(letters), "the series of suggestions and motions"
