"""The record tables are the log's fold and nothing else, whatever was done and however it arrived."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from station_desk.casework import handling, offices
from station_desk.casework.browse import MatterFilter, page
from station_desk.casework.context import Desk
from station_desk.casework.handling import StepEntry
from station_desk.domain.profile_text import builtin_text
from station_desk.domain.records import Issue, Unit
from station_desk.domain.vocabulary import SiteRole
from station_desk.store import tables
from tests.builders import DAY, a_clerk, a_desk, an_issue, commits, deliver, log_of, stage, the
from tests.store.busy_clerk import BusyClerk


def contents(desk: Desk) -> dict[str, list[tuple[object, ...]]]:
    """Every record table whole, save the local ranks, which each desk gives by itself."""
    out: dict[str, list[tuple[object, ...]]] = {}
    with desk.reading() as connection:
        for name, table in {**tables.TABLES, "mark": tables.mark}.items():
            columns = [f'"{c.name}"' for c in table.columns if (name, c.name) != ("matter", "n")]
            rows = connection.exec_driver_sql(f"SELECT {', '.join(columns)} FROM {name}")
            out[name] = sorted((tuple(row) for row in rows), key=repr)
    return out


def the_town(folder: Path, site: str = "TOWN") -> Desk:
    return a_desk(folder, site, role=SiteRole.TOWN)


@pytest.mark.parametrize("seed", range(4))
def test_whatever_a_clerk_does_the_tables_equal_the_log(tmp_path: Path, seed: int) -> None:
    desk = a_desk(tmp_path)
    clerk = BusyClerk(desk, seed).work(200)
    assert clerk.refused > 0
    assert len(clerk.done) >= 10
    before = contents(desk)

    assert desk.check() == []
    desk.reproject()
    assert contents(desk) == before
    assert desk.check() == []


@pytest.mark.parametrize("seed", range(3))
def test_commits_in_any_order_and_any_batches_give_the_same_tables(tmp_path: Path, seed: int) -> None:
    chance = Random(seed)
    station = a_desk(tmp_path)
    BusyClerk(station, seed).work(90)
    straight, shuffled = the_town(tmp_path), the_town(tmp_path, "OTHER")
    whole = log_of(station)
    # Each desk knows itself; to compare them whole, each also gets the other's own first commit.
    deliver(straight, [*whole, *log_of(shuffled)])
    parts = [*whole, *log_of(straight)[:1], *chance.choices(whole, k=20)]
    chance.shuffle(parts)
    while parts:
        size = chance.randint(1, 12)
        deliver(shuffled, parts[:size])
        parts = parts[size:]

    assert contents(shuffled) == contents(straight)
    assert shuffled.check() == []
    assert straight.check() == []
    station_matters = contents(station)["matter"]
    assert contents(straight)["matter"] == station_matters


def test_two_desks_editing_at_once_agree_after_the_exchange(tmp_path: Path) -> None:
    station, town = a_desk(tmp_path, parent="TOWN"), the_town(tmp_path)
    issue = an_issue(station)
    deliver(town, log_of(station))
    for desk, title in ((station, "站里改的"), (town, "镇里改的")):
        with desk.writing(a_clerk(), "correct_issue") as work:
            work.update(Issue, issue, title=title)
    there, back = log_of(station), log_of(town)
    deliver(town, there)
    deliver(station, back)

    assert contents(town) == contents(station)
    assert the(town, issue).row.title == "站里改的"


def test_a_strangers_word_on_what_the_owner_decides_is_marked_and_nothing_else(tmp_path: Path) -> None:
    station, town = a_desk(tmp_path, parent="TOWN"), the_town(tmp_path)
    issue = an_issue(station)
    deliver(town, log_of(station))
    with town.writing(a_clerk(), "void_issue") as work:
        work.void(Issue, issue, "镇里认为重复")
    deliver(station, log_of(town))

    row = the(station, issue).row
    assert row.marked
    assert page(station, MatterFilter()) == [row]


def test_a_matter_handed_on_keeps_what_its_owner_wrote(tmp_path: Path) -> None:
    station, town = a_desk(tmp_path, parent="TOWN"), the_town(tmp_path)
    issue = an_issue(station)
    with station.writing(a_clerk(), "void_issue") as work:
        work.void(Issue, issue, "误登")
    with station.writing(a_clerk(), "hand_on") as work:
        work.update(Issue, issue, owner="TOWN")
    deliver(town, log_of(station))

    assert page(town, MatterFilter()) == []
    with town.writing(a_clerk(), "restore") as work:
        work.update(Issue, issue, void=None)
    deliver(station, log_of(town))
    assert [r.id for r in page(station, MatterFilter())] == [issue]
    assert contents(station)["mark"] == []


def test_a_step_after_an_undone_one_is_not_lost(tmp_path: Path) -> None:
    from station_desk.casework import history
    from tests.builders import a_unit, handed_over, take

    desk = a_desk(tmp_path)
    issue = an_issue(desk)
    handed_over(desk, issue, (a_unit(desk), "lead"))
    take(desk, issue, "sign")
    history.undo(desk, a_clerk())
    take(desk, issue, "finish")

    assert stage(desk, issue) == "done"
    assert desk.check() == []


def test_what_is_written_once_cannot_be_written_again(tmp_path: Path) -> None:
    desk = a_desk(tmp_path)
    issue = an_issue(desk)
    before = commits(desk)

    with pytest.raises(TypeError), desk.writing(a_clerk(), "correct") as work:
        work.update(Issue, issue, number="HC-1")
    assert commits(desk) == before


def test_bulk_work_is_several_commits_in_one_transaction(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("station_desk.store.commits.BULK", 10)
    desk = a_desk(tmp_path)
    before = commits(desk)
    with desk.writing(a_clerk(), "import_directory") as work:
        for n in range(25):
            work.add_bulk(Unit(name=f"单位{n}"))

    assert commits(desk) - before == 3
    assert desk.check() == []

    def broken() -> None:
        with desk.writing(a_clerk(), "import_directory") as work:
            for n in range(25):
                work.add_bulk(Unit(name=f"别的{n}"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        broken()
    assert commits(desk) - before == 3


def test_matters_wait_for_the_rules_they_began_under(tmp_path: Path) -> None:
    station, town = a_desk(tmp_path), the_town(tmp_path)
    text = builtin_text("guangdong").replace('version = "guangdong-1"', 'version = "新会-2"')
    offices.save_profile(station, a_clerk(), text)
    issue = an_issue(station)
    log = log_of(station)
    profile = next(d for d in log if d[1].verb == "save_profile")
    deliver(town, [d for d in log if d is not profile])
    assert stage(town, issue) == ""
    deliver(town, [profile])

    assert stage(town, issue) == "accepted"
    assert town.check() == []


def test_reading_goes_on_unchanged_while_another_thread_writes(tmp_path: Path) -> None:
    from threading import Thread

    desk = a_desk(tmp_path)
    issue = an_issue(desk)
    failures: list[BaseException] = []

    def write() -> None:
        try:
            for _ in range(10):
                handling.take(desk, a_clerk(), issue, "note", StepEntry(on=DAY, text="电话催问"))
        except BaseException as error:  # told to the test below
            failures.append(error)

    sql = "SELECT (SELECT count(*) FROM step), (SELECT count(*) FROM cmt)"
    writers = [Thread(target=write) for _ in range(3)]
    with desk.reading() as connection:
        before = connection.exec_driver_sql(sql).one()
        for writer in writers:
            writer.start()
        seen = {tuple(connection.exec_driver_sql(sql).one()) for _ in range(200)}
        for writer in writers:
            writer.join()
        seen.add(tuple(connection.exec_driver_sql(sql).one()))

    assert failures == []
    assert seen == {tuple(before)}
    assert len(the(desk, issue).steps) == 31
    assert desk.check() == []


@pytest.mark.parametrize("claim", ["unit", "visit", "suggestion"])
@pytest.mark.parametrize("ways", [(0, 1), (1, 0)], ids=["before", "after"])
def test_nobody_turns_a_record_into_something_else(tmp_path: Path, claim: str, ways: tuple[int, int]) -> None:
    station, forger = a_desk(tmp_path), the_town(tmp_path, "FORGER")
    issue = an_issue(station)
    with forger.writing(a_clerk(), "forge") as work:
        work._put(claim, issue, b"n" * 16, {"name": "假", "title": "假"}, {}, False)
    town, other = the_town(tmp_path), the_town(tmp_path, "OTHER")
    parts = [log_of(station), log_of(forger)]
    for way in ways:
        deliver(town, parts[way])
    deliver(other, [*parts[0], *parts[1]])

    assert (stage(town, issue), the(town, issue).row.title) == (
        stage(station, issue),
        "江会路南段一落大雨就浸水",
    )
    assert town.check() == other.check() == []
    with town.reading() as connection:
        rows = connection.exec_driver_sql(f"SELECT count(*) FROM {claim} WHERE id = ?", (issue,)).scalar()
    assert rows == 0


def test_who_made_a_step_does_not_hang_on_what_was_heard_first(tmp_path: Path) -> None:
    """What a newer program made as something unknown here is called a step by somebody else."""
    station, forger = a_desk(tmp_path), the_town(tmp_path, "FORGER")
    with station.writing(a_clerk(), "hear") as work:
        nonce = work._nonce()
        record = work._new_id(nonce)
        work._put("hearing", record, nonce, {"name": "听证"}, {}, True)
    with forger.writing(a_clerk(), "forge") as work:
        work._put("step", record, b"n" * 16, {"verb": "note"}, {}, False)
    parts = log_of(station), log_of(forger)
    found = []
    for place, ways in enumerate(((0, 1), (1, 0))):
        town = the_town(tmp_path, f"TOWN{place}")
        for way in ways:
            deliver(town, parts[way])
        assert town.check() == []
        found.append(contents(town)["step"])
    assert found[0] == found[1]
    assert len(found[0]) == 1
