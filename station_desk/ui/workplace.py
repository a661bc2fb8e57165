"""One window on one desk: shown first, then the desk is opened behind it and every page gets its session."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from station_desk.errors import UserError
from station_desk.settings import SettingsFile
from station_desk.ui.jobs import Jobs
from station_desk.ui.main_window import MainWindow, PageSpec
from station_desk.ui.shell import Hit
from station_desk.ui.widgets.page import Page

# Everything that leads to the database is imported once the window is painted.
if TYPE_CHECKING:
    from station_desk.casework.context import Desk
    from station_desk.ui.figures import Standing
    from station_desk.ui.session import Session

_GATHER_MS = 150


class Workplace(QObject):
    """`Workplace(settings, jobs)`: `window` can be shown at once; `open(path)` or `adopt(desk)` fills it.

    Signals: `ready(Session)` once a desk is open; `refused(UserError)` if it could not be opened;
    `switchWanted(Path)` when the person chose another desk; `lookWanted()` when the look was changed,
    `languageWanted()` when the language was.
    """

    ready = Signal(object)
    refused = Signal(object)
    switchWanted = Signal(object)
    lookWanted = Signal()
    languageWanted = Signal()

    def __init__(
        self,
        settings: SettingsFile,
        jobs: Jobs,
        *,
        today: Callable[[], date] = date.today,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.settings = settings
        self.jobs = jobs
        self._today = today
        self.session: Session | None = None
        self._notes = settings.window_notes()
        self.window = MainWindow(self._pages(), jobs, self._notes, self._search)
        # The last time's pages until the desk tells who is at work.
        self.window.show_for(self._notes.get("window.role", "clerk"))
        self.window.setEnabled(False)  # until there is a desk; its keys rest too
        self._gather = QTimer(self)
        self._gather.setSingleShot(True)
        self._gather.setInterval(_GATHER_MS)
        self._gather.timeout.connect(self._count)
        self.window.hitChosen.connect(self._go_to_hit)
        self.window.newVisitWanted.connect(self._new_visit)
        self.window.helpWanted.connect(self._help)

    # ---- pages -----------------------------------------------------------------------------------------

    def _pages(self) -> Sequence[PageSpec]:
        station, office = {"clerk", "head"}, {"office", "county"}
        staff = frozenset(station | office)
        readers = staff | {"viewer"}
        deputy = frozenset({"deputy"})
        return (
            PageSpec("today", self.tr("Today"), "sun", self._today_page, roles=staff),
            PageSpec("mine", self.tr("My matters"), "list-checks", self._mine_page, roles=deputy),
            PageSpec(
                "reception", self.tr("Reception"), "message-square-text", self._reception_page,
                roles=frozenset(station),
            ),
            PageSpec("matters", self.tr("Matters"), "list-checks", self._matters_page, roles=readers),
            PageSpec("suggestions", self.tr("Suggestions"), "file-text", self._suggestions_page),
            PageSpec("file", self.tr("My file"), "id-card", self._file_page, roles=deputy),
            PageSpec("reports", self.tr("Reports"), "chart-column", self._reports_page, roles=readers),
            PageSpec(
                "exchange", self.tr("Exchange"), "arrow-left-right", self._exchange_page,
                roles=staff | deputy,
            ),
            PageSpec(
                "conflicts", self.tr("To decide"), "git-compare", self._conflicts_page, under="exchange"
            ),
            PageSpec("settings", self.tr("Settings"), "settings", self._settings_page, apart=True),
        )  # fmt: skip

    def _here(self) -> Session:
        if self.session is None:
            raise RuntimeError("a page was asked for before a desk was open")
        return self.session

    def _today_page(self) -> Page:
        from station_desk.ui.pages.today import TodayPage

        return TodayPage(self._here())

    def _reception_page(self) -> Page:
        from station_desk.ui.pages.reception import ReceptionPage

        return ReceptionPage(self._here())

    def _matters_page(self) -> Page:
        from station_desk.ui.pages.matters import MattersPage

        return MattersPage(self._here())

    def _suggestions_page(self) -> Page:
        from station_desk.ui.pages.suggestions import SuggestionsPage

        return SuggestionsPage(self._here())

    def _mine_page(self) -> Page:
        from station_desk.ui.pages.deputy_mine import DeputyMinePage

        return DeputyMinePage(self._here())

    def _file_page(self) -> Page:
        from station_desk.ui.pages.deputy_file import DeputyFilePage

        return DeputyFilePage(self._here())

    def _reports_page(self) -> Page:
        from station_desk.ui.pages.reports import ReportsPage

        return ReportsPage(self._here())

    def _exchange_page(self) -> Page:
        from station_desk.domain.vocabulary import Role

        if self._here().actor.role is Role.DEPUTY:
            from station_desk.ui.pages.deputy_exchange import DeputyExchangePage

            return DeputyExchangePage(self._here())
        from station_desk.ui.pages.exchange import ExchangePage

        return ExchangePage(self._here())

    def _conflicts_page(self) -> Page:
        from station_desk.ui.pages.conflicts import ConflictsPage

        return ConflictsPage(self._here())

    def _settings_page(self) -> Page:
        from station_desk.ui.pages.settings import SettingsPage

        page = SettingsPage(self._here(), self.settings)
        page.lookChanged.connect(self.lookWanted)
        page.languageChanged.connect(self.languageWanted)
        page.deskWanted.connect(self.switchWanted)
        page.workerWanted.connect(self.work_as)
        return page

    # ---- opening ---------------------------------------------------------------------------------------

    def open(self, path: Path) -> None:
        """Open the desk at `path` on the reader thread; `ready` or `refused` tells how it went."""

        def opened() -> Desk:
            from station_desk.casework.context import Desk

            return Desk.open(path)

        self.jobs.read(
            lambda _: opened(),
            done=self.adopt,
            failed=self.refused.emit,
            text=self.tr("Opening the desk"),
            owner=self,
        )

    def adopt(self, desk: Desk) -> None:
        """Work on this desk from now on."""
        from station_desk.casework import people
        from station_desk.ui.folder_watch import FolderWatch
        from station_desk.ui.session import Session
        from station_desk.ui.undoing import Undoing

        actor = people.at_work(desk, self.settings.worker(desk.path))
        session = Session(desk, actor, self.jobs, today=self._today, notes=self._notes, parent=self)
        session.noted.connect(self.settings.keep_window)
        self.session = session
        session.changed.connect(self._changed)
        session.wanted.connect(self._wanted)
        self.undoing = Undoing(session, self.window)
        FolderWatch(session, session)
        self.window.set_station(desk.identity.name)
        self.window.status.whoWanted.connect(self._offer_people)
        self.window.status.undecidedWanted.connect(self._decide)
        session.actorChanged.connect(self._begin_work)
        self._begin_work()
        self.jobs.read(
            lambda _: desk.notices(),
            done=self._tell_notices,
            failed=self.say_refused,
            text=self.tr("Opening the desk"),
            owner=self,
        )
        self.ready.emit(session)

    def _tell_notices(self, notices: list[str]) -> None:
        """Say once that the desk was put back from a backup or copied; it stays until it is closed."""
        if notices:
            self.window.messages.say(" ".join(notices), tone="red")
            desk = self._here().desk
            self.jobs.run(lambda _: desk.said(), failed=self.say_refused, owner=self)

    def backup_daily(self, root: Path) -> None:
        """Copy the desk below `root` unless this day has its copy; a failure is said, work goes on."""
        from station_desk.casework import backups

        desk = self._here().desk
        self.jobs.run(
            lambda _: backups.daily(desk, root, date.today()),
            done=lambda _: self._gather.start(),
            failed=self.say_refused,
            text=self.tr("The day's backup"),
            owner=self,
        )

    def close(self) -> None:
        """Keep the window's notes and let go of the desk; queued saves must be over."""
        self.settings.keep_window(self._notes)
        if self.session is not None:
            self.session.desk.close()

    # ---- what stands round the page ----------------------------------------------------------------------

    def _begin_work(self) -> None:
        """Show whoever is at work their pages, from the first."""
        from station_desk.domain.vocabulary import ROLES, Role

        actor = self._here().actor
        self.window.show_for(actor.role.value)
        self._notes["window.role"] = actor.role.value
        nameless = actor.name == self._here().desk.identity.name and actor.role is not Role.DEPUTY
        role = ROLES.label(actor.role)
        self.window.status.show_clerk(role if nameless else f"{role} {actor.name}")
        self.window.setEnabled(True)
        self.window.open_page(self.window.pages()[0])
        self._gather.start()

    def _offer_people(self) -> None:
        """The menu at the foot: who sits here now, and one more to enter."""
        from station_desk.ui.at_work import offer

        offer(self._here(), self.window.status.who, self.work_as, self._enter_somebody)

    def _enter_somebody(self) -> None:
        self._wanted("settings", "people")

    def _decide(self) -> None:
        self._wanted("conflicts", "")

    def work_as(self, name: str) -> None:
        """Somebody else works at this desk from now on; remembered for the desk."""
        from station_desk.casework import people

        session = self._here()
        page = self.window.page()
        if page is not None and not page.may_leave():
            return
        self.settings.work_as(session.desk.path, name)
        session.act_as(people.at_work(session.desk, name))

    def _changed(self, changed: object) -> None:
        self.window.status.show_saved(self.tr("Saved {time}").format(time=f"{datetime.now():%H:%M}"))
        self.window.set_station(self._here().desk.identity.name)
        self._gather.start()

    def _count(self) -> None:
        """Read the counts of the navigation and the status bar; several saves in a row ask once."""
        from station_desk.ui import figures

        session = self._here()
        day, actor = session.today(), session.actor
        session.read(lambda: figures.standing(session.desk, day, actor), self._show_counts, owner=self)

    def _show_counts(self, now: Standing) -> None:
        from station_desk.ui import figures

        day = self._here().today()
        self.window.navigation.set_count("today", str(now.pressing) if now.pressing else "")
        self.window.navigation.set_count("mine", str(now.mine) if now.mine else "")
        self.window.navigation.set_count("matters", str(now.open) if now.open else "")
        self.window.navigation.set_count("exchange", str(now.outgoing) if now.outgoing else "")
        self.window.status.show_backup(figures.backup_words(now.backup, day))
        self.window.status.show_exchange(figures.exchange_words(now))
        self.window.status.show_undecided(figures.undecided_words(now))

    # ---- going places --------------------------------------------------------------------------------------

    def _wanted(self, name: str, key: object) -> None:
        offered = self.window.pages()
        if name == "matters" and name not in offered and "mine" in offered:
            name = "mine"
        if not self.window.may_open(name):
            self._say_not_offered(name)
            return
        page = self.window.open_page(name)
        if page is not None and key not in (None, ""):
            page.seek(key)

    def _say_not_offered(self, name: str) -> None:
        from station_desk.domain.vocabulary import ROLES

        self.window.messages.say(
            self.tr("“{page}” is not one of your pages as {role}.").format(
                page=self.window.label(name), role=ROLES.label(self._here().actor.role)
            )
        )

    def _new_visit(self) -> None:
        if self.session is not None:
            self.session.wanted.emit("reception", "new")

    def _search(self, text: str, deliver: Callable[[Sequence[Hit]], None]) -> None:
        if self.session is None:
            return
        from station_desk.casework import browse

        desk = self.session.desk

        def shown(found: list[browse.Hit]) -> None:
            deliver([Hit(hit.kind, hit.title, hit.second, hit.id.hex()) for hit in found])

        self.session.read(lambda: browse.hits(desk, text), shown, owner=self)

    def _go_to_hit(self, hit: Hit) -> None:
        from station_desk.casework.browse import MatterFilter
        from station_desk.domain.declare import RecordId

        record = RecordId(bytes.fromhex(hit.key))
        match hit.kind:
            case "deputy":
                self._wanted("matters", MatterFilter(deputy=record))
            case "unit":
                self._wanted("matters", MatterFilter(unit=record))
            case "visitor":
                self._wanted("matters", MatterFilter(text=hit.title))
            case _:
                self._wanted("matters", record)

    def _help(self, name: str) -> None:
        from station_desk.ui.help import HelpWindow

        HelpWindow.show_for(self.window, name, self.session, self.window.pages())

    def say_refused(self, error: UserError) -> None:
        """Say at the foot of the window why something could not be done."""
        self.window.messages.say(str(error), tone="red")
