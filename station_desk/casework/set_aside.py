"""Values set aside in words: two wrote one field at the same time, which value stands and whose does not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from station_desk.casework.conflict_words import Namer
from station_desk.casework.context import Desk
from station_desk.domain import declare
from station_desk.domain.declare import Declared, RecordId
from station_desk.domain.records import MATTERS
from station_desk.i18n import CHINESE, language, translate
from station_desk.store import disputes
from station_desk.store.aside import Lost
from station_desk.store.disputes import Dispute, Word
from station_desk.store.engine import Connection
from station_desk.store.sqlio import rows_for

TOLD = 3
"""So many are named in a sentence; the others are counted."""

_LONG = 40


@dataclass(frozen=True, slots=True)
class Written:
    """A value as lists show it (personal details masked), who wrote it, where, and when by their clock.
    `here`: at the desk's own office."""

    shown: str
    actor: str
    site: str
    at: datetime
    here: bool

    @property
    def who(self) -> str:
        """The office and the person."""
        return " ".join(part for part in (self.site, self.actor) if part)

    @property
    def short(self) -> str:
        """The value in one line."""
        return clipped(self.shown)


@dataclass(frozen=True, slots=True)
class SetAside:
    """A field that two wrote at the same time: what stands now, and what does not. `matter` is what it
    belongs to, None for lists and places; `number` and `title` are the matter's, else the record's name."""

    record: RecordId
    type: str
    field: str
    matter: RecordId | None
    number: str
    title: str
    field_label: str
    stands: Written
    aside: Written

    def sentence(self) -> str:
        """2026-017 title, place: “A” stands, not “B” (who, when)."""
        what = " ".join(part for part in (self.number, clipped(self.title)) if part)
        return translate(
            "set aside", "{what}, {field}: “{stands}” stands, not “{aside}” ({who}, {when})",
            what=what, field=self.field_label, stands=self.stands.short, aside=self.aside.short,
            who=self.aside.who, when=f"{self.aside.at:%Y-%m-%d %H:%M}",
        )  # fmt: skip


def in_words(connection: Connection, desk: Desk, lost: Iterable[Lost]) -> tuple[SetAside, ...]:
    """These values, on a connection already open; those settled since are left out."""
    wanted = list(lost)
    found = {one.record: one for one in disputes.load(connection, {one.record for one in wanted})}
    namer = Namer(connection)
    matters = {record: _matter(connection, dispute) for record, dispute in found.items()}
    sql = "SELECT id, COALESCE(official_number, number), title FROM matter WHERE id IN {keys}"
    ids = {matter for matter in matters.values() if matter is not None}
    named = {row[0]: (row[1] or "", row[2] or "") for row in rows_for(connection, sql, ids)}
    out: list[SetAside] = []
    for record, field, change in wanted:
        dispute = found.get(record)
        if dispute is None or (field, change) not in dispute.folded.aside:
            continue
        declared = declare.fields_of(dispute.cls)[field]
        number, title = named.get(matters[record] or b"", ("", ""))
        name = dispute.cls.type_name
        out.append(
            SetAside(
                record, name, field, matters[record], number, title or namer.record(name, record),
                str(declared.label), _written(namer, desk, declared, _standing(dispute, field)),
                _written(namer, desk, declared, dispute.word_of(change, field)),
            )
        )  # fmt: skip
    return tuple(out)


def sentence(count: int, first: Sequence[SetAside]) -> str:
    """How many values an import set aside, and the first of them; "" for none."""
    if not count:
        return ""
    named = ("；" if language() == CHINESE else "; ").join(one.sentence() for one in first[:TOLD])
    if count > TOLD:
        return translate(
            "set aside",
            "Set aside, as another value was written at the same time: {count}. The history keeps them. "
            "{first}; and {more} more.",
            count=count,
            first=named,
            more=count - TOLD,
        )
    return translate(
        "set aside",
        "Set aside, as another value was written at the same time: {count}. The history keeps them. {first}.",
        count=count,
        first=named,
    )


def _written(namer: Namer, desk: Desk, declared: Declared, word: Word) -> Written:
    author = word.author
    return Written(
        namer.value(declared, word.value), author.actor, namer.site(author.site), author.at,
        author.site == desk.identity.site,
    )  # fmt: skip


def _standing(dispute: Dispute, field: str) -> Word:
    """The word that stands: of several equal ones the last."""
    aside = {change for name, change in dispute.folded.aside if name == field}
    heads = [head for head in dispute.folded.heads[field] if head not in aside]
    best = max(heads, key=lambda head: (dispute.lines[head].view.lamport, head))
    return dispute.word_of(best, field)


def _matter(connection: Connection, dispute: Dispute) -> RecordId | None:
    if dispute.cls.type_name in MATTERS:
        return dispute.record
    about = disputes.matters_of(connection, dispute.record)
    return about[0] if about else None


def clipped(text: str) -> str:
    """A value in one line of at most forty signs, as lists and sentences have room for."""
    line = " ".join(text.split())
    return line if len(line) <= _LONG else f"{line[: _LONG - 1]}…"
