"""What waits for a person's word, as questions in words: who said what, when, and who decides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from station_desk.casework.conflict_words import Namer
from station_desk.casework.context import Desk
from station_desk.domain import declare
from station_desk.domain.declare import RecordId, Write
from station_desk.domain.records import MATTERS, TYPES, Consultation, Matter
from station_desk.domain.tracks import TRACKS
from station_desk.i18n import translate
from station_desk.store import disputes
from station_desk.store.disputes import Dispute, OddStep, Package, TwoForms, Word
from station_desk.store.engine import Connection
from station_desk.store.history import Author
from station_desk.store.sqlio import rows_for

CONFLICT, PROPOSAL, DOUBLE, STEP = "conflict", "proposal", "double", "step"
SAME_NUMBER, TWO_FORMS = "same_number", "two_forms"


@dataclass(frozen=True, slots=True)
class Proposal:
    """One proposal: the change that makes it, and which field of which record it is about."""

    record: RecordId
    field: str
    change: bytes


@dataclass(frozen=True, slots=True)
class Candidate:
    """One value with who wrote it, where, when (wall time as their clock had it), why, and how it came.

    `change` is its digest, empty for what is no change; `record` the matter that bears a number given twice.
    """

    change: bytes
    shown: str
    actor: str
    role: str
    site: str
    at: datetime | None
    verb: str
    reason: str
    package: str
    record: RecordId


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to decide. `kind`: conflict, proposal, double (an official number given twice), same_number
    (a station's own, which stays), two_forms (of one signer in one round; `record` is the one that does not
    count), step (that did not apply).

    `shown` is the value in force meanwhile; for a step, why it did not apply. `here`: this desk decides;
    else `authority` says in words who does. `matter` is what it belongs to, None for lists and places.
    """

    kind: str
    type: str
    record: RecordId
    field: str
    matter: RecordId | None
    number: str
    title: str
    label: str
    field_label: str
    shown: str
    candidates: tuple[Candidate, ...]
    here: bool
    authority: str

    @property
    def key(self) -> str:
        """What tells it from the others."""
        return f"{self.kind}:{self.record.hex()}:{self.field}"

    def concerns(self, matter: RecordId) -> bool:
        """Whether it is about this matter; a number given twice is about several."""
        return self.matter == matter or any(one.record == matter for one in self.candidates)


@dataclass(frozen=True, slots=True)
class Page:
    """Questions in order; `after` goes into the next asking, None at the end."""

    questions: tuple[Question, ...]
    after: str | None


@dataclass(frozen=True, slots=True)
class Tally:
    """How many questions wait, and how many of them this desk decides."""

    all: int
    here: int


def waiting(desk: Desk, after: str = "", limit: int = 200) -> Page:
    """Questions by record, at least those of `limit` records where there are so many; a record's fields
    stand together, in the order of its form. Numbers given twice and steps that did not apply come last."""
    with desk.reading() as connection:
        records = disputes.marked(connection, bytes.fromhex(after), limit)
        found = of_records(connection, desk, records)
        if len(records) == limit:
            return Page(found, records[-1].hex())
        reader = _Reader(connection, desk)
        return Page((*found, *reader.further(), *reader.steps()), None)


def about(desk: Desk, matter: RecordId) -> tuple[Question, ...]:
    """What waits about one matter: of itself, of what hangs on it, its number given twice, its steps that
    did not apply."""
    with desk.reading() as connection:
        asked = of_records(connection, desk, _hanging_on(connection, matter))
        row = connection.exec_driver_sql(
            "SELECT official_number IS NOT NULL, odd IS NOT NULL AND void IS NULL, number, track FROM matter"
            " WHERE id = ?",
            (matter,),
        ).first()
        if row is None:
            return asked
        reader = _Reader(connection, desk)
        doubles = [*(reader.doubles() if row[0] else ()), *(reader.same_numbers(row[2]) if row[2] else ())]
        mine = [one for one in doubles if one.concerns(matter)]
        if row[3] == "suggestion":
            mine += reader.two_forms(matter)
        return (*asked, *mine, *(reader.steps([matter]) if row[1] else ()))


def _hanging_on(connection: Connection, matter: RecordId) -> list[RecordId]:
    """The matter and what hangs on it, as far as somebody is asked about them."""
    kinds = [name for name, cls in TYPES.items() if "matter" in declare.fields_of(cls)]
    parts = ["SELECT CAST(? AS BLOB) AS id", *(f"SELECT id FROM {name} WHERE matter = ?" for name in kinds)]
    sql = (
        f"SELECT DISTINCT m.record FROM mark m JOIN ({' UNION '.join(parts)}) r ON r.id = m.record"
        " WHERE m.kind IN ('conflict', 'proposal') ORDER BY m.record"
    )
    found = connection.exec_driver_sql(sql, (matter,) * len(parts))
    return [RecordId(row[0]) for row in found]


def tally(desk: Desk) -> Tally:
    """How much waits, for the window's foot."""
    count = here = 0
    after: str | None = ""
    while after is not None:
        page = waiting(desk, after)
        count += len(page.questions)
        here += sum(question.here for question in page.questions)
        after = page.after
    return Tally(count, here)


def of_records(connection: Connection, desk: Desk, records: Iterable[RecordId]) -> tuple[Question, ...]:
    """The conflicts and proposals of these records, on a connection already open."""
    reader = _Reader(connection, desk)
    found = disputes.load(connection, records)
    reader.look_up(found)
    return tuple(question for dispute in found for question in reader.of(dispute))


@dataclass(frozen=True, slots=True)
class Undecided:
    """A matter of which `fields` values show as they were last agreed; its number, else its title."""

    matter: RecordId
    number: str
    fields: int


def undecided(desk: Desk, about: RecordId | None = None) -> tuple[Undecided, ...]:
    """Matters with values in conflict, of themselves or of what hangs on them; of one record, its own."""
    with desk.reading() as connection:
        found = disputes.in_conflict(connection)
        only = set(disputes.matters_of(connection, about)) if found and about is not None else None
        return _undecided(connection, found, only)


def undecided_of(
    desk: Desk, deputy: RecordId, first: date = date.min, last: date = date.max
) -> tuple[Undecided, ...]:
    """As `undecided`, of what the file of a deputy tells of these days: what they signed, what they were
    honoured for, and the receptions themselves, of whose issues it tells nothing."""
    with desk.reading() as connection:
        found = disputes.in_conflict(connection)
        if not found:
            return ()
        days = (first.isoformat(), last.isoformat())
        rows = connection.exec_driver_sql(
            "SELECT m.id FROM signer s JOIN matter m ON m.id = s.matter WHERE s.deputy = ?"
            " AND s.void IS NULL AND m.void IS NULL"
            " AND (COALESCE(m.opened_on, '0001-01-01') BETWEEN ? AND ? OR EXISTS (SELECT 1 FROM honour h"
            " WHERE h.matter = m.id AND h.void IS NULL AND h.year BETWEEN ? AND ?))"
            " UNION SELECT id FROM visit WHERE instr(deputies, ?) > 0 AND void IS NULL"
            " AND substr(began, 1, 10) BETWEEN ? AND ?",
            (deputy, *days, first.year, last.year, deputy.hex(), *days),
        )
        return _undecided(connection, found, {RecordId(row[0]) for row in rows})


def _undecided(
    connection: Connection, found: Iterable[tuple[RecordId, int]], only: set[RecordId] | None
) -> tuple[Undecided, ...]:
    """The matters of these conflicts (record, number of fields); of these matters and records alone."""
    fields: dict[RecordId, int] = {}
    for record, count in found:
        for matter in disputes.matters_of(connection, record):
            if only is None or matter in only or record in only:
                fields[matter] = fields.get(matter, 0) + count
    sql = "SELECT id, COALESCE(official_number, number, title) FROM matter WHERE id IN {keys}"
    rows = sorted(rows_for(connection, sql, fields), key=lambda row: str(row[1]))
    return tuple(Undecided(RecordId(row[0]), row[1] or "", fields[row[0]]) for row in rows)


class _Reader:
    """Turns what the store knows into questions in words."""

    def __init__(self, connection: Connection, desk: Desk) -> None:
        self._connection = connection
        self._desk = desk
        self._namer = Namer(connection)
        self._matters: dict[bytes, tuple[str, str]] = {}

    def look_up(self, found: Sequence[Dispute]) -> None:
        """Read the matters' numbers and titles together."""
        wanted = {matter for dispute in found if (matter := self._matter(dispute)) is not None}
        self._name(wanted)

    def _name(self, wanted: Iterable[RecordId]) -> None:
        sql = "SELECT id, COALESCE(official_number, number), title FROM matter WHERE id IN {keys}"
        for record, number, title in rows_for(self._connection, sql, set(wanted)):
            self._matters[record] = (number or "", title or "")

    @staticmethod
    def _matter(dispute: Dispute) -> RecordId | None:
        if issubclass(dispute.cls, Matter):
            return dispute.record
        value = dispute.folded.values.get("matter")
        return RecordId(bytes.fromhex(value)) if isinstance(value, str) else None

    def of(self, dispute: Dispute) -> list[Question]:
        declared = declare.fields_of(dispute.cls)
        out: list[Question] = []
        for name in declared:
            if name in dispute.conflicts:
                out.append(self._question(CONFLICT, dispute, name, dispute.conflicts[name]))
            if name in dispute.proposals:
                out.append(self._question(PROPOSAL, dispute, name, dispute.proposals[name]))
        return out

    def _question(self, kind: str, dispute: Dispute, name: str, words: Sequence[Word]) -> Question:
        declared = declare.fields_of(dispute.cls)[name]
        matter = self._matter(dispute)
        number, title = self._matters.get(matter or b"", ("", ""))
        site = authority_of(dispute, name)
        candidates = tuple(
            self._candidate(
                word.change, self._namer.value(declared, word.value), word.author, word.package,
                dispute.record,
            )
            for word in words
        )  # fmt: skip
        return Question(
            kind, dispute.cls.type_name, dispute.record, name, matter, number,
            title or self._namer.record(dispute.cls.type_name, dispute.record), str(dispute.cls.label),
            str(declared.label), self._namer.value(declared, dispute.folded.values.get(name)), candidates,
            site == self._desk.identity.site, self._namer.site(site),
        )  # fmt: skip

    def _candidate(
        self, change: bytes, shown: str, author: Author, package: Package, record: RecordId
    ) -> Candidate:
        peer, number = package
        came = (
            translate("conflicts", "package {n} from {site}", n=number, site=self._namer.site(peer))
            if peer
            else ""
        )
        return Candidate(
            change, shown, author.actor, author.role, self._namer.site(author.site), author.at, author.verb,
            author.reason, came, record,
        )  # fmt: skip

    def doubles(self) -> list[Question]:
        found = disputes.doubles(self._connection)
        self._name([record for _, records in found for record in records])
        return [question for number, records in found for question in self._double(number, records)]

    def _double(self, number: str, records: Sequence[RecordId]) -> list[Question]:
        rows = {
            row[0]: row[1:]
            for row in rows_for(
                self._connection, "SELECT id, track, office, title, number FROM matter WHERE id IN {keys}",
                records,
            )
        }  # fmt: skip
        track, office, title, _ = rows[records[0]]
        held = {d.record: d for d in disputes.load(self._connection, records)}
        field = declare.fields_of(MATTERS[track])["official_number"]
        candidates = []
        for record in records:
            head = held[record].folded.heads["official_number"][0]
            word = held[record].word_of(head, "official_number")
            shown = " ".join(part for part in (rows[record][3], rows[record][2]) if part)
            candidates.append(self._candidate(b"", shown, word.author, word.package, record))
        return [
            Question(
                DOUBLE, track, records[0], "official_number", records[0], number, title or "",
                str(MATTERS[track].label), str(field.label), number, tuple(candidates),
                office == self._desk.identity.site, self._namer.site(office or ""),
            )
        ]  # fmt: skip

    def further(self) -> list[Question]:
        """What is asked of no field: numbers given twice, forms that came back twice."""
        return [*self.doubles(), *self.same_numbers(), *self.two_forms()]

    def same_numbers(self, number: str | None = None) -> list[Question]:
        """The stations' own numbers that two matters bear; `number`: that one alone."""
        found = disputes.same_numbers(self._connection, number)
        return [self._same_number(bearing, records) for bearing, records in found]

    def _same_number(self, number: str, records: Sequence[RecordId]) -> Question:
        sql = "SELECT id, track, station, owner, official_number, title FROM matter WHERE id IN {keys}"
        rows = {row[0]: row[1:] for row in rows_for(self._connection, sql, records)}
        track, _, _, _, title = rows[records[0]]
        site = numbering_site((station, owner) for _, station, owner, _, _ in rows.values())
        candidates = []
        for dispute in disputes.load(self._connection, records):
            folded, (*_, official, called) = dispute.folded, rows[dispute.record]
            word = dispute.word_of(folded.heads["number"][0], "number")
            shown = " ".join(part for part in (official, called) if part)
            candidates.append(self._candidate(b"", shown, word.author, word.package, dispute.record))
        field = declare.fields_of(MATTERS[track])["number"]
        return Question(
            SAME_NUMBER, track, records[0], "number", records[0], number, title or "",
            str(MATTERS[track].label), str(field.label), number, tuple(candidates),
            site == self._desk.identity.site, self._namer.site(site),
        )  # fmt: skip

    def two_forms(self, matter: RecordId | None = None) -> list[Question]:
        """Forms that another of the same signer and round stands before; `matter`: of that one alone."""
        found = disputes.two_forms(self._connection, matter)
        self._name([one.matter for one in found])
        return [self._two_forms(one) for one in found]

    def _two_forms(self, two: TwoForms) -> Question:
        aside, (number, title) = two.aside, self._matters[two.matter]
        (name,) = self._connection.exec_driver_sql(
            "SELECT d.name FROM consultation f LEFT JOIN signer s ON s.id = f.signer"
            " LEFT JOIN deputy d ON d.id = s.deputy WHERE f.id = ?",
            (aside,),
        ).one()
        declared = declare.fields_of(Consultation)
        said: dict[RecordId, str] = {}
        candidates, site = [], ""
        for dispute in disputes.load(self._connection, two.records):
            folded = dispute.folded
            word = dispute.word_of(folded.heads["signer"][0], "signer")
            parts = [self._namer.value(declared[f], folded.values.get(f)) for f in ("result", "opinion")]
            said[dispute.record] = "，".join(part for part in parts if part and part != "—")
            site = folded.creator if dispute.record == aside else site
            candidates.append(
                self._candidate(b"", said[dispute.record], word.author, word.package, dispute.record)
            )
        return Question(
            TWO_FORMS, "consultation", aside, "result", two.matter, number, title, str(Consultation.label),
            name or "", said.get(two.counts, ""), tuple(candidates),
            site == self._desk.identity.site, self._namer.site(site),
        )  # fmt: skip

    def steps(self, of: Sequence[RecordId] | None = None) -> list[Question]:
        """Steps that did not apply, of these matters or of all."""
        matters = disputes.odd_matters(self._connection) if of is None else of
        self._name(matters)
        return [
            self._step(step)
            for matter in matters
            for step in disputes.odd_steps(self._connection, matter, self._desk.find_profile)
        ]

    def _step(self, odd: OddStep) -> Question:
        number, title = self._matters[odd.matter]
        track_code, verb, on, text = self._connection.exec_driver_sql(
            'SELECT m.track, s.verb, s."on", s.text FROM step s JOIN matter m ON m.id = s.matter'
            " WHERE s.id = ?",
            (odd.step,),
        ).one()
        track = TRACKS[track_code]
        declared = track.steps.get(verb)
        label = str(declared.label) if declared is not None else str(verb)
        stage = str(track.stages[odd.met].label) if odd.met in track.stages else odd.met
        if declared is None:
            why = translate("conflicts", "This version does not know the step.")
        elif odd.met not in declared.froms:
            why = translate("conflicts", "The matter stood at “{stage}”: not possible there.", stage=stage)
        else:
            why = translate(
                "conflicts", "At “{stage}” it was not theirs to take, or what it asks for was not there.",
                stage=stage,
            )  # fmt: skip
        shown = "，".join(part for part in (label, on or "", text or "") if part)
        candidate = self._candidate(b"", shown, odd.author, odd.package, odd.step)
        return Question(
            STEP, "step", odd.step, "", odd.matter, number, title, str(TYPES["step"].label), label, why,
            (candidate,), True, "",
        )  # fmt: skip


def numbering_site(given: Iterable[tuple[str | None, str | None]]) -> str:
    """Who answers for one number on several matters, by the station and owner site of each: the station,
    where a desk of its own wrote one of them; else whoever wrote the first."""
    known = [(station or "", owner or "") for station, owner in given]
    return next((station for station, owner in known if station == owner), known[0][1])


def authority_of(dispute: Dispute, name: str) -> str:
    """The site that decides a field; for what is written once, the one that wrote it."""
    declared = declare.fields_of(dispute.cls)[name]
    if declared.write is Write.ADDED:
        return dispute.folded.creator
    return dispute.folded.authority(declared)
