"""The figures of suggestions' handling: by unit, class and verdict, each rate with what it is made of."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from station_desk.casework.browse import MatterFilter
from station_desk.casework.context import Desk
from station_desk.casework.dossier_papers import latest_form
from station_desk.casework.statistics import Period, station_name
from station_desk.casework.verdicts import left_out
from station_desk.domain.deadlines import compute
from station_desk.domain.declare import RecordId
from station_desk.domain.figures import (
    Rate,
    Satisfaction,
    completion,
    met_in_person,
    on_time,
    promises_kept,
    resolution,
    returned,
    satisfaction,
)
from station_desk.domain.profile import RuleProfile
from station_desk.domain.records import Reply, Suggestion
from station_desk.domain.tracks import TRACKS
from station_desk.progress import Progress, silent
from station_desk.store import queries
from station_desk.store.detail import AssignmentRow, MatterDetail, load_matter
from station_desk.store.queries import Sort

_TRACK = TRACKS["suggestion"]
BETWEEN, AT_SESSION = "闭会期间", "会议期间"


@dataclass(frozen=True, slots=True)
class HandledRow:
    """One line of figures, by measure.

    Suggestions: `raised`, `draft` (not submitted), `withdrawn`, `reassign` (returned, waiting for another
    unit), `done` (completed), `tracked` (promises watched or asked about again), `redone`, `answered`;
    `hand_due`/`hand_on_time` handed over within the term. Charges of units: `lead` (or separate), `co`,
    `returned`, `late` (owed past its day). Replies: `reply_due`/`reply_on_time` first replies, `replies`
    the latest of each unit, `met` in person, `class A` ff. Promises: `promises`, `promise_due`, `kept`,
    `promise_late`. Forms, the latest sent to each signer: `asked`, `back`, `satisfied`, `fairly`,
    `dissatisfied`, `reminded` (not back after the reminders the profile asks for), `waiting` (else out).
    """

    name: str
    numbers: Mapping[str, int]
    matters: Mapping[str, Sequence[RecordId]]

    def behind(self, *measures: str) -> MatterFilter:
        """The suggestions that any of these measures counts, as a filter the list opens."""
        found = dict.fromkeys(matter for measure in measures for matter in self.matters.get(measure, ()))
        return MatterFilter(tracks=("suggestion",), ids=tuple(found))

    def left(self, measure: str, *less: str) -> MatterFilter:
        """The suggestions that `measure` counts and none of `less` does."""
        gone = {matter for other in less for matter in self.matters.get(other, ())}
        found = (matter for matter in self.matters.get(measure, ()) if matter not in gone)
        return MatterFilter(tracks=("suggestion",), ids=tuple(dict.fromkeys(found)))

    def n(self, measure: str) -> int:
        """The number of one measure, 0 where nothing was counted."""
        return self.numbers.get(measure, 0)

    @property
    def due(self) -> int:
        """应办: submitted suggestions, less withdrawn and returned ones."""
        return self.n("raised") - self.n("draft") - self.n("withdrawn") - self.n("reassign")

    @property
    def completed(self) -> Rate:
        """办结率 (`domain.figures.completion`)."""
        submitted = self.n("raised") - self.n("draft")
        return completion(self.n("done"), submitted, self.n("withdrawn"), self.n("reassign"))

    @property
    def handed_on_time(self) -> Rate:
        """按期交办率: of those handed over, or past the day for it."""
        return Rate(self.n("hand_on_time"), self.n("hand_due"))

    @property
    def replied_on_time(self) -> Rate:
        """按期答复率: first replies in time, of those given or fallen due."""
        return on_time(self.n("reply_on_time"), self.n("reply_due"))

    @property
    def met(self) -> Rate:
        """面商率."""
        return met_in_person(self.n("met"), self.n("replies"))

    @property
    def resolved(self) -> Rate:
        """解决率: replies of class A."""
        return resolution(self.n("class A"), self.n("replies"))

    @property
    def kept(self) -> Rate:
        """落实率: promises kept, of those fallen due or judged."""
        return promises_kept(self.n("kept"), self.n("promise_due"))

    @property
    def back(self) -> Rate:
        """收回率: forms that came back, of those sent."""
        return returned(self.n("back"), self.n("asked"))

    @property
    def satisfied(self) -> Satisfaction:
        """满意率, 基本满意率 and both, over the forms that came back."""
        return satisfaction(self.n("satisfied"), self.n("fairly"), self.n("dissatisfied"))


@dataclass(frozen=True, slots=True)
class HandlingFigures:
    """建议办理情况 of the suggestions raised in a period, as they stand `today`.

    `times` at sessions and between them; `verdicts` the three readings of the forms that came back: by
    form the result, by form the attitude, by suggestion the lead deputy's result. `unarrived` suggestions
    whose rules are not here count only as raised. `letters` are the classes of replies.
    """

    period: Period | None
    scope_name: str
    today: date
    profile: str
    reminders: int
    times: tuple[HandledRow, ...]
    units: tuple[HandledRow, ...]
    classes: tuple[HandledRow, ...]
    verdicts: tuple[HandledRow, ...]
    total: HandledRow
    unarrived: int
    letters: tuple[str, ...]


def handling_figures(
    desk: Desk, period: Period | None, scope: str = "", *, today: date, progress: Progress = silent
) -> HandlingFigures:
    """The figures of the suggestions of a station (`scope`) or of all. UserError for an unknown station."""
    scope_name = station_name(desk, scope)
    wanted = MatterFilter(
        tracks=("suggestion",),
        station=scope,
        opened_from=period.first if period is not None else None,
        opened_to=period.last if period is not None else None,
        sort=Sort.NEWEST,
    )
    count = _Count(today)
    with desk.reading() as connection:
        profile = desk.profile_in(connection)
        ranks = queries.ranks(connection, wanted)
        for place, row in enumerate(queries.rows_by_rank(connection, ranks)):
            found = load_matter(connection, row.id, desk.find_profile)
            if found is not None:
                count.add(found, profile)
            if place % 50 == 0:
                progress(place, len(ranks), row.number)
    return HandlingFigures(
        period, scope_name, today, f"{profile.name}（{profile.version}）", profile.limit("consult.reminders"),
        _rows(count.times, _fixed(AT_SESSION, BETWEEN)),
        _rows(count.units, lambda name: (-count.units[name].numbers["lead"], name)),
        _rows(count.classes, lambda name: name),
        tuple(count.verdicts[name].row(name) for name in VERDICT_ROWS),
        count.total.row("合计"),
        count.unarrived,
        _letters(profile, count.total.numbers),
    )  # fmt: skip


BY_RESULT, BY_ATTITUDE, BY_LEAD = (
    "办理结果（按征询表）",
    "办理态度（按征询表）",
    "办理结果（按建议，领衔代表）",
)
VERDICT_ROWS = (BY_RESULT, BY_ATTITUDE, BY_LEAD)


def _letters(profile: RuleProfile, total: Counter[str]) -> tuple[str, ...]:
    """The classes in use, then those of older schemes that replies here were given."""
    offered = [grade.code for grade in profile.class_schemes[profile.class_scheme].grades]
    given = sorted(name.removeprefix("class ") for name in total if name.startswith("class "))
    return tuple(dict.fromkeys([*offered, *given]))


class Adding:
    """One line being added up: its numbers, and the suggestions behind each."""

    __slots__ = ("matters", "numbers")

    def __init__(self) -> None:
        self.numbers: Counter[str] = Counter()
        self.matters: dict[str, list[RecordId]] = {}

    def add(self, matter: RecordId, numbers: Mapping[str, int]) -> None:
        """Count `numbers` of a suggestion."""
        for measure, number in numbers.items():
            if not number:
                continue
            self.numbers[measure] += number
            behind = self.matters.setdefault(measure, [])
            if not behind or behind[-1] != matter:  # one suggestion after another
                behind.append(matter)

    def row(self, name: str) -> HandledRow:
        """The line as it is handed out."""
        return HandledRow(name, self.numbers, self.matters)


_Tallies = defaultdict[str, Adding]


def _fixed(*names: str) -> Callable[[str], tuple[int, str]]:
    return lambda name: (names.index(name) if name in names else len(names), name)


def _rows(tallies: _Tallies, order: Callable[[str], object]) -> tuple[HandledRow, ...]:
    return tuple(tallies[name].row(name) for name in sorted(tallies, key=order))  # type: ignore[arg-type]


class _Count:
    """Adds up one suggestion after another."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.total = Adding()
        self.times: _Tallies = defaultdict(Adding)
        self.units: _Tallies = defaultdict(Adding)
        self.classes: _Tallies = defaultdict(Adding)
        self.verdicts: _Tallies = defaultdict(Adding)
        self.unarrived = 0

    def add(self, detail: MatterDetail, current: RuleProfile) -> None:
        record = detail.record
        if not isinstance(record, Suggestion):
            return
        own, matter = self._standing(detail), detail.row.id
        self.unarrived += detail.course is None
        profile = detail.profile or current
        forms = self._forms(detail)
        answering = [a for a in detail.assignments if a.assignment.role != "co" and a.state != "returned"]
        for charge in detail.assignments:
            numbers = self._charge(detail, charge, profile)
            unit = self.units[charge.unit or "—"]
            unit.add(matter, numbers)
            own.update(numbers)
            if charge in answering:
                unit.add(matter, forms)
        latest = _latest_replies(detail, answering)
        grades: set[str] = set()
        for reply, name in latest:
            numbers = Counter(replies=1, met=int(reply.method == "meeting"))
            if reply.reply_class:
                numbers[f"class {reply.reply_class}"] = 1
            own.update(numbers)
            if name:
                self.units[name].add(matter, numbers)
            grade = _grade(reply, profile)
            self.classes[grade].add(matter, numbers)
            grades.add(grade)
        for grade in grades:
            self.classes[grade].add(matter, forms)
        own.update(self._promises(detail))
        own.update(forms)
        self.total.add(matter, own)
        self.times[AT_SESSION if record.at_session else BETWEEN].add(matter, own)

    def _standing(self, detail: MatterDetail) -> Counter[str]:
        row, course = detail.row, detail.course
        own = Counter(
            raised=1,
            draft=int(row.stage in ("draft", "checked", "")),
            withdrawn=int(row.outcome == "withdrawn"),
            reassign=int(row.stage == "reassign"),
            done=int(row.stage == "done"),
            tracked=int(row.stage in ("tracking", "second")),
            redone=int(bool(row.redone)),
            answered=int(bool(row.finished_on)),
        )
        submitted = next((r.step for r in detail.steps if r.step.verb == "submit" and not r.odd), None)
        profile = detail.profile
        if submitted is None or submitted.on is None or profile is None or course is None:
            return own
        declared = _TRACK.steps["submit"]
        rule = profile.clocks.get(declared.starts_by.get(submitted.code or "", declared.starts))
        handed = min(
            (a.assignment.handed_on for a in detail.assignments if a.assignment.handed_on), default=None
        )
        if rule is not None and not own["withdrawn"]:
            until = compute(rule, submitted.on, profile.calendar).day
            own["hand_due"] = int(handed is not None or until < self.today)
            own["hand_on_time"] = int(handed is not None and handed <= until)
        return own

    def _charge(self, detail: MatterDetail, charge: AssignmentRow, profile: RuleProfile) -> Counter[str]:
        """A unit's charge: its part, and whether its first reply came in time."""
        if charge.state == "returned":
            return Counter(returned=1)
        if charge.assignment.role == "co":
            return Counter(co=1)
        own = Counter(
            lead=1, late=int(charge.live and charge.due_on is not None and charge.due_on < self.today)
        )
        given = [
            reply.dated
            for _, reply, _ in detail.replies
            if reply.assignment == charge.id and reply.kind != "opinion" and reply.dated is not None
        ]
        rule = profile.clocks.get(_TRACK.handling_clock)
        handed = charge.assignment.handed_on
        if rule is None or handed is None:
            return own
        first = min(given, default=None)
        granted = [
            r.step.until
            for r in detail.steps
            if r.step.verb == "extend" and r.step.assignment == charge.id and r.step.until and not r.odd
            and (first is None or (r.step.on or first) <= first)
        ]  # fmt: skip
        pauses = detail.course.pauses if detail.course is not None else ()
        until = compute(rule, handed, profile.calendar, pauses, max(granted, default=None))
        own["reply_due"] = int(first is not None or (until.day < self.today and not until.stopped))
        own["reply_on_time"] = int(first is not None and first <= until.day)
        return own

    def _promises(self, detail: MatterDetail) -> Counter[str]:
        own: Counter[str] = Counter()
        for row in detail.promises:
            promise = row.promise
            late = promise.by is not None and promise.by < self.today
            numbers = Counter(
                promises=1,
                promise_due=int(late or bool(promise.state)),
                kept=int(promise.state == "kept"),
                unkept=int(promise.state == "unkept"),
                promise_late=int(late and not promise.state),
            )
            own.update(numbers)
            if row.unit:
                self.units[row.unit].add(detail.row.id, numbers)
        return own

    def _forms(self, detail: MatterDetail) -> Counter[str]:
        """The latest form sent to each signer; what did not come back counts in no rate of verdicts."""
        own: Counter[str] = Counter()
        matter = detail.row.id
        missed = {row.id for row in left_out(detail)}
        for place, row in enumerate(detail.signers):
            sent, form = latest_form(detail, row)
            if not sent:
                continue
            lead = Counter(asked=1)
            if form is None:
                lead["reminded" if row.id in missed else "waiting"] = 1
            else:
                lead.update(back=1, **{form.result or "": 1})
                attitude = Counter(asked=1, back=int(bool(form.attitude)))
                if form.attitude:
                    attitude[form.attitude] += 1
                self.verdicts[BY_ATTITUDE].add(matter, attitude)
            if form is None:
                self.verdicts[BY_ATTITUDE].add(matter, lead)
            own.update(lead)
            if place == 0:
                self.verdicts[BY_LEAD].add(matter, lead)
        self.verdicts[BY_RESULT].add(matter, own)
        return own


def _latest_replies(detail: MatterDetail, answering: Iterable[AssignmentRow]) -> list[tuple[Reply, str]]:
    """The latest reply of each unit that answers, with the unit's name."""
    named = {a.id: a.unit for a in answering}
    found: dict[RecordId | None, tuple[Reply, str]] = {}
    for _, reply, unit in detail.replies:
        if reply.kind == "reply" and (reply.assignment is None or reply.assignment in named):
            own = named.get(reply.assignment, "") if reply.assignment is not None else ""
            found[reply.unit or reply.assignment] = (reply, unit or own)
    return list(found.values())


def _grade(reply: Reply, profile: RuleProfile) -> str:
    """A reply's class with what it means, under the scheme it was given."""
    scheme = profile.class_schemes.get(reply.scheme or "")
    grade = (
        next((g for g in scheme.grades if g.code == reply.reply_class), None) if scheme is not None else None
    )
    if grade is None or scheme is None:
        return f"{reply.reply_class}类" if reply.reply_class else "未分类"
    return f"{grade.code}　{grade.label.zh}"
