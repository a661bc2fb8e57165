"""An edit session of the rules: what was typed so far over the version in force, or over a file's."""

from __future__ import annotations

from collections.abc import Sequence

from station_desk.casework import rules, rules_edits, rules_items
from station_desk.casework.rules import Difference, View
from station_desk.casework.rules_items import Item, Ref, Values
from station_desk.domain.profile import RuleProfile
from station_desk.domain.profile_text import parse
from station_desk.errors import Problem, ValidationError
from station_desk.ui.pages.settings_rules_rows import TABS, ItemRow, row_of


class RulesDraft:
    """Collected edits; nothing of it is kept until it is saved. `view` is what was read last."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.text = ""  # a whole profile taken from a file, edited instead of the one in force
        self.base: RuleProfile = view.profile
        self.items = rules_items.items(view.profile)
        self.edits: dict[Ref, Values | None] = {}
        self.wrong: tuple[Problem, ...] = ()

    @property
    def dirty(self) -> bool:
        """Whether there is anything to save."""
        return bool(self.edits or self.text)

    @property
    def fixed(self) -> bool:
        """Whether this person only reads the rules here."""
        return bool(self.view.fixed)

    def renew(self, view: View) -> None:
        """Another version may be in force now; what was typed goes over it."""
        self.view = view
        if not self.text:
            self.base, self.items = view.profile, rules_items.items(view.profile)

    def take(self, text: str) -> None:
        """Begin anew from a file's text."""
        self.edits.clear()
        self.text, self.wrong = text, ()
        self.base = parse(text)
        self.items = rules_items.items(self.base)

    def discard(self) -> None:
        """Forget all that was typed."""
        self.edits.clear()
        self.text, self.wrong = "", ()
        self.renew(self.view)

    def shown(self) -> dict[Ref, Item]:
        """All items with what was typed in them."""
        out = dict(self.items)
        for ref, values in self.edits.items():
            if values is not None:
                out[ref] = Item(ref, out[ref].label if ref in out else ref[1], values)
        return out

    def item(self, ref: Ref | None) -> Item | None:
        """One item as typed; None where it is not there any more."""
        return self.shown().get(ref) if ref is not None else None

    def is_out(self, ref: Ref) -> bool:
        """Whether the item is to be taken out."""
        return ref in self.edits and self.edits[ref] is None

    def put(self, ref: Ref, values: Values) -> None:
        """What is typed now; the same as before is no change."""
        old = self.items.get(ref)
        if old is not None and dict(old.values) == dict(values):
            self.edits.pop(ref, None)
        else:
            self.edits[ref] = values
        stem = "/".join(ref) + "/"
        self.wrong = tuple(problem for problem in self.wrong if not problem.field.startswith(stem))

    def add(self, group: str) -> Ref:
        """An empty item with a key of its own."""
        taken = {ref[1] for ref in (*self.items, *self.edits)}
        key = next(name for n in range(1, 10_000) if (name := f"own_{n}") not in taken)
        self.edits[group, key] = {}
        return group, key

    def validate(self) -> None:
        """Note what cannot be kept."""
        self.wrong = ()
        if self.edits:
            try:
                rules_edits.edited(self.base, self.edits)
            except ValidationError as error:
                self.wrong = tuple(error.problems)

    def differences(self) -> tuple[Difference, ...]:
        """What saving would change in the version in force; ValidationError where it cannot be saved."""
        return rules.differences(self.view.profile, rules_edits.edited(self.base, self.edits))

    def waiting(self) -> int:
        """How many values nobody has confirmed."""
        return sum(not item.confirmed for item in self.shown().values())

    def years(self) -> list[int]:
        """Years whose holidays could be proposed."""
        return [year for year in self.view.years if ("calendar", str(year)) not in self.shown()]

    def rows(self, tab: str, *, only_waiting: bool) -> Sequence[ItemRow]:
        """The rows of a tab, the groups in its order, the newest year first."""
        wrong = {problem.field.rpartition("/")[0] for problem in self.wrong}
        groups = TABS[tab]
        rows = []
        for ref, item in self.shown().items():
            if ref[0] not in groups or (only_waiting and item.confirmed and ref not in self.edits):
                continue
            state = ""
            if ref in self.edits:
                state = "out" if self.is_out(ref) else "changed" if ref in self.items else "new"
            rows.append(row_of(self.base, item, state, "/".join(ref) in wrong))
        rows.sort(key=lambda row: groups.index(row.item.ref[0]))
        if tab == "holidays":
            rows.sort(key=lambda row: row.item.ref[1], reverse=True)
        return rows
