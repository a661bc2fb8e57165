"""What comes into a scope later arrives whole, once, and whatever was lost or put back on the way."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from station_desk import i18n
from station_desk.casework import browse, handling, offices, suggestions
from station_desk.casework.context import Desk
from station_desk.casework.suggestions import SuggestionEntry
from station_desk.domain.records import Deputy, Issue, Signer
from station_desk.exchange import inbox, package, stream
from station_desk.exchange.digest import digest
from tests.builders import DAY, a_clerk, a_suggestion, a_visit, an_issue, stage, the
from tests.exchange.post import (
    CODE,
    TOWN,
    a_deputys_desk,
    a_listed_deputy,
    a_station,
    a_town,
    counts,
    everything,
    handed,
    lines,
    members,
    put,
    sent,
    taken,
    titles,
    unpacked,
)


@pytest.fixture
def station(tmp_path: Path) -> Desk:
    return a_station(tmp_path)


def test_a_matter_that_becomes_theirs_later_arrives_whole(tmp_path: Path, station: Desk) -> None:
    deputy = a_listed_deputy(station)
    other, _ = offices.save(station, a_clerk(), Deputy(name="林小燕", level="town"))
    theirs = a_deputys_desk(tmp_path, CODE)
    saved = a_visit(station, deputies=(other,))
    issue = saved.matters[0][0]
    handling.note(station, a_clerk(), issue, "已到现场看过", DAY)
    draft = a_suggestion(station, other, issues=(issue,))
    apart = an_issue(station, "富华小区垃圾堆放无人清运")
    handed(station, theirs)
    assert titles(theirs) == set()

    # The other deputy's draft is put before this one to join: its source comes with it.
    title, text = "关于整治江会路内涝的建议", "建议改造江会路排水管网。"
    entry = SuggestionEntry(title=title, text=text, deputies=(other, deputy), opened_on=DAY)
    suggestions.revise(station, a_clerk(), draft, entry)
    before = counts(theirs)
    path = sent(station, CODE)
    said = inbox.preview(theirs, path)
    assert (said.new, said.changed, said.already) == (2, 0, False)
    result = taken(theirs, path)
    assert result.changes == said.changes > 5

    found = the(theirs, issue)
    assert [s.step.text for s in found.steps if s.step.verb == "note"] == ["已到现场看过"]
    assert found.visit is not None
    assert stage(theirs, issue) == stage(station, issue) == "in_suggestion"
    assert the(theirs, draft).row.title == "关于整治江会路内涝的建议"
    assert browse.hits(theirs, "江会路")
    assert apart not in {row.id for row in browse.page(theirs, browse.MatterFilter())}
    assert digest(theirs) == digest(station, CODE)
    assert counts(theirs)[0] == before[0] + 1  # the old commits were here; only their gaps were filled
    assert theirs.check() == station.check() == []
    whole = everything(theirs)
    assert taken(theirs, path).applied == 0
    assert everything(theirs) == whole
    theirs.reproject()
    assert digest(theirs) == digest(station, CODE)


def test_only_what_widened_is_sent_again_and_only_until_it_is_confirmed(
    tmp_path: Path, station: Desk
) -> None:
    deputy = a_listed_deputy(station)
    other, _ = offices.save(station, a_clerk(), Deputy(name="林小燕", level="town"))
    theirs = a_deputys_desk(tmp_path, CODE)
    for number in range(30):
        a_suggestion(station, deputy, title=f"关于第{number}件事的建议")
    draft = a_suggestion(station, other)
    handed(station, theirs)
    assert lines(sent(station, CODE)) == []
    with station.writing(a_clerk(), "save_signer") as work:
        work.add(Signer(matter=draft, deputy=deputy, role="joint", rank=1))
    path = sent(station, CODE)
    assert len(lines(path)) == 2  # the commit that made the draft, and the new one
    assert "第3件事" not in unpacked(path).decode()
    assert len(lines(sent(station, CODE))) == 2  # not confirmed: again
    handed(station, theirs)
    assert lines(sent(station, CODE)) == []
    assert the(theirs, draft).row.title == "关于整治江会路内涝的建议"


def test_a_lost_file_that_widened_heals_with_the_next(tmp_path: Path, station: Desk) -> None:
    deputy = a_listed_deputy(station)
    other, _ = offices.save(station, a_clerk(), Deputy(name="林小燕", level="town"))
    theirs = a_deputys_desk(tmp_path, CODE)
    draft, second = a_suggestion(station, other), a_suggestion(station, other, title="关于路灯的建议")
    handed(station, theirs)
    for matter in (draft, second):
        with station.writing(a_clerk(), "save_signer") as work:
            work.add(Signer(matter=matter, deputy=deputy, role="joint", rank=1))
        path = sent(station, CODE)
        if matter == draft:
            path.unlink()
    taken(theirs, path)
    assert {draft, second} == {row.id for row in browse.page(theirs, browse.MatterFilter())}
    handed(station, theirs)
    assert digest(theirs) == digest(station, CODE)


def test_a_desk_put_back_from_a_backup_is_sent_again_what_widened_since(
    tmp_path: Path, station: Desk
) -> None:
    deputy = a_listed_deputy(station)
    other, _ = offices.save(station, a_clerk(), Deputy(name="林小燕", level="town"))
    theirs = a_deputys_desk(tmp_path, CODE)
    draft = a_suggestion(station, other)
    handed(station, theirs)
    kept = theirs.backup(tmp_path)
    with station.writing(a_clerk(), "save_signer") as work:
        work.add(Signer(matter=draft, deputy=deputy, role="joint", rank=1))
    handed(station, theirs)
    handling.note(station, a_clerk(), draft, "请代表看看初稿", DAY)
    late = sent(station, CODE)
    theirs.close()
    restored = Desk.open(kept)
    assert "An earlier file" in i18n_refusal(restored, late)
    taken(station, sent(restored, "HC"))
    taken(restored, sent(station, CODE))
    assert the(restored, draft).row.title == "关于整治江会路内涝的建议"
    assert digest(restored) == digest(station, CODE)
    assert restored.check() == []


def i18n_refusal(desk: Desk, path: Path) -> str:
    i18n.set_language(i18n.ENGLISH)
    (refused,) = inbox.take_in(desk, [path]).refused
    return refused.reason


def test_what_left_the_scope_and_came_back_brings_what_happened_between(
    tmp_path: Path, station: Desk
) -> None:
    deputy = a_listed_deputy(station)
    other, _ = offices.save(station, a_clerk(), Deputy(name="林小燕", level="town"))
    theirs = a_deputys_desk(tmp_path, CODE)
    draft = a_suggestion(station, other, deputy)
    handed(station, theirs)
    entry = SuggestionEntry(title="关于内涝的建议", text="改造管网。", deputies=(other,), opened_on=DAY)
    suggestions.revise(station, a_clerk(), draft, entry)
    handling.note(station, a_clerk(), draft, "与区水务局谈过", DAY)
    sent(station, CODE).unlink()  # the file that says so is lost: the next one says it too
    handed(station, theirs)
    assert titles(theirs) == set()  # taken back
    suggestions.revise(station, a_clerk(), draft, replace(entry, deputies=(other, deputy)))
    handed(station, theirs)
    assert "水务局" in str(the(theirs, draft).steps)
    assert digest(theirs) == digest(station, CODE)
    assert theirs.check() == []


def test_a_widening_too_large_for_one_file_comes_in_several(
    tmp_path: Path, station: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    deputy = a_listed_deputy(station)
    other, _ = offices.save(station, a_clerk(), Deputy(name="林小燕", level="town"))
    theirs = a_deputys_desk(tmp_path, CODE)
    drafts = [a_suggestion(station, other, title=f"关于第{n}件事的建议") for n in range(12)]
    handed(station, theirs)
    for draft in drafts:
        with station.writing(a_clerk(), "save_signer") as work:
            work.add(Signer(matter=draft, deputy=deputy, role="joint", rank=1))
    monkeypatch.setattr(package, "MAX_CHANGES", 5)
    seen = []
    for _ in range(8):
        handed(station, theirs)
        seen.append(len(titles(theirs)))
    assert seen[0] < seen[1] <= 12 == seen[-1]
    assert stream.export(station, CODE, tmp_path).left == 0
    assert digest(theirs) == digest(station, CODE)
    assert theirs.check() == []


def test_files_of_the_first_version_which_say_less_are_taken_and_answered(
    tmp_path: Path, station: Desk
) -> None:
    deputy = a_listed_deputy(station)
    theirs = a_deputys_desk(tmp_path, CODE)
    suggestion = a_suggestion(station, deputy)

    def older(path: Path) -> Path:
        """The same file, with nothing said of what was taken and what it builds on."""
        (_, raw), _, *rest = members(path)
        said = msgspec.json.decode(raw)
        del said["took"], said["base"]
        target = path.with_name(f"older-{path.name}")
        return put(path, target, said, rest)

    taken(theirs, older(sent(station, CODE)))
    taken(station, older(sent(theirs, "HC")))
    handling.note(station, a_clerk(), suggestion, "请代表看看初稿", DAY)
    taken(theirs, sent(station, CODE))
    assert digest(theirs) == digest(station, CODE)
    assert theirs.check() == station.check() == []


def test_a_matter_handed_to_another_station_arrives_there_whole(tmp_path: Path, station: Desk) -> None:
    town, there = a_town(tmp_path), a_station(tmp_path, "XH")
    matter = an_issue(station)
    handling.note(station, a_clerk(), matter, "已到现场看过", DAY)
    elsewhere = an_issue(station, "富华小区垃圾堆放无人清运")
    for desk in (station, there):
        taken(town, sent(desk, TOWN))
        taken(desk, sent(town, desk.identity.site))
    with station.writing(a_clerk(), "correct_issue") as work:
        work.update(Issue, matter, owner="XH")
    taken(town, sent(station, TOWN))
    path = sent(town, "XH")
    taken(there, path)
    found = the(there, matter)
    assert (found.row.title, found.record.owner) == (the(station, matter).row.title, "XH")
    assert [s.step.text for s in found.steps if s.step.verb == "note"] == ["已到现场看过"]
    assert "富华".encode() not in unpacked(path)
    assert elsewhere.hex().encode() not in unpacked(path)
    handling.note(there, a_clerk(), matter, "新会站已接手", DAY)
    taken(town, sent(there, TOWN))
    taken(station, sent(town, "HC"))
    assert "新会站已接手" in str(the(station, matter).steps)
    assert digest(station) == digest(town, "HC")
    assert digest(there) == digest(town, "XH")
    assert there.check() == station.check() == town.check() == []
