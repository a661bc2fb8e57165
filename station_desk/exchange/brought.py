"""What a package brings to each matter it touches: what was done, and what shows before and after."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from station_desk.casework.conflict_words import Namer
from station_desk.casework.set_aside import clipped
from station_desk.casework.verb_words import verb_label
from station_desk.domain import declare
from station_desk.domain.declare import Declared, Kind, RecordId, Wire
from station_desk.domain.records import MATTERS
from station_desk.domain.tracks import TRACKS
from station_desk.exchange.scope import HANGING
from station_desk.i18n import CHINESE, Label, language, translate
from station_desk.store import codec, disputes
from station_desk.store.disputes import Dispute
from station_desk.store.engine import Connection
from station_desk.store.queries import MatterRow, row_of
from station_desk.store.sqlio import bare, rows_for, rows_of

Shown = tuple[str | date, ...]
"""A value in the words of the lists, personal details masked; days as days, since every list writes them in
its own way (`words`). Nothing: ()."""

LOOKED_INTO = 200
"""Changed matters of which every record is compared; of the others the lists' columns alone."""

_STAGE, _HOLDER, _DUE = Label("stage", "阶段"), Label("unit", "承办单位"), Label("due", "办理期限")
_TELLING: Mapping[str, tuple[str, ...]] = {
    "reply": ("dated", "reply_class"), "feedback": ("told_on", "verdict"),
    "consultation": ("attitude", "result"), "assignment": ("unit", "role"), "signer": ("deputy",),
    "promise": ("by", "what"), "supervision": ("decided_on",), "honour": ("kind",), "attachment": ("name",),
    "step": ("on", "text"),
}  # fmt: skip
"""What is said of a record that is new."""
_FIRST = ("reply", "feedback", "consultation")
"""Of these it matters more what they say than which stage the matter comes to."""
_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is another after the package: a list's column, a field, a record that is new."""

    label: str
    before: Shown
    after: Shown

    def sentence(self, day: Callable[[date], str] = date.isoformat) -> str:
        """“Place: A → B”; of what is new “Reply: 5月18日，A”."""
        between = "：" if language() == CHINESE else ": "
        parts = (
            [words(self.before, day), words(self.after, day) or "—"]
            if self.before
            else [words(self.after, day)]
        )
        return f"{self.label}{between}{' → '.join(parts)}"


def words(shown: Shown, day: Callable[[date], str] = date.isoformat) -> str:
    """A value in one line, its days written by `day`."""
    parts = [day(part) if isinstance(part, date) else part for part in shown]
    return ("，" if language() == CHINESE else ", ").join(parts)


@dataclass(frozen=True, slots=True)
class PreviewLine:
    """One matter that the package touches: the last thing done to it in the package and `more` before that,
    and the `differences` that come of them, the weightiest first. `new`: it is not here yet."""

    id: RecordId
    number: str
    title: str
    new: bool
    done: str
    more: int
    differences: tuple[Difference, ...]

    @property
    def what(self) -> str:
        """What was done, in a few words."""
        if not self.more:
            return self.done
        return translate("inbox", "{done}, {more} more", done=self.done, more=self.more)

    def sentences(self, day: Callable[[date], str] = date.isoformat) -> str:
        """All that is different, a line each."""
        return "\n".join(one.sentence(day) for one in self.differences)

    @property
    def before(self) -> Shown:
        """Of the weightiest difference."""
        return self.differences[0].before if self.differences else ()

    @property
    def now(self) -> Shown:
        """Of the weightiest difference."""
        return self.differences[0].after if self.differences else ()


def lines(
    standing: Connection, connection: Connection, filled: Iterable[RecordId]
) -> tuple[PreviewLine, ...]:
    """A line for each matter of which the package has work, those known here first, by their numbers; and
    for those of which it `filled` in what was withheld before. `standing` sees the desk without the package,
    `connection` with it."""
    brought = _Brought(standing, connection)
    found = [
        (row, before)
        for record in brought.matters() | set(filled)
        if (row := row_of(connection, record)) is not None
        for before in (row_of(standing, record),)
    ]
    found.sort(key=lambda pair: (pair[1] is None, pair[0].official_number or pair[0].number))
    return tuple(
        brought.line(row, before, deep=place < LOOKED_INTO) for place, (row, before) in enumerate(found)
    )


class _Brought:
    def __init__(self, standing: Connection, connection: Connection) -> None:
        self._standing, self._connection = standing, connection
        self._namer = Namer(connection)
        top = rows_of(standing, "SELECT COALESCE(max(n), 0) FROM cmt")[0][0]
        sql = (
            "SELECT g.record, c.n, c.verb, g.body FROM cmt c JOIN chg g ON g.cmt = c.n WHERE c.n > ?"
            " AND g.body IS NOT NULL"
        )
        self._work: dict[bytes, dict[int, str]] = {}
        self._of_type: dict[str, set[bytes]] = {}
        cursor = bare(connection)
        cursor.execute(sql, (top,))
        while found := cursor.fetchmany(_AT_ONCE):  # all of them may be a thousand megabytes
            for record, n, verb, body in found:
                if record not in self._work:
                    self._work[record] = {}
                    self._of_type.setdefault(codec.read_type(body), set()).add(record)
                self._work[record][n] = verb

    def matters(self) -> set[RecordId]:
        """Those that the package's changes are about: themselves, what hangs on them, or their visit. One
        whose deputy has another name now is as it was."""
        found: set[bytes] = set()
        for name, records in self._of_type.items():
            if name in MATTERS:
                found |= records
            elif name in HANGING:
                sql = f"SELECT matter FROM {name} WHERE id IN {{keys}} AND matter IS NOT NULL"
                found.update(row[0] for row in rows_for(self._connection, sql, records))
            elif name == "visit":
                sql = "SELECT id FROM issue WHERE visit IN {keys}"
                found.update(row[0] for row in rows_for(self._connection, sql, records))
        return {RecordId(record) for record in found}

    def line(self, row: MatterRow, before: MatterRow | None, *, deep: bool) -> PreviewLine:
        """`deep`: look into its records too."""
        number = row.official_number or row.number
        if before is None:
            new = Difference(str(_STAGE), (), self._stage(row))
            return PreviewLine(row.id, number, row.title, True, translate("inbox", "New"), 0, (new,))
        columns = self._columns(row, before)
        if not deep:
            done = translate("inbox", "Changed")
            return PreviewLine(row.id, number, row.title, False, done, 0, tuple(columns))
        records = self._records(row)
        touched = [record for record in records if record in self._work]
        told: list[Difference] = []
        steps: list[Difference] = []
        others: list[Difference] = []
        for type_name, one in self._compared(touched or records):
            says = type_name in _FIRST and len(one.after) > 1  # more than its day
            kind = told if says else steps if type_name == "step" else others
            kind.append(one)
        differences = [*told, *columns, *others] or steps
        done, more = self._done(row.track, touched)
        return PreviewLine(row.id, number, row.title, False, done, more, tuple(differences))

    def _done(self, track: str, touched: Sequence[RecordId]) -> tuple[str, int]:
        """What the last commit did, and how many came before it."""
        work = {n: verb for record in touched for n, verb in self._work[record].items()}
        if not work:
            return translate("inbox", "Changed"), 0
        verb = work[max(work)]
        declared = TRACKS[track].steps.get(verb)
        done = str(declared.label) if declared is not None else verb_label(verb)
        return done[:1].upper() + done[1:], len(work) - 1

    def _records(self, row: MatterRow) -> list[RecordId]:
        """The matter, what hangs on it, and the visit in which it was raised."""
        parts = " UNION ALL ".join(f"SELECT id FROM {name} WHERE matter = ?1" for name in HANGING)
        sql = f"SELECT ?1 UNION ALL {parts} UNION ALL SELECT visit FROM issue WHERE id = ?1"
        return [RecordId(found[0]) for found in rows_of(self._connection, sql, (row.id,)) if found[0]]

    # ---- before and after --------------------------------------------------------------------------------

    def _stage(self, row: MatterRow) -> Shown:
        stages = TRACKS[row.track].stages
        return (str(stages[row.stage].label),) if row.stage in stages else ()

    def _columns(self, row: MatterRow, before: MatterRow) -> list[Difference]:
        pairs = (
            (_STAGE, self._stage(before), self._stage(row)),
            (_HOLDER, _some(before.holder), _some(row.holder)),
            (_DUE, _some(before.due_on), _some(row.due_on)),
        )
        return [Difference(str(label), was, now) for label, was, now in pairs if was != now]

    def _compared(self, touched: Sequence[RecordId]) -> Iterator[tuple[str, Difference]]:
        """What is new of these records, or another in a field, with the type of each."""
        was = {one.record: one for one in disputes.load(self._standing, touched)}
        for one in disputes.load(self._connection, touched):
            name, earlier = one.cls.type_name, was.get(one.record)
            fields = declare.fields_of(one.cls)
            if earlier is None:
                shown = tuple(
                    part for field in _TELLING.get(name, ()) for part in self._value(fields[field], one)
                )
                if name not in MATTERS and name in _TELLING:
                    yield name, Difference(self._named(one), (), shown)
                continue
            for field, declared in fields.items():
                if earlier.folded.values.get(field) != one.folded.values.get(field):
                    before, after = self._value(declared, earlier), self._value(declared, one)
                    yield name, Difference(str(declared.label), before, after)

    def _named(self, one: Dispute) -> str:
        """A step by its own name, another record by its type's."""
        verb = one.folded.values.get("verb")
        return verb_label(str(verb)) if one.cls.type_name == "step" and verb else str(one.cls.label)

    def _value(self, declared: Declared, one: Dispute) -> Shown:
        wire: Wire = one.folded.values.get(declared.name)
        if wire is None or wire in ("", []):
            return ()
        if declared.kind is Kind.DATE:
            try:
                return (date.fromisoformat(str(wire)),)
            except ValueError:
                pass
        return (clipped(self._namer.value(declared, wire)),)


def _some(value: str | date | None) -> Shown:
    return (value,) if value else ()
