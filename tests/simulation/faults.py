"""What goes wrong in a schedule: lost and doubled files, clocks, copies, backups, forgers, newer programs."""

from __future__ import annotations

import shutil
from hashlib import sha256
from pathlib import Path

import msgspec

from station_desk.domain.declare import RecordId, Wire
from station_desk.domain.records import Grid
from station_desk.errors import UserError
from station_desk.exchange import forks, inbox
from station_desk.store.commits import Work
from tests.builders import DAY
from tests.exchange.post import everything, key_of, lines, repacked, rewritten
from tests.simulation.world import ROOT, TREE, Act, Broken, Letter, Machine, World

_COPIES = 3
"""Computers more than sites in one schedule; each costs time in every round of files."""


def lose(world: World) -> None:
    if not world.post:
        raise UserError("no post")
    world.post.pop(world.chance.randrange(len(world.post)))
    world.done["losses"] += 1


def double(world: World) -> None:
    """A file that has arrived lies there a second time."""
    if not world.arrived:
        raise UserError("no post yet")
    world.post.append(world.chance.choice(world.arrived)[1])


def skew(world: World) -> None:
    """A clock is put days wrong."""
    machine = world.chance.choice(world.machines)
    machine.skew = world.chance.uniform(-45, 45) * 86_400
    world.done["clocks set wrong"] += 1


# --- copies and old backups ------------------------------------------------------------------------


def back_up(world: World) -> None:
    """Somebody keeps a copy of a desk's file."""
    machine = world.chance.choice(world.machines)
    if machine.site in world.moved:
        raise UserError("a station that moved is not put back to before that")
    machine.desk.close()
    machine.kept = world.folder / f"{machine.name}.kept"
    shutil.copyfile(machine.desk.path, machine.kept)
    world.reopen(machine)


def restore(world: World) -> None:
    """An older copy of a desk's file is put back, half of the times on a computer that remembers nothing."""
    found = [m for m in world.machines if m.kept is not None]
    if not found:
        raise UserError("nobody kept a copy")
    machine = world.chance.choice(found)
    was, head = machine.desk.identity.replica, _head(machine)
    machine.desk.close()
    for suffix in ("-wal", "-shm"):
        machine.desk.path.with_name(machine.desk.path.name + suffix).unlink(missing_ok=True)
    shutil.copyfile(str(machine.kept), machine.desk.path)
    machine.blind = machine.blind or world.chance.random() < 0.5
    # What lies on the old sticks stays there: the restored desk counts on from where its backup stood.
    machine.name = f"{machine.site}-back{world.done['restores']}"
    world.reopen(machine)
    world.done["restores"] += 1
    if machine.desk.identity.replica == was and _head(machine) < head:
        world.done["restores that lost work"] += 1
        _finds_itself_out(world, machine, "restores seen at once")
    _write_there(world, machine)


def clone(world: World) -> None:
    """A desk's file is copied to another computer, and both write. The one that remembers nothing of it
    writes in the same name; the other must see it at once."""
    sites = sorted({m.site for m in world.machines if len(world.at(m.site)) == 1} - {ROOT})
    if len(world.machines) >= len(TREE) + _COPIES:
        raise UserError("copies enough")
    (original,) = world.at(world.chance.choice(sites))
    name = f"{original.site}-copy{world.done['clones']}"
    path = world.folder / f"{name}.desk"
    blind = world.chance.random() < 0.6
    original.desk.close()
    shutil.copyfile(original.desk.path, path)
    world.reopen(original)
    copy = Machine(name, original.site, world.opened(path, blind=blind), original.actor, blind, original.skew)
    world.machines.append(copy)
    world.done["clones"] += 1
    _finds_itself_out(world, copy, "copies seen at once")
    for machine in (original, copy):
        _write_there(world, machine)
    if original.desk.identity.replica == copy.desk.identity.replica:
        world.done["true clones"] += 1
        world.cloned.add(copy.desk.identity.replica)


def _finds_itself_out(world: World, machine: Machine, what: str) -> None:
    """A computer that remembers its desk must go on as a new installation; a blind one cannot know."""
    if machine.blind:
        return
    was = machine.desk.identity.replica
    _write_there(world, machine)
    if machine.desk.identity.replica == was:
        raise Broken(f"{machine.name} was copied or put back, and wrote on in its old name")
    world.told.found[what] += 1
    world.done["told " + what] += 1


def _head(machine: Machine) -> int:
    with machine.desk.reading() as connection:
        return forks.top_of(connection, machine.desk.identity.replica)


def _write_there(world: World, machine: Machine) -> None:
    world.take_turn(machine)
    with machine.desk.writing(machine.actor, "save_grid") as work:
        work.add(Grid(name=f"{machine.name} {world.chance.random()}"))


# --- forgers and the careless ----------------------------------------------------------------------


def _relay(world: World) -> tuple[Machine, Letter, list[bytes]]:
    """A package by which somebody passes on what others wrote, and its lines; it is in nobody's hands yet."""
    machine, above = world.chance.choice(world.links())
    if world.chance.random() < 0.5:
        sender, to = machine, above
    else:
        sender, to = world.chance.choice(world.at(above)), machine.site
    letter = world.packed(sender, to)
    world.post.append(letter)
    return sender, letter, lines(letter.path)


def forge(world: World) -> None:
    """Who passes on a child's words writes some in its name: a word changed, one added, or all of it sent as
    the child's own."""
    sender, letter, told = _relay(world)
    headers = [msgspec.json.decode(line)["h"] for line in told]
    places = [place for place, said in enumerate(headers) if said["site"] != sender.site]
    if not places:
        raise UserError("nobody else's words in it")
    place = world.chance.choice(places)
    key = key_of(sender.desk)
    way = world.chance.choice(("changed", "added", "renamed", "as the child"))
    bad = letter.path.with_name(f"forged-{letter.path.name}")
    manifest: dict[str, object] | None = None
    if way == "changed":
        told[place] = rewritten(told[place], key, change=_other_words)
    elif way == "added":
        ends = {said["replica"]: at for at, said in enumerate(headers)}
        last = ends[headers[place]["replica"]]
        raw = sha256(_header_bytes(told[last])).hexdigest()
        told.append(
            rewritten(
                told[last], key, change=_other_words,
                header=lambda said: said.update(seq=headers[last]["seq"] + 1, prev=raw),
            )
        )  # fmt: skip
    elif way == "renamed":
        told[place] = rewritten(told[place], key, header=lambda said: said.update(site=sender.site))
    else:
        theirs = headers[place]
        sender_ = sender.desk.identity
        manifest = {
            "stream": f"{theirs['site']}>{letter.to}",
            "sender": {
                "site": theirs["site"], "name": sender_.name, "role": sender_.role.value,
                "parent": sender_.parent, "replica": theirs["replica"],
                "key": sender.desk.public_key().hex(),
            },
        }  # fmt: skip
    repacked(letter.path, bad, told, manifest=manifest, key=key)
    _refused(world, letter, bad, ("is not signed by it", "its key is another", "not signed by"), "forgeries")


def omit(world: World) -> None:
    """Who passes on a child's words leaves one out, from the middle."""
    _, letter, told = _relay(world)
    headers = [msgspec.json.decode(line)["h"] for line in told]
    hashes = [sha256(_header_bytes(line)).hexdigest() for line in told]
    receiver = world.at(letter.to)[0]
    with receiver.desk.reading() as connection:
        known = {row[0].hex() for row in connection.exec_driver_sql("SELECT hash FROM cmt")}
    followed = {said["prev"] for said, own in zip(headers, hashes, strict=True) if own not in known}
    places = [at for at, own in enumerate(hashes) if own in followed and own not in known]
    if not places:
        raise UserError("no chain in it")
    del told[world.chance.choice(places)]
    bad = letter.path.with_name(f"cut-{letter.path.name}")
    repacked(letter.path, bad, told, key=key_of(_sender_of(world, letter).desk))
    _refused(world, letter, bad, ("is missing",), "omissions")


def _sender_of(world: World, letter: Letter) -> Machine:
    return next(machine for machine in world.machines if machine.name == letter.sender)


def _refused(world: World, letter: Letter, bad: Path, words: tuple[str, ...], what: str) -> None:
    """The site's computers must refuse the file, for that reason, and not one row may change."""
    receiver = world.take_turn(world.at(letter.to)[0])
    before = everything(receiver.desk, but_waiting=True)
    result = inbox.take_in(receiver.desk, [bad])
    world.done[what] += 1
    if not result.refused:
        raise Broken(f"one of the {what} was taken in by {receiver.name}: {bad.name}")
    if everything(receiver.desk, but_waiting=True) != before:
        raise Broken(f"one of the {what} was refused by {receiver.name}, but something of it stayed")
    reason = result.refused[0].reason
    # Who was put back may have forgotten the sender.
    words = (*words, "is missing", "is not known here")
    if not any(word in reason for word in words):
        raise Broken(f"one of the {what} was refused by {receiver.name} for another reason: {reason}")
    world.told.found[what] += 1


def _header_bytes(line: bytes) -> bytes:
    return bytes(msgspec.json.decode(line, type=dict[str, msgspec.Raw])["h"])


def _other_words(said: dict[str, object] | None) -> None:
    if said is None:
        raise UserError("it does not show what it says")
    said["f"] = {"title": "forged"}


# --- newer programs ----------------------------------------------------------------------------------


def newer(world: World) -> None:
    """A desk of a newer program writes a field, a verb and a type that nobody here knows."""
    machine, row = world.somebody_busy()
    word = f"newer-{world.seed}-{world.done['newer']}"
    with machine.desk.writing(machine.actor, "future_work") as work:
        _raw(work, row.track, {"mood": word, "place": word}, bytes(row.id))
        _raw(work, "step", {"matter": row.id.hex(), "verb": "rehear", "on": DAY.isoformat()})
        _raw(work, "hearing", {"matter": row.id.hex(), "said": word})


def _raw(work: Work, name: str, fields: dict[str, Wire], record: bytes = b"") -> None:
    """A change that this program's declarations would not let through."""
    nonce = work._nonce()
    found = RecordId(record) if record else work._new_id(nonce)
    work._put(
        name, found, nonce, fields | ({} if record else {"office": work.identity.office}), {}, not record
    )


FAULTS: tuple[tuple[Act, int], ...] = (
    (lose, 2), (double, 3), (skew, 1), (back_up, 1), (restore, 1), (clone, 1), (forge, 2), (omit, 2),
    (newer, 1),
)  # fmt: skip
