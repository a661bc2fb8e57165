"""Choosing the units a matter is handed to: one lead with co-handling units, or several apart."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from station_desk.casework.handling import UnitCharge
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Unit
from station_desk.domain.vocabulary import ASSIGNMENT_ROLES
from station_desk.ui import look
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.picks import Deliver, Pick, PickLine
from station_desk.ui.widgets.segments import Segments

_SHOWN = 12


class _Chosen(QWidget):
    """One unit already chosen: its name, how it takes part, a cross."""

    def __init__(self, parent: UnitsField, unit: RecordId, name: str, role: str) -> None:
        super().__init__(parent)
        self.unit = unit
        self.role = role
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look.current().px(8))
        self._role = QLabel(ASSIGNMENT_ROLES.label(role), self)
        self._role.setProperty("role", "label")
        self._role.setFixedWidth(look.current().px(76))
        line.addWidget(self._role)
        line.addWidget(QLabel(name, self), 1)
        drop = Button(self, kind="icon", icon="x")
        drop.set_small(True)
        drop.setAccessibleName(self.tr("Take {unit} off").format(unit=name))
        drop.clicked.connect(self._drop)
        line.addWidget(drop)
        self._field = parent

    def say_role(self, role: str) -> None:
        """How the unit takes part now."""
        self.role = role
        self._role.setText(ASSIGNMENT_ROLES.label(role))

    def _drop(self) -> None:
        self._field.drop(self)


class UnitsField(QWidget):
    """`set_units(units)`, then `charges()`; the first chosen unit leads, the others co-handle.

    With 分别办理 each answers apart. A unit is found by any part of its name. Signal `changed()`.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._units: tuple[tuple[RecordId, Unit], ...] = ()
        self._chosen: list[_Chosen] = []
        self.mode = Segments(self)
        self.mode.set_choices(
            [("lead", self.tr("Lead and co-handling")), ("separate", self.tr("Each apart"))], "lead"
        )
        self.mode.setAccessibleName(self.tr("How the units take part"))
        self.mode.chosen.connect(self._relabel)
        self.line = PickLine(self)
        self.line.least = 0
        self.line.lookup = self._look_up
        self.line.setPlaceholderText(self.tr("Part of a unit's name; arrow down shows all"))
        self.line.setAccessibleName(self.tr("Unit"))
        self.line.picked.connect(self._picked)
        self.setFocusProxy(self.line)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(look.current().px(6))
        self._lines.addWidget(self.mode)
        self._lines.addWidget(self.line)

    def set_units(self, units: Sequence[tuple[RecordId, Unit]]) -> None:
        """The units that may be chosen."""
        self._units = tuple(units)

    def charges(self) -> tuple[UnitCharge, ...]:
        """The units chosen and how each takes part; a name typed in full counts as chosen."""
        return tuple(UnitCharge(item.unit, item.role) for item in self._chosen)

    def choose(self, unit: RecordId) -> None:
        """Add a unit to those chosen."""
        name = next((u.name or "" for record, u in self._units if record == unit), "")
        if not name or any(item.unit == unit for item in self._chosen):
            return
        item = _Chosen(self, unit, name, "co")
        self._chosen.append(item)
        self._lines.insertWidget(self._lines.count() - 1, item)
        item.show()
        self._relabel()

    def drop(self, item: _Chosen) -> None:
        """Take a chosen unit off."""
        self._chosen.remove(item)
        self._lines.removeWidget(item)
        item.hide()
        item.deleteLater()
        self._relabel()
        self.line.setFocus()

    def clear(self) -> None:
        """Take every chosen unit off."""
        for item in list(self._chosen):
            self.drop(item)

    def settle(self) -> None:
        """Take a unit whose whole name, or whose only match, stands in the line."""
        text = self.line.text().strip()
        found = [record for record, unit in self._units if unit.name == text or unit.short == text]
        if not found and text:
            found = [record for record, unit in self._units if text in (unit.name or "")]
        if text and len(found) == 1:
            self.choose(found[0])
            self.line.clear()

    def _relabel(self, mode: str = "") -> None:
        self.changed.emit()
        apart = self.mode.current_value() == "separate"
        for place, item in enumerate(self._chosen):
            item.say_role("separate" if apart else "co" if place else "lead")

    def _look_up(self, text: str, deliver: Deliver) -> None:
        taken = {item.unit for item in self._chosen}
        deliver(
            [
                Pick(unit.name or "", unit.contact or "", record.hex(), "building-2")
                for record, unit in self._units
                if record not in taken and (text in (unit.name or "") or text in (unit.short or ""))
            ][:_SHOWN]
        )

    def _picked(self, pick: object) -> None:
        if isinstance(pick, Pick):
            self.choose(RecordId(bytes.fromhex(pick.key)))
            self.line.clear()
