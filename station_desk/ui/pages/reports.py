"""Reports: the catalogue, what is asked, and the page itself as it will print."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from station_desk import i18n
from station_desk.casework import browse, statistics
from station_desk.casework.browse import MatterFilter
from station_desk.casework.statistics import Cell, Period
from station_desk.domain.declare import RecordId
from station_desk.errors import UserError
from station_desk.i18n import Label
from station_desk.progress import Progress
from station_desk.reports import batch, catalogue
from station_desk.reports.catalogue import Draft, Kind
from station_desk.reports.content import One
from station_desk.reports.preview import Preview
from station_desk.reports.request import ReportRequest
from station_desk.reports.undecided import Missing
from station_desk.ui import look
from station_desk.ui.jobs import Job
from station_desk.ui.pages import reports_kept
from station_desk.ui.pages.reports_choice import ReportChoice
from station_desk.ui.pages.reports_figures import FigureList
from station_desk.ui.pages.reports_out import Outlet
from station_desk.ui.pages.reports_own import OwnTemplate
from station_desk.ui.pages.reports_paper import Shelf, image
from station_desk.ui.pages.reports_sentences import SentenceBoard
from station_desk.ui.session import Session
from station_desk.ui.widgets.menu_list import Choice, MenuList
from station_desk.ui.widgets.page import Page
from station_desk.ui.widgets.sheet_view import Hot, Sheet, SheetView
from station_desk.ui.widgets.side_panel import hairline

_COLUMN = 252
_STARRED = Label("Kept at the top", "常用")


class ReportsPage(Page):
    """`seek("ledger")`, `seek(("hand-over", matter id))`, `seek(("ledger", MatterFilter))`,
    `seek(("monthly", Period))` open a report. `out` saves and prints it, `own` fills a town's workbook."""

    offers = frozenset({"print", "export", "refresh", "find_here"})

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent, headed=False)
        self.pair_from = 980
        self._session = session
        self._name = ""
        self._job: Job | None = None
        self._shelf = Shelf()
        self._ready = False
        self._asked: ReportRequest | None = None
        self.menu = MenuList()
        self.menu.setAccessibleName(self.tr("Reports"))
        self.find_line = QLineEdit()
        self.find_line.setPlaceholderText(self.tr("Find a report or form"))
        self.find_line.setAccessibleName(self.tr("Find a report or form"))
        self.find_line.textChanged.connect(self.menu.filter)
        self._title = QLabel(self.tr("Reports"))
        self._title.setProperty("role", "title")
        left = QWidget()
        self._left = QVBoxLayout(left)
        for part in (self._title, self.find_line):
            self._left.addWidget(part)
        self._left.addWidget(self.menu, 1)
        self.set_list(left, 200 if i18n.language() == i18n.CHINESE else 244)
        self.set_back_text(self.tr("All reports"))
        self.choice = ReportChoice(session)
        self.figures = FigureList()
        self.figures.wanted.connect(self._behind)
        self.choice.ui.summary_lines.addWidget(self.figures)
        self.sheet = SheetView()
        self.sheet.hotChosen.connect(self._behind)
        body = QWidget()
        across = QHBoxLayout(body)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        self.sentences = SentenceBoard()
        self.sentences.wanted.connect(self._behind)
        self.sentences.copied.connect(self._say_copied)
        self.sentences.hide()
        self._asking = self.choice
        across.addWidget(self._asking)
        across.addWidget(hairline(upright=True))
        across.addWidget(self.sheet, 1)
        across.addWidget(self.sentences, 1)
        self.set_body(body)
        self.out = Outlet(session, self.choice, self._shelf, self)
        self.own = OwnTemplate(session, self.choice, self)
        self.choice.changed.connect(self.make)
        self.choice.starred.connect(self._offer)
        self.choice.ui.print.clicked.connect(self.print_it)
        self._offer()
        self.menu.chosen.connect(self._choose)
        self.menu.opened.connect(self.show_body)
        session.changed.connect(self._changed)
        look.follow(self._relay_columns)
        self.sheet.show_words(self.tr("Choose a table or a form."))
        self.destroyed.connect(self._shelf.clear)
        self.menu.set_current("monthly")

    def _relay_columns(self) -> None:
        theme = look.current()
        self._left.setContentsMargins(theme.px(8), theme.px(12), theme.px(8), theme.px(8))
        self._left.setSpacing(theme.px(8))
        self._title.setContentsMargins(theme.px(12), 0, 0, 0)
        self._asking.setFixedWidth(theme.px(_COLUMN))

    # ---- choosing ----------------------------------------------------------------------------------------

    def arrive(self) -> None:
        desk = self._session.desk
        self._session.read(
            lambda: (browse.office(desk), len(batch.stations(desk))), self._office_read, owner=self
        )

    def _office_read(self, found: tuple[browse.Office, int]) -> None:
        self.choice.show_office(*found)
        self._ready = True
        self.make()

    def _choose(self, name: str) -> None:
        if name != self._name:
            self._name = name
            self._show_text(False)
            self.choice.show_report(catalogue.find(name))
            self.make()

    def _offer(self) -> None:
        """What this person is offered, the favourites first under a head of their own."""
        starred = reports_kept.favourites(self._session)
        offered = {report.name: report for report in catalogue.offered(self._session.actor.role)}
        ours = [Choice(name, str(offered[name].title), str(_STARRED)) for name in starred if name in offered]
        rest = [Choice(r.name, str(r.title), str(r.group)) for r in offered.values() if r.name not in starred]
        self.menu.blockSignals(True)
        self.menu.set_choices([*ours, *rest])
        self.menu.filter(self.find_line.text())
        self.menu.set_current(self._name)
        self.menu.blockSignals(False)

    def seek(self, key: object) -> None:
        name, about = key if isinstance(key, tuple) else (key, None)
        if name not in {report.name for report in catalogue.offered(self._session.actor.role)}:
            return
        self.find_line.clear()
        self.menu.set_current(str(name))
        self.show_body()
        if isinstance(about, MatterFilter):
            self.choice.narrow(about)
            self.choice.settle()
        elif isinstance(about, Period):
            self.choice.set_span(about)
            self.choice.settle()  # else another month would show first
        elif isinstance(about, bytes):
            self._about(RecordId(about))

    def _about(self, record: RecordId) -> None:
        """Show a form of this record: a matter by its number, anything else (a visit) without."""
        desk = self._session.desk

        def number() -> str:
            found = browse.detail(desk, record)
            return (found.row.official_number or found.row.number) if found is not None else ""

        self._session.read(number, lambda shown: self.choice.set_record(record, shown), owner=self)

    def do(self, action: str) -> bool:
        match action:
            case "print":
                self.print_it()
            case "export":
                self.out.ask_where("xlsx" if "xlsx" in catalogue.find(self._name).formats else "pdf")
            case "find_here":
                self.find_line.setFocus()
            case _:
                self.make()
        return True

    def first_focus(self) -> QWidget | None:
        return self.menu

    def let_go(self) -> None:
        self._job = None
        self._shelf.clear()

    def _changed(self, changed: object) -> None:
        if self.isVisible():
            self.make()

    # ---- the page itself -----------------------------------------------------------------------------------

    def make(self) -> None:
        """Make the document again for what is asked now; a later asking overtakes an earlier one."""
        if not self._ready:
            return
        if self._job is not None:
            self._job.cancel()
        report = catalogue.REPORTS.get(self._name)
        request = self.choice.request() if report is not None else None
        for button in self._buttons():
            button.setEnabled(request is not None)
        self.choice.ui.notice.hide()
        self.choice.say_of_record("")
        self._clear_figures()
        if report is None or request is None:
            self.sheet.show_words(
                self.tr("Give the number of the matter, or press ↓ there to see which have this to print.")
                if report is not None and report.kind is Kind.FORM
                else self.tr("Choose what the report is about.")
            )
            return
        desk, name = self._session.desk, self._name
        wanted = request

        def made(progress: Progress) -> tuple[Draft, Preview, list[Sheet]]:
            draft = catalogue.draft(desk, name, wanted, progress)
            document = Preview(draft.pdf)
            return draft, document, [Sheet(*document.size(page)) for page in range(document.pages)]

        job = self._session.jobs.read(
            made,
            done=lambda found: self._show(job, wanted, *found),
            failed=lambda error: self._not_made(job, error),
            owner=self,
            text=self.tr("Making the page"),
        )
        self._job = job

    def _show(
        self, job: Job, asked: ReportRequest, draft: Draft, document: Preview, sheets: list[Sheet]
    ) -> None:
        if job is not self._job:
            document.close()
            return
        self._asked = asked
        before, self._shelf.document = self._shelf.document, document
        self._shelf.pdf = draft.pdf
        self.sheet.show_sheets(sheets, self._draw)
        self.sheet.set_hot(
            Hot(spot.page, spot.left, spot.top, spot.wide, spot.high, spot.link) for spot in draft.spots
        )
        if draft.spots:
            self.sheet.hint.setText(self.tr("Click a figure to see what it counts"))
        if catalogue.find(self._name).kind is Kind.TEXT:
            self.sentences.show_sentences(draft.sentences)
            self._show_text(True)
        if draft.counts:
            self.figures.show_lines(draft.counts)
            self.choice.ui.summary.show()
        self._say_missing(draft.missing)
        if before is not None:
            # Behind whatever drawing of it still waits on the reader thread.
            self._session.read(before.close, lambda _: None)

    def _not_made(self, job: Job, error: UserError) -> None:
        if job is self._job:
            self._show_text(False)
            self.sheet.show_words(str(error))
            if catalogue.find(self._name).paper is not None:
                self.choice.say_of_record(str(error))
            for button in self._buttons():
                button.setEnabled(False)

    def _buttons(self) -> tuple[QPushButton, ...]:
        ui = self.choice.ui
        return ui.excel, ui.word, ui.pdf, ui.own, ui.each, ui.print

    def _draw(self, page: int, scale: float, deliver: Callable[[QImage], None]) -> None:
        document = self._shelf.document
        if document is not None:
            self._session.read(lambda: image(document, page, scale), deliver, owner=self)

    # ---- figures that open their records -------------------------------------------------------------------

    def _show_text(self, on: bool) -> None:
        """The sentences in the place of the page that prints them, or that page."""
        self.sheet.setVisible(not on)
        self.sentences.setVisible(on)

    def _say_copied(self) -> None:
        self._session.said.emit(self.tr("Copied"), False)

    def _clear_figures(self) -> None:
        self._asked = None
        self.choice.ui.summary.hide()
        self.choice.ui.facts.hide()
        self.sheet.hint.setText("")

    def _say_missing(self, found: Missing | None) -> None:
        """What the table leaves out or rests on, in a line; the page itself names it."""
        parts = []
        if found is not None and found.undecided:
            parts.append(
                self.tr("{count} in conflict, counted by the value in force").format(
                    count=len(found.undecided)
                )
            )
        if found is not None and found.unarrived:
            parts.append(self.tr("{count} whose rules have not arrived").format(count=found.unarrived))
        if found is not None and found.awaited:
            parts.append(self.tr("{count} stations not in").format(count=len(found.awaited)))
        self.choice.ui.facts.setText(self.tr("Left out: {what}").format(what="；".join(parts)))
        self.choice.ui.facts.setVisible(bool(parts))

    def _behind(self, link: object) -> None:
        """Open what a number counts: matters by a filter, one by its id, a place in the month's figures."""
        desk, asked = self._session.desk, self._asked
        if isinstance(link, MatterFilter):
            page = "suggestions" if link.tracks == ("suggestion",) else "matters"
            self._session.wanted.emit(page, link)
        elif isinstance(link, One):
            self._session.wanted.emit("matters" if link.track == "issue" else "suggestions", link.id)
        elif isinstance(link, Cell) and asked is not None:
            page = "suggestions" if link.measure == "suggestions" else "matters"
            self._session.read(
                lambda: statistics.behind(desk, asked, link),
                lambda wanted: self._session.wanted.emit(page, wanted),
                owner=self,
            )

    # ---- out ----------------------------------------------------------------------------------------------

    def print_it(self) -> None:
        """The system's print dialog, then the very pages of the preview."""
        if self.sheet.pages():
            self.out.ask_printer(self.sheet.page() + 1)
