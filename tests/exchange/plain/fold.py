"""What a record is: the fold of its changes, and the sums over them."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from tests.exchange.plain.package import Change
from tests.exchange.plain.table import Table

Ranked = Sequence[Change]


@dataclass(frozen=True)
class Said:
    """A value, with the site and the digest of the change that says so."""

    value: Any
    site: str
    change: str


@dataclass(frozen=True)
class Field:
    """What one field comes to. `conflict`: its heads where they stand against each other; `proposals`: what
    others say whose word does not count."""

    value: Any
    heads: list[str]
    conflict: list[Said] = dataclasses.field(default_factory=list)
    proposals: list[Said] = dataclasses.field(default_factory=list)


@dataclass(frozen=True)
class Record:
    """What one record comes to. `made_by`: the site that made it, None where that change is not here."""

    type: str
    made_by: str | None
    owner: str | None
    fields: dict[str, Field]

    def values(self) -> dict[str, Any]:
        """The values of all fields that have one or had one; there is always an owner."""
        owned = {"owner"} if self.made_by is not None else set()
        return {name: found.value for name, found in self.fields.items() if found.heads or name in owned}


def fold(changes: Iterable[Change], table: Table) -> dict[str, Record]:
    """The records that these changes come to, by id."""
    records: dict[str, list[Change]] = {}
    for change in changes:
        records.setdefault(change.record, []).append(change)
    return {record: fold_record(found, table) for record, found in sorted(records.items())}


def fold_record(changes: Ranked, table: Table) -> Record:
    """What the changes of one record come to, in any order."""
    return _Fold(changes, table).record()


@dataclass
class _Ownership:
    """The owner's `site`; the changes of owner `taken` so far, and of these the `heads`; `rivals` would hand
    it on to different sites."""

    site: str | None
    taken: list[Change]
    heads: list[Change]
    rivals: list[Change] = dataclasses.field(default_factory=list)


class _Fold:
    """One record's changes; `made`: the one that made it, None where it is not here."""

    def __init__(self, changes: Ranked, table: Table) -> None:
        self.changes = changes
        self.known = {one.digest: one for one in changes}
        self.made = min((one for one in changes if one.makes()), key=lambda one: one.digest, default=None)
        self.type = (self.made or min(changes, key=lambda one: one.digest)).type
        self.table = table
        self.maker = self.made.site if self.made else None
        self.office = (self.made.fields.get("office") or self.maker) if self.made else None
        self.own = self._ownership()
        self.handed = self._handed_on()

    def record(self) -> Record:
        names = sorted({name for one in self.changes for name in one.fields})
        return Record(self.type, self.maker, self.own.site, {name: self._field(name) for name in names})

    def _ownership(self) -> _Ownership:
        """Who owns the record: from one owner to the next, as each of them says."""
        made = self.made
        if made is None:
            return _Ownership(None, [], [])
        first = [made] if "owner" in made.fields else []
        out = _Ownership(made.fields["owner"] if first else made.site, first, first)
        done: set[str] = set()
        while True:
            present = {head.digest for head in out.heads}
            found = [
                one
                for one in self.changes
                if not (one.makes() or one.digest in done)
                and one.site == out.site
                and isinstance(one.fields.get("owner"), str)
                and (not present or not present.isdisjoint(one.replaces.get("owner", [])))
            ]
            last = heads_of(found, "owner")
            if len({one.fields["owner"] for one in last}) > 1:
                out.rivals = last
            if not last or out.rivals:
                return out
            out = _Ownership(last[0].fields["owner"], [*out.taken, *last], last)
            done |= {one.digest for one in found}

    def _handed_on(self) -> set[tuple[str, str]]:
        """What former owners handed on, by field: what their hand-overs name, and all that these follow."""
        handed: set[tuple[str, str]] = set()
        for one in self.own.taken:
            for name, digests in one.replaces.items():
                for head in digests:
                    handed.add((name, head))
                    if head in self.known:
                        handed |= {(name, older) for older in self._followed(self.known[head], name)}
        return handed

    def _counts(self, kind: str, name: str, one: Change) -> bool:
        match kind:
            case "plain":
                return True
            case "creator" if self.made:
                return one.site == self.maker
            case "office" if self.made:
                return one.makes() or one.site == self.office
            case "owner" if self.made:
                return one.makes() or one.site == self.own.site or (name, one.digest) in self.handed
        return one.makes()

    def _field(self, name: str) -> Field:
        mine = [one for one in self.changes if name in one.fields]
        if name == "owner" and self.made is not None:
            own = self.own
            # In a conflict the present owner may also stay.
            heads, counting = [*own.heads, *own.rivals], [*own.taken, *own.rivals]
            return self._told(name, mine, counting, counting, heads, own.site, conflict=bool(own.rivals))
        kind = self.table.write_class(self.type, name)
        counting = [one for one in mine if self._counts(kind, name, one)]
        heads = heads_of(counting, name)
        heads.sort(key=lambda one: (one.site == self.own.site, *one.rank))
        values = {json.dumps(head.fields[name]) for head in heads}
        conflict = kind not in ("plain", "added") and len(values) > 1
        value = self._common(heads, counting, name) if conflict else heads[-1].fields[name] if heads else None
        answering = list(counting)
        if kind == "added" and self.made is not None:
            # What is written once cannot be changed; its maker answers others by saying it again.
            answering += [one for one in mine if one.site == self.maker and one.fields[name] == value]
        return self._told(name, mine, counting, answering, heads, value, conflict=conflict)

    def _told(
        self,
        name: str,
        mine: Ranked,
        counting: Ranked,
        answering: Ranked,
        heads: Ranked,
        value: Any,
        *,
        conflict: bool,
    ) -> Field:
        """The field, with the proposals: what does not count, is not answered, and says something else."""
        settled = {older for one in answering for older in one.replaces.get(name, [])}
        proposed = [
            one
            for one in mine
            if one not in counting
            and one.digest not in settled
            and not (self.made is not None and one.fields[name] == value)
        ]
        said = [
            [Said(one.fields[name], one.site, one.digest) for one in found] for found in (heads, proposed)
        ]
        return Field(value, sorted(head.digest for head in heads), said[0] if conflict else [], said[1])

    def _followed(self, start: Change, name: str) -> set[str]:
        """The digests that a change follows in one field, over whatever is here."""
        seen: set[str] = set()
        todo = list(start.replaces.get(name, []))
        while todo:
            older = todo.pop()
            if older not in seen:
                seen.add(older)
                if older in self.known:
                    todo += self.known[older].replaces.get(name, [])
        return seen

    def _common(self, heads: Ranked, counting: Ranked, name: str) -> Any:
        """The last value that all heads follow; None where there is none."""
        shared = set.intersection(*(self._followed(head, name) for head in heads))
        last = max((one for one in counting if one.digest in shared), key=lambda one: one.rank, default=None)
        return last.fields[name] if last else None


def heads_of(counting: Ranked, name: str) -> list[Change]:
    """The changes that no other that counts replaces."""
    named = {older for one in counting for older in one.replaces.get(name, []) if older != one.digest}
    return [one for one in counting if one.digest not in named]


def month_of(record: str) -> str:
    """The month in which a record was made, by its id."""
    made = datetime(1970, 1, 1) + timedelta(microseconds=int(record[:12], 16) * 1000 // 64)
    return made.strftime("%Y-%m")


def sums(changes: Iterable[Change]) -> dict[str, dict[str, str]]:
    """{type: {month: sum}} over these changes."""
    out: dict[str, dict[str, int]] = {}
    for one in changes:
        months, month = out.setdefault(one.type, {}), month_of(one.record)
        months[month] = (months.get(month, 0) + int(one.digest[:16], 16)) % (1 << 64)
    return {type_: {month: f"{sum_:016x}" for month, sum_ in months.items()} for type_, months in out.items()}
