"""What is asked of a report, filled in beside its preview: period, scope, record, masking."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from station_desk.casework import browse, dossier_offers, reveal
from station_desk.casework.browse import MatterFilter, MatterRow, Office
from station_desk.casework.statistics import Period
from station_desk.domain.declare import RecordId
from station_desk.domain.vocabulary import LEVELS
from station_desk.errors import UserError
from station_desk.reports.catalogue import Kind, Report
from station_desk.reports.request import ReportRequest
from station_desk.ui.forms.ui_reports import Ui_Reports
from station_desk.ui.pages import reports_kept
from station_desk.ui.pages.reports_kept import Asked
from station_desk.ui.pages.reports_span import SpanChoice
from station_desk.ui.scaling import FormScaler
from station_desk.ui.session import Session
from station_desk.ui.widgets.picks import Deliver, Pick
from station_desk.ui.words import joined

_SETTLE_MS = 250
_Asked = tuple[str, RecordId | None, str, str, MatterFilter | None]


class ReportChoice(QWidget):
    """`show_report(report)`, `request()`, `say(kind, text)`; signals `changed()` a moment after the last
    change, `starred()` after the star was clicked. What a person chooses is remembered by report."""

    changed = Signal()
    starred = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._report: Report | None = None
        self._record: RecordId | None = None
        self._ours = 0
        self._filter: MatterFilter | None = None
        self.ui = Ui_Reports()
        self.ui.setupUi(self)
        FormScaler(self)
        self.ui.notice.hide()
        self.ui.facts.hide()
        self.ui.summary.hide()
        self.ui.masked.setChecked(True)
        self.ui.why_part.hide()
        self._granted: _Asked | None = None
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self.changed)
        self._span = SpanChoice(session, self.ui, self)
        self._span.chosen.connect(self._chosen)
        self.ui.scope.activated.connect(self._chosen)
        self.ui.deputy.activated.connect(self._chosen)
        self.ui.star.clicked.connect(self._starred)
        self.ui.masked.clicked.connect(self._masked_clicked)
        self.ui.why.returnPressed.connect(self._unmask)
        self.ui.show_full.clicked.connect(self._unmask)
        self.ui.number.least = 0  # an arrow down lists what can be printed
        self.ui.number.lookup = self._look_up
        self.ui.number.picked.connect(self._picked)
        self.ui.number.submitted.connect(self._submitted)

    @property
    def report(self) -> Report | None:
        """The report asked for."""
        return self._report

    def say(self, kind: str, text: str) -> None:
        """Say something above the buttons: red, amber or green."""
        self.ui.notice.set_kind(kind)
        self.ui.notice.set_icon("circle-alert" if kind == "amber" else "")
        self.ui.notice.show_words(text=text)
        self.ui.notice.show()

    def refuse(self, error: Exception) -> None:
        """Say why something was not done."""
        self.say("red", str(error))

    def _starred(self, on: bool) -> None:
        if self._report is not None:
            reports_kept.star(self._session, self._report.name, on)
            self.starred.emit()

    def _chosen(self) -> None:
        """The person chose something: it is what the report opens with next time."""
        report, ui = self._report, self.ui
        if report is not None:
            kept = replace(
                self._span.asked(),
                scope=str(ui.scope.currentData() or "") if report.scoped else "",
                deputy=str(ui.deputy.currentData() or "") if report.record == "deputy" else "",
            )
            reports_kept.keep(self._session, report.name, kept)
        self._touched()

    def _touched(self) -> None:
        if self._granted is not None and self.masked():
            self.hide_details()
        self._settle.start()

    # ---- filling ---------------------------------------------------------------------------------------

    def show_office(self, office: Office, ours: int) -> None:
        """The stations and deputies to choose from; what was chosen stays chosen. `ours`: the stations whose
        matters are here, each of which may be given a file."""
        self._ours = ours
        ui = self.ui
        kept = Asked(scope=str(ui.scope.currentData() or ""), deputy=str(ui.deputy.currentData() or ""))
        if not ui.scope.count() and self._report is not None:
            kept = reports_kept.asked(self._session, self._report.name)
        ui.scope.clear()
        ui.scope.addItem(self.tr("All of this desk"), "")
        for _, station in office.stations:
            ui.scope.addItem(station.name or station.code or "", station.code or "")
        ui.deputy.clear()
        for key, person in office.deputies:
            ui.deputy.addItem(joined((person.name or "", LEVELS.label(person.level))), key.hex())
        self._show_kept(kept)
        ui.scope_part.setVisible(self._scoped())
        self._show_each()

    def _scoped(self) -> bool:
        return self._report is not None and self._report.scoped and self.ui.scope.count() > 2

    def _show_each(self) -> None:
        self.ui.each.setVisible(self._report is not None and self._report.per_station and self._ours > 1)

    def _show_kept(self, kept: Asked) -> None:
        self.ui.scope.setCurrentIndex(max(0, self.ui.scope.findData(kept.scope)))
        self.ui.deputy.setCurrentIndex(max(0, self.ui.deputy.findData(kept.deputy)))

    def show_report(self, report: Report) -> None:
        """Ask for what this report needs, and for nothing else; as it was asked last, else as it opens."""
        self.ui.number_error.say("")
        self._report = report
        self._filter = None
        self._settle.stop()
        ui = self.ui
        self.hide_details()
        form = report.kind is Kind.FORM
        ui.title.setText(str(report.title))
        ui.star.setChecked(report.name in reports_kept.favourites(self._session))
        ui.about.setText(str(report.hint))
        ui.number_part.setVisible(form and report.record != "deputy")
        ui.deputy_part.setVisible(report.record == "deputy")
        ui.scope_part.setVisible(self._scoped())
        self._show_each()
        ui.masked.setVisible(report.maskable)
        ui.excel.setVisible("xlsx" in report.formats)
        ui.word.setVisible("docx" in report.formats)
        ui.own.setVisible(report.kind is Kind.TABLE)
        kept = reports_kept.asked(self._session, report.name)
        self._show_kept(kept)
        self._span.show_report(report, kept)

    def set_period(self, unit: str, first: str = "") -> None:
        """Choose month, quarter, year, days or all, and the one that begins with month `first`."""
        self._span.set_period(unit, first)
        self._touched()

    def set_span(self, wanted: Period) -> None:
        """Choose exactly this period."""
        self._span.set_span(wanted)
        self._touched()

    def settle(self) -> None:
        """Nothing more will be chosen now: `changed` at once, not in a moment."""
        self._settle.stop()
        self.changed.emit()

    def narrow(self, wanted: MatterFilter | None) -> None:
        """A filter another page had in force; it holds until another report is chosen."""
        self._filter = wanted
        self._touched()

    # ---- personal details in full ------------------------------------------------------------------------

    def _asked(self) -> _Asked:
        """What the details are asked for: another list or record is another asking."""
        report = self._report
        return (
            report.name if report is not None else "",
            self._record,
            str(self.ui.deputy.currentData() or ""),
            str(self.ui.scope.currentData() or ""),
            self._filter,
        )

    def masked(self) -> bool:
        """Whether names and numbers are hidden: always, until somebody said why they are needed in full."""
        return self._report is None or not self._report.maskable or self._granted != self._asked()

    def hide_details(self) -> None:
        """Hide names and numbers."""
        self._granted = None
        self.ui.masked.setChecked(True)
        self._show_why()

    def _show_why(self) -> None:
        asks = not self.ui.masked.isChecked() and self.masked()
        self.ui.why_part.setVisible(asks)
        self.ui.why_error.say("")
        if asks:
            self.ui.why.clear()
            self.ui.why.setFocus()

    def _masked_clicked(self, masked: bool) -> None:
        if masked:
            was, self._granted = self.masked(), None
            self._show_why()
            if not was:
                self._touched()
        else:
            self._show_why()

    def _unmask(self) -> None:
        """Write down who wants the list or form in full and why, then show it so."""
        report, why = self._report, self.ui.why.text().strip()
        if report is None:
            return
        if not why:
            self.ui.why_error.say(self.tr("Say what they are needed for."))
            self.ui.why.setFocus()
            return
        desk, actor, asked = self._session.desk, self._session.actor, self._asked()
        about = f"{report.title.zh} {self.ui.number.text().strip()}" if report.record else report.title.zh

        def written(_: object) -> None:
            self._granted = asked
            self._show_why()
            self._touched()

        self._session.jobs.run(
            lambda _: reveal.listed(desk, actor, about.strip(), why),
            done=written,
            failed=lambda error: self.ui.why_error.say(str(error)),
            owner=self,
        )

    # ---- the record of a form ----------------------------------------------------------------------------

    def _look_up(self, text: str, deliver: Deliver) -> None:
        report, desk = self._report, self._session.desk
        paper = report.paper if report is not None else None
        if paper is None:
            return

        def shown(rows: list[MatterRow]) -> None:
            deliver([Pick(row.title, row.official_number or row.number, row.id.hex()) for row in rows])
            self.ui.number_error.say("" if rows else self._none_here(text))

        self._session.read(lambda: dossier_offers.offered(desk, paper, text), shown, owner=self)

    def _none_here(self, text: str) -> str:
        title = self._report.title if self._report is not None else ""
        if text:
            return self.tr("Nothing found by “{text}” has a “{form}” to print.").format(text=text, form=title)
        return self.tr("No matter here has a “{form}” to print yet.").format(form=title)

    def say_of_record(self, text: str) -> None:
        """Say beside the number why the record chosen has nothing to print."""
        self.ui.number_error.say(text)

    def _picked(self, pick: object) -> None:
        if isinstance(pick, Pick):
            self.set_record(RecordId(bytes.fromhex(pick.key)), pick.second)

    def set_record(self, record: RecordId, number: str) -> None:
        """What the form is about."""
        self._record = record
        self.ui.number.close_picks()
        self.ui.number.setText(number)
        self.ui.number_error.say("")
        self._touched()

    def _submitted(self, text: str) -> None:
        desk = self._session.desk

        def found(record: RecordId | None) -> None:
            if record is None:
                self.ui.number_error.say(self.tr("There is no matter of this number."))
            else:
                self.set_record(record, text)

        def failed(error: UserError) -> None:
            self.ui.number_error.say(str(error))

        if text.strip():
            self._session.read(lambda: browse.find(desk, text.strip()), found, owner=self, failed=failed)

    # ---- the asking ----------------------------------------------------------------------------------------

    def period(self) -> Period | None:
        """The period chosen; None for all. UserError where the days are not understood."""
        return self._span.period()

    def request(self) -> ReportRequest | None:
        """What is asked for, or None while a record is still to be named."""
        report = self._report
        if report is None:
            return None
        record: RecordId | None = None
        if report.record == "deputy":
            chosen = self.ui.deputy.currentData()
            record = RecordId(bytes.fromhex(chosen)) if chosen else None
        elif report.kind is Kind.FORM:
            record = self._record
        if report.record and record is None:
            return None
        self.ui.period_error.say("")
        try:
            period = self.period()
        except UserError as error:
            self.ui.period_error.say(str(error))
            return None
        return ReportRequest(
            period=period,
            scope=str(self.ui.scope.currentData() or "") if report.scoped else "",
            record=record,
            filter=self._filter if report.filtered else None,
            masked=self.masked(),
            made_by=self._session.actor.name,
            made_at=datetime.combine(self._session.today(), datetime.now().time()),
        )
