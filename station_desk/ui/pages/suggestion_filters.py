"""The filters of the list of suggestions beyond the stage: chips of those set, and a menu of all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from station_desk.casework import browse
from station_desk.casework.browse import MatterFilter
from station_desk.domain.vocabulary import LEVELS
from station_desk.ui.session import Session
from station_desk.ui.widgets.chips import Chip, ChipRow

_NONE = MatterFilter()
_FLAGS = ("supervised", "promised", "looked_back")


class SuggestionFilters(QObject):
    """`chips` shows what is set and opens the menu; `show(wanted)`. Signal `changed(MatterFilter)`."""

    changed = Signal(object)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._wanted = MatterFilter()
        self._offices: tuple[tuple[str, str], ...] = ()
        self.chips = ChipRow(parent)
        self.chips.setAccessibleName(self.tr("Filters"))
        self.chips.removed.connect(self._drop)
        self.chips.pressed.connect(self._open)
        self.menu = QMenu(parent)
        desk = session.desk

        def offices() -> tuple[tuple[str, str], ...]:
            return tuple((s.code or "", s.name or s.code or "") for _, s in browse.office(desk).sites)

        session.read(offices, self._keep_offices, owner=self)

    def _keep_offices(self, found: tuple[tuple[str, str], ...]) -> None:
        self._offices = found
        self.show(self._wanted)

    def _names(self) -> dict[str, str]:
        return {
            "supervised": self.tr("Key supervision"),
            "promised": self.tr("Open promises"),
            "looked_back": self.tr("Looked back upon"),
        }

    def show(self, wanted: MatterFilter) -> None:
        """Show which filters `wanted` sets."""
        self._wanted = wanted
        names = self._names()
        found = [(flag, names[flag]) for flag in _FLAGS if getattr(wanted, flag)]
        if wanted.level:
            found.append(("level", LEVELS.label(wanted.level)))
        if wanted.office:
            found.append(("office", dict(self._offices).get(wanted.office, wanted.office)))
        chips = [Chip(key, text, removable=True) for key, text in found[:2]]
        more = len(found) - len(chips)
        plus = self.tr("Filter +{n}").format(n=more) if more else self.tr("Filter")
        self.chips.set_chips([*chips, Chip("add", plus, False, icon="plus")])

    def _change(self, name: str, value: object) -> None:
        self.changed.emit(replace(self._wanted, **{name: value}))  # type: ignore[arg-type]

    def _drop(self, name: str) -> None:
        self._change(name, getattr(_NONE, name))

    def _open(self, _: str) -> None:
        self.fill()
        self.menu.popup(self.chips.mapToGlobal(self.chips.rect().bottomLeft()))

    def fill(self) -> None:
        """Put every filter into the menu, those that are set with a tick."""
        menu = self.menu
        menu.clear()
        for flag, text in self._names().items():
            self._tick(menu, text, bool(getattr(self._wanted, flag)), partial(self._turn, flag))
        self._choices(menu.addMenu(self.tr("Put to the congress of")), "level", list(_levels()))
        if len(self._offices) > 1:
            self._choices(menu.addMenu(self.tr("Congress office")), "office", self._offices)

    def _choices(self, menu: QMenu, name: str, options: Sequence[tuple[str, str]]) -> None:
        now = getattr(self._wanted, name)
        for code, text in options:
            self._tick(menu, text, code == now, partial(self._change, name, "" if code == now else code))

    @staticmethod
    def _tick(menu: QMenu, text: str, on: bool, act: Callable[[], None]) -> None:
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(on)
        action.triggered.connect(lambda _: act())

    def _turn(self, flag: str) -> None:
        self._change(flag, not getattr(self._wanted, flag))


def _levels() -> list[tuple[str, str]]:
    return [(code, str(label)) for code, label in LEVELS.terms.items()]
