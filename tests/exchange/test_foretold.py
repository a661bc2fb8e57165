"""What a preview says of a package about no matter: taken back, confirmed, a file that was lacking."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from station_desk import i18n
from station_desk.casework import attachments, handling
from station_desk.casework.context import Desk
from station_desk.exchange import confirming, inbox
from station_desk.store.files import Files, path_beside
from tests.builders import DAY, a_clerk, an_issue
from tests.exchange.post import CODE, DEPUTY, TOWN, acquainted, everything, sent, taken, titles
from tests.exchange.test_withdrawal import Pair, taken_back


@pytest.fixture(autouse=True)
def _english() -> None:
    i18n.set_language(i18n.ENGLISH)


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[tuple[Desk, Desk]]:
    with acquainted(tmp_path) as made:
        yield made


def test_what_a_package_takes_back_is_said_before_it_is_gone(tmp_path: Path) -> None:
    pair = Pair(tmp_path)
    pair.take_off()
    path = sent(pair.station, CODE)
    before = everything(pair.theirs)
    said = inbox.preview(pair.theirs, path)
    assert everything(pair.theirs) == before
    assert not said.already
    (words,) = said.said
    assert "takes back 1 matters" in words
    assert "importing removes" in words
    here = titles(pair.theirs)
    (told,) = taken(pair.theirs, path).said
    assert len(titles(pair.theirs)) == len(here) - 1
    assert "has taken back 1 matters" in told


def test_a_package_with_nothing_but_a_withdrawal_is_not_called_known(tmp_path: Path) -> None:
    station, theirs, matter = taken_back(tmp_path)
    with station.transaction() as connection:
        connection.exec_driver_sql("DELETE FROM scope WHERE record = ?", (matter,))
    handling.note(theirs, DEPUTY, matter, "我去看过", DAY)
    taken(station, sent(theirs, "HC"))
    path = sent(station, CODE)
    said = inbox.preview(theirs, path)
    assert not said.already
    assert any("takes back" in words for words in said.said)
    before = titles(theirs)
    taken(theirs, path)
    assert titles(theirs) != before
    assert inbox.preview(theirs, path).already
    station.close()
    theirs.close()


def test_a_receipt_alone_is_said_to_confirm(pair: tuple[Desk, Desk], tmp_path: Path) -> None:
    station, town = pair
    an_issue(station)
    taken(town, sent(station, TOWN))
    out = tmp_path / "out"
    out.mkdir()
    receipt = confirming.write(town, "HC", out)
    said = inbox.preview(station, receipt)
    assert (said.already, said.changes) == (False, 0)
    assert [words for words in said.said if words.startswith("It confirms")] != []
    taken(station, receipt)
    assert inbox.preview(station, receipt).already


def test_a_file_that_was_lacking_is_said_to_come_and_is_kept_by_the_import_alone(
    pair: tuple[Desk, Desk], tmp_path: Path
) -> None:
    station, town = pair
    matter = an_issue(station)
    letter = tmp_path / "来函.pdf"
    letter.write_bytes(b"%PDF-1.4\n% x\n" + b"0 " * 60 + b"\n%%EOF\n")
    attachments.add(station, a_clerk(), matter, letter)
    taken(town, sent(station, TOWN))
    town.close()
    path_beside(town.path).unlink()
    with closing(Desk.open(town.path)) as again:
        taken(station, sent(again, "HC"))
        path = sent(station, TOWN)
        said = inbox.preview(again, path)
        assert "1 attached files come with it." in said.said
        assert not path_beside(again.path).exists() or held(again) == 0
        taken(again, path)
        assert held(again) == 1


def held(desk: Desk) -> int:
    """The files in a desk's store."""
    with desk.reading() as connection:
        names = connection.exec_driver_sql("SELECT sha256 FROM attachment").scalars().all()
    with Files(path_beside(desk.path)) as files:
        return len(list(files.here(names)))
