"""A report on its way out: saved as a file, a file for each station, put on paper; noted as made."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from station_desk.casework.context import Desk
from station_desk.progress import Progress
from station_desk.reports import batch, catalogue, due
from station_desk.reports.batch import Batch
from station_desk.reports.catalogue import Made
from station_desk.reports.request import ReportRequest
from station_desk.ui.jobs import Turn
from station_desk.ui.pages import reports_paper
from station_desk.ui.pages.reports_choice import ReportChoice
from station_desk.ui.pages.reports_paper import PrintRun, Shelf
from station_desk.ui.session import Session

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class Outlet(QObject):
    """`save(target)`, `save_each(folder, suffix)`, `print_on(printer, page)` for what `choice` asks; what
    goes wrong stands in the choice's notice. `ask_*` ask where first."""

    def __init__(self, session: Session, choice: ReportChoice, shelf: Shelf, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._choice, self._shelf, self._page = session, choice, shelf, parent
        ui = choice.ui
        ui.excel.clicked.connect(self._ask_excel)
        ui.word.clicked.connect(self._ask_word)
        ui.pdf.clicked.connect(self._ask_pdf)
        menu = QMenu(ui.each)
        menu.addAction(self.tr("As Excel…"), self._ask_each_excel)
        menu.addAction(self.tr("As PDF…"), self._ask_each_pdf)
        ui.each.setMenu(menu)

    # ---- files -------------------------------------------------------------------------------------------

    def _ask_excel(self) -> None:
        self.ask_where("xlsx")

    def _ask_word(self) -> None:
        self.ask_where("docx")

    def _ask_pdf(self) -> None:
        self.ask_where("pdf")

    def _ask_each_excel(self) -> None:
        self.ask_folder("xlsx")

    def _ask_each_pdf(self) -> None:
        self.ask_folder("pdf")

    def ask_where(self, suffix: str) -> None:
        """Ask for the file, then save."""
        request, report = self._choice.request(), self._choice.report
        if request is None or report is None:
            return
        kinds = {
            "xlsx": self.tr("Excel (*.xlsx)"),
            "docx": self.tr("Word (*.docx)"),
            "pdf": self.tr("PDF (*.pdf)"),
        }[suffix]
        period = request.period.official if request.period is not None else ""
        name, _ = QFileDialog.getSaveFileName(
            self._page, self.tr("Save the report"), f"{report.title.zh}{period}.{suffix}", kinds
        )
        if name:
            target = Path(name)
            named = target.suffix.lower() == f".{suffix}"
            self.save(target if named else target.with_name(f"{target.name}.{suffix}"))

    def save(self, target: Path) -> None:
        """Make the report as a file, on the reader thread with progress."""
        request, report = self._choice.request(), self._choice.report
        if request is None or report is None:
            return
        desk, name = self._session.desk, report.name

        def saved(made: Made) -> None:
            self._made(name, request)
            self._session.said.emit(self.tr("Saved {file}").format(file=made.path.name), False)

        self._session.jobs.read(
            lambda progress: catalogue.make(desk, name, request, target, progress),
            done=saved,
            failed=self._choice.refuse,
            owner=self,
            text=self.tr("Writing {file}").format(file=target.name),
        )

    def ask_folder(self, suffix: str) -> None:
        """Ask for the folder, then save a file for each station."""
        folder = QFileDialog.getExistingDirectory(self._page, self.tr("Folder for the files"))
        if folder:
            self.save_each(Path(folder), suffix)

    def save_each(self, folder: Path, suffix: str) -> None:
        """A file for each station, one whole file after the other; other reads go on between them."""
        request, report = self._choice.request(), self._choice.report
        if request is None or report is None:
            return
        each = _Each(self._session.desk, report.name, request, folder, suffix)
        self._choice.ui.each.setEnabled(False)
        self._session.jobs.read(
            each.turn,
            done=partial(self._each_made, report.name, request),
            failed=self._each_refused,
            cancelled=lambda: self._each_stopped(each),
            owner=self,
            text=self.tr("Writing a file for each station"),
        )

    def _each_made(self, name: str, request: ReportRequest, made: Batch) -> None:
        if made.whole:
            self._made(name, request)
        self._say(made)

    def _each_stopped(self, each: _Each) -> None:
        self._choice.ui.each.setEnabled(True)
        if each.run is not None:
            self._say(each.run.batch())

    def _each_refused(self, error: Exception) -> None:
        self._choice.ui.each.setEnabled(True)
        self._choice.refuse(error)

    def _say(self, made: Batch) -> None:
        self._choice.ui.each.setEnabled(True)
        self._choice.say("green" if made.whole else "amber", "\n".join(made.sentences()))

    def _made(self, name: str, request: ReportRequest) -> None:
        """Note that it went out: nobody is reminded of it any more."""
        desk = self._session.desk
        self._session.jobs.run(lambda _: due.note_made(desk, name, request))

    # ---- paper -------------------------------------------------------------------------------------------

    def ask_printer(self, current: int) -> None:
        """The system's print dialog, then the pages of the preview; `current` is the page looked at."""
        from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog

        document = self._shelf.document
        if document is None:
            return
        if not reports_paper.printers():
            self._choice.say(
                "amber",
                self.tr(
                    "No printer is set up on this computer. Save as PDF and print it where there is one."
                ),
            )
            return
        printer = reports_paper.printer_for(document)
        printer.setDocName(str(self._choice.report.title.zh) if self._choice.report is not None else "")
        dialog = QPrintDialog(printer, self._page)
        for option in (
            QAbstractPrintDialog.PrintDialogOption.PrintPageRange,
            QAbstractPrintDialog.PrintDialogOption.PrintCurrentPage,
            QAbstractPrintDialog.PrintDialogOption.PrintCollateCopies,
        ):
            dialog.setOption(option, True)
        dialog.setMinMax(1, document.pages)
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            self.print_on(printer, current)
        dialog.deleteLater()

    def print_on(self, printer: QPrinter, current: int = 1) -> None:
        """What the printer was told to print of the document shown, a page at a time on the reader thread."""
        document, request, report = self._shelf.document, self._choice.request(), self._choice.report
        if document is None or request is None or report is None:
            return
        sides = reports_paper.sides_of(printer, document.pages, current)
        if not sides:
            none = self.tr("The document has {n} pages; none of those asked for is among them.")
            self._choice.say("amber", none.format(n=document.pages))
            return
        run = PrintRun(self._shelf.pdf, printer, sides)
        name = report.name

        def printed(count: int) -> None:
            self._made(name, request)
            said = self.tr("Sent to the printer, pages: {n}").format(n=count)
            self._session.said.emit(said, False)

        self._session.jobs.read(
            run.turn,
            done=printed,
            failed=self._choice.refuse,
            cancelled=lambda: self._session.read(run.abandon, lambda _: None),
            owner=self,
            text=self.tr("Printing"),
        )


class _Each:
    """A batch as turns on the reader thread; the desk is first asked for its stations there."""

    def __init__(self, desk: Desk, name: str, request: ReportRequest, folder: Path, suffix: str) -> None:
        self._asked = (desk, name, request, folder, suffix)
        self.run: batch.Run | None = None

    def turn(self, progress: Progress) -> Batch | Turn:
        """Make the next station's file; at the end what became of all."""
        if self.run is None:
            self.run = batch.Run(*self._asked)
        self.run.step(progress)
        return Turn.AGAIN if self.run.left else self.run.batch()
