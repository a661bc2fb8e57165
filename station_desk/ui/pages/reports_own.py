"""A town's own workbook for a report: chosen, filled, removed, and an example that names all there is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from station_desk.i18n import Label
from station_desk.reports import due, templateexample, templatekept, templates
from station_desk.reports.catalogue import Kind
from station_desk.reports.request import ReportRequest
from station_desk.reports.templates import Filled
from station_desk.ui.pages.reports_choice import ReportChoice
from station_desk.ui.session import Session


class OwnTemplate(QObject):
    """`keep(file)`, `fill(target)`, `forget()`, `save_example(target)` for the report that `choice` asks;
    the button's menu asks where first. Shown for tables alone: forms are official sheets."""

    def __init__(self, session: Session, choice: ReportChoice, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._choice, self._page = session, choice, parent
        menu = QMenu(choice.ui.own)
        self.fill_it = QAction(menu)
        self.fill_it.triggered.connect(self._ask_target)
        menu.addAction(self.fill_it)
        menu.addSeparator()
        menu.addAction(self.tr("Choose an Excel workbook…"), self._ask_template)
        self.remove = QAction(self.tr("Remove it"), menu)
        self.remove.triggered.connect(self.forget)
        menu.addAction(self.remove)
        menu.addSeparator()
        menu.addAction(self.tr("Save an example with all names…"), self._ask_example)
        menu.aboutToShow.connect(self.show_kept)
        choice.ui.own.setMenu(menu)

    @property
    def _name(self) -> str:
        report = self._choice.report
        return report.name if report is not None and report.kind is Kind.TABLE else ""

    def show_kept(self) -> None:
        """Offer what can be done with the workbook kept for this report, named after its file."""
        kept = templatekept.of(self._name) if self._name else None
        self.fill_it.setText(
            self.tr("Fill “{file}”…").format(file=kept.stem) if kept else self.tr("No workbook chosen yet")
        )
        self.fill_it.setEnabled(kept is not None)
        self.remove.setEnabled(kept is not None)

    # ---- the workbook kept -------------------------------------------------------------------------------

    def _ask_template(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self._page, self.tr("Choose your own workbook"), "", self.tr("Excel (*.xlsx)")
        )
        if name:
            self.keep(Path(name))

    def keep(self, file: Path) -> None:
        """Keep a copy of the workbook for this report."""
        report = self._name

        def kept(lost: tuple[Label, ...]) -> None:
            said = self.tr("“{file}” is filled for this report from now on.").format(file=file.stem)
            if lost:
                parts = "、".join(str(part) for part in lost)
                said += "\n" + self.tr("Filled files will be without: {parts}.").format(parts=parts)
            self._choice.say("amber" if lost else "green", said)

        self._session.jobs.read(
            lambda _: templatekept.keep(report, file), done=kept, failed=self._choice.refuse, owner=self
        )

    def forget(self) -> None:
        """Write the report as its own again."""
        report = self._name
        self._session.jobs.read(
            lambda _: templatekept.remove(report),
            done=self._forgotten,
            failed=self._choice.refuse,
            owner=self,
        )

    def _forgotten(self, _: object) -> None:
        self._choice.say("green", self.tr("The workbook is no longer used for this report."))

    # ---- files -------------------------------------------------------------------------------------------

    def _ask_target(self) -> None:
        request, report = self._choice.request(), self._choice.report
        kept = templatekept.of(self._name) if self._name else None
        if request is None or report is None or kept is None:
            return
        period = request.period.official if request.period is not None else ""
        target = self._where(self.tr("Save the filled workbook"), f"{kept.stem}{period}.xlsx")
        if target is not None:
            self.fill(target)

    def fill(self, target: Path) -> None:
        """Fill the workbook kept with what is asked for, on the reader thread."""
        request, desk, report = self._choice.request(), self._session.desk, self._name
        kept = templatekept.of(report) if report else None
        if request is None or kept is None:
            return

        def filled(made: Filled) -> None:
            self._noted(report, request)
            self._session.said.emit(self.tr("Saved {file}").format(file=made.path.name), False)
            if made.sentences():
                self._choice.say("amber", "\n".join(made.sentences()))

        self._session.jobs.read(
            lambda progress: templates.fill(desk, report, request, kept, target, progress),
            done=filled,
            failed=self._choice.refuse,
            owner=self,
            text=self.tr("Writing {file}").format(file=target.name),
        )

    def _noted(self, report: str, request: ReportRequest) -> None:
        """It went out: nobody is reminded of it any more."""
        desk = self._session.desk
        self._session.jobs.run(lambda _: due.note_made(desk, report, request))

    def _ask_example(self) -> None:
        report = self._choice.report
        if report is None or self._choice.request() is None:
            return
        target = self._where(self.tr("Save the example"), f"{report.title.zh}模板.xlsx")
        if target is not None:
            self.save_example(target)

    def save_example(self, target: Path) -> None:
        """Write the workbook that names all there is."""
        request, desk, report = self._choice.request(), self._session.desk, self._name
        if request is None or not report:
            return

        def saved(_: object) -> None:
            self._session.said.emit(self.tr("Saved {file}").format(file=target.name), False)

        self._session.jobs.read(
            lambda _: templateexample.write(desk, report, request, target),
            done=saved,
            failed=self._choice.refuse,
            owner=self,
            text=self.tr("Writing {file}").format(file=target.name),
        )

    def _where(self, title: str, proposed: str) -> Path | None:
        name, _ = QFileDialog.getSaveFileName(self._page, title, proposed, self.tr("Excel (*.xlsx)"))
        if not name:
            return None
        target = Path(name)
        return target if target.suffix.lower() == ".xlsx" else target.with_name(f"{target.name}.xlsx")
