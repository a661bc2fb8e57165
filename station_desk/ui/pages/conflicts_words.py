"""A question in the window's words: its row in the list, its cards, and what is said below them."""

from __future__ import annotations

from datetime import date

from station_desk.casework import conflict_words
from station_desk.casework.conflicts import Candidate, Question
from station_desk.casework.verb_words import verb_label
from station_desk.i18n import translate
from station_desk.ui import figures, words
from station_desk.ui.pages.conflicts_cards import Choice
from station_desk.ui.widgets.rows import ListRow

OTHER = "other"
"""The key of the card of a value that nobody has given yet."""


WHOLE = ("step", "same_number", "two_forms")
"""Kinds of questions that are answered as they stand, with no card to choose."""


def kind_words(question: Question) -> str:
    """What kind of question it is, in two to four characters."""
    return {
        "conflict": translate("conflicts", "Conflict"),
        "proposal": translate("conflicts", "Proposal"),
        "double": translate("conflicts", "Double number"),
        "same_number": translate("conflicts", "Same number"),
        "two_forms": translate("conflicts", "Two forms"),
        "step": translate("conflicts", "To be checked"),
    }[question.kind]


def list_row(question: Question) -> ListRow:
    """The question in the list; what another office decides is grey."""
    second = words.joined(tuple(part for part in (question.number, question.field_label) if part))
    if not question.here:
        return ListRow(question.title, second, translate("conflicts", "elsewhere"), "text2")
    tone = "red" if question.kind in ("conflict", "double", "same_number", "two_forms") else "amber"
    return ListRow(question.title, second, kind_words(question), tone)


def heading(question: Question) -> str:
    """What the question is, in one line."""
    return {
        "conflict": translate("conflicts", "Two values for “{field}”", field=question.field_label),
        "proposal": translate("conflicts", "Proposal for “{field}”", field=question.field_label),
        "double": translate("conflicts", "{number} was given twice", number=question.number),
        "same_number": translate("conflicts", "Two matters bear {number}", number=question.number),
        "two_forms": translate("conflicts", "Two verdicts of {name} in one round", name=question.field_label),
        "step": translate("conflicts", "“{step}” did not apply", step=question.field_label),
    }[question.kind]


def below(question: Question) -> str:
    """Who decides, and what holds until then."""
    if not question.here:
        return translate(
            "conflicts",
            "{site} decides this. Send it a package, or tell it by telephone; its word comes back with its"
            " next package. Nothing is lost meanwhile.",
            site=question.authority,
        )
    return {
        "conflict": translate(
            "conflicts",
            "This office decides. Until then the value last agreed holds, and reports say so; both values and"
            " the decision stay in the history.",
        ),
        "proposal": translate(
            "conflicts",
            "Only this office's word counts here. Accepted, the proposal becomes it; declined, whoever"
            " proposed reads your reason.",
        ),
        "double": translate(
            "conflicts",
            "This office numbers both. Choose the one that gets another number; or void it in its record, if"
            " it is the same matter.",
        ),
        "same_number": translate(
            "conflicts",
            "A desk that is copied or put back to a backup gives numbers again. They are printed on slips,"
            " so both matters keep theirs. Say how to tell them apart: both records then name each other."
            " If it is one matter, merge or void one of the two in its record.",
        ),
        "two_forms": translate(
            "conflicts",
            "What the deputy's own desk wrote counts, else the last recorded; papers and figures follow it."
            " The other was recorded here: take it back, so that the stage follows from what counts. It stays"
            " in the history.",
        ),
        "step": translate(
            "conflicts",
            "Nothing followed from the step. File it with a reason, or take it once more if it is due now.",
        ),
    }[question.kind]


def _who(one: Candidate, today: date) -> str:
    when = figures.moment_words(one.at, today) if one.at is not None else ""
    who = " ".join(part for part in (one.site, one.actor) if part)
    return "，".join(part for part in (who, when, verb_label(one.verb)) if part)


def _why(one: Candidate) -> str:
    return translate("conflicts", "Reason: {reason}", reason=one.reason) if one.reason else ""


def choices(question: Question, today: date) -> list[Choice]:
    """The cards of a question; those of what is answered as it stands cannot be chosen."""
    out: list[Choice] = []
    if question.kind == "proposal":
        stands = translate("conflicts", "In force now")
        out.append(Choice("", stands, question.shown, "", ""))
    for one in sorted(question.candidates, key=lambda one: (one.at is None, one.at, one.change)):
        key = one.record.hex() if question.kind == "double" else one.change.hex()
        if question.kind in WHOLE or not question.here:
            key = ""
        whose = translate("conflicts", "Came in {package}", package=one.package) if one.package else ""
        whose = whose or translate("conflicts", "Written at this desk")
        out.append(Choice(key, whose, one.shown, _who(one, today), _why(one)))
    if question.kind == "step":
        out.append(Choice("", translate("conflicts", "Why not"), question.shown, "", ""))
    if (
        question.kind == "conflict"
        and question.here
        and conflict_words.may_type(question.type, question.field)
    ):
        none = translate("conflicts", "Another value")
        out.append(Choice(OTHER, none, "", translate("conflicts", "Type it below"), ""))
    return out
