"""The line on Today that says a report is due, with the button that opens it for its period."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from station_desk.reports import due
from station_desk.reports.due import DueReport
from station_desk.reports.periods import Unit
from station_desk.ui import look, words
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.notice import Notice
from station_desk.ui.widgets.page import Page


class DueLine(QWidget):
    """Stands under the head of `page`; `read()` looks again, and hides it where nothing is due."""

    def __init__(self, session: Session, page: Page) -> None:
        super().__init__()
        self._session = session
        self._found: tuple[DueReport, ...] = ()
        self.notice = Notice(self, kind="amber")
        self.notice.set_icon("calendar-clock")
        self.notice.linkActivated.connect(self.open)
        self.waive_button = Button(kind="icon", icon="x")
        self.waive_button.set_small(True)
        self.waive_button.setToolTip(self.tr("Not asked for this time"))
        self.waive_button.setAccessibleName(self.waive_button.toolTip())
        self.waive_button.clicked.connect(self.waive)
        self.notice.add_button(self.waive_button)
        self._lines = QVBoxLayout(self)
        self._lines.addWidget(self.notice)
        self._below = page.add_top(self)
        self._show(())
        look.follow(self._relay)

    def _relay(self) -> None:
        theme = look.current()
        self._lines.setContentsMargins(theme.px(24), theme.px(8), theme.px(16), theme.px(8))

    def read(self) -> None:
        """What is due for whoever is at work now."""
        desk, role, today = self._session.desk, self._session.actor.role, self._session.today()
        self._session.read(lambda: due.waiting(desk, role, today), self._show, owner=self)

    def _show(self, found: tuple[DueReport, ...]) -> None:
        self._found = found
        for part in (self, self._below):
            part.setVisible(bool(found))
        if not found:
            return
        first, today = found[0], self._session.today()
        text = self.tr("due today")
        if first.day < today:
            text = self.tr("was due on {day}").format(day=words.day_words(first.day, today))
        if len(found) > 1:
            text = self.tr("{text}, and {n} more").format(text=text, n=len(found) - 1)
        self.notice.show_words(self._title(first), text, link=self.tr("Open the report"))

    def _title(self, one: DueReport) -> str:
        template = {
            Unit.MONTH: self.tr("Station report for {year}-{month:02}"),
            Unit.QUARTER: self.tr("Station report for {year} quarter {n}"),
            Unit.YEAR: self.tr("Station report for {year}"),
        }[one.unit]
        first = one.period.first
        return template.format(year=first.year, month=first.month, n=(first.month + 2) // 3)

    def open(self) -> None:
        """The report due first, for its period."""
        if self._found:
            self._session.wanted.emit("reports", (self._found[0].report.name, self._found[0].period))

    def waive(self) -> None:
        """The report due first is not asked for: say no more of it."""
        desk, found = self._session.desk, self._found
        if found:
            self._session.jobs.run(
                lambda _: due.waive(desk, found[0]), done=lambda _: self.read(), owner=self
            )
