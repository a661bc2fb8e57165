"""Whose files are believed: the fingerprint to read out, introductions to accept, desks to strike off."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from station_desk.exchange import enrolment
from station_desk.exchange.enrolment import Known
from station_desk.ui import look
from station_desk.ui.pages.exchange_introduced import IntroducedDesk
from station_desk.ui.pages.exchange_own import OwnDesk
from station_desk.ui.pages.exchange_strike import StrikeOff
from station_desk.ui.paging import Column, ListModel, Rows
from station_desk.ui.session import Session
from station_desk.ui.widgets.notice import Notice
from station_desk.ui.widgets.side_panel import Section, hairline
from station_desk.ui.widgets.table import Table

_ROWS = 8


class TrustPanel(QScrollArea):
    """`show_trust()`; `introduce(path)` shows what a `.lzk` file says, to be accepted or refused.

    Signal `accepted(fingerprint)`: files of that desk that wait can be taken in now.
    """

    accepted = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._known: list[Known] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = QWidget()
        self.title = QLabel(self.tr("Keys and trust"), body)
        self.title.setProperty("role", "section")
        self.notice = Notice(body)
        self.notice.hide()
        self.introduced = IntroducedDesk(session, body)
        self.introduced.told.connect(self._tell)
        self.introduced.accepted.connect(self._accepted)
        self.introduced.shown.connect(self._to_the_introduction)
        self.own = OwnDesk(session, body)
        self.own.told.connect(self._tell)
        self.believed = Section(body, self.tr("Desks that are believed here"))
        self.table = self._build_table(body)
        self.strike = StrikeOff(session, body)
        self.strike.struck.connect(self._struck)
        self.strike.asked.connect(self._to_the_end, Qt.ConnectionType.QueuedConnection)  # once it is laid out
        self._lines = QVBoxLayout(body)
        for part in (self.title, self.notice, self.introduced, self.own, hairline(body), self.believed):
            self._lines.addWidget(part)
        self._lines.addWidget(self.table)
        self._lines.addWidget(self.strike)
        self._lines.addStretch(1)
        self.setWidget(body)
        look.follow(self._relay)

    def _build_table(self, body: QWidget) -> Table:
        table = Table(body)
        table.set_plain()
        table.setAccessibleName(self.tr("Desks that are believed here"))
        rows: Rows[Known] = Rows(
            [
                Column(self.tr("Office"), lambda one: f"{one.name} {one.site}"),
                Column(self.tr("Fingerprint begins"), lambda one: one.fingerprint[:9]),
                Column(self.tr("Vouched for by"), self._by),
                Column(self.tr("State"), self._state, tone=lambda one: "" if one.until is None else "red"),
            ],
            key=lambda one: one.replica,
            spoken=lambda one: f"{one.name}，{one.fingerprint}，{self._by(one)}，{self._state(one)}",
        )
        self.model: ListModel[Known] = ListModel(rows, table)
        table.setModel(self.model)
        table.selectionModel().currentRowChanged.connect(self._mark_row)
        return table

    def _relay(self) -> None:
        theme = look.current()
        self._lines.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16))
        self._lines.setSpacing(theme.px(12))
        self.table.set_widths(0, 150, 150, 190)
        self._fit_table()

    def _fit_table(self) -> None:
        """As high as its rows up to some; a city has hundreds, which scroll in it."""
        theme = look.current()
        rows = min(max(len(self._known), 1), _ROWS)
        self.table.setFixedHeight(theme.px(28) + theme.px(34) * rows + 1)

    def _to_the_introduction(self) -> None:
        self.ensureWidgetVisible(self.introduced)

    def _to_the_end(self) -> None:
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    # ---- showing ---------------------------------------------------------------------------------------

    def show_trust(self) -> None:
        """Read again whom this desk believes."""
        desk = self._session.desk
        self.own.show_own()
        self._session.read(lambda: enrolment.known(desk), self._show, owner=self)

    def _show(self, known: list[Known]) -> None:
        kept = self.model.row_at(self.table.currentIndex())
        self._known = known
        self.model.set_rows(known)
        self._fit_table()
        self.table.setVisible(bool(known))
        self.believed.clear()
        if not known:
            self.believed.add_line(
                self.tr("None yet. Open the introduction of another office, or import its first package.")
            )
        if kept is not None:
            row = next((n for n, one in enumerate(known) if one.replica == kept.replica), -1)
            if row >= 0:
                self.table.setCurrentIndex(self.model.index(row, 0))
        self._mark_row(self.table.currentIndex())

    def _by(self, one: Known) -> str:
        if one.by == self._session.desk.identity.site:
            return self.tr("this desk")
        return next((other.name for other in self._known if other.site == one.by), one.by or "—")

    def _state(self, one: Known) -> str:
        if one.until is not None:
            return self.tr("struck off, valid to entry {until}").format(until=one.until)
        return self.tr("valid, entry {last} is here").format(last=one.last) if one.last else self.tr("valid")

    def _mark_row(self, index: QModelIndex) -> None:
        self.strike.show_desk(self.model.row_at(index))

    # ---- what came of it -------------------------------------------------------------------------------

    def introduce(self, path: Path) -> None:
        """Show what an introduction says; nothing is believed until somebody accepts it."""
        self.introduced.introduce(path)

    def _accepted(self, mark: str) -> None:
        self.show_trust()
        self.accepted.emit(mark)

    def _struck(self, one: Known) -> None:
        self._tell("green", self.tr("{name}: the desk is struck off.").format(name=one.name))
        self.show_trust()

    def _tell(self, kind: str, text: str) -> None:
        self.notice.setVisible(bool(text))
        if text:
            self.notice.set_kind(kind)
            self.notice.show_words(reason=text)
            self.ensureWidgetVisible(self.notice)
