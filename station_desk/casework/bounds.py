"""The bounds a rule sets on a step beyond its stage: how far an extension may go, how late a return is."""

from __future__ import annotations

from datetime import date

from station_desk.casework.context import Standing, Work
from station_desk.domain.deadlines import compute
from station_desk.domain.declare import RecordId
from station_desk.errors import Problem, UserError, ValidationError
from station_desk.i18n import translate
from station_desk.store.detail import MatterDetail, load_matter


def check_step(work: Work, now: Standing, verb: str, until: date | None, assignment: RecordId | None) -> None:
    """ValidationError or UserError where a rule of the matter's profile does not allow the step so."""
    if verb == "extend" and until is not None:
        longest = longest_extension(_detail(work, now), assignment)
        if longest is not None and until > longest:
            message = translate("bounds", "An extension can go to {day} at most.", day=longest.isoformat())
            raise ValidationError([Problem("until", message)])
    if verb == "submit" and now.track.code == "motion":
        _enough_signers(work, now)


def longest_extension(detail: MatterDetail, assignment: RecordId | None) -> date | None:
    """The last day an extension may name: of a suggestion's reply six months after the hand-over (代表法
    art. 51). None where the rules say nothing."""
    course, profile = detail.course, detail.profile
    if course is None or profile is None:
        return None
    charge = course.charges.get(assignment) if assignment is not None else None
    key, start = (charge.clock, charge.start) if charge is not None else (course.clock, course.clock_from)
    rule = profile.clocks.get(key)
    bound = profile.clocks.get(rule.extended) if rule is not None and rule.extended else None
    if bound is None or start is None:
        return None
    return compute(bound, start, profile.calendar, course.pauses).day


def return_until(detail: MatterDetail, assignment: RecordId) -> date | None:
    """The last day on which a unit may return what is not its business; None where no rule says."""
    course, profile = detail.course, detail.profile
    charge = course.charges.get(assignment) if course is not None else None
    if course is None or profile is None or charge is None:
        return None
    rule = profile.clocks.get(f"{detail.row.track}.return_window")
    return None if rule is None else compute(rule, charge.start, profile.calendar, course.pauses).day


def code_of(work: Work, now: Standing, verb: str, on: date, assignment: RecordId | None) -> str:
    """The code a step gets by itself: a return after its window is "late", a suggestion raised at a session
    is submitted as one, so that its own term for the hand-over runs."""
    if verb == "return" and assignment is not None:
        until = return_until(_detail(work, now), assignment)
        return "late" if until is not None and on > until else ""
    if verb == "submit" and now.track.code == "suggestion":
        sql = "SELECT at_session FROM suggestion WHERE id = ?"
        return "session" if work.connection.exec_driver_sql(sql, (now.id,)).scalar() else ""
    return ""


def _enough_signers(work: Work, now: Standing) -> None:
    """A motion needs ten deputies, in a town five, or a delegation (地方组织法2022第22条)."""
    row = work.connection.exec_driver_sql('SELECT level, "group" FROM motion WHERE id = ?', (now.id,)).first()
    signed = work.connection.exec_driver_sql(
        "SELECT count(*) FROM signer WHERE matter = ? AND void IS NULL", (now.id,)
    ).scalar()
    profile = _detail(work, now).profile or work.profile()
    needed = profile.limit(
        "motion.signers_town" if row is not None and row[0] == "town" else "motion.signers"
    )
    if row is not None and not row[1] and (signed or 0) < needed:
        raise UserError(
            translate(
                "bounds",
                "A motion needs {needed} deputies; {signed} have signed. Let more sign, or put it forward in"
                " the name of a delegation.",
                needed=needed,
                signed=signed or 0,
            )
        )


def _detail(work: Work, now: Standing) -> MatterDetail:
    found = load_matter(work.connection, now.id, work.profiles)
    if found is None:
        raise UserError(translate("casework", "This matter is no longer here. Refresh the list."))
    return found
