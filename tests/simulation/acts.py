"""What people do in a schedule: cases, suggestions, replies, decisions, undoing, and what goes by post."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from station_desk.casework import (
    conflicts,
    feedback,
    handling,
    history,
    offices,
    promises,
    replies,
    suggestions,
)
from station_desk.casework.handling import StepEntry, UnitCharge
from station_desk.casework.promises import Judged
from station_desk.casework.replies import PromiseEntry, ReplyEntry
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Consultation, Issue, Link, Signer, Suggestion, Unit, Visit
from station_desk.domain.tracks import TRACKS
from station_desk.domain.vocabulary import Role, SiteRole
from station_desk.errors import UserError
from station_desk.exchange import redaction
from tests.builders import DAY, a_matter, a_suggestion, a_visit
from tests.exchange.post import enrolled
from tests.simulation.world import Act, Machine, World

PLACES = ("江会路", "老街", "公园路", "校门口")
_USUAL = ("accept", "check", "submit", "hand_over", "sign", "reply", "note", "urge", "promise", "keep")
_STATION, _DEPUTY = SiteRole.STATION, SiteRole.DEPUTY


def _one_of(world: World, machine: Machine, sql: str, *values: object) -> RecordId:
    """One record id that a query of the machine's desk finds; UserError where there is none."""
    with machine.desk.reading() as connection:
        rows = connection.exec_driver_sql(sql, values).all()
    if not rows:
        raise UserError("nothing to do")
    return RecordId(world.chance.choice(rows)[0])


def _some_deputies(world: World) -> tuple[RecordId, ...]:
    return tuple(world.chance.sample(world.deputies, world.chance.randint(0, 2)))


def visit(world: World) -> None:
    places = world.chance.sample(PLACES, world.chance.randint(1, 2))
    matters = [a_matter(f"{place}浸水") for place in places]
    station = world.someone(_STATION)
    a_visit(station.desk, *matters, deputies=_some_deputies(world), visitor=f"欧阳锦萍{station.site}")


def raise_one(world: World) -> None:
    machine = world.someone()
    deputies = _some_deputies(world) or (world.deputies[0],)
    if machine.desk.identity.role is _DEPUTY:
        entry = suggestions.SuggestionEntry(
            title="关于自己所见的建议", text="建议改造。", deputies=deputies, opened_on=DAY
        )
        suggestions.raise_from(machine.desk, machine.actor, (), entry)
        return
    found = world.matter(machine.desk, "issue")
    a_suggestion(machine.desk, *deputies, issues=(found.id,))


def countersign(world: World) -> None:
    machine, row = world.somebody_busy("suggestion")
    own = machine.desk.identity.role is _DEPUTY
    deputy = None if own else world.chance.choice(world.deputies)
    suggestions.countersign(machine.desk, machine.actor, row.id, deputy, DAY)


def take_off(world: World) -> None:
    """A deputy is taken off a suggestion, and with it out of the deputy's scope."""
    machine = world.someone(_STATION)
    signer = _one_of(world, machine, "SELECT id FROM signer WHERE void IS NULL ORDER BY id")
    with machine.desk.writing(machine.actor, "take_off") as work:
        work.void(Signer, signer, "另行提出")


def attend(world: World) -> None:
    """A visit is corrected: who received there."""
    machine = world.someone(_STATION)
    found = _one_of(world, machine, "SELECT id FROM visit ORDER BY id")
    with machine.desk.writing(machine.actor, "correct_visit") as work:
        work.update(Visit, found, deputies=_some_deputies(world) or None)


def hand_on(world: World) -> None:
    """A matter becomes another station's, of the same town or of the other."""
    machine = world.someone(_STATION)
    row = world.matter(machine.desk, "issue")
    other = world.chance.choice([site for site in ("HC", "XH", "SJ", "LK") if site != machine.site])
    with machine.desk.writing(machine.actor, "hand_on") as work:
        work.update(Issue, row.id, owner=other)


def move_station(world: World) -> None:
    """A station comes under the other town, with all that it has; each side hears of it by the post."""
    machine = world.someone(_STATION)
    towns = ("HZ", "SZ")
    if len(world.at(machine.site)) > 1 or machine.desk.identity.parent not in towns or machine.kept:
        raise UserError("not this one")
    other = towns[machine.desk.identity.parent == towns[0]]
    offices.rename_site(machine.desk, machine.actor, machine.desk.identity.name, other)
    for upper in world.at(other):
        enrolled(machine.desk, upper.desk)  # a telephone call: they know each other from now on
    world.moved.add(machine.site)


def redact(world: World) -> None:
    """A matter is erased for good, or one step of it, by the site that made it or the office right above."""
    machine = world.someone(_STATION, SiteRole.TOWN)
    found = world.matter(machine.desk).id
    if world.chance.random() < 0.3:
        found = _one_of(world, machine, "SELECT id FROM step WHERE matter = ? ORDER BY id", found)
    head = replace(machine.actor, role=Role.HEAD)
    redaction.redact(machine.desk, head, found, "含个人隐私")


def tie(world: World) -> None:
    machine = world.someone(_STATION)
    one, other = world.matter(machine.desk), world.matter(machine.desk)
    with machine.desk.writing(machine.actor, "tie") as work:
        work.add(Link(kind="same-as", source=one.id, target=other.id))


def _values(world: World, row_owned: bool) -> dict[str, str]:
    values = {"place": world.chance.choice(PLACES), "title": f"{world.chance.choice(PLACES)}内涝"}
    if row_owned:
        values["official_number"] = f"2026闭-{world.chance.randint(1, 9):03d}"
    return values


def edit(world: World) -> None:
    machine, row = world.somebody_busy()
    _write(world, machine, row.track, row.id, _values(world, world.chance.random() < 0.3))


def _write(world: World, machine: Machine, track: str, record: RecordId, values: dict[str, str]) -> None:
    world.take_turn(machine)
    with machine.desk.writing(machine.actor, "correct") as work:
        work.update(Issue if track == "issue" else Suggestion, record, **values)


def rivals(world: World) -> None:
    """Everybody who has a matter writes its protected fields at once, each another value."""
    _, row = world.somebody_busy()
    having = []
    for other in world.machines:
        with other.desk.reading() as connection:
            if connection.exec_driver_sql("SELECT 1 FROM matter WHERE id = ?", (row.id,)).first():
                having.append(other)
    if len(having) < 2:
        raise UserError("nobody else has it")
    for place, other in enumerate(having):
        words = {"title": f"{other.name}所写{place}", "official_number": f"2026闭-{place + 10:03d}"}
        _write(world, other, row.track, row.id, words)


def step(world: World) -> None:
    machine, row = world.somebody_busy()
    desk, actor = machine.desk, machine.actor
    verbs = [one.verb for one in TRACKS[row.track].steps.values() if row.stage in one.froms]
    verb = world.chance.choice([v for v in verbs if v in _USUAL] * 3 + verbs or ["note"])
    if verb == "hand_over":
        unit = offices.save(desk, actor, Unit(name=world.chance.choice(PLACES) + "管理所"))[0]
        handling.hand_over(desk, actor, row.id, DAY, [UnitCharge(unit, "lead")])
    elif verb in ("reply", "reply_written"):
        entry = ReplyEntry(dated=DAY, text="已处理", reply_class=world.chance.choice("AB"))
        replies.record(desk, actor, row.id, entry)
    elif verb == "tell":
        feedback.tell(desk, actor, row.id, feedback.FeedbackEntry(told_on=DAY, method="phone"))
    elif verb == "promise":
        promises.promise(desk, actor, row.id, DAY, PromiseEntry("年底前完成", DAY + timedelta(90)))
    elif verb == "keep":
        sql = "SELECT id FROM promise WHERE matter = ? AND state IS NULL ORDER BY id"
        promised = _one_of(world, machine, sql, row.id)
        promises.judge(
            desk,
            actor,
            row.id,
            promised,
            Judged(on=DAY, state=world.chance.choice(("kept", "unkept")), proof="看过"),
        )
    else:
        entry_ = StepEntry(on=DAY, text="已核实", code="satisfied", until=DAY + timedelta(30))
        handling.take(desk, actor, row.id, verb, entry_)


def consult(world: World) -> None:
    """A signer's verdict on the handling comes back."""
    machine, row = world.somebody_busy("suggestion")
    signer = _one_of(world, machine, "SELECT id FROM signer WHERE matter = ? ORDER BY id", row.id)
    verdict = world.chance.choice(("satisfied", "basic", "dissatisfied"))
    with machine.desk.writing(machine.actor, "consult") as work:
        work.add(Consultation(matter=row.id, signer=signer, round=1, returned_on=DAY, result=verdict))


def undo(world: World) -> None:
    machine = world.someone()
    history.undo(machine.desk, machine.actor)


def redo(world: World) -> None:
    """The last work is taken back and brought back."""
    machine = world.someone()
    history.undo(machine.desk, machine.actor)
    history.redo(machine.desk, machine.actor)


def decide(world: World) -> None:
    """Somebody whose word it is answers one question: a conflict, a proposal taken over or declined."""
    machine = world.someone()
    asked = [one for one in conflicts.waiting(machine.desk).questions if one.here]
    if not asked:
        raise UserError("nothing waits")
    question = world.chance.choice(asked)
    chosen = world.chance.choice(question.candidates).change if question.candidates else b""
    if question.kind == "conflict":
        conflicts.decide(machine.desk, machine.actor, question.record, question.field, change=chosen)
    elif question.kind == "proposal":
        proposal = conflicts.Proposal(question.record, question.field, chosen)
        if world.chance.random() < 0.5:
            conflicts.accept(machine.desk, machine.actor, [proposal])
        else:
            conflicts.decline(machine.desk, machine.actor, [proposal], "不改")
    else:
        raise UserError("another kind of question")


def send(world: World) -> None:
    machine, above = world.chance.choice(world.links())
    if world.chance.random() < 0.5:
        world.post.append(world.packed(machine, above))
    else:
        upper = world.chance.choice(world.at(above))
        world.post.append(world.packed(upper, machine.site))


def receive(world: World) -> None:
    """Any file that is on its way arrives, the earliest or not."""
    if not world.post:
        raise UserError("no post")
    letter = world.post.pop(world.chance.randrange(len(world.post)))
    machine = world.chance.choice(world.at(letter.to))
    earlier = [one for one in world.post if (one.sender, one.to) == (letter.sender, letter.to)]
    result = world.deliver(machine, letter)
    world.done["reordered"] += any(one.place < letter.place for one in earlier)
    before = any(other is letter or other == letter for m, other in world.arrived if m is machine)
    world.done["duplicates"] += before
    world.arrived.append((machine, letter))
    # A file that goes on from a lost one which was confirmed in between is the only honest refusal.
    world.done["waited"] += len(result.refused)


def pretend(world: World) -> None:
    """A deputy's desk with an altered program takes a step of the station's staff, or of the office's."""
    machine = world.someone(_DEPUTY)
    row = world.matter(machine.desk)
    verbs = [one.verb for one in TRACKS[row.track].steps.values() if row.stage in one.froms]
    role = world.chance.choice((Role.CLERK, Role.HEAD, Role.OFFICE))
    with machine.desk.writing(replace(machine.actor, role=role), "pretend") as work:
        work.step(row.id, world.chance.choice(verbs or ["note"]), DAY, text="核对")


WORK: tuple[tuple[Act, int], ...] = (
    (visit, 3), (raise_one, 2), (edit, 3), (step, 9), (countersign, 2), (attend, 1), (tie, 1), (consult, 1),
    (undo, 1), (redo, 1), (decide, 2), (send, 9), (receive, 9),
)  # fmt: skip
"""What is no fault, each with how often it comes."""

SCOPES: tuple[tuple[Act, int], ...] = ((take_off, 1), (hand_on, 1), (rivals, 1), (redact, 1), (pretend, 1))
"""What moves the bounds of who may see, who writes at once, and who writes what is not theirs."""

MOVES: tuple[tuple[Act, int], ...] = ((move_station, 1),)
"""Stations that come under another town; apart, since with copies and old backups among them they
are asked for by name."""
