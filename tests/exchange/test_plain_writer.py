"""What another program writes by docs/exchange-format.md is taken in here; what goes back is read there."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from station_desk import i18n
from station_desk.casework import attachments, browse
from station_desk.casework.context import Desk
from station_desk.exchange import enrolment, inbox, stream
from tests.exchange.folded import by_desk, by_page, read, store_of
from tests.exchange.golden_scene import LETTER
from tests.exchange.plain import minisign, writer
from tests.exchange.plain.trust import Store
from tests.exchange.plain.values import Refused
from tests.exchange.post import OFFICE, TOWN, a_town, everything, sent, titles

ISSUE = {
    "number": "XH-2026-0001", "title": "旧桥护栏断裂", "text": "“旧桥”\n/护栏\t断裂", "station": "XH",
    "owner": "XH", "opened_on": "2026-05-07", "people": 3, "urgency": "normal", "channel": "station",
    "profile": "guangdong-1",
}  # fmt: skip


@pytest.fixture
def town(tmp_path: Path) -> Desk:
    i18n.set_language(i18n.ENGLISH)
    return a_town(tmp_path)


@pytest.fixture
def foreign(tmp_path: Path) -> writer.Desk:
    return writer.Desk.new(tmp_path / "xh", "XH", "象湖站", "station", TOWN)


def accepted(town: Desk, foreign: writer.Desk) -> None:
    """Introduced, and the fingerprint compared."""
    said = enrolment.read(foreign.introduction)
    assert said.fingerprint == minisign.fingerprint(foreign.site, foreign.replica, foreign.key)
    enrolment.accept(town, OFFICE, said)


def an_issue(foreign: writer.Desk, **said: object) -> str:
    """An issue that was registered and accepted."""
    issue = foreign.change("issue", {**ISSUE, **said})
    step = foreign.change("step", {"matter": issue["r"], "verb": "accept", "on": "2026-05-07"})
    foreign.commit("register_visit", issue, step)
    return str(issue["r"])


def brought(town: Desk, *paths: Path) -> int:
    """Taken in without anybody being asked; how many brought something."""
    result = inbox.take_in(town, paths)
    assert result.refused == ()
    return result.applied


def test_a_first_package_is_taken_in_once_its_desk_was_accepted(town: Desk, foreign: writer.Desk) -> None:
    matter = an_issue(foreign)
    path = foreign.write(TOWN)
    (waits,) = inbox.take_in(town, [path]).refused
    assert waits.fingerprint == minisign.fingerprint(foreign.site, foreign.replica, foreign.key)
    accepted(town, foreign)
    assert brought(town, path) == 1
    assert titles(town) == {"旧桥护栏断裂"}
    found = by_page(store_of(read(path)))
    assert by_desk(town, found) == found
    (row,) = browse.page(town, browse.MatterFilter(), limit=9)
    assert (row.id.hex(), row.stage) == (matter, "accepted")
    (peer,) = stream.peers(town)
    assert (peer.site, peer.received, peer.gaps, peer.differs) == ("XH", 1, (), ())
    assert town.check() == []


def test_what_the_town_sends_back_is_read_there_and_confirmed(town: Desk, foreign: writer.Desk) -> None:
    accepted(town, foreign)
    an_issue(foreign)
    brought(town, foreign.write(TOWN))
    back = read(sent(town, "XH"))
    sender = back.manifest["sender"]
    assert back.manifest["receipt"][foreign.replica] == [foreign.seq, foreign.prev]
    store = Store("XH", {sender["replica"]: (TOWN, sender["key"]), foreign.replica: ("XH", foreign.key)})
    store.take(back)
    assert {commit.header["site"] for commit in store.commits.values()} == {TOWN}
    assert len(store.holds()) == 1

    assert len(read(sent(town, "XH")).commits) == len(back.commits)
    brought(town, foreign.receipt(TOWN, store.holds(), took=back.hash))
    assert read(sent(town, "XH")).commits == []


def test_what_is_edited_there_shows_here_and_the_same_again_brings_nothing(
    town: Desk, foreign: writer.Desk
) -> None:
    accepted(town, foreign)
    matter = an_issue(foreign)
    first = foreign.write(TOWN)
    assert brought(town, first) == 1
    made, _ = foreign.lines[-1]["h"]["changes"]
    edit = foreign.change("issue", {"title": "旧桥护栏已修"}, matter, {"title": [made]})
    foreign.commit("edit", edit)
    second = foreign.write(TOWN)
    assert brought(town, second) == 1
    assert titles(town) == {"旧桥护栏已修"}
    whole = everything(town)
    assert brought(town, first, second) == 0
    assert everything(town) == whole


def test_an_attached_file_comes_with_the_record_that_names_it(
    town: Desk, foreign: writer.Desk, tmp_path: Path
) -> None:
    accepted(town, foreign)
    matter = an_issue(foreign)
    name = {"name": "来函.pdf", "sha256": sha256(LETTER).hexdigest(), "size": len(LETTER)}
    foreign.commit(
        "attach", foreign.change("attachment", {"matter": matter, "media": "application/pdf", **name})
    )
    path = foreign.write(TOWN, [LETTER, b"%PDF-1.4 named by nothing"])
    brought(town, path)
    (row,) = browse.page(town, browse.MatterFilter(), limit=9)
    (letter,) = attachments.listed(town, row.id)
    assert attachments.save_copy(town, letter.id, tmp_path / "copy.pdf").read_bytes() == LETTER
    assert list(store_of(read(path)).blobs.values()) == [LETTER]


def test_a_renewed_desk_is_believed_by_its_proof_alone(
    town: Desk, foreign: writer.Desk, tmp_path: Path
) -> None:
    accepted(town, foreign)
    an_issue(foreign)
    first = foreign.write(TOWN)
    brought(town, first)
    store = store_of(read(first))
    again = foreign.renewed(tmp_path / "again")
    an_issue(again, number="XH-2026-0002", title="路灯不亮")
    path = again.write(TOWN)
    assert brought(town, path) == 1
    assert titles(town) == {"旧桥护栏断裂", "路灯不亮"}
    store.take(read(path))
    assert store.keys[again.replica] == ("XH", again.key)
    found = by_page(store)
    assert by_desk(town, found) == found


def test_a_renewal_that_the_former_key_did_not_sign_is_believed_by_nobody(
    town: Desk, foreign: writer.Desk, tmp_path: Path
) -> None:
    accepted(town, foreign)
    first = foreign.write(TOWN)
    brought(town, first)
    thief = writer.Desk(tmp_path / "thief", "XH", "象湖站", "station", TOWN)
    thief.replica = foreign.replica
    forged = thief.renewed(tmp_path / "forged")
    forged.n = dict(foreign.n)
    path = forged.write(TOWN)
    assert len(inbox.take_in(town, [path]).refused) == 1
    with pytest.raises(Refused, match="vouches"):
        store_of(read(first)).take(read(path))
