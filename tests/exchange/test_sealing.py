"""Encrypted packages: for a key or a passphrase, by our hands or by those of the age program."""

from __future__ import annotations

import shutil
import subprocess
from base64 import b64encode
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pyrage
import pytest

from station_desk import i18n
from station_desk.casework.context import Desk
from station_desk.errors import UserError
from station_desk.exchange import agekeys, inbox, outbox, sealing
from tests.builders import an_issue
from tests.exchange.post import TOWN, a_station, a_town, enrolled, everything, refusal, sent, taken
from tests.exchange.test_recovery import kept, put_back

needs_age = pytest.mark.skipif(shutil.which("age") is None, reason="age is not installed")


class Scene(NamedTuple):
    """A town that knows its station, which has something to send; an empty folder."""

    station: Desk
    town: Desk
    stick: Path


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    i18n.set_language(i18n.ENGLISH)
    station, town = a_station(tmp_path), a_town(tmp_path)
    enrolled(station, town)
    taken(town, sent(station, TOWN))
    taken(station, sent(town, "HC"))
    an_issue(station)
    stick = tmp_path / "stick"
    stick.mkdir()
    return Scene(station, town, stick)


def _public(desk: Desk) -> str:
    with desk.transaction() as connection:
        return agekeys.public_in(connection)


def _secret(desk: Desk) -> str:
    with desk.transaction() as connection:
        return agekeys.secret_in(connection)


def test_encrypted_for_the_town_only_the_town_opens_it(scene: Scene) -> None:
    made = sealing.export(scene.station, TOWN, scene.stick, recipients=[_public(scene.town)])
    assert [file.name for file in scene.stick.iterdir()] == ["HC-HCZ-2.lzb.age"]
    assert made.bytes == made.path.stat().st_size
    assert b"manifest.json" not in made.path.read_bytes()
    assert inbox.preview(scene.town, made.path).new == 1
    with pytest.raises(UserError, match="is encrypted, and not for this desk"):
        inbox.preview(scene.station, made.path)
    assert taken(scene.town, made.path).applied == 1
    assert list(scene.town.path.parent.glob(".sealed-*")) == []


def test_a_passphrase_opens_what_was_closed_with_it_and_no_other_does(scene: Scene) -> None:
    made = sealing.export(scene.station, TOWN, scene.stick, passphrase="三合镇 1957")
    result = inbox.take_in(scene.town, [made.path], passphrase="三合镇 1958")
    assert result.refused[0].reason == (
        "HC-HCZ-2.lzb.age does not open with this passphrase. Type it once more, or ask the sender for it."
    )
    assert "is encrypted, and not for this desk" in refusal(scene.town, made.path)
    assert inbox.take_in(scene.town, [made.path], passphrase="三合镇 1957").applied == 1


def test_without_key_and_passphrase_nothing_is_written(scene: Scene) -> None:
    before = everything(scene.station)
    with pytest.raises(UserError, match="No key of XH to encrypt for is known here"):
        sealing.export(scene.station, "XH", scene.stick)
    assert everything(scene.station) == before
    assert list(scene.stick.iterdir()) == []


def test_cut_or_altered_it_is_damaged(scene: Scene) -> None:
    made = sealing.export(scene.station, TOWN, scene.stick, recipients=[_public(scene.town)])
    data = made.path.read_bytes()
    bad = scene.stick / "bad.lzb.age"
    for broken in (b"", data[:20], data[:150], data[:-1], data[:-9] + b"x" + data[-8:], b"junk" * 99):
        bad.write_bytes(broken)
        assert "damaged or incomplete" in refusal(scene.town, bad)


def test_what_unpacks_to_more_than_a_package_may_have_is_stopped(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = sealing.export(scene.station, TOWN, scene.stick, recipients=[_public(scene.town)])
    monkeypatch.setattr(sealing, "MAX_FILE", 500)
    assert "damaged or incomplete" in refusal(scene.town, made.path)
    monkeypatch.setattr(sealing, "MAX_BY_PASSPHRASE", 500)
    with pytest.raises(UserError, match="may have 64 MB"):
        sealing.seal(made.path, scene.stick / "again.age", passphrase="x")


def test_a_header_without_end_is_never_read_through(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """age reads a header at the cost of its square: what anybody can write is bounded first."""
    bad = scene.stick / "bad.lzb.age"
    grown = b"age-encryption.org/v1\n" + b"-> x abc\n\n" * 4_000 + b"--- " + b"A" * 43 + b"\n" + bytes(99)
    lined = b"\n".join(b64encode(grown[at : at + 48]) for at in range(0, len(grown), 48))
    begun, ended = (f"-----{word} AGE ENCRYPTED FILE-----\n".encode() for word in ("BEGIN", "END"))
    with monkeypatch.context() as without_age:
        without_age.setattr(pyrage, "decrypt_io", None)
        for data in (grown, begun + lined + b"\n" + ended, begun + b"????" + ended):
            bad.write_bytes(data)
            assert "damaged or incomplete" in refusal(scene.town, bad)
    keys = [pyrage.x25519.Recipient.from_str(_public(scene.town))] * 150
    for armored in (False, True):
        data = pyrage.encrypt(sent(scene.station, TOWN).read_bytes(), keys, armored=armored)
        bad.write_bytes(data)
        assert taken(scene.town, bad).packages == 1


def test_an_age_file_is_never_written_over_another(scene: Scene) -> None:
    source = sent(scene.station, TOWN)
    target = scene.stick / "a.age"
    target.write_bytes(b"somebody else's")
    with pytest.raises(UserError, match=r"a\.age exists already"):
        sealing.seal(source, target, passphrase="x")
    with pytest.raises(UserError, match="is none of age's"):
        sealing.seal(source, scene.stick / "b.age", recipients=["age1nonsense"])
    assert [file.name for file in scene.stick.iterdir()] == ["a.age"]


def test_one_that_could_not_be_written_was_not_sent(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    before = everything(scene.station)
    with monkeypatch.context() as failing:
        failing.setattr(sealing, "seal", full)
        with pytest.raises(UserError, match="disk is full"):
            sealing.export(scene.station, TOWN, scene.stick)
    assert everything(scene.station) == before
    assert list(scene.stick.iterdir()) == []
    made = sealing.export(scene.station, TOWN, scene.stick)
    assert made.number == 2
    assert outbox.latest(scene.station)[TOWN].name == "HC-HCZ-2.lzb.age"


def full(*_: object, **__: object) -> int:
    raise UserError("The disk is full.")


def test_a_desk_put_back_passes_over_the_later_ones_on_its_stick(scene: Scene) -> None:
    copy = kept(scene.station)
    for _ in range(2):
        an_issue(scene.station)
        sealing.export(scene.station, TOWN, scene.stick)
    with closing(put_back(scene.station, copy)) as again:
        an_issue(again)
        made = sealing.export(again, TOWN, scene.stick)
        assert made.path.exists()
        assert next(one.number for one in outbox.standing(again, TOWN).sent) == made.number
        assert len(outbox.standing(again, TOWN).sent) == 2, "no number of one that was never written"


@needs_age
def test_the_age_program_opens_ours_and_we_open_its(scene: Scene) -> None:
    made = sealing.export(scene.station, TOWN, scene.stick, recipients=[_public(scene.town)])
    key = scene.stick / "key.txt"
    key.write_text(_secret(scene.town) + "\n")
    opened = scene.stick / "by-hand.lzb"
    subprocess.run(["age", "-d", "-i", str(key), "-o", str(opened), str(made.path)], check=True)
    theirs = scene.stick / "theirs.lzb.age"
    subprocess.run(["age", "-r", _public(scene.town), "-o", str(theirs), str(opened)], check=True)
    assert taken(scene.town, theirs).applied == 1
