"""The window: top bar, navigation, pages made when first opened, status bar."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from station_desk.ui import look
from station_desk.ui.actions import Actions
from station_desk.ui.jobs import Jobs
from station_desk.ui.shell import Hit, Navigation, PageSpec, TopBar
from station_desk.ui.status_bar import StatusBar
from station_desk.ui.text_undo import TextUndo
from station_desk.ui.widgets.page import Page
from station_desk.ui.widgets.side_panel import hairline

__all__ = ["Hit", "MainWindow", "PageSpec", "SearchCall"]

SearchCall = Callable[[str, Callable[[Sequence[Hit]], None]], None]


@dataclass(frozen=True, slots=True)
class _Open:
    spec: PageSpec
    page: Page


class MainWindow(QMainWindow):
    """`MainWindow(pages, jobs, settings, search)`; nothing here knows casework.

    `settings` is a mapping of text to text that remembers geometry and the last page. Signals:
    `hitChosen(Hit)`, `newVisitWanted()`, `undoWanted()`, `redoWanted()`, `helpWanted(page id)`,
    `pageOpened(page id)`. `show_for(role)` leaves the pages of one role.
    """

    hitChosen = Signal(object)
    newVisitWanted = Signal()
    undoWanted = Signal()
    redoWanted = Signal()
    helpWanted = Signal(str)
    pageOpened = Signal(str)

    def __init__(
        self,
        pages: Sequence[PageSpec],
        jobs: Jobs,
        settings: MutableMapping[str, str] | None = None,
        search: SearchCall | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._specs = {spec.id: spec for spec in pages}
        self._order = [spec.id for spec in pages if not spec.under]
        self._open: dict[str, _Open] = {}
        self._here = ""
        self._settings: MutableMapping[str, str] = {} if settings is None else settings
        self.jobs = jobs
        self.top = TopBar(search)
        self.navigation = Navigation([spec for spec in pages if not spec.under])
        self.status = StatusBar(jobs)
        self.messages = self.status.messages
        self._stack = QStackedWidget()
        self._stack.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.commands = Actions(self)
        TextUndo(self)
        self._build()
        self.commands.triggered.connect(self._act)
        self.commands.paged.connect(self._paged)
        self.top.hitChosen.connect(self.hitChosen)
        self.top.newVisit.connect(self.newVisitWanted)
        self.navigation.chosen.connect(self.open_page)
        self.status.helpWanted.connect(self._help)
        look.follow(self._relay)
        self._restore()

    def _build(self) -> None:
        centre = QWidget()
        lines = QVBoxLayout(centre)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.navigation)
        middle.addWidget(hairline(upright=True))
        middle.addWidget(self._stack, 1)
        lines.addWidget(self.top)
        lines.addWidget(hairline())
        lines.addLayout(middle, 1)
        lines.addWidget(hairline())
        lines.addWidget(self.status)
        self.setCentralWidget(centre)

    def _relay(self) -> None:
        theme = look.current()
        self.setMinimumSize(min(1024, theme.px(640)), min(640, theme.px(480)))

    def set_station(self, name: str) -> None:
        """The station's name, in the top bar and the title."""
        self.top.set_station(name)
        self.setWindowTitle(self.tr("{station} — Station Desk").format(station=name))

    # ---- pages ---------------------------------------------------------------------------------------

    def show_for(self, role: str) -> bool:
        """Offer the pages of this role; pages made for somebody else are put away, so that each shows what
        is this person's to do. False if the present page must stay: then nothing changes."""
        page = self.page()
        if page is not None and not page.may_leave():
            return False
        self._order = [
            key
            for key, spec in self._specs.items()
            if not spec.under and (not spec.roles or role in spec.roles)
        ]
        self.navigation.show_only(self._order)
        self.top.new.setVisible("reception" in self._order)
        for opened in self._open.values():
            opened.page.let_go()
            self._stack.removeWidget(opened.page)
            opened.page.hide()
            opened.page.deleteLater()
        self._open.clear()
        self._here = ""
        return True

    def pages(self) -> Sequence[str]:
        """The ids of the pages offered now, in the order of Alt+1 …"""
        return tuple(self._order)

    def may_open(self, name: str) -> bool:
        """Whether page `name` is offered now, in the navigation or from a page that is."""
        return name in self._order or (name in self._specs and self._specs[name].under in self._order)

    def label(self, name: str) -> str:
        """The name of a page, offered now or not; "" where there is none."""
        return self._specs[name].label if name in self._specs else ""

    def open_page(self, name: str) -> Page | None:
        """Show page `name`, making it the first time; None if there is none or the present one must stay."""
        if not self.may_open(name):
            return None
        leaving = self.page()
        if leaving is not None and name != self._here and not leaving.may_leave():
            self.navigation.set_current(self._specs[self._here].under or self._here)
            return None
        if name not in self._open:
            spec = self._specs[name]
            page = spec.factory()
            self._stack.addWidget(page)
            self._open[name] = _Open(spec, page)
        entered = self._open[name].page
        self._here = name
        self._stack.setCurrentWidget(entered)
        self.navigation.set_current(self._specs[name].under or name)
        self.commands.enable(entered.offers)
        self._give_focus(entered)
        entered.arrive()
        self.pageOpened.emit(name)
        return entered

    def _give_focus(self, entered: Page) -> None:
        """The focus goes into the page, unless the person is walking along the navigation."""
        if not self.navigation.isAncestorOf(QApplication.focusWidget() or entered):
            (entered.first_focus() or entered).setFocus(Qt.FocusReason.OtherFocusReason)

    def page(self) -> Page | None:
        """The page now shown."""
        opened = self._open.get(self._here)
        return opened.page if opened else None

    def page_id(self) -> str:
        """The id of the page now shown, or an empty string."""
        return self._here

    def made(self, name: str) -> Page | None:
        """Page `name` if it was opened before."""
        opened = self._open.get(name)
        return opened.page if opened else None

    def let_go(self) -> None:
        """Tell every page that the program ends."""
        for opened in self._open.values():
            opened.page.let_go()

    # ---- actions -------------------------------------------------------------------------------------

    def _paged(self, number: int) -> None:
        if number < len(self._order):
            self.open_page(self._order[number])

    def _help(self) -> None:
        self.helpWanted.emit(self._specs[self._here].under or self._here if self._here else "")

    def _act(self, name: str) -> None:
        page = self.page()
        if page is not None and name in page.offers and page.do(name):
            return
        if name == "search":
            self.top.focus_search()
        elif name == "new_visit":
            self.newVisitWanted.emit()
        elif name == "undo":
            self.undoWanted.emit()
        elif name == "redo":
            self.redoWanted.emit()
        elif name == "help":
            self._help()

    # ---- coming and going ----------------------------------------------------------------------------

    def _restore(self) -> None:
        saved = self._settings.get("window.geometry", "")
        if saved and self.restoreGeometry(QByteArray.fromBase64(saved.encode())):
            return
        screen = QApplication.primaryScreen()
        room = screen.availableGeometry() if screen else None
        width = min(1366, room.width()) if room else 1366
        height = min(768, room.height()) if room else 768
        self.resize(width, height)

    def closeEvent(self, event: QCloseEvent) -> None:
        page = self.page()
        if page is not None and not page.may_leave():
            event.ignore()
            return
        geometry = self.saveGeometry().toBase64().data()
        self._settings["window.geometry"] = bytes(geometry).decode()
        self._settings["window.page"] = self._here
        super().closeEvent(event)
