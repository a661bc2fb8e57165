"""Back to the people: the visitor is told, and gives their own verdict."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from station_desk.casework.context import Actor, Changed, Desk, Work, require, standing
from station_desk.casework.handling import StepEntry, take
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Feedback
from station_desk.domain.vocabulary import FEEDBACK_METHODS, VERDICTS
from station_desk.errors import Problem, UserError, ValidationError
from station_desk.i18n import translate
from station_desk.store.detail import MatterDetail, load_matter


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackEntry:
    """One telling: when, how, by whom, what was said; with the verdict where the visitor gave it at once.

    `visitor`: which of those who came; None is the visitor themself.
    """

    told_on: date
    method: str
    by: str = ""
    text: str = ""
    verdict: str = ""
    reason: str = ""
    visitor: RecordId | None = None


def tell(desk: Desk, actor: Actor, matter: RecordId, entry: FeedbackEntry) -> Changed:
    """Record that the visitor was told the outcome, and their verdict if given (反馈群众, 群众评价)."""
    problems: list[Problem] = []
    if entry.method not in FEEDBACK_METHODS.terms:
        problems.append(Problem("method", translate("feedback", "Choose how the visitor was told.")))
    if entry.verdict and entry.verdict not in VERDICTS.terms:
        problems.append(Problem("verdict", translate("feedback", "Choose the visitor's verdict.")))
    if entry.verdict == "dissatisfied" and not entry.reason.strip():
        problems.append(Problem("reason", translate("feedback", "Write why the visitor is dissatisfied.")))
    if problems:
        raise ValidationError(problems)
    with desk.writing(actor, "tell") as work:
        now = standing(work, matter)
        require(work, now, "tell", entry.told_on)
        detail = load_matter(work.connection, matter, work.profiles)
        if detail is None:
            raise UserError(translate("casework", "This matter is no longer here. Refresh the list."))
        people = constituents(detail)
        whom = entry.visitor or (people[0] if people else None)
        if whom is not None and people and whom not in people:
            raise UserError(translate("feedback", "Choose one of those who came about this matter."))
        record = work.add(
            Feedback(
                matter=matter, told_on=entry.told_on, method=entry.method, by=entry.by or actor.name,
                text=entry.text.strip() or None, visitor=whom, verdict=entry.verdict or None,
                reason=entry.reason.strip() or None,
            )
        )  # fmt: skip
        work.step(matter, "tell", entry.told_on, about=record, text=entry.text.strip())
        _settle(work, detail, whom, entry)
    return work.changed


def constituents(detail: MatterDetail) -> tuple[RecordId, ...]:
    """Everyone who came about an issue and is known here: the visitor, and who spoke for the group."""
    first = (detail.visitor_id,) if detail.visitor_id is not None and detail.visitor is not None else ()
    return (*first, *(other for other, _ in detail.others))


def untold(detail: MatterDetail) -> tuple[RecordId, ...]:
    """Those of them who have not been told since it was last closed."""
    finished = detail.course.finished_on if detail.course is not None else None
    told = {
        f.visitor or detail.visitor_id
        for _, f in detail.feedback
        if finished is None or (f.told_on is not None and f.told_on >= finished)
    }
    return tuple(person for person in constituents(detail) if person not in told)


_WORST = ("dissatisfied", "fairly", "satisfied", "very_satisfied")


def _settle(work: Work, detail: MatterDetail, whom: RecordId | None, entry: FeedbackEntry) -> None:
    """The matter's verdict: the visitor's own; of a group, once the last has been told, the worst given."""
    if set(untold(detail)) - {whom}:
        return
    given = {f.verdict: f.reason or "" for _, f in detail.feedback if f.verdict}
    if len(constituents(detail)) < 2:
        given = {}
    if entry.verdict:
        given[entry.verdict] = entry.reason.strip()
    worst = next((verdict for verdict in _WORST if verdict in given), "")
    if worst:
        work.step(detail.row.id, "verdict", entry.told_on, code=worst, text=given[worst])


def judge(desk: Desk, actor: Actor, matter: RecordId, on: date, verdict: str, reason: str = "") -> Changed:
    """Record the visitor's verdict. A first "dissatisfied" opens the matter to be handled again, once."""
    if verdict == "dissatisfied" and not reason.strip():
        raise ValidationError(
            [Problem("text", translate("feedback", "Write why the visitor is dissatisfied."))]
        )
    return take(desk, actor, matter, "verdict", StepEntry(on=on, code=verdict, text=reason))
