"""Settings: this station, the office's lists, the rules, this computer."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from station_desk.domain.records import Answer, Category, Deputy, Grid, Unit
from station_desk.domain.vocabulary import Role
from station_desk.settings import SettingsFile
from station_desk.ui import look
from station_desk.ui.pages.settings_desks import DesksSection
from station_desk.ui.pages.settings_lists import ListSection, entries_of
from station_desk.ui.pages.settings_machine import MachineSection
from station_desk.ui.pages.settings_people import PeopleSection
from station_desk.ui.pages.settings_rules import RulesSection
from station_desk.ui.pages.settings_station import StationSection
from station_desk.ui.session import Session
from station_desk.ui.widgets.menu_list import Choice, MenuList
from station_desk.ui.widgets.page import Page

_Section = StationSection | ListSection | RulesSection | MachineSection | PeopleSection | DesksSection
_PERSONAL = (Role.DEPUTY, Role.VIEWER)
"""Who changes nothing of the office: they find only this computer's own settings."""


class SettingsPage(Page):
    """Signals of the sections pass through: `lookChanged()`, `languageChanged()`, `deskWanted(Path)`;
    `workerWanted(name)`: somebody sits down at this desk.

    `seek("deputies")` opens a section: people, station, deputies, desks, units, grids, categories, answers,
    rules or machine. Deputies and viewers have the last alone.
    """

    lookChanged = Signal()
    languageChanged = Signal()
    workerWanted = Signal(str)
    deskWanted = Signal(object)
    offers = frozenset({"refresh", "find_here"})

    def __init__(self, session: Session, settings: SettingsFile, parent: QWidget | None = None) -> None:
        super().__init__(parent, headed=False)
        self.pair_from = 700
        self._session = session
        machine = MachineSection(session, settings)
        machine.lookChanged.connect(self.lookChanged)
        machine.languageChanged.connect(self.languageChanged)
        machine.deskWanted.connect(self.deskWanted)
        self.sections: dict[str, _Section] = {}
        office = session.actor.role not in _PERSONAL
        if office:
            people = PeopleSection(session)
            people.workerWanted.connect(self.workerWanted)
            self.sections = {
                "people": people,
                "station": StationSection(session),
                "deputies": ListSection(session, Deputy, entries_of("deputies")),
                "desks": DesksSection(session),
                "units": ListSection(session, Unit, entries_of("units")),
                "grids": ListSection(session, Grid, entries_of("grids")),
                "categories": ListSection(session, Category, entries_of("categories")),
                "answers": ListSection(session, Answer, entries_of("answers")),
                "rules": RulesSection(session),
            }
        self.sections["machine"] = machine
        self.menu = MenuList()
        self.menu.setAccessibleName(self.tr("Sections"))
        choices = [
            Choice("people", self.tr("Who works here"), self.tr("The office")),
            Choice("station", self.tr("This station"), self.tr("The office")),
            Choice("deputies", self.tr("Deputies"), self.tr("The office")),
            Choice("desks", self.tr("Deputies' own desks"), self.tr("The office")),
            Choice("units", self.tr("Units"), self.tr("The office")),
            Choice("grids", self.tr("Grids"), self.tr("The office")),
            Choice("categories", self.tr("Categories"), self.tr("The office")),
            Choice("answers", self.tr("Ready answers"), self.tr("The office")),
            Choice("rules", self.tr("Rules of handling"), self.tr("The program")),
            Choice("machine", self.tr("This computer"), self.tr("The program")),
        ]
        self.menu.set_choices([choice for choice in choices if choice.key in self.sections])
        self.menu.chosen.connect(self._choose)
        self.menu.opened.connect(self._opened)
        left = QWidget()
        self._title = QLabel(self.tr("Settings"))
        self._title.setProperty("role", "title")
        self._left = QVBoxLayout(left)
        self._left.addWidget(self._title)
        self._left.addWidget(self.menu, 1)
        self.set_list(left, 188)
        self.set_back_text(self.tr("All settings"))
        self._stack = QStackedWidget()
        for section in self.sections.values():
            self._stack.addWidget(section)
        self.set_body(self._stack)
        look.follow(self._relay_list)
        session.changed.connect(self._changed)
        self.menu.set_current("station" if office else "machine")

    def _relay_list(self) -> None:
        theme = look.current()
        self._left.setContentsMargins(theme.px(8), theme.px(12), theme.px(8), theme.px(8))
        self._left.setSpacing(theme.px(8))
        self._title.setContentsMargins(theme.px(12), 0, 0, 0)

    def _choose(self, key: str) -> None:
        section = self.sections[key]
        self._stack.setCurrentWidget(section)
        section.arrive()

    def _opened(self, index: QModelIndex) -> None:
        self.show_body()

    def _changed(self, changed: object) -> None:
        if self.isVisible():
            self.arrive()

    def arrive(self) -> None:
        section = self._stack.currentWidget()
        if isinstance(section, _Section):
            section.arrive()

    def seek(self, key: object) -> None:
        if isinstance(key, str) and key in self.sections:
            self.menu.set_current(key)
            self.show_body()

    def do(self, action: str) -> bool:
        section = self._stack.currentWidget()
        if action == "find_here" and isinstance(section, ListSection):
            section.box.setFocus()
            return True
        if action == "refresh":
            self.arrive()
            return True
        return False

    def first_focus(self) -> QWidget | None:
        return self.menu
