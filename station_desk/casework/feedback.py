"""Back to the people: the visitor is told, and gives their own verdict."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from station_desk.casework.context import Actor, Changed, Desk, require, standing
from station_desk.casework.handling import StepEntry, take
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Feedback
from station_desk.domain.vocabulary import FEEDBACK_METHODS, VERDICTS
from station_desk.errors import Problem, ValidationError
from station_desk.i18n import translate


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedbackEntry:
    """One telling: when, how, by whom, what was said; with the verdict where the visitor gave it at once."""

    told_on: date
    method: str
    by: str = ""
    text: str = ""
    verdict: str = ""
    reason: str = ""


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
        record = work.add(
            Feedback(
                matter=matter, told_on=entry.told_on, method=entry.method, by=entry.by or actor.name,
                text=entry.text.strip() or None,
            )
        )  # fmt: skip
        work.step(matter, "tell", entry.told_on, about=record, text=entry.text.strip())
        if entry.verdict:
            work.step(matter, "verdict", entry.told_on, code=entry.verdict, text=entry.reason.strip())
    return work.changed


def judge(desk: Desk, actor: Actor, matter: RecordId, on: date, verdict: str, reason: str = "") -> Changed:
    """Record the visitor's verdict. A first "dissatisfied" opens the matter to be handled again, once."""
    if verdict == "dissatisfied" and not reason.strip():
        raise ValidationError(
            [Problem("text", translate("feedback", "Write why the visitor is dissatisfied."))]
        )
    return take(desk, actor, matter, "verdict", StepEntry(on=on, code=verdict, text=reason))
