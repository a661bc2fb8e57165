"""How the streams stand where receipts went alone, files are asked for, or strangers write of sites."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from station_desk import i18n
from station_desk.casework import attachments
from station_desk.casework.context import Desk
from station_desk.domain.records import Site
from station_desk.exchange import board, confirming, outbox, stream, tidings
from station_desk.store.files import path_beside
from tests.builders import a_clerk, an_issue
from tests.exchange.post import TOWN, a_station, a_town, acquainted, enrolled, sent, taken


@pytest.fixture(autouse=True)
def _english() -> None:
    i18n.set_language(i18n.ENGLISH)


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[tuple[Desk, Desk]]:
    with acquainted(tmp_path) as made:
        yield made


def words(desk: Desk) -> list[str]:
    (one,) = stream.peers(desk)
    return list(board.words(one, date.today()).sentences)


def test_a_receipt_alone_counts_as_something_that_came_or_went(
    pair: tuple[Desk, Desk], tmp_path: Path
) -> None:
    station, town = pair
    long_ago = (datetime.now() - timedelta(days=20)).isoformat(timespec="seconds")
    for desk in pair:
        with desk.transaction() as connection:
            connection.exec_driver_sql("UPDATE stream SET at = ?", (long_ago,))
        assert any("20 days" in said for said in words(desk))
    out = tmp_path / "out"
    out.mkdir()
    taken(town, confirming.write(station, TOWN, out))
    for desk in pair:
        assert not any("20 days" in said for said in words(desk))
    assert confirming.write(station, TOWN, out).name.endswith("-receipt-2.lzb")


def test_after_a_restore_nobody_says_that_the_earlier_packages_never_came(tmp_path: Path) -> None:
    station, town = a_station(tmp_path), a_town(tmp_path)
    enrolled(station, town)
    for number in range(3):
        an_issue(station, f"第{number}件")
        taken(town, sent(station, TOWN))
        taken(station, sent(town, "HC"))
    kept = Path(shutil.copyfile(station.backup(tmp_path), tmp_path / "kept.desk"))
    an_issue(station, "后来的")
    taken(town, sent(station, TOWN))
    station.close()
    for tail in ("-wal", "-shm"):
        station.path.with_name(station.path.name + tail).unlink(missing_ok=True)
    shutil.copyfile(kept, station.path)
    with closing(Desk.open(station.path)) as again:
        an_issue(again, "新的")
        taken(town, sent(again, TOWN))
        with town.reading() as connection:
            assert tidings.gaps(connection, "HC") == ()
        assert next(one.gaps for one in stream.peers(town) if one.site == "HC") == ()
        taken(again, sent(town, "HC"))
        (peer,) = stream.peers(again)
        assert peer.lacks == ()
    town.close()


def test_a_file_that_is_asked_for_is_due_by_itself(pair: tuple[Desk, Desk], tmp_path: Path) -> None:
    station, town = pair
    matter = an_issue(station)
    letter = tmp_path / "来函.pdf"
    letter.write_bytes(b"%PDF-1.4\n% x\n" + b"0 " * 60 + b"\n%%EOF\n")
    attachments.add(station, a_clerk(), matter, letter)
    taken(town, sent(station, TOWN))
    taken(station, sent(town, "HC"))
    assert outbox.due(station) == []
    town.close()
    path_beside(town.path).unlink()
    with closing(Desk.open(town.path)) as again:
        taken(station, sent(again, "HC"))
        (due,) = outbox.due(station)
        assert (due.entries, due.files) == (0, 1)
        taken(again, sent(station, TOWN))
        taken(station, sent(again, "HC"))
    assert [one for one in outbox.due(station) if one.files] == []


def test_what_others_write_of_sites_is_not_on_the_board(pair: tuple[Desk, Desk]) -> None:
    station, town = pair
    with station.writing(a_clerk(), "save_site") as work:
        work.add(Site(code="XH", name="假冒站", role="station", parent=TOWN))
    taken(town, sent(station, TOWN))
    assert [one.site for one in stream.peers(town)] == ["HC"]
    with town.transaction() as connection:  # as another program may write it
        connection.exec_driver_sql("UPDATE site SET code = NULL WHERE code = 'XH'")
    assert words(town)
