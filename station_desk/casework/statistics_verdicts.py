"""What visitors and deputies said of the handling: asked, came back, satisfied or not, by place and unit."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from station_desk.casework.context import Desk
from station_desk.casework.dossier_papers import ASKED
from station_desk.casework.statistics import Cell, Period, Row, StationFigures, row_of, station_figures
from station_desk.casework.statistics_handling import Adding, HandledRow
from station_desk.domain.declare import RecordId
from station_desk.domain.figures import Rate, Satisfaction, returned, satisfaction
from station_desk.domain.verdicts import Form, round_of
from station_desk.progress import Progress, silent
from station_desk.store import consulted, counts, directory
from station_desk.store.consulted import Consulted, Returned
from station_desk.store.counts import Span
from station_desk.store.engine import Connection

NO_UNIT = "未交承办单位"
NO_STATION = "—"


@dataclass(frozen=True, slots=True)
class OpinionRow:
    """What deputies said, one line: the forms sent to signers and what came back.

    Measures of the result: `asked`, `back`, `satisfied`, `fairly`, `dissatisfied`, `reminded` (not back after
    the reminders the rules ask for), `waiting`; of the attitude, judged apart and not always: `spoke`,
    `kind`, `fair`, `unkind` (satisfied, fairly, dissatisfied with it).
    """

    row: HandledRow

    @property
    def name(self) -> str:
        """What the line is about."""
        return self.row.name

    @property
    def back(self) -> Rate:
        """收回率."""
        return returned(self.row.n("back"), self.row.n("asked"))

    @property
    def result(self) -> Satisfaction:
        """Of the result, over the forms that came back."""
        return satisfaction(*(self.row.n(name) for name in ("satisfied", "fairly", "dissatisfied")))

    @property
    def attitude(self) -> Satisfaction:
        """Of the attitude, over the forms that say something of it."""
        return satisfaction(*(self.row.n(name) for name in ("kind", "fair", "unkind")))


_ATTITUDE = {"satisfied": "kind", "fairly": "fair", "dissatisfied": "unkind"}


@dataclass(frozen=True, slots=True)
class VerdictFigures:
    """群众评价 of a period's issues (`public`, `public_units`) and 代表评价 of its suggestions, as they stand
    on `public.today`; `reminders` are those after which a form is left out."""

    public: StationFigures
    public_units: tuple[Row, ...]
    stations: tuple[OpinionRow, ...]
    towns: tuple[OpinionRow, ...]
    units: tuple[OpinionRow, ...]
    total: OpinionRow
    reminders: int
    unarrived: int


def verdict_figures(
    desk: Desk, period: Period, scope: str = "", *, today: date, progress: Progress = silent
) -> VerdictFigures:
    """Both verdicts of a station (`scope`) or of all. UserError for an unknown station."""
    public = station_figures(desk, period, scope, today=today, visited=False)
    span = Span(period.first, period.last, today, scope)
    with desk.reading() as connection:
        units = {record: unit.name or "" for record, unit in directory.units(connection)}
        adding = _added(desk, connection, span, units, progress)
        charged = counts.units(connection, span)
        reminders = desk.profile_in(connection).limit("consult.reminders")
    return VerdictFigures(
        public,
        tuple(
            sorted(
                (
                    row_of(
                        units.get(tally.unit, NO_STATION) if tally.unit is not None else NO_UNIT,
                        [tally], None, Cell("", unit=tally.unit or b""),
                    )
                    for tally in charged
                ),
                key=lambda row: (row.name == NO_UNIT, row.name),
            )
        ),
        _rows(adding.stations),
        _rows(adding.towns) if len(adding.towns) > 1 else (),
        _rows(adding.units),
        OpinionRow(adding.total.row("合计")),
        reminders,
        adding.unarrived,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class SuggestionTotals:
    """The suggestions of a period in one line each: how far they have come (the measures `raised`, `draft`,
    `withdrawn`, `reassign`, `answered`, `done` of `HandledRow`), and what their deputies said."""

    standing: HandledRow
    opinions: OpinionRow


def suggestion_totals(
    desk: Desk, period: Period, scope: str = "", *, today: date, progress: Progress = silent
) -> SuggestionTotals:
    """Of the suggestions of a station (`scope`) or of all."""
    with desk.reading() as connection:
        adding = _added(desk, connection, Span(period.first, period.last, today, scope), {}, progress)
    return SuggestionTotals(adding.standing.row("合计"), OpinionRow(adding.total.row("合计")))


def _added(
    desk: Desk, connection: Connection, span: Span, units: dict[RecordId, str], progress: Progress
) -> _Adding:
    stations = [station for _, station in directory.stations(connection)]
    adding = _Adding({s.code or "": s.name or "" for s in stations}, units)
    town_of = {s.code or "": s.town or "" for s in stations}
    for place, found in enumerate(consulted.suggestions(connection, span, desk.find_profile)):
        adding.add(found, town_of.get(found.station, ""))
        if place % 500 == 0:
            progress(place, 0, "")
    return adding


def _rows(tallies: dict[str, Adding]) -> tuple[OpinionRow, ...]:
    return tuple(OpinionRow(tallies[name].row(name)) for name in sorted(tallies))


class _Adding:
    """Adds up the forms of one suggestion after another."""

    def __init__(self, names: dict[str, str], units: dict[RecordId, str]) -> None:
        self._names = names
        self._units = units
        self.total = Adding()
        self.standing = Adding()
        self.stations: defaultdict[str, Adding] = defaultdict(Adding)
        self.towns: defaultdict[str, Adding] = defaultdict(Adding)
        self.units: defaultdict[str, Adding] = defaultdict(Adding)
        self.unarrived = 0

    def add(self, found: Consulted, town: str) -> None:
        self.unarrived += found.course is None
        self.standing.add(found.id, _standing(found))
        numbers = forms_of(found)
        if not numbers:
            return
        answering = {
            self._units.get(charge.unit, NO_STATION)
            for charge in (found.course.charges.values() if found.course is not None else ())
            if charge.role != "co" and charge.state != "returned" and charge.unit is not None
        }
        lines: Iterable[Adding] = (
            self.total,
            self.stations[self._names.get(found.station) or found.station or NO_STATION],
            self.towns[town or "未填镇街"],
            *(self.units[name] for name in answering),
        )
        for line in lines:
            line.add(found.id, numbers)


def _standing(found: Consulted) -> dict[str, int]:
    course = found.course
    stage = course.stage if course is not None else ""
    return {
        "raised": 1,
        "draft": int(stage in ("draft", "checked", "")),
        "withdrawn": int(course is not None and course.outcome == "withdrawn"),
        "reassign": int(stage == "reassign"),
        "answered": int(course is not None and course.finished_on is not None),
        "done": int(stage == "done"),
    }


def forms_of(found: Consulted) -> Counter[str]:
    """The latest form sent to each signer, counted (the measures of `OpinionRow`): of a round that asks them
    that round's, else the last they returned. One that is out counts in no rate of verdicts."""
    own: Counter[str] = Counter()
    course = found.course
    forms = {
        signing.id: [Form(form.round, form.result) for form in signing.forms] for signing in found.signers
    }
    waiting: tuple[RecordId, ...] = ()
    if course is not None and course.stage in ASKED:
        waiting = round_of(forms, course.turn, course.turn_kind).waiting
    for signing in found.signers:
        last = max(signing.forms, key=lambda form: form.round, default=None)
        if signing.id in waiting:
            own["asked"] += 1
            own["reminded" if _missed(found, signing.id) else "waiting"] += 1
        elif last is not None:
            own.update(_said(last))
    return own


def _missed(found: Consulted, signer: RecordId) -> bool:
    """Whether they were reminded as often as the rules ask (重庆2017第29条)."""
    course, profile = found.course, found.profile
    if course is None or profile is None:
        return False
    return course.reminded.get(signer, 0) >= profile.limit("consult.reminders")


def _said(form: Returned) -> Counter[str]:
    own = Counter({"asked": 1, "back": 1, form.result: 1})
    if form.attitude in _ATTITUDE:
        own.update({"spoke": 1, _ATTITUDE[form.attitude]: 1})
    return own
