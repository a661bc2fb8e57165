"""Well-signed nonsense, bombs and words in another's name: each refused in a sentence, nothing written."""

from __future__ import annotations

import shutil
import subprocess
import tracemalloc
import zipfile
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

import msgspec
import pytest
import zstandard

from station_desk.casework.context import Desk
from station_desk.errors import UserError
from station_desk.exchange import container, doubts, fresh, inbox, minisign, package, stream
from station_desk.exchange.digest import digest
from station_desk.progress import silent
from station_desk.store import codec, ids
from tests.builders import an_issue, stage, the
from tests.exchange.post import (
    DAMAGED,
    TOWN,
    Scene,
    Wild,
    a_scene,
    a_station,
    a_town,
    anyone,
    counts,
    enrolled,
    everything,
    key_of,
    lines,
    members,
    put,
    refusal,
    repacked,
    rewritten,
    sent,
    taken,
    titles,
)


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    return a_scene(tmp_path, an_issue)


@pytest.mark.parametrize(
    "said",
    [
        {"n": 0}, {"n": -1}, {"n": 1 << 62}, {"n": 1 << 70}, {"n": "2"}, {"n": True}, {"n": None},
        {"made": -1}, {"made": 1 << 61}, {"made": 1e9}, {"commits": -1}, {"changes": 1 << 90},
        {"previous": "00"}, {"previous": "Z" * 64}, {"previous": 5}, {"recipients": []},
        {"recipients": "HCZ"}, {"recipients": [1]}, {"recipients": [""]}, {"receipt": []},
        {"receipt": {"x": [1, "0" * 64]}}, {"receipt": {"0" * 32: [1, "x"]}}, {"receipt": {"0" * 32: [1]}},
        {"receipt": {"0" * 32: [-1, "0" * 64]}}, {"receipt": {"0" * 32: [1 << 63, "0" * 64]}},
        {"receipt": {"A" * 32: [1, "0" * 64]}}, {"sender": None}, {"sender": {}}, {"format": "1"},
        {"format": None}, {"format": 0}, {"format": -1}, {"suite": 5}, {"branches": {"x": []}},
    ],
    ids=str,
)  # fmt: skip
def test_a_manifest_that_says_what_no_desk_would_is_refused(scene: Scene, said: Wild) -> None:
    repacked(scene.path, scene.bad, lines(scene.path), manifest=said)
    assert refusal(scene.town, scene.bad) == DAMAGED


@pytest.mark.parametrize("field", ["site", "name", "replica", "key"])
@pytest.mark.parametrize("value", ["", "\x00", "x" * 300, 5, None], ids=repr)
def test_a_sender_that_is_no_sender_is_refused(scene: Scene, field: str, value: object) -> None:
    sender = msgspec.json.decode(members(scene.path)[0][1])["sender"] | {field: value}
    repacked(scene.path, scene.bad, lines(scene.path), manifest={"sender": sender})
    assert refusal(scene.town, scene.bad) == DAMAGED


def test_a_newer_format_waits_for_a_newer_program(scene: Scene) -> None:
    repacked(scene.path, scene.bad, lines(scene.path), manifest={"format": 2, "new": {"deep": 1}})
    assert "Update this program, then it imports" in refusal(scene.town, scene.bad)
    newer = rewritten(lines(scene.path)[-1], key_of(scene.station), header=lambda h: h.update(v=2))
    repacked(scene.path, scene.bad, [*lines(scene.path)[:-1], newer])
    assert "Update this program, then it imports" in refusal(scene.town, scene.bad)


def test_a_package_for_another_says_whose_it_is(scene: Scene) -> None:
    repacked(scene.path, scene.bad, lines(scene.path), manifest={"recipients": ["XHZ"], "stream": "HC>XHZ"})
    assert refusal(scene.town, scene.bad) == "This file is for XHZ, not for this desk. Pass it on."


def test_counts_that_do_not_fit_are_refused(scene: Scene) -> None:
    found = lines(scene.path)
    total = sum(len(msgspec.json.decode(line)["c"]) for line in found)
    for counted in ((len(found) + 1, total, 0), (len(found), total + 1, 0), (0, 0, 0)):
        repacked(scene.path, scene.bad, found, counted=counted)
        assert refusal(scene.town, scene.bad) == DAMAGED
    repacked(scene.path, scene.bad, found, counted=(len(found), 200_001, 0))
    assert "more than 200000 changes" in refusal(scene.town, scene.bad)


@pytest.mark.parametrize(
    "said",
    [
        {"seq": 0}, {"seq": -1}, {"seq": 1 << 63}, {"seq": 1 << 80}, {"seq": 1.5}, {"seq": "3"},
        {"seq": True}, {"v": 0}, {"v": -1},
        {"lamport": 0}, {"lamport": (1 << 63) - 1}, {"lamport": 1 << 80}, {"lamport": None},
        {"time": -1}, {"time": 1 << 60}, {"time": "now"}, {"prev": ""}, {"prev": "0" * 63},
        {"prev": " " * 64}, {"replica": "00"}, {"replica": "zz" * 16}, {"undoes": "zz" * 32},
        {"undoes": "00"}, {"site": ""}, {"site": "\x00"}, {"site": "x" * 500}, {"site": 7}, {"actor": 5},
        {"verb": None}, {"changes": []}, {"changes": ["x"]}, {"changes": "x"}, {"role": ["office"]},
    ],
    ids=str,
)  # fmt: skip
def test_a_header_that_no_desk_would_write_is_refused_though_signed(scene: Scene, said: Wild) -> None:
    *before, last = lines(scene.path)
    bad = rewritten(last, key_of(scene.station), header=lambda header: header.update(said))
    total = sum(len(msgspec.json.decode(line)["c"]) for line in [*before, last])
    repacked(scene.path, scene.bad, [*before, bad], counted=(len(before) + 1, total, 0))
    assert refusal(scene.town, scene.bad) == DAMAGED


@pytest.mark.parametrize(
    "said",
    [
        {"r": "00"}, {"r": "zz" * 16}, {"r": 5}, {"n": ""}, {"n": " " * 32}, {"t": 5}, {"t": None}, {"t": ""},
        {"t": "x" * 300},
        {"f": []}, {"f": {"on": "2026-02-30"}}, {"f": {"on": "20260101"}}, {"f": {"on": 20260101}},
        {"f": {"on": "9999-12-31"}}, {"f": {"on": "0001-01-01"}}, {"f": {"on": ["2026-01-01"]}},
        {"f": {"verb": 7}}, {"f": {"verb": "a\x00b"}}, {"f": {"matter": "AA" * 16}},
        {"f": {"matter": "zz" * 16}}, {"f": {"matter": "00"}}, {"f": {"after": "00" * 16}},
        {"f": {"after": ["00"]}}, {"f": {"after": [5]}}, {"f": {"verb": {"a": 1}}}, {"f": {"text": True}},
        {"f": {"at": "2026-05-07"}}, {"f": {"at": "2026-05-07T09:31:00+08:00"}},
        {"p": {"verb": ["00"]}}, {"p": {"verb": ["zz" * 32]}}, {"p": {"verb": "x"}}, {"p": []},
    ],
    ids=str,
)  # fmt: skip
def test_a_change_that_no_desk_would_write_is_refused_though_signed(scene: Scene, said: Wild) -> None:
    *before, last = lines(scene.path)
    assert msgspec.json.decode(last)["c"][-1]["t"] == "step"
    bad = rewritten(last, key_of(scene.station), change=lambda change: change.update(said))
    repacked(scene.path, scene.bad, [*before, bad])
    assert refusal(scene.town, scene.bad)


@pytest.mark.parametrize("kind", ["issue", "suggestion"])
@pytest.mark.parametrize("people", [1 << 63, 1 << 80, -(1 << 80), 1.5, "3", True], ids=repr)
def test_numbers_that_do_not_fit_are_refused(scene: Scene, kind: str, people: object) -> None:
    *before, last = lines(scene.path)
    fields = {"t": kind, "f": {"people": people, "opened_on": "2026-05-07"}}
    bad = rewritten(last, key_of(scene.station), change=lambda change: change.update(fields))
    repacked(scene.path, scene.bad, [*before, bad])
    assert refusal(scene.town, scene.bad)


def test_bytes_that_can_be_read_in_two_ways_are_refused_though_signed(scene: Scene) -> None:
    *before, last = lines(scene.path)
    total = sum(len(msgspec.json.decode(line)["c"]) for line in [*before, last])
    deep = b'"f":{"new":' + b"[" * 9 + b"]" * 9 + b","
    bottomless = b'"f":{"new":' + b"[" * 50_000 + b"]" * 50_000 + b","
    for odd in (
        b'"f":{"verb":"x",', b'"f": {', b'"f":{"n\\u0065w":1,', b'"f":{"new":1.5,', b'"f":{"new":1e3,',
        b'"f":{"new":-0,', deep, bottomless, b'"f":{"new":"\\ud800",', b'"f":{"new":"\xff",',
    ):  # fmt: skip

        def change(raw: bytes, odd: bytes = odd) -> bytes:
            return raw.replace(b'"f":{', odd, 1)

        bad = rewritten(last, key_of(scene.station), raw_change=change)
        repacked(scene.path, scene.bad, [*before, bad], counted=(len(before) + 1, total, 0))
        assert refusal(scene.town, scene.bad), odd[:20]
    for odd in (b'{"v":1,"v":1,', b'{ "v":1,', b'{"new":1.5,"v":1,'):

        def header(raw: bytes, odd: bytes = odd) -> bytes:
            return raw.replace(b'{"v":1,', odd, 1)

        bad = rewritten(last, key_of(scene.station), raw_header=header)
        repacked(scene.path, scene.bad, [*before, bad], counted=(len(before) + 1, total, 0))
        assert refusal(scene.town, scene.bad), odd


def test_a_change_larger_than_a_mebibyte_is_refused(scene: Scene) -> None:
    *before, last = lines(scene.path)
    long = "水" * 350_000
    bad = rewritten(last, key_of(scene.station), change=lambda change: change.update(f={"new": long}))
    repacked(scene.path, scene.bad, [*before, bad])
    assert refusal(scene.town, scene.bad) == DAMAGED


def test_what_a_newer_version_added_is_kept_and_sent_on(scene: Scene) -> None:
    *before, last = lines(scene.path)

    def change(said: Wild) -> None:
        fields = said["f"]
        assert isinstance(fields, dict)
        fields["mood"] = "hopeful"

    bad = rewritten(last, key_of(scene.station), change=change)
    repacked(scene.path, scene.bad, [*before, bad])
    assert taken(scene.town, scene.bad).applied == 1
    assert b"hopeful" in b"".join(lines(sent(scene.town, "HC")))
    assert scene.town.check() == []


def _bomb(scene: Scene, declared: int) -> Path:
    manifest = msgspec.json.decode(members(scene.path)[0][1])
    compressor = zstandard.ZstdCompressor(level=3).compressobj()
    packed = b"".join(compressor.compress(bytes(1 << 20)) for _ in range(500)) + compressor.flush()
    manifest["members"] = [
        {
            "name": "commits-0001.jsonl.zst",
            "length": len(packed),
            "unpacked": declared,
            "sha256": sha256(packed).hexdigest(),
        }
    ]
    return put(scene.path, scene.bad, manifest, [("commits-0001.jsonl.zst", packed)])


@pytest.mark.parametrize("declared", [0, 100, 1 << 20, 500 << 20, 1 << 62])
def test_a_bomb_is_refused_before_it_goes_off(scene: Scene, declared: int) -> None:
    _bomb(scene, declared)
    tracemalloc.start()
    assert refusal(scene.town, scene.bad) == DAMAGED
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 16 << 20


# --- the signature of the whole --------------------------------------------------------------------


def _unsigned(scene: Scene) -> Path:
    """The package as it was written before there were signatures."""
    (name, raw), _, *rest = members(scene.path)
    said = msgspec.json.decode(raw) | {"suite": "none"}
    container.write(scene.bad, [(name, msgspec.json.encode(said)), *rest])
    return scene.bad


def test_what_was_written_before_there_were_signatures_is_taken_only_where_a_person_says_so(
    scene: Scene,
) -> None:
    path = _unsigned(scene)
    assert refusal(scene.town, path) == (
        "The file is not signed; it says that HC站 (HC) sent it. Ask them for a new one, or telephone them "
        "and then import it as an unsigned file."
    )
    seen = inbox.preview(scene.town, path)
    assert (seen.signed, seen.sender, seen.new) == (False, "HC", 1)
    assert inbox.take_in(scene.town, [path], unsigned=True).applied == 1


def test_a_signature_cut_out_or_put_in_does_not_pass(scene: Scene) -> None:
    (name, raw), (second, signature), *rest = members(scene.path)
    said = msgspec.json.decode(raw)
    forged = minisign.sign(key_of(scene.town).sign, scene.town.public_key(), raw, "stream")
    for parts in (
        [(name, raw), *rest],
        [(name, raw), *rest, (second, signature)],
        [(name, msgspec.json.encode(said | {"suite": "none"})), (second, signature), *rest],
        [(name, raw), (second, signature * 20), *rest],
    ):
        scene.bad.unlink(missing_ok=True)
        container.write(scene.bad, parts)
        assert refusal(scene.town, scene.bad) == DAMAGED
    for other in (signature.swapcase(), forged, b"", signature[:-10]):
        scene.bad.unlink(missing_ok=True)
        container.write(scene.bad, [(name, raw), (second, other), *rest])
        assert "is not signed by HC, in whose name it comes" in refusal(scene.town, scene.bad)


def test_a_manifest_altered_on_the_way_is_not_signed_by_its_sender(scene: Scene) -> None:
    (name, raw), *rest = members(scene.path)
    altered = raw.replace(b'"n":2', b'"n":3')
    assert altered != raw
    container.write(scene.bad, [(name, altered), *rest])
    assert "is not signed by HC, in whose name it comes" in refusal(scene.town, scene.bad)


def test_a_suite_of_a_newer_program_waits_for_it(scene: Scene) -> None:
    repacked(scene.path, scene.bad, lines(scene.path), manifest={"suite": "sm2"})
    assert "Update this program, then it imports" in refusal(scene.town, scene.bad)


@pytest.mark.parametrize("theirs", [{"key": "02" + "ab" * 32}, {"age": "age1pq1" + "q" * 90}])
def test_a_newer_suite_waits_whatever_the_lengths_of_its_keys(scene: Scene, theirs: dict[str, str]) -> None:
    (name, raw), *rest = members(scene.path)
    said = msgspec.json.decode(raw)
    newer = said | {"suite": "sm2", "sender": said["sender"] | theirs}
    container.write(scene.bad, [(name, msgspec.json.encode(newer)), *rest])
    assert "Update this program, then it imports" in refusal(scene.town, scene.bad)


@pytest.mark.skipif(shutil.which("minisign") is None, reason="minisign is not installed")
def test_the_minisign_program_verifies_the_manifest(scene: Scene, tmp_path: Path) -> None:
    with zipfile.ZipFile(scene.path) as file:
        file.extractall(tmp_path / "by hand")
    key = tmp_path / "HC.pub"
    key.write_text(minisign.public(scene.station.public_key()).text("HC"))
    command = ["minisign", "-Vm", str(tmp_path / "by hand" / "manifest.json"), "-p", str(key)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "stream HC>HCZ package 2 made" in done.stdout


# --- in another's name ---------------------------------------------------------------------------


def _forged(scene: Scene, forger: Desk, **header: object) -> Path:
    """The station's last commit with its words changed, signed by another's key."""
    *before, last = lines(scene.path)

    def change(said: Wild) -> None:
        fields = said["f"]
        assert isinstance(fields, dict)
        fields["text"] = "forged"

    bad = rewritten(last, key_of(forger), change=change, header=lambda said: said.update(header))
    return repacked(scene.path, scene.bad, [*before, bad])


def test_a_town_cannot_write_in_its_stations_name(scene: Scene) -> None:
    _forged(scene, scene.town)
    assert "is not signed by it" in refusal(scene.town, scene.bad)


def test_a_station_cannot_call_itself_the_town(scene: Scene) -> None:
    _forged(scene, scene.station, site=TOWN, role="office")
    assert refusal(scene.town, scene.bad) == (
        "An entry in the name of HCZ is not signed by it. Nothing was imported; ask them."
    )


def test_a_known_replica_cannot_be_made_new_by_writing_it_otherwise(scene: Scene) -> None:
    shouted = scene.station.identity.replica.hex().upper()
    if shouted == shouted.lower():  # one in some thousands has no letter
        pytest.skip("the replica has no letter")
    _forged(scene, scene.station, replica=shouted)
    assert refusal(scene.town, scene.bad) == DAMAGED


def test_a_forged_branch_does_not_hide_behind_a_genuine_last_commit(scene: Scene) -> None:
    an_issue(scene.station, "老街停车难，夜里没位置")
    path = sent(scene.station, TOWN)
    first, last = lines(path)[-2:]
    forged = rewritten(first, key_of(scene.town), change=lambda change: change.update(f={"text": "forged"}))
    repacked(path, scene.bad, [first, forged, last])
    assert "is not signed by it" in refusal(scene.town, scene.bad)
    repacked(path, scene.bad, [first, last])
    assert taken(scene.town, scene.bad).applied == 1


def test_a_chain_that_hangs_on_anothers_commit_is_refused(scene: Scene) -> None:
    with scene.town.reading() as connection:
        theirs = connection.exec_driver_sql(
            "SELECT hash FROM cmt WHERE replica = ? AND seq = 1", (scene.town.identity.replica,)
        ).scalar()
    for said in ({"prev": "ab" * 32}, {"prev": bytes(theirs or b"").hex(), "seq": 2}, {"seq": 9}, {"seq": 1}):
        _forged(scene, scene.station, **said)
        assert "An earlier file from HC is missing" in refusal(scene.town, scene.bad), said


def test_a_stranger_cannot_bring_a_key_for_a_replica_already_known(scene: Scene) -> None:
    replica = scene.station.identity.replica
    stranger = scene.town
    key = stranger.public_key().hex()
    nonce = bytes(16)
    record = ids.new_id(1, replica, nonce)
    body = codec.encode(
        codec.Change("desk", record.hex(), nonce.hex(),
                     {"site": "HC", "replica": replica.hex(), "key": key, "office": TOWN})
    )  # fmt: skip
    header = codec.encode(
        codec.Header(
            v=1, site="HC", role="clerk", replica=replica.hex(), seq=1, prev="00" * 32, time=1, lamport=1,
            actor="x", verb="found_desk", changes=[codec.digest(body).hex()],
        )
    )  # fmt: skip
    line = package.line_of(header, key_of(stranger).sign(header), [body]).rstrip(b"\n")
    repacked(scene.path, scene.bad, [line])
    assert "HC is not signed by it" in refusal(scene.town, scene.bad)
    sender = msgspec.json.decode(members(scene.path)[0][1])["sender"] | {"key": key}
    repacked(scene.path, scene.bad, lines(scene.path), manifest={"sender": sender}, key=key_of(stranger))
    assert "its key is another" in refusal(scene.town, scene.bad)
    sender["key"], sender["site"] = scene.station.public_key().hex(), "XH"
    repacked(scene.path, scene.bad, lines(scene.path), manifest={"sender": sender, "stream": "XH>HCZ"})
    assert "names XH as its sender, but its key is another" in refusal(scene.town, scene.bad)


def test_a_fork_keeps_both_branches_and_the_board_says_so(scene: Scene) -> None:
    """A copied desk wrote the same number twice: nothing of either is thrown away."""
    *before, last = lines(scene.path)

    def change(said: Wild) -> None:
        fields = said["f"]
        assert isinstance(fields, dict)
        fields["text"] = "written on the copy"

    fork = rewritten(last, key_of(scene.station), change=change)
    taken(scene.town, scene.path)
    seen = counts(scene.town)
    taken(scene.town, repacked(scene.path, scene.bad, [*before, fork]))
    assert counts(scene.town)[0] == seen[0] + 1
    assert scene.town.check() == []
    (peer,) = stream.peers(scene.town)
    assert "Two computers have written as HC" in peer.warnings[0]


def test_a_member_changed_after_it_was_proved_is_refused(scene: Scene) -> None:
    opened = package.open_package(scene.path)
    data = bytearray(scene.path.read_bytes())
    data[data.index(b"\x28\xb5\x2f\xfd") + 20] ^= 1  # within the first zstd frame
    scene.path.write_bytes(data)
    with pytest.raises(container.Damaged):
        list(package.commits(opened))
    scene.path.unlink()
    with pytest.raises(UserError, match="cannot be read"):
        list(package.commits(opened))


def test_the_directory_of_a_file_is_read_once_however_many_members_it_has(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else a file of two megabytes with thousands of members, from anybody, takes a minute."""
    parts = [package.line_joined(b"{}", bytes(64), b"null")] * 20
    monkeypatch.setattr(package, "_PART", 1)
    read: list[int] = []

    def counted(file: BinaryIO, size: int) -> list[container.Member]:
        read.append(size)
        return members_of(file, size)

    members_of = container.members_of
    monkeypatch.setattr(container, "members_of", counted)
    with scene.station.transaction() as connection:
        sender = stream.sender_of(scene.station, connection)
    package.write(
        scene.bad, parts, sender=sender, sign=scene.station.sign, recipient=TOWN, n=9, previous=bytes(32),
        made=0, counts=(20, 0, 20), receipt={},
    )  # fmt: skip
    opened = package.open_package(scene.bad)
    assert (len(opened.manifest.members), len(list(package.lines(opened)))) == (20, 20)
    assert len(read) == 1


def test_a_refused_file_does_not_stop_the_others(scene: Scene) -> None:
    scene.bad.write_bytes(b"not a package")
    result = inbox.take_in(scene.town, [scene.bad, scene.path, scene.bad.with_name("absent.lzb")])
    assert (result.packages, result.applied, len(result.refused)) == (1, 1, 2)
    assert [refused.name for refused in result.refused] == ["bad.lzb", "absent.lzb"]


def test_a_large_desk_is_sent_in_pieces_that_a_reader_takes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package, "MAX_CHANGES", 13)
    monkeypatch.setattr(package, "_PART", 2_000)
    station, town = a_station(tmp_path), a_town(tmp_path)
    enrolled(station, town)
    issue = [an_issue(station, f"第{place}处路灯不亮") for place in range(7)][-1]
    rounds = 0
    while True:
        written = stream.export(station, TOWN, tmp_path)
        assert written.changes <= 13
        taken(town, written.path)
        taken(station, sent(town, "HC"))
        rounds += 1
        if not written.left:
            break
    assert rounds == 2
    assert the(town, issue).record.text == "第6处路灯不亮"
    assert stage(town, issue) == "accepted"


def test_of_very_many_entries_as_many_are_sent_as_a_reader_takes(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package, "MAX_COMMITS", 2)
    for place in range(3):
        an_issue(scene.station, f"第{place}处路灯不亮")
    assert refusal(scene.town, repacked(scene.path, scene.bad, lines(scene.path) * 3)) == (
        "The file holds more than 2 entries; ask for it in parts."
    )
    written = stream.export(scene.station, TOWN, scene.bad.parent)
    assert (written.commits, written.left > 0) == (2, True)
    taken(scene.town, written.path)


# --- what is held at once --------------------------------------------------------------------------


@pytest.fixture
def long(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package longer than what is held at once."""
    monkeypatch.setattr(fresh, "ROOM", 3_000)
    for place in range(8):
        an_issue(scene.station, f"第{place}处路灯不亮")
    path = sent(scene.station, TOWN)
    assert len(b"".join(lines(path))) > fresh.ROOM
    return path


def test_of_a_long_package_the_changes_are_held_in_parts_and_all_of_them_taken_in(
    scene: Scene, long: Path
) -> None:
    opened = package.open_package(long)
    with scene.town.reading() as connection:
        found, _ = fresh.of(connection, scene.town, opened, silent)
    assert found
    assert not any(body for commit in found for body in commit.bodies)
    before = everything(scene.town)
    assert inbox.preview(scene.town, long).new == 9
    assert everything(scene.town) == before
    assert taken(scene.town, long).changes == opened.manifest.changes
    assert digest(scene.station) == digest(scene.town)
    assert scene.town.check() == []


def test_of_a_long_package_whom_to_believe_is_held(scene: Scene, long: Path, tmp_path: Path) -> None:
    """All that the station ever wrote, its own key first, for an office that lost its desk."""
    town = a_town(tmp_path, "other.desk")
    with scene.station.transaction() as connection:
        connection.exec_driver_sql("DELETE FROM receipt")
    taken(town, stream.export(scene.station, TOWN, tmp_path).path)
    assert town.check() == []
    assert len(titles(town)) == 9


def test_nothing_is_held_of_a_file_from_somebody_unknown(
    scene: Scene, long: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor is the desk locked for it: anybody can write one that unpacks to a gigabyte."""
    town = a_town(tmp_path, "other.desk")
    monkeypatch.setattr(fresh, "of", None)
    assert [one.kind for one in inbox.take_in(town, [long]).refused] == [doubts.STRANGER]


def test_headers_beyond_their_bounds_are_refused(
    scene: Scene, long: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("MAX_HEADERS", "_MAX_HEADER"):
        with monkeypatch.context() as bounded:
            bounded.setattr(package, name, 300)
            assert refusal(scene.town, long) == DAMAGED
    taken(scene.town, long)


def test_a_visitor_that_another_program_sent_is_not_kept(tmp_path: Path) -> None:
    station, town = a_station(tmp_path), a_town(tmp_path)
    an_issue(station)
    path = sent(station, TOWN)
    with station.reading() as connection:
        sql = "SELECT c.header, c.signature, g.body FROM chg g JOIN cmt c ON c.n = g.cmt WHERE c.hash IN"
        sql = f"{sql} (SELECT c.hash FROM visitor v JOIN chg g ON g.record = v.id JOIN cmt c ON c.n = g.cmt)"
        rows = connection.exec_driver_sql(f"{sql} ORDER BY g.place").all()
    raw, signature = rows[0][0], rows[0][1]
    whole = package.line_of(raw, signature, [row[2] for row in rows]).rstrip(b"\n")
    told = [whole if line.startswith(b'{"h":' + raw) else line for line in lines(path)]
    assert told != lines(path)
    leaking = repacked(path, path.with_name("leaking.lzb"), told, key=key_of(station))
    assert inbox.take_in(town, [leaking], trust=anyone).taken == (leaking,)
    with town.reading() as connection:
        sql = "SELECT count(*) FROM chg WHERE instr(body, ?)"
        kept = connection.exec_driver_sql(sql, (b'"t":"visitor"',)).scalar()
        assert connection.exec_driver_sql("SELECT count(*) FROM visitor").scalar() == 0
    assert kept == 0
    assert town.check() == []
