"""What a suggestion's record says of its units, signers and promises: pure words over one detail."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from station_desk.casework import verdicts
from station_desk.casework.browse import AssignmentRow, MatterDetail, SignerRow, StepRow
from station_desk.domain.deadlines import Extension, explain
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Consultation
from station_desk.domain.tracks import ASSIGNMENT
from station_desk.domain.vocabulary import CONSULTATION_KINDS, DEPUTY_VERDICTS
from station_desk.i18n import translate
from station_desk.ui import words

_OVER = ("done", "closed")


@dataclass(frozen=True, slots=True)
class ChargeRow:
    """One unit's charge in words: `state` with its tone and icon, `due` with the reason as `why`."""

    row: AssignmentRow
    contacted: str
    due: str
    why: str
    state: str
    tone: str
    icon: str


@dataclass(frozen=True, slots=True)
class SignedRow:
    """A signer in words: one entry of `rounds` for each round, with its tone; `now` is that of the present
    round where their form is out."""

    row: SignerRow
    signed: str
    rounds: tuple[tuple[str, str], ...]
    now: str
    opinion: str


def charges(detail: MatterDetail, today: date) -> list[ChargeRow]:
    """The units, those that lead first, in the order they were charged."""
    order = sorted(detail.assignments, key=lambda r: (r.assignment.role == "co", r.assignment.handed_on))
    return [_charge(detail, row, today) for row in order]


def _charge(detail: MatterDetail, row: AssignmentRow, today: date) -> ChargeRow:
    charge = detail.course.charges.get(row.id) if detail.course is not None else None
    due = words.stage_day(row.due_on, today)
    if due and charge is not None and charge.extension is not None:
        due = translate("suggestion", "{day}, extended", day=due)
    state, tone, icon = _state(detail, row, today)
    contacted = words.stage_day(row.contacted_on, today)
    return ChargeRow(row, contacted, due, _why(detail, row), state, tone, icon)


def _state(detail: MatterDetail, row: AssignmentRow, today: date) -> tuple[str, str, str]:
    if row.state == "returned":
        return _returned(detail, row, today), "amber", "undo-2"
    mine = [reply for _, reply, _ in detail.replies if reply.assignment == row.id]
    if row.state == "replied" and mine:
        reply = mine[-1]
        day = words.day_words(reply.dated, today)
        if reply.kind == "opinion":
            said = translate("suggestion", "{day} opinion: {said}", day=day, said=reply.text or "")
        elif reply.reply_class:
            said = translate("suggestion", "{day} replied, class {letter}", day=day, letter=reply.reply_class)
        else:
            said = translate("suggestion", "{day} replied", day=day)
        return said, "green", "circle-check"
    if row.live and detail.row.stage in _OVER:
        return translate("suggestion", "No opinion recorded"), "", "circle-minus"
    stage = ASSIGNMENT.stages.get(row.state)
    said = str(stage) if stage is not None else row.state
    urged = translate("words", "urged {n} times", n=row.urged) if row.urged else ""
    late = row.live and row.due_on is not None and row.due_on < today
    return words.joined((said, urged)), "red" if late else "", "circle-alert" if late else "clock"


def _returned(detail: MatterDetail, row: AssignmentRow, today: date) -> str:
    step = _last(detail, "return", row.id)
    why = (step.step.text or "") if step is not None else ""
    day = words.day_words(step.step.on if step is not None else None, today)
    said = translate("suggestion", "{day} returned: {reason}", day=day, reason=why)
    after = [
        other.unit
        for other in detail.assignments
        if other.id != row.id
        and step is not None
        and (other.assignment.handed_on or date.min) >= (step.step.on or date.max)
        and other.state != "returned"
    ]
    if not after:
        return said
    return translate("suggestion", "{said}; now {units}", said=said, units="、".join(after))


def _why(detail: MatterDetail, row: AssignmentRow) -> str:
    """How the unit's due day was computed, in sentences."""
    course, profile = detail.course, detail.profile
    charge = course.charges.get(row.id) if course is not None else None
    rule = profile.clocks.get(charge.clock) if profile is not None and charge is not None else None
    if course is None or profile is None or charge is None or rule is None or row.due_on is None:
        return ""
    granted = _last(detail, "extend", row.id)
    extension = None
    if charge.extension is not None:
        text = (granted.step.text or "") if granted is not None else ""
        extension = Extension(charge.extension, granted.actor if granted is not None else "", text)
    return "\n".join(explain(rule, charge.start, profile.calendar, course.pauses, extension).sentences())


def _last(detail: MatterDetail, verb: str, assignment: RecordId) -> StepRow | None:
    """The newest step of that kind (steps come newest first)."""
    found = (s for s in detail.steps if s.step.verb == verb and s.step.assignment == assignment and not s.odd)
    return next(found, None)


def rounds(detail: MatterDetail) -> list[tuple[int, str]]:
    """The rounds in which the deputies were or are asked, with what each is about; none before a reply."""
    course = detail.course
    kinds = {c.round or 1: c.kind or "reply" for row in detail.signers for _, c in row.verdicts}
    if course is not None and detail.row.stage not in ("draft", "checked", "submitted", "closed"):
        replied = any(reply.kind == "reply" for _, reply, _ in detail.replies)
        if replied:
            kinds.setdefault(course.turn, course.turn_kind)
    return [(turn, CONSULTATION_KINDS.label(kinds[turn])) for turn in sorted(kinds)]


def signers(detail: MatterDetail, today: date) -> list[SignedRow]:
    """The deputies who signed, the lead first."""
    turns = [turn for turn, _ in rounds(detail)]
    over = detail.row.track == "suggestion" and detail.row.stage == "done"  # who never answered stays shown
    waiting = set(verdicts.round_now(detail).waiting) if turns and (over or _asking(detail)) else set()
    without = {row.id for row in verdicts.left_out(detail)} if waiting else set()
    reminded = detail.course.reminded if detail.course is not None else {}
    out = []
    for row in detail.signers:
        by_turn = {c.round or 1: c for c in row.counting}
        twice = {c.round or 1 for record, c in row.verdicts if record in row.set_aside}
        said = tuple(_verdict(by_turn.get(turn), turn in twice) for turn in turns)
        signed = words.stage_day(row.signer.signed_on, today) or translate("suggestion", "Not signed")
        times = reminded.get(row.id, 0)
        now, tone = "", ""
        if row.id in waiting:
            now, tone = translate("suggestion", "Not returned"), ""
            if times:
                now, tone = translate("suggestion", "Reminded {n}×", n=times), "amber"
            if row.id in without:
                now = words.joined((now, translate("suggestion", "left out of the rate")))
            said = (*said[:-1], (now, tone))
        opinion = "\n".join(text for record, c in row.verdicts for text in _words_of(row, record, c))
        out.append(SignedRow(row, signed, said, now, opinion))
    return out


def _asking(detail: MatterDetail) -> bool:
    """Whether deputies are asked for their verdict now; of a motion they never are."""
    return detail.row.track == "suggestion" and detail.row.stage in _ASKING


_ASKING = ("replied", "unhappy", "to_meet", "second")


def _verdict(given: Consultation | None, twice: bool) -> tuple[str, str]:
    """Attitude and result in one cell, with a mark where another form of the round does not count, and the
    tone."""
    if given is None:
        return "—", ""
    said, tone = verdict_words(given), "red" if given.result == "dissatisfied" else ""
    if twice:
        return translate("suggestion", "{verdict}, another set aside", verdict=said), tone or "amber"
    return said, tone


def verdict_words(given: Consultation) -> str:
    """Attitude and result in short."""
    attitude, result = DEPUTY_VERDICTS.label(given.attitude), DEPUTY_VERDICTS.label(given.result)
    return f"{attitude} / {result}" if attitude else result


def _words_of(row: SignerRow, record: RecordId, given: Consultation) -> list[str]:
    """What a form says in words; of one that does not count, that and its verdict too."""
    aside = set_aside_words(row, record)
    return [part for part in (aside and f"{aside} {verdict_words(given)}", given.opinion or "") if part]


def set_aside_words(row: SignerRow, record: RecordId) -> str:
    """Why a form does not count; "" for one that does."""
    if record not in row.set_aside:
        return ""
    return translate(
        "suggestion",
        "Does not count: two forms of this round came back. The one from the deputy's own desk counts, else "
        "the last recorded.",
    )


def returned(detail: MatterDetail) -> str:
    """How many forms of the present round are back: 2/3; "" while nobody is asked."""
    if not _asking(detail):
        return ""
    now = verdicts.round_now(detail)
    return f"{len(now.asked) - len(now.waiting)}/{len(now.asked)}"
