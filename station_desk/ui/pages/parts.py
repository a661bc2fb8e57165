"""Which parts of a matter a list shows: chosen from a menu behind one icon, kept with the settings."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from station_desk.casework.browse import MatterRow
from station_desk.i18n import translate
from station_desk.ui import words
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button


def names() -> dict[str, str]:
    """Every part a list can show, in the order shown."""
    return {
        "number": translate("parts", "Number"),
        "with": translate("parts", "Who has it"),
        "category": translate("parts", "Category"),
        "person": translate("parts", "Visitor or deputy"),
        "place": translate("parts", "Place"),
        "station": translate("parts", "Station"),
        "stage": translate("parts", "Stage"),
    }


def line(row: MatterRow, chosen: Sequence[str]) -> str:
    """The second line under a title: the parts chosen that say something."""
    said = {
        "number": words.shown_number(row),
        "with": words.who_has_it(row),
        "category": row.category,
        "person": words.person_words(row),
        "place": row.place,
        "station": row.station,
        "stage": words.stage_label(row),
    }
    return words.joined([said[key] for key in chosen if key in said])


class PartsChoice(QObject):
    """`button` opens the menu; `chosen()` are the parts to show, in order; signal `changed()`.

    `note` names the choice among the person's notes; `offered` the parts, `before` those shown at first.
    """

    changed = Signal()

    def __init__(
        self, session: Session, parent: QWidget, note: str, offered: Sequence[str], before: Sequence[str]
    ) -> None:
        super().__init__(parent)
        self._session, self._note, self._offered = session, note, tuple(offered)
        kept = session.notes.get(note)
        self._chosen = frozenset(before if kept is None else kept.split(","))
        self.button = Button(parent, kind="icon", icon="columns-3")
        self.button.setToolTip(self.tr("Choose what the rows show"))
        self.button.setAccessibleName(self.button.toolTip())
        self.menu = QMenu(self.button)
        said = names()
        self._actions: dict[str, QAction] = {}
        for key in self._offered:
            action = self.menu.addAction(said[key])
            action.setCheckable(True)
            action.setChecked(key in self._chosen)
            action.toggled.connect(partial(self._toggled, key))
            self._actions[key] = action
        self.button.clicked.connect(self._open)

    def chosen(self) -> tuple[str, ...]:
        """The parts to show, in the order they are shown."""
        return tuple(key for key in self._offered if key in self._chosen)

    def _open(self) -> None:
        self.menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    def _toggled(self, key: str, on: bool) -> None:
        self._chosen = self._chosen | {key} if on else self._chosen - {key}
        # Nothing chosen is kept as a comma, so that it is not taken for nothing said.
        self._session.note(self._note, ",".join(self.chosen()) or ",")
        self.changed.emit()
