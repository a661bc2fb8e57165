"""A record is the fold of its changes: a pure function, the same on every desk whatever the order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from station_desk.domain.declare import Declared, Wire, Write


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One change to one record. `id` is its digest; `replaces` names, for each field, the changes its
    writer saw and set aside; `made` marks the change that created the record (proved by the record's id)."""

    id: bytes
    lamport: int
    site: str
    made: bool
    fields: Mapping[str, Wire]
    replaces: Mapping[str, Sequence[bytes]]


@dataclass(frozen=True, slots=True)
class Folded:
    """What the changes come to. `heads` are the changes a next writer replaces; a field in `conflict`
    has two heads of its own authority; `proposals` are changes by others than the authority."""

    values: dict[str, Wire]
    heads: dict[str, tuple[bytes, ...]]
    conflict: tuple[str, ...]
    proposals: tuple[tuple[str, bytes], ...]
    arrived: bool


_NONE: tuple[str, ...] = ()


def fold(declared: Mapping[str, Declared], changes: Sequence[ChangeView]) -> Folded:
    """Fold all known `changes` of one record (any order, no duplicates) by its field declarations.

    Values are wire values; undeclared fields (from a newer version) are left to the log.
    """
    if len(changes) == 1 and changes[0].made:
        only = changes[0]
        return Folded(dict(only.fields), dict.fromkeys(only.fields, (only.id,)), _NONE, (), True)
    return _Fold(declared, changes).result()


class _Fold:
    def __init__(self, declared: Mapping[str, Declared], changes: Sequence[ChangeView]) -> None:
        self.declared = declared
        self.by_id = {change.id: change for change in changes}
        self.by_field: dict[str, list[ChangeView]] = {}
        for change in changes:
            for name in change.fields:
                if name in declared:
                    self.by_field.setdefault(name, []).append(change)
        # Two creating changes exist only where a clone replayed a nonce: the smaller digest speaks.
        made = min((change for change in changes if change.made), key=lambda c: c.id, default=None)
        self.arrived = made is not None
        self.creator = made.site if made is not None else ""
        office = made.fields.get("office") if made is not None else None
        self.office = office if isinstance(office, str) else ""
        self.conflict: list[str] = []
        self.proposals: list[tuple[str, bytes]] = []
        self.owner = self.creator
        if "owner" in self.by_field:
            self.owner = self._owner()

    def _owner(self) -> str:
        """The owner site: a change of it is valid if its author's site is the owner it replaces."""
        current = self.creator
        mine = [c for c in self.by_field["owner"] if c.made]
        if mine and isinstance(mine[0].fields["owner"], str):
            current = str(mine[0].fields["owner"])
        head = mine[0].id if mine else b""
        while True:
            # The shallowest rival's author stays owner: the smallest (Lamport, id) among valid successors.
            successors = [
                c
                for c in self.by_field["owner"]
                if not c.made and c.site == current and head in c.replaces.get("owner", ())
            ]
            if not successors:
                return current
            chosen = min(successors, key=lambda c: (c.lamport, c.id))
            current, head = str(chosen.fields["owner"]), chosen.id

    def _authorised(self, declared: Declared, change: ChangeView) -> bool:
        match declared.write:
            case Write.PLAIN:
                return True
            case Write.ADDED:
                return change.made
            case Write.CREATOR:
                return self.arrived and change.site == self.creator
            case Write.OWNER:
                return self.arrived and (change.made or change.site == self.owner)
            case Write.OFFICE:
                return self.arrived and (change.made or change.site == (self.office or self.creator))

    def result(self) -> Folded:
        values: dict[str, Wire] = {}
        heads: dict[str, tuple[bytes, ...]] = {}
        for name, declared in self.declared.items():
            written = self.by_field.get(name)
            if not written:
                continue
            if name == "owner":
                values[name] = self.owner
                heads[name] = tuple(sorted(self._heads(name, written)))
                continue
            valid = [change for change in written if self._authorised(declared, change)]
            ids = self._heads(name, valid)
            if len(valid) < len(written):
                superseded = {r for c in valid for r in c.replaces.get(name, ())}
                self.proposals.extend(
                    (name, c.id) for c in written if c not in valid and c.id not in superseded
                )
            if not ids:
                continue
            heads[name] = tuple(sorted(ids))
            values[name] = self._value(declared, [self.by_id[i] for i in ids], valid)
        return Folded(values, heads, tuple(self.conflict), tuple(sorted(self.proposals)), self.arrived)

    def _heads(self, name: str, valid: Sequence[ChangeView]) -> set[bytes]:
        replaced = {r for change in valid for r in change.replaces.get(name, ())}
        return {change.id for change in valid} - replaced

    def _value(self, declared: Declared, heads: Sequence[ChangeView], valid: Sequence[ChangeView]) -> Wire:
        name = declared.name
        if len(heads) == 1 or all(c.fields[name] == heads[0].fields[name] for c in heads):
            return heads[0].fields[name]
        if not declared.write.owned:
            return max(heads, key=lambda c: (c.site == self.owner, c.lamport, c.id)).fields[name]
        self.conflict.append(name)
        # Until a person decides, the last value both branches knew shows.
        common = set.intersection(*(self._ancestors(name, head) for head in heads))
        known = [change for change in valid if change.id in common]
        if known:
            return max(known, key=lambda c: (c.lamport, c.id)).fields[name]
        return min(heads, key=lambda c: (c.lamport, c.id)).fields[name]

    def _ancestors(self, name: str, head: ChangeView) -> set[bytes]:
        found: set[bytes] = set()
        stack = list(head.replaces.get(name, ()))
        while stack:
            current = stack.pop()
            if current in found:
                continue
            found.add(current)
            if current in self.by_id:
                stack.extend(self.by_id[current].replaces.get(name, ()))
        return found
