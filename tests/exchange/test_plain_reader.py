"""A program that knows only docs/exchange-format.md finds in our files what the desk holds."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from station_desk import i18n
from station_desk.casework.context import Desk
from station_desk.exchange import agekeys, enrolment, forks, inbox, sealing
from station_desk.exchange.fingerprints import fingerprint
from tests.builders import an_issue
from tests.exchange import plain
from tests.exchange.folded import by_desk, by_page, read, store_of
from tests.exchange.golden_scene import GOLDEN, LETTER, PASSPHRASE, Scene, a_scene
from tests.exchange.plain import __main__ as program
from tests.exchange.plain import minisign
from tests.exchange.plain.age import unlock
from tests.exchange.plain.container import read_zip, write_zip
from tests.exchange.plain.fold import fold, sums
from tests.exchange.plain.package import read_package
from tests.exchange.plain.table import of_page
from tests.exchange.plain.trust import Store
from tests.exchange.plain.values import Newer, Refused
from tests.exchange.post import (
    OFFICE,
    TOWN,
    Wild,
    a_county,
    a_station,
    a_town,
    anyone,
    enrolled,
    key_of,
    lines,
    repacked,
    rewritten,
    sent,
    taken,
)

FOLDER = Path(str(plain.__file__)).parent
WHOLE = ["HC-HCZ-1.lzb", "HC-HCZ-1-receipt-1.lzb", "HCZ-XHQ-1.lzb"]


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    i18n.set_language(i18n.ENGLISH)
    return a_scene(tmp_path_factory.mktemp("scene"))


# ---- of nothing of ours --------------------------------------------------------------------------------


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.py")), ids=lambda path: path.name)
def test_the_reader_and_the_writer_import_nothing_of_ours(path: Path) -> None:
    tree = ast.parse(path.read_bytes())
    named = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    named |= {node.module or "." for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    own = {name for name in named if name.startswith("tests.exchange.plain.")}
    others = {name.split(".")[0] for name in named - own} - sys.stdlib_module_names
    assert others <= {"zstandard", "cryptography"}
    assert not {"importlib", "runpy", "subprocess"} & named
    assert "station_desk" not in path.read_text(encoding="utf-8")


def test_nothing_of_ours_is_there_when_it_runs() -> None:
    asked = "import sys, tests.exchange.plain.__main__, tests.exchange.plain.writer;"
    asked += "print([name for name in sys.modules if name.startswith('station_desk')])"
    done = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, cwd=FOLDER.parents[2]
    )
    assert (done.stdout, done.stderr) == ("[]\n", "")


# ---- what desks wrote ----------------------------------------------------------------------------------


def test_a_stations_package_holds_what_the_station_holds_but_for_visitors(scene: Scene) -> None:
    package = read(scene.from_station)
    store = store_of(package)
    found = by_page(store)
    assert found == by_desk(scene.station, found) == by_desk(scene.town, found)
    kinds = {record.type for record in found.values()}
    assert {"visit", "issue", "suggestion", "signer", "step", "link", "attachment", "deputy"} <= kinds
    assert "visitor" not in kinds
    assert package.manifest["withheld"] == 2
    assert list(store.blobs.values()) == [LETTER]
    assert store.odd == []


def test_what_a_town_passes_on_is_proved_by_the_stations_own_key(scene: Scene, tmp_path: Path) -> None:
    package = read(scene.from_town)
    found = by_page(store_of(package))
    assert {commit.header["site"] for commit in package.commits} == {"HC", "HCZ"}
    county = a_county(tmp_path)
    assert inbox.take_in(county, [scene.from_town], trust=anyone).refused == ()
    assert found == by_desk(county, found)


def test_who_knows_another_key_of_a_station_believes_no_word_of_it(scene: Scene) -> None:
    package = read(scene.from_town)
    sender = package.manifest["sender"]
    replica = next(one.replica for one in package.commits if one.header["site"] == "HC")
    store = Store("XHQ", {sender["replica"]: (TOWN, sender["key"]), replica: ("HC", sender["key"])})
    with pytest.raises(Refused, match="signature"):
        store.take(package)
    assert (store.commits, len(store.keys)) == ({}, 2)


def test_what_a_site_wrote_for_which_nobody_vouches_is_left_out(scene: Scene) -> None:
    package = read(scene.from_town)
    sender = package.manifest["sender"]
    store = Store("XHQ", {sender["replica"]: (TOWN, sender["key"])})
    store.told["HC"] = {("XHQ", "DZZ")}
    taken_ = store.take(package)
    assert {one.header["site"] for one in package.commits} > {one.header["site"] for one in taken_} == {TOWN}
    assert {one.hash for one in taken_} == set(store.commits)


def test_a_sender_whom_nobody_accepted_is_not_believed(scene: Scene) -> None:
    with pytest.raises(Refused, match="vouches"):
        Store(TOWN).take(read(scene.from_station))


def test_the_golden_packages_are_whole_and_their_sums_right() -> None:
    for name in ("HC-HCZ-1.lzb", "HCZ-XHQ-1.lzb"):
        package = read(GOLDEN / name)
        assert sums(store_of(package).changes()) == package.manifest["word"]["sums"]
    records = fold(store_of(read(GOLDEN / "HCZ-XHQ-1.lzb")).changes(), of_page())
    assert sum(record.type == "issue" for record in records.values()) == 3
    (reply,) = (record for record in records.values() if record.type == "reply")
    assert reply.fields["reply_class"].value == "B"


def test_a_receipt_alone_says_what_is_held_and_nothing_else() -> None:
    package = read(GOLDEN / "HC-HCZ-1-receipt-1.lzb")
    assert (package.alone, package.commits, package.blobs) == (True, [], {})
    assert package.manifest["word"] == {"alone": 1}
    held = read(GOLDEN / "HC-HCZ-1.lzb")
    assert package.manifest["receipt"][held.manifest["sender"]["replica"]] == [9, held.commits[-1].hash]


def test_the_fingerprint_is_the_one_that_is_read_out(tmp_path: Path) -> None:
    station = a_station(tmp_path)
    desk = minisign.read_key(enrolment.write(station, tmp_path).read_bytes())
    said = minisign.fingerprint(desk["site"], desk["replica"], desk["key"])
    assert said == fingerprint(desk["site"], desk["replica"], desk["key"])
    assert said == enrolment.own_fingerprint(station)
    bad = (tmp_path / "HC.lzk").read_bytes().replace(b'"site":"HC"', b'"site":"XH"')
    with pytest.raises(Refused, match="bad"):
        minisign.read_key(bad)


def test_a_desk_put_back_from_a_backup_is_believed_by_the_former_key(tmp_path: Path) -> None:
    station, town = a_station(tmp_path), a_town(tmp_path)
    enrolled(station, town)
    an_issue(station)
    first = read(sent(station, TOWN))
    store = store_of(first)
    copy = station.backup(tmp_path)
    station.close()
    again = Desk.open(copy)
    an_issue(again, "老街停车难")
    package = read(sent(again, TOWN))
    assert package.manifest["sender"]["replica"] != first.manifest["sender"]["replica"]
    store.take(package)
    assert "老街停车难" in {record.fields.get("text") for record in by_page(store).values()}
    again.close()


def test_of_a_desk_struck_off_nothing_counts_beyond_its_last_valid_entry(tmp_path: Path) -> None:
    station, town = a_station(tmp_path), a_town(tmp_path, parent="XHQ")
    enrolled(station, town)
    an_issue(station, "江会路浸水")
    with station.reading() as connection:
        until = forks.top_of(connection, station.identity.replica)
    an_issue(station, "窃贼所写")
    path = sent(station, TOWN)
    taken(town, path)
    before = read(sent(town, "XHQ"))
    early = store_of(before)
    assert "窃贼所写" in {record.fields.get("text") for record in by_page(early).values()}
    enrolment.strike_off(town, OFFICE, station.identity.replica.hex(), "电脑失窃", until)
    after = read(sent(town, "XHQ"))
    early.take(after)
    found = by_page(early)
    assert found == by_page(store_of(after)) == by_desk(town, found)
    assert {record.fields["text"] for record in found.values() if record.type == "issue"} == {"江会路浸水"}

    sender = read(path).manifest["sender"]
    store = Store(TOWN, {sender["replica"]: ("HC", sender["key"])})
    store.struck[sender["replica"]] = until
    with pytest.raises(Refused, match="struck off"):
        store.take(read(path))


def test_a_value_of_another_kind_is_refused(tmp_path: Path) -> None:
    station = a_station(tmp_path)
    an_issue(station)
    path, bad = sent(station, TOWN), tmp_path / "bad.lzb"
    *before, last = lines(path)
    wrong: list[Wild] = [{"verb": 7}, {"on": "2026-02-30"}, {"after": "00" * 16}, {"matter": "AA" * 16}]
    for fields in wrong:

        def change(said: Wild, fields: Wild = fields) -> None:
            said["f"] = fields

        line = rewritten(last, key_of(station), change=change)
        package = read(repacked(path, bad, [*before, line]))
        with pytest.raises(Refused, match=f"step.{next(iter(fields))}: not "):
            store_of(package)


def test_a_newer_package_is_told_from_a_bad_one(tmp_path: Path) -> None:
    path = sent(a_station(tmp_path), TOWN)
    bad = tmp_path / "bad.lzb"
    newer: list[Wild] = [{"format": 2}, {"suite": "sm2"}]
    for said in newer:
        with pytest.raises(Newer):
            read(repacked(path, bad, lines(path), manifest=said))
    wrong: list[Wild] = [{"stream": "HC>XHQ"}, {"word": {"alone": 1}}, {"receipt": []}, {"recipients": []}]
    for said in wrong:
        with pytest.raises(Refused) as refused:
            read(repacked(path, bad, lines(path), manifest=said))
        assert not isinstance(refused.value, Newer)


# ---- damaged on the way --------------------------------------------------------------------------------


@pytest.mark.parametrize("name", WHOLE)
def test_no_byte_of_a_file_can_be_changed_unseen(name: str) -> None:
    data = (GOLDEN / name).read_bytes()
    for place in range(len(data)):
        with pytest.raises(Refused):
            read_package(data[:place] + bytes([data[place] ^ 1 << place % 8]) + data[place + 1 :])


def test_nor_with_the_container_written_anew_around_it() -> None:
    """All but the comment that says of itself that nobody vouches for it."""
    members = read_zip((GOLDEN / "HC-HCZ-1.lzb").read_bytes())
    free = members[1][1].index(b"\n")
    for which, (name, data) in enumerate(members):
        for place in range(free if which == 1 else 0, len(data), 7):
            flipped = data[:place] + bytes([data[place] ^ 1 << place % 8]) + data[place + 1 :]
            with pytest.raises(Refused):
                read_package(write_zip([*members[:which], (name, flipped), *members[which + 1 :]]))


def test_cut_short_or_with_something_behind_it_is_refused() -> None:
    data = (GOLDEN / "HC-HCZ-1-receipt-1.lzb").read_bytes()
    for bad in (*(data[:length] for length in range(len(data))), data + b"\0", b"\0" + data, data * 2):
        with pytest.raises(Refused):
            read_package(bad)


def test_the_container_is_written_byte_by_byte_as_ours(scene: Scene) -> None:
    data = scene.from_station.read_bytes()
    assert write_zip(read_zip(data)) == data


# ---- sealed --------------------------------------------------------------------------------------------


def test_a_package_sealed_with_a_passphrase_opens_and_goes_on_from_the_first() -> None:
    sealed = (GOLDEN / "HC-HCZ-2.lzb.age").read_bytes()
    first, second = read(GOLDEN / "HC-HCZ-1.lzb"), read_package(unlock(sealed, PASSPHRASE))
    assert second.manifest["previous"] == first.hash
    found = by_page(store_of(first, second))
    assert "棚" in {record.fields.get("title") for record in found.values()}
    for passphrase in ("会城 1958", None):
        with pytest.raises(Refused, match="neither passphrase nor key"):
            unlock(sealed, passphrase)


def test_a_package_sealed_for_a_key_opens_with_it_and_no_byte_can_be_changed(tmp_path: Path) -> None:
    station, town = a_station(tmp_path), a_town(tmp_path)
    enrolled(station, town)
    plain_file = sent(station, TOWN)
    with town.transaction() as connection:
        secret, public = agekeys.secret_in(connection), agekeys.public_in(connection)
    with station.transaction() as connection:
        another = agekeys.secret_in(connection)
    target = tmp_path / "sealed.age"
    sealing.seal(plain_file, target, recipients=[public])
    sealed = target.read_bytes()
    assert unlock(sealed, secret=secret) == plain_file.read_bytes()
    with pytest.raises(Refused, match="neither passphrase nor key"):
        unlock(sealed, secret=another)
    for place in range(len(sealed)):
        with pytest.raises(Refused):
            unlock(sealed[:place] + bytes([sealed[place] ^ 1]) + sealed[place + 1 :], secret=secret)


# ---- by hand -------------------------------------------------------------------------------------------


def test_run_by_hand_it_shows_what_files_hold(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    files = [str(GOLDEN / name) for name in ("HC-HCZ-1.lzb", "HC-HCZ-1-receipt-1.lzb", "HC-HCZ-2.lzb.age")]
    assert program.main(["--brief", *files[:2]]) == 0
    shown = capsys.readouterr().out
    assert "江会路南段一落大雨就浸水" in shown
    assert '"refused"' not in shown
    assert program.main([files[2]]) == 1
    assert "neither passphrase nor key opens it" in capsys.readouterr().out
    station = a_station(tmp_path)
    assert program.main([str(enrolment.write(station, tmp_path))]) == 0
    assert enrolment.own_fingerprint(station) in capsys.readouterr().out
