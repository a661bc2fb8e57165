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
    has two heads of its own authority; `proposals` are changes by others than the authority; `aside` are the
    heads of plain fields whose value does not show, as another was written at the same time."""

    values: dict[str, Wire]
    heads: dict[str, tuple[bytes, ...]]
    conflict: tuple[str, ...]
    proposals: tuple[tuple[str, bytes], ...]
    arrived: bool
    creator: str
    owner: str
    office: str
    aside: tuple[tuple[str, bytes], ...] = ()

    def authority(self, declared: Declared) -> str:
        """The site whose word counts for an owned field of this record; "" where anyone's does."""
        match declared.write:
            case Write.CREATOR:
                return self.creator
            case Write.OWNER:
                return self.owner
            case Write.OFFICE:
                return self.office or self.creator
            case _:
                return ""


_NONE: tuple[str, ...] = ()


def fold(declared: Mapping[str, Declared], changes: Sequence[ChangeView]) -> Folded:
    """Fold all known `changes` of one record (any order, duplicates allowed) by its field declarations.

    Values are wire values; undeclared fields (from a newer version) are left to the log.
    """
    if len(changes) == 1 and changes[0].made and declared.keys() >= changes[0].fields.keys():
        only = changes[0]
        owner, office = only.fields.get("owner"), only.fields.get("office")
        return Folded(
            dict(only.fields), dict.fromkeys(only.fields, (only.id,)), _NONE, (), True, only.site,
            owner if isinstance(owner, str) else only.site, office if isinstance(office, str) else "",
        )  # fmt: skip
    return _Fold(declared, changes).result()


class _Fold:
    def __init__(self, declared: Mapping[str, Declared], changes: Sequence[ChangeView]) -> None:
        self.declared = declared
        self.by_id = {change.id: change for change in changes}
        self.by_field: dict[str, list[ChangeView]] = {}
        for change in self.by_id.values():
            for name in change.fields:
                if name in declared:
                    self.by_field.setdefault(name, []).append(change)
        # Two creating changes exist only where a clone replayed a nonce: the smaller digest speaks.
        made = min((c for c in self.by_id.values() if c.made), key=lambda c: c.id, default=None)
        self.made = made
        self.arrived = made is not None
        self.creator = made.site if made is not None else ""
        office = made.fields.get("office") if made is not None else None
        self.office = office if isinstance(office, str) else ""
        self.conflict: list[str] = []
        self.proposals: list[tuple[str, bytes]] = []
        self.aside: list[tuple[str, bytes]] = []
        self.owner = self.creator
        self.owner_heads: set[bytes] = set()
        self.chain: list[ChangeView] = []  # the changes of owner that took effect
        if made is not None and "owner" in self.by_field:
            self._follow_owner(made)
        self._passed: dict[str, set[bytes]] = {}

    def _follow_owner(self, made: ChangeView) -> None:
        """The owner site: a change of it is valid if its author's site is the owner it replaces."""
        heads: set[bytes] = set()
        if "owner" in made.fields:
            heads = {made.id}
            self.chain.append(made)
            first = made.fields["owner"]
            self.owner = first if isinstance(first, str) else self.creator
        self.owner_heads = heads
        used: set[bytes] = set(heads)
        following = self._by_replaced("owner")
        while True:
            named = self._naming(following, heads) if heads else self.by_field["owner"]
            successors = [
                c
                for c in named
                if c.id not in used
                and not c.made
                and c.site == self.owner
                and isinstance(c.fields["owner"], str)
            ]
            replaced = {r for c in successors for r in c.replaces.get("owner", ())}
            rivals = [c for c in successors if c.id not in replaced]
            if not rivals:
                return
            if len({c.fields["owner"] for c in rivals}) > 1:
                # Handed to two sites at once: who did so stays owner until they decide.
                self.conflict.append("owner")
                self.owner_heads = heads | {c.id for c in rivals}
                return
            self.chain.extend(rivals)
            self.owner = str(rivals[0].fields["owner"])
            self.owner_heads = heads = {c.id for c in rivals}
            used |= {c.id for c in successors}

    def _by_replaced(self, name: str) -> dict[bytes, list[ChangeView]]:
        """The changes of a field by each change that they replace."""
        found: dict[bytes, list[ChangeView]] = {}
        for change in self.by_field[name]:
            for replaced in change.replaces.get(name, ()):
                found.setdefault(replaced, []).append(change)
        return found

    def _naming(self, following: Mapping[bytes, Sequence[ChangeView]], heads: set[bytes]) -> list[ChangeView]:
        """The changes that replace one of these heads, each once."""
        return list({c.id: c for head in heads for c in following.get(head, ())}.values())

    def _passed_on(self, name: str) -> set[bytes]:
        """The changes that owners handed on with the record: each hand-over names the heads it passes."""
        found = self._passed.get(name)
        if found is None:
            found = set()
            for change in self.chain:
                found.update(change.replaces.get(name, ()))
            for head in [self.by_id[f] for f in found if f in self.by_id]:
                found |= self._ancestors(name, head)
            self._passed[name] = found
        return found

    def _authorised(self, declared: Declared, change: ChangeView) -> bool:
        if declared.write is Write.PLAIN:
            return True
        if declared.write is Write.ADDED or not self.arrived:
            return change.made
        if declared.write is Write.OWNER:
            return change.made or change.site == self.owner or change.id in self._passed_on(declared.name)
        if declared.write is Write.CREATOR:
            return change.site == self.creator
        return change.made or change.site == (self.office or self.creator)

    def result(self) -> Folded:
        values: dict[str, Wire] = {}
        heads: dict[str, tuple[bytes, ...]] = {}
        for name, declared in self.declared.items():
            written = self.by_field.get(name)
            if not written:
                continue
            if len(written) == 1 and written[0] is self.made and name != "owner":
                # Written once, with the record: most fields of most records, and nobody may contest it.
                values[name] = written[0].fields[name]
                heads[name] = (written[0].id,)
                continue
            if name == "owner":
                if self.arrived:
                    values[name] = self.owner
                    heads[name] = tuple(sorted(self.owner_heads))
                self._propose(declared, written, [*self.chain, *self._rivals(written)], self.owner)
                continue
            valid = [change for change in written if self._authorised(declared, change)]
            ids = self._heads(name, valid)
            if ids:
                heads[name] = tuple(sorted(ids))
                values[name] = self._value(declared, [self.by_id[i] for i in ids], valid)
            if len(valid) < len(written):
                self._propose(declared, written, valid, values.get(name))
        return Folded(
            values, heads, tuple(self.conflict), tuple(sorted(self.proposals)), self.arrived,
            self.creator, self.owner, self.office, tuple(sorted(self.aside)),
        )  # fmt: skip

    def _rivals(self, written: Sequence[ChangeView]) -> list[ChangeView]:
        return [c for c in written if self.arrived and c.id in self.owner_heads]

    def _propose(
        self, declared: Declared, written: Sequence[ChangeView], valid: Sequence[ChangeView], shown: Wire
    ) -> None:
        """Changes by others than the authority, until one of the authority's names them. One that says what
        shows already asks for nothing."""
        name = declared.name
        answers = list(valid)
        if declared.write is Write.ADDED and self.arrived:
            # What is written once cannot be changed; its creator can still file away what others wrote.
            answers += [c for c in written if c.site == self.creator and c.fields[name] == shown]
        known = {c.id for c in valid}
        known.update(r for c in answers for r in c.replaces.get(name, ()))
        self.proposals.extend(
            (name, c.id)
            for c in written
            if c.id not in known and not (self.arrived and c.fields[name] == shown)
        )

    def _heads(self, name: str, valid: Sequence[ChangeView]) -> set[bytes]:
        replaced = {r for change in valid for r in change.replaces.get(name, ())}
        return {change.id for change in valid} - replaced

    def _value(self, declared: Declared, heads: Sequence[ChangeView], valid: Sequence[ChangeView]) -> Wire:
        name = declared.name
        if len(heads) == 1 or all(c.fields[name] == heads[0].fields[name] for c in heads):
            return heads[0].fields[name]
        if not declared.write.owned:
            best = max(heads, key=lambda c: (c.site == self.owner, c.lamport, c.id)).fields[name]
            self.aside.extend((name, c.id) for c in heads if c.fields[name] != best)
            return best
        self.conflict.append(name)
        # Until a person decides, the last value both branches knew shows; none, where they knew none.
        # One after another, for the ancestors of thousands of heads at once would fill the memory; heads that
        # replace the same have the same ones.
        first, *others = {frozenset(head.replaces.get(name, ())): head for head in heads}.values()
        common = self._ancestors(name, first)
        for head in others:
            if not common:
                break
            common &= self._ancestors(name, head)
        known = [change for change in valid if change.id in common]
        if known:
            return max(known, key=lambda c: (c.lamport, c.id)).fields[name]
        return None

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
