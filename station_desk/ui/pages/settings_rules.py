"""The rules in force: every term with its source and whether it is confirmed; a change is a new version."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from station_desk.casework import rules
from station_desk.casework.context import Changed
from station_desk.domain.deadlines import ClockRule, Unit
from station_desk.domain.profile import LONGEST, RuleProfile
from station_desk.errors import UserError, ValidationError
from station_desk.i18n import Label
from station_desk.ui import look
from station_desk.ui.paging import Column, ListModel, Rows
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.fields import ErrorBook, Field
from station_desk.ui.widgets.notice import Notice
from station_desk.ui.widgets.side_panel import hairline
from station_desk.ui.widgets.table import Table

_UNITS = {
    Unit.WORKING_DAYS: Label("{n} working days", "{n} 个工作日"),
    Unit.DAYS: Label("{n} days", "{n} 日"),
    Unit.MONTHS: Label("{n} months", "{n} 个月"),
}


def term_words(rule: ClockRule) -> str:
    """15 个工作日, 3 个月."""
    return str(_UNITS[rule.unit]).format(n=rule.n)


class RulesSection(QWidget):
    """The clocks of the profile as a table; a row opens beneath it for editing."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._profile: RuleProfile | None = None
        self._rule: ClockRule | None = None
        self.title = QLabel(self)
        self.title.setProperty("role", "section")
        self.facts = QLabel(self)
        self.facts.setProperty("role", "second")
        self.facts.setWordWrap(True)
        self.table = Table(self)
        self.table.setAccessibleName(self.tr("Terms"))
        rows: Rows[ClockRule] = Rows(
            [
                Column(self.tr("Term"), lambda rule: str(rule.label)),
                Column(self.tr("Length"), term_words),
                Column(
                    self.tr("Confirmed"),
                    lambda rule: self.tr("yes") if rule.confirmed else self.tr("not yet"),
                    tone=lambda rule: "green" if rule.confirmed else "amber",
                    icon=lambda rule: "circle-check" if rule.confirmed else "clock",
                ),
                Column(self.tr("Source"), lambda rule: rule.source, tip=lambda rule: rule.source),
            ],
            key=lambda rule: rule.key,
            spoken=lambda rule: f"{rule.label}，{term_words(rule)}，{rule.source}",
        )
        self.model: ListModel[ClockRule] = ListModel(rows, self.table)
        self.table.setModel(self.model)
        self.table.clicked.connect(self._clicked)
        self.table.opened.connect(self._clicked)
        self._make_editor()
        self._lines = QVBoxLayout(self)
        for part in (self.title, self.facts):
            self._lines.addWidget(part)
        self._lines.addWidget(self.table, 1)
        self._lines.addWidget(self.editor)
        look.follow(self._relay)

    def _make_editor(self) -> None:
        self.editor = QWidget(self)
        self.name = QLabel(self.editor)
        self.name.setProperty("role", "section")
        self.length = QSpinBox(self.editor)
        self.source = QLineEdit(self.editor)
        self.source.setMaxLength(300)
        self.confirmed = QCheckBox(self.tr("Confirmed with the congress"), self.editor)
        self.notice = Notice(self.editor, "red")
        self.notice.hide()
        self.length_field = Field(self.editor, self.tr("Length"), self.length)
        self.source_field = Field(self.editor, self.tr("Where it is written"), self.source)
        self.book = ErrorBook()
        self.book.add("n", self.length, self.length_field)
        self.book.add("source", self.source, self.source_field)
        self.save_button = Button(self.editor, self.tr("Save as a new version"), "primary")
        self.save_button.clicked.connect(self.save)
        self.close_button = Button(self.editor, self.tr("Close"))
        self.close_button.clicked.connect(self._close)
        note = QLabel(self.tr("Matters already begun keep their version."), self.editor)
        note.setProperty("role", "second")
        self._grid = QGridLayout(self.editor)
        self._grid.addWidget(hairline(self.editor), 0, 0, 1, 3)
        self._grid.addWidget(self.name, 1, 0, 1, 3)
        self._grid.addWidget(self.length_field, 2, 0)
        self._grid.addWidget(self.source_field, 2, 1)
        self._grid.addWidget(self.confirmed, 2, 2, Qt.AlignmentFlag.AlignBottom)
        self._grid.addWidget(self.notice, 3, 0, 1, 3)
        self._buttons = buttons = QHBoxLayout()
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.close_button)
        buttons.addWidget(note)
        buttons.addStretch(1)
        self._grid.addLayout(buttons, 4, 0, 1, 3)
        self._grid.setColumnStretch(1, 1)
        self.editor.hide()

    def _relay(self) -> None:
        theme = look.current()
        self._lines.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(12))
        self._lines.setSpacing(theme.px(8))
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(12))
        self._buttons.setSpacing(theme.px(8))
        self._grid.setVerticalSpacing(theme.px(8))
        self.length_field.setFixedWidth(theme.px(140))
        self.table.set_widths(220, 120, 120, 0)

    def arrive(self) -> None:
        """Read the profile in force again."""
        self._session.read(self._session.desk.profile, self._show, owner=self)

    def _show(self, profile: RuleProfile) -> None:
        self._profile = profile
        self.title.setText(
            self.tr("{name} (version {version})").format(name=profile.name, version=profile.version)
        )
        waiting = sum(not rule.confirmed for rule in profile.clocks.values())
        known = sorted(profile.calendar.years)
        years = f"{known[0]}–{known[-1]}" if known else "—"
        self.facts.setText(
            self.tr(
                "{count} terms, {waiting} to be confirmed with your congress. Reply classes: {scheme}. "
                "Visitors' verdict: {visitor}. Deputies' verdict: {deputy}. Holidays known for {years}."
            ).format(
                count=len(profile.clocks),
                waiting=waiting,
                scheme=profile.class_schemes[profile.class_scheme].label,
                visitor=profile.scales[profile.visitor_scale].label,
                deputy=profile.scales[profile.deputy_scale].label,
                years=years,
            )
        )
        self.model.set_rows(list(profile.clocks.values()))

    def _clicked(self, index: QModelIndex) -> None:
        rule = self.model.row_at(index)
        if rule is None:
            return
        self._rule = rule
        self.name.setText(str(rule.label))
        self.length.setRange(0, LONGEST[rule.unit])
        self.length.setValue(rule.n)
        self.length.setSuffix(str(_UNITS[rule.unit]).format(n=""))
        self.source.setText(rule.source)
        self.confirmed.setChecked(rule.confirmed)
        self.book.clear()
        self.notice.hide()
        self.editor.show()
        self.length.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        self.editor.hide()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Keep the change as a new version of the rules."""
        if self._rule is None:
            return
        edit = rules.ClockEdit(
            self._rule.key, self.length.value(), self.source.text(), self.confirmed.isChecked()
        )
        desk, actor, today = self._session.desk, self._session.actor, self._session.today()
        self.book.clear()
        self.notice.hide()
        self._session.write(
            lambda: rules.change_clock(desk, actor, edit, today),
            done=self._saved,
            failed=self._refused,
            owner=self,
            text=self.tr("Saving"),
        )

    def _saved(self, result: tuple[RuleProfile, Changed]) -> None:
        words = self.tr("Saved as version {version}").format(version=result[0].version)
        self._session.said.emit(words, True)
        self.editor.hide()
        self.arrive()

    def _refused(self, error: UserError) -> None:
        homeless = self.book.show(error.problems) if isinstance(error, ValidationError) else str(error)
        self.notice.show_words(text=homeless)
        self.notice.setVisible(bool(homeless))
