"""A unit's filled reply sheet comes back: its number finds the hand-over, and what it says is proposed."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from station_desk.casework import asked, attachments, handling, replies
from station_desk.casework.asked import Asked
from station_desk.casework.context import Actor, Changed, Desk
from station_desk.casework.handling import StepEntry
from station_desk.casework.replies import PromiseEntry, ReplyEntry
from station_desk.domain import returnnumber
from station_desk.domain.profile import ClassGrade
from station_desk.domain.vocabulary import REPLY_METHODS
from station_desk.errors import Problem, UserError, ValidationError
from station_desk.exchange import replycells, replyfields
from station_desk.exchange.cells import clean_text, is_nothing
from station_desk.exchange.replycells import SheetRead, read_day, read_sheet
from station_desk.i18n import translate

_METHODS = (
    ("meeting", ("面商", "当面", "走访", "座谈", "上门", "见面")),
    ("phone", ("电话", "微信", "网络")),
    ("letter", ("书面", "来函", "发函", "信函", "邮寄")),
)


@dataclass(frozen=True, slots=True)
class Promised:
    """A promise as it stands on the sheet; `by` None where no day could be read."""

    what: str
    by: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """What the unit wrote: a reply, or with `returns` that it is not its business and why (`text`)."""

    returns: bool = False
    dated: date | None = None
    text: str = ""
    number: str = ""
    reply_class: str = ""
    method: str = ""
    contact: str = ""
    phone: str = ""
    signed_by: str = ""
    promises: tuple[Promised, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a sheet proposes; nothing is written before a person accepts it.

    `problems` are by the fields of `Filled`; `unusual` are sentences about the whole. Where `possible` is
    False the hand-over waits for nothing any more. `path` is None where only the number was typed.
    """

    path: Path | None
    charge: Asked
    filled: Filled
    problems: tuple[Problem, ...] = ()
    unusual: tuple[str, ...] = ()
    possible: bool = True


def is_reply_sheet(path: Path) -> bool:
    """Whether the file is one of our sheets, so that it is not taken for a ledger. Never raises."""
    if path.suffix.lower() == ".docx":
        return True
    try:
        return replycells.looks_like_sheet(path)
    except OSError:
        return False


def propose(desk: Desk, path: Path, today: date) -> Proposal:
    """Read a filled sheet (xlsx, xls, docx; saved by Excel, WPS, Word, LibreOffice).

    UserError where it cannot be read, bears no number or an altered one, or no hand-over here has it.
    """
    read = read_sheet(path)
    charge = _charge(desk, read)
    filled = _filled(read, charge)
    unread = {problem.field for problem in read.problems}
    missing = [problem for problem in _problems(filled, charge, today) if problem.field not in unread]
    problems = [*read.problems, *missing]
    unusual = [*_about_unit(read, charge), *_standing(charge), *_about_days(filled, charge)]
    if filled.returns and (read.text("text") or read.line("reply_class")):
        unusual.append(
            translate(
                "reply sheet",
                "Both a reply and a reason for returning it are filled in. Ask the unit which holds.",
            )
        )
    return Proposal(path, charge, filled, tuple(problems), tuple(unusual), charge.live)


def propose_by_number(desk: Desk, number: str) -> Proposal:
    """The hand-over of a number typed from paper, its reply still to be typed in. UserError as `propose`."""
    charge = asked.find(desk, number)
    return Proposal(None, charge, Filled(), (), tuple(_standing(charge)), charge.live)


def accept(desk: Desk, actor: Actor, proposal: Proposal, filled: Filled, *, keep: bool = True) -> Changed:
    """Record what the person accepted (perhaps corrected), with the sheet itself attached. One commit.

    ValidationError names what is missing; UserError where the matter does not wait for it.
    """
    charge = proposal.charge
    problems = [problem for problem in _problems(filled, charge, None) if problem.field != "promises"]
    promises = []
    for promised in filled.promises:
        if promised.by is None:
            problems.append(_no_day_of_promise())
        else:
            promises.append(PromiseEntry(promised.what, promised.by))
    dated = filled.dated
    if problems or dated is None:
        raise ValidationError(problems)
    taken = attachments.take_in_bytes(desk, proposal.path) if keep and proposal.path is not None else None
    with desk.writing(actor, "return" if filled.returns else "record_reply") as work:
        if filled.returns:
            about = handling.take_in(
                work, charge.matter, "return",
                StepEntry(on=dated, text=filled.text, assignment=charge.assignment),
            )  # fmt: skip
        else:
            about = replies.record_in(
                work,
                charge.matter,
                ReplyEntry(
                    dated=dated,
                    text=filled.text,
                    number=filled.number,
                    reply_class=filled.reply_class,
                    method=filled.method,
                    assignment=charge.assignment,
                    contact=filled.contact,
                    phone=filled.phone,
                    signed_by=filled.signed_by,
                    promises=tuple(promises),
                ),
            )
        if taken is not None:
            attachments.add_in(work, charge.matter, taken, about)
    return work.changed


def _charge(desk: Desk, read: SheetRead) -> Asked:
    """The hand-over the visible number names; the hidden one stands in where that was wiped out."""
    site, hidden = replyfields.read_keywords(read.keywords)
    meant = returnnumber.number_of(hidden) if hidden else ""
    shown = read.line("returns")
    if not shown:
        if not meant:
            raise UserError(
                translate(
                    "reply sheet",
                    "The sheet has no return number any more. Type it in from the sheet that was sent.",
                )
            )
        shown = meant
    number = returnnumber.read(shown)
    if meant and number != meant:
        raise UserError(
            translate(
                "reply sheet",
                "The sheet shows the number {shown}, but was made for {meant}. Somebody filled the sheet of "
                "another matter; ask the unit which one is meant.",
                shown=number,
                meant=meant,
            )
        )
    try:
        return asked.find(desk, number)
    except UserError as error:
        if meant and site and site != desk.identity.site:
            raise UserError(
                translate(
                    "reply sheet",
                    "This sheet was made at {site}, and its hand-over {number} has not arrived here. Send "
                    "the sheet there, or take in their package first.",
                    site=site,
                    number=number,
                )
            ) from error
        raise


# --- understanding ------------------------------------------------------------------------------------


def _filled(read: SheetRead, charge: Asked) -> Filled:
    reason = read.text("reason")
    if reason:
        return Filled(
            returns=True,
            text=reason,
            dated=read.day("returned_on" if read.line("returned_on") else "dated", "dated"),
            contact=read.line("contact"),
            phone=read.line("phone"),
        )
    return Filled(
        dated=read.day("dated", "dated"),
        text=read.text("text"),
        number=read.line("number"),
        reply_class=_class(read, charge.grades),
        method=_method(read),
        contact=read.line("contact"),
        phone=read.line("phone"),
        signed_by=read.line("signed_by"),
        promises=_promises(read),
    )


def _class(read: SheetRead, grades: tuple[ClassGrade, ...]) -> str:
    text = unicodedata.normalize("NFKC", read.line("reply_class"))
    if not text or not grades:
        return ""
    named = [g.code for g in grades if re.search(rf"(?<![A-Za-z]){g.code}(?![A-Za-z])", text, re.IGNORECASE)]
    meant = named or [g.code for g in grades if unicodedata.normalize("NFKC", g.label.zh) in text]
    if len(meant) == 1:
        return meant[0]
    read.problems.append(
        Problem(
            "reply_class",
            translate("reply sheet", "“{value}” names no single class. Choose one.", value=text[:30]),
        )
    )
    return ""


def _method(read: SheetRead) -> str:
    text = read.line("method")
    found = next((code for code, label in REPLY_METHODS.terms.items() if label.zh == text), "")
    found = found or next((code for code, words in _METHODS if any(word in text for word in words)), "")
    if text and not found:
        read.problems.append(
            Problem(
                "method",
                translate(
                    "reply sheet", "“{value}” is no way of contact known here. Choose one.", value=text[:30]
                ),
            )
        )
    return found


def _promises(read: SheetRead) -> tuple[Promised, ...]:
    out: list[Promised] = []
    for at in sorted(read.promises):
        what, until = read.promises[at]
        if is_nothing(what):
            if not is_nothing(until):
                read.problems.append(
                    Problem("promises", translate("reply sheet", "A promise has a day, but no words."))
                )
            continue
        day, wrong = read_day(until)
        if day is None:
            read.problems.append(Problem("promises", wrong) if wrong else _no_day_of_promise())
        out.append(Promised(clean_text(what), day))
    return tuple(out)


def _no_day_of_promise() -> Problem:
    return Problem("promises", translate("reply sheet", "A promise has no day by which it is kept."))


def _problems(filled: Filled, charge: Asked, today: date | None) -> list[Problem]:
    """What is missing or cannot be, beside what could not be read."""
    out: list[Problem] = []
    if filled.dated is None:
        out.append(Problem("dated", translate("reply sheet", "Give the day of the reply.")))
    elif charge.handed_on is not None and filled.dated < charge.handed_on:
        out.append(
            Problem(
                "dated",
                translate("reply sheet", "That is before it was handed over ({day}).", day=charge.handed_on),
            )
        )
    elif today is not None and filled.dated > today:
        out.append(Problem("dated", translate("reply sheet", "That day has not come yet.")))
    if not filled.text.strip():
        out.append(
            Problem("text", translate("reply sheet", "Say why it is returned."))
            if filled.returns
            else Problem("text", translate("reply sheet", "The text of the reply is empty."))
        )
    if charge.grades and not filled.returns and not filled.reply_class:
        out.append(Problem("reply_class", translate("reply sheet", "The class of the reply is not chosen.")))
    return out


def _about_unit(read: SheetRead, charge: Asked) -> list[str]:
    named = read.line("unit")
    if not named or not charge.unit or named == charge.unit:
        return []
    return [
        translate(
            "reply sheet",
            "The sheet names “{named}”, but “{unit}” has the matter.",
            named=named[:60],
            unit=charge.unit,
        )
    ]


def _standing(charge: Asked) -> list[str]:
    if charge.state == "replied":
        return [
            translate(
                "reply sheet",
                "This unit replied on {day} already. To take another reply, let it be handled again first.",
                day=charge.replied_on,
            )
        ]
    if charge.state == "returned":
        return [translate("reply sheet", "This unit handed the matter back already.")]
    if charge.closed_on is not None:
        return [translate("reply sheet", "The matter was closed on {day}.", day=charge.closed_on)]
    return []


def _about_days(filled: Filled, charge: Asked) -> list[str]:
    if filled.dated is None:
        return []
    if filled.returns and charge.return_until is not None and filled.dated > charge.return_until:
        return [
            translate(
                "reply sheet", "It is returned after the last day for that ({day}).", day=charge.return_until
            )
        ]
    if not filled.returns and charge.due_on is not None and filled.dated > charge.due_on:
        return [
            translate(
                "reply sheet", "The reply is dated after the day it was due ({day}).", day=charge.due_on
            )
        ]
    return []
