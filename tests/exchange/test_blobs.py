"""Attached files travel with the changes that name them, to whom may see them, and are proved by content."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import msgspec
import pytest

from station_desk import i18n
from station_desk.casework import attachments
from station_desk.casework.context import Desk
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Attachment
from station_desk.exchange import blobs, inbox, installations, stream
from station_desk.exchange.installations import Said
from station_desk.store.files import Files, path_beside
from tests.builders import a_clerk, an_issue
from tests.exchange.post import TOWN, a_station, a_town, members, sent, taken

PDF = b"%PDF-1.7 " + b"1234567890" * 500


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Desk, Desk]:
    i18n.set_language(i18n.ENGLISH)
    station, town = a_station(tmp_path), a_town(tmp_path)
    taken(town, sent(station, TOWN))
    taken(station, sent(town, "HC"))
    return station, town


def attached(desk: Desk, matter: RecordId, content: bytes = PDF, name: str = "来函.pdf") -> None:
    file = desk.path.parent / name
    file.write_bytes(content)
    attachments.add(desk, a_clerk(), matter, file)


def carried(path: Path) -> list[str]:
    return [name for name, _ in members(path) if name.startswith("blobs/")]


def test_a_letter_arrives_with_its_change_and_once(pair: tuple[Desk, Desk], tmp_path: Path) -> None:
    station, town = pair
    matter = an_issue(station)
    attached(station, matter)
    path = sent(station, TOWN)
    assert carried(path) == [f"blobs/{sha256(PDF).hexdigest()}"]
    taken(town, path)
    (row,) = attachments.listed(town, matter)
    assert row.here
    assert attachments.save_copy(town, row.id, tmp_path / "copy.pdf").read_bytes() == PDF
    taken(station, sent(town, "HC"))
    assert carried(sent(station, TOWN)) == []
    assert carried(sent(town, "HC")) == []


@pytest.mark.parametrize(("bound", "most"), [("BUDGET", 100), ("FILES", 0)])
def test_a_letter_that_did_not_fit_is_asked_for_and_comes_next(
    pair: tuple[Desk, Desk], monkeypatch: pytest.MonkeyPatch, bound: str, most: int
) -> None:
    station, town = pair
    matter = an_issue(station)
    attached(station, matter)
    monkeypatch.setattr(blobs, bound, most)
    taken(town, sent(station, TOWN))
    (row,) = attachments.listed(town, matter)
    assert not row.here
    monkeypatch.undo()
    taken(station, sent(town, "HC"))
    assert stream.peers(station)[0].files == 1
    taken(town, sent(station, TOWN))
    assert attachments.listed(town, matter)[0].here
    taken(station, sent(town, "HC"))
    assert stream.peers(station)[0].files == 0


def test_nobody_gets_a_file_of_a_matter_that_is_not_theirs(pair: tuple[Desk, Desk], tmp_path: Path) -> None:
    station, town = pair
    other = a_station(tmp_path, "XH")
    matter = an_issue(station)
    attached(station, matter)
    for desk in (station, other):
        taken(town, sent(desk, TOWN))
    name = sha256(PDF).hexdigest()
    with town.transaction() as connection:
        (one,) = installations.at_work(connection, "XH")
        # As a station would that learned its name.
        installations.keep(connection, "XH", one, Said.FILES, {name: ""})
    assert carried(sent(town, "XH")) == []


def test_a_program_under_the_name_of_a_letter_is_left_out(pair: tuple[Desk, Desk]) -> None:
    station, town = pair
    matter = an_issue(station)
    program = b"MZ" + b"\x00" * 300
    name = sha256(program).hexdigest()
    with Files(path_beside(station.path)) as files:
        files.put_bytes(name, program)
    with station.writing(a_clerk(), "attach") as work:
        work.add(
            Attachment(
                matter=matter, name="来函.pdf", sha256=name, size=len(program), media="application/pdf"
            )
        )
    result = taken(town, sent(station, TOWN))
    assert "is not what it is said to be" in result.said[0]
    assert not attachments.listed(town, matter)[0].here
    assert town.check() == []


@pytest.mark.parametrize(
    ("name", "media", "content", "comes"),
    [
        ("批复.pdf", "application/pdf", b"@echo off\r\ncalc.exe\r\n", False),
        ("现场.png", "image/png", b"<script>alert(1)</script>", False),
        ("台账.csv", "text/csv", "编号,标题\r\n1,路灯不亮\r\n".encode("gb18030"), True),
        ("记录.txt", "text/plain", "到现场看过".encode(), True),
        ("来信.eml", "message/rfc822", b"From: a@example.org\r\n\r\nx", True),
        ("旧表.xls", "application/vnd.ms-excel", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, True),
    ],
)
def test_text_comes_as_text_alone(
    pair: tuple[Desk, Desk], name: str, media: str, content: bytes, comes: bool
) -> None:
    station, town = pair
    matter, key = an_issue(station), sha256(content).hexdigest()
    with Files(path_beside(station.path)) as files:
        files.put_bytes(key, content)
    with station.writing(a_clerk(), "attach") as work:
        work.add(Attachment(matter=matter, name=name, sha256=key, size=len(content), media=media))
    taken(town, sent(station, TOWN))
    (row,) = attachments.listed(town, matter)
    assert (row.name, row.here) == (name, comes)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("..\\..\\Startup\\批复.pdf", "Startup 批复.pdf"),
        ("/etc/xdg/autostart/x.desktop", "etc xdg autostart x.desktop"),
        ("批复\u202efdp.txt", "批复 fdp.txt"),
        ("CON", "_CON"),
        ("con .txt", "_con .txt"),
        ("x" * 180, "x" * 120),
    ],
)
def test_the_name_that_came_is_one_to_save_under(pair: tuple[Desk, Desk], name: str, shown: str) -> None:
    station, town = pair
    matter = an_issue(station)
    with station.writing(a_clerk(), "attach") as work:
        work.add(Attachment(matter=matter, name=name, sha256="ab" * 32, size=1, media="text/plain"))
    taken(town, sent(station, TOWN))
    assert attachments.listed(town, matter)[0].name == shown


def test_a_false_word_of_a_file_does_not_keep_it_out(pair: tuple[Desk, Desk], tmp_path: Path) -> None:
    """Somebody who had the same form says it is a picture of one byte, and was there first."""
    station, town = pair
    other = a_station(tmp_path, "XH")
    name = sha256(PDF).hexdigest()
    matter = an_issue(other)
    with other.writing(a_clerk(), "attach") as work:
        for media, size in (("image/png", 1), ("application/pdf", 1), ("image/png", len(PDF))):
            work.add(Attachment(matter=matter, name="x.png", sha256=name, size=size, media=media))
    taken(town, sent(other, TOWN))
    matter = an_issue(station)
    attached(station, matter)
    result = taken(town, sent(station, TOWN))
    assert result.said == ()
    assert attachments.listed(town, matter)[0].here


def test_a_package_is_filled_by_what_files_weigh_and_not_by_what_is_said_of_them(
    pair: tuple[Desk, Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    station, _ = pair
    matter = an_issue(station)
    attached(station, matter)
    with station.writing(a_clerk(), "attach") as work:
        work.add(Attachment(matter=matter, name="x.pdf", sha256=sha256(PDF).hexdigest(), size=1))
    monkeypatch.setattr(blobs, "BUDGET", 100)
    assert carried(sent(station, TOWN)) == []


def test_a_file_that_no_change_names_is_not_kept(pair: tuple[Desk, Desk]) -> None:
    station, town = pair
    matter = an_issue(station)
    attached(station, matter)
    path = sent(station, TOWN)
    attachments.remove(station, a_clerk(), attachments.listed(station, matter)[0].id, "误传")
    taken(town, sent(station, TOWN))
    taken(town, path)
    with Files(path_beside(town.path)) as files:
        assert files.here([sha256(PDF).hexdigest()]) == set()


def test_a_changed_byte_of_a_file_refuses_the_package(pair: tuple[Desk, Desk]) -> None:
    station, town = pair
    attached(station, an_issue(station))
    path = sent(station, TOWN)
    raw = path.read_bytes()
    path.write_bytes(raw.replace(b"1234567890", b"1234567891", 1))
    (refused,) = inbox.take_in(town, [path]).refused
    assert "damaged" in refused.reason
    manifest = msgspec.json.decode(members(sent(station, TOWN))[0][1])
    assert manifest["members"][-1]["name"].startswith("blobs/")
