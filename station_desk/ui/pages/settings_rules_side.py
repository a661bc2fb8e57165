"""The panel beside the rules' lists: the form of one item, or what a version changed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from station_desk.casework import rules_items
from station_desk.casework.rules import Difference
from station_desk.casework.rules_items import OPEN_GROUPS, Item, Ref
from station_desk.ui import look
from station_desk.ui.pages.settings_rules_draft import RulesDraft
from station_desk.ui.pages.settings_rules_form import DifferenceList, RuleForm
from station_desk.ui.pages.settings_rules_rows import TABS, row_of
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.page import scrolled
from station_desk.ui.widgets.side_panel import hairline


class RulesSide(QWidget):
    """`show_item(draft, item)`, `show_differences(...)`; signals `edited(ref, values)` as typed, `closed()`,
    `putBack()`, `takenOut()`, `fileWanted()`."""

    edited = Signal(object, object)
    closed = Signal()
    putBack = Signal()
    takenOut = Signal()
    fileWanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ref: Ref | None = None
        self.name = QLabel()
        self.name.setProperty("role", "section")
        self.used = QLabel()
        self.was = QLabel()
        for label in (self.used, self.was):
            label.setProperty("role", "second")
        for label in (self.name, self.used, self.was):
            label.setWordWrap(True)
        self.forms = {group: RuleForm(group) for groups in TABS.values() for group in groups}
        self._stack = QStackedWidget()
        for form in self.forms.values():
            form.edited.connect(self._edited)
            self._stack.addWidget(form)
        self.differences = DifferenceList()
        self._stack.addWidget(self.differences)
        inside = QWidget()
        self._inside = QVBoxLayout(inside)
        for part in (self.name, self.used, self.was, self._stack):
            self._inside.addWidget(part)
        self._inside.addStretch(1)
        self.close_button = Button(text=self.tr("Close"))
        self.close_button.clicked.connect(self.closed)
        self.file_button = Button(text=self.tr("Save as a file"), icon="file-down")
        self.file_button.clicked.connect(self.fileWanted)
        self.back_button = Button(text=self.tr("Put back"), kind="word")
        self.back_button.clicked.connect(self.putBack)
        self.out_button = Button(text=self.tr("Take out"), kind="word")
        self.out_button.clicked.connect(self.takenOut)
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self.close_button)
        self._buttons.addWidget(self.file_button)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.back_button)
        self._buttons.addWidget(self.out_button)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(scrolled(inside), 1)
        lines.addWidget(hairline())
        lines.addLayout(self._buttons)
        look.follow(self._relay)

    def _relay(self) -> None:
        theme = look.current()
        self._inside.setContentsMargins(theme.px(20), theme.px(12), theme.px(20), theme.px(12))
        self._inside.setSpacing(theme.px(10))
        self._buttons.setContentsMargins(theme.px(20), theme.px(8), theme.px(12), theme.px(8))
        self._buttons.setSpacing(theme.px(8))

    def _edited(self) -> None:
        if self._ref is not None:
            self.edited.emit(self._ref, self.forms[self._ref[0]].values())

    def show_item(self, draft: RulesDraft, item: Item) -> None:
        """The form of an item, its mistakes beside its fields."""
        self._ref = item.ref
        form = self.forms[item.ref[0]]
        form.show_item(draft.base, item, fixed=draft.fixed or draft.is_out(item.ref))
        form.say(draft.wrong)
        self._turn(form)
        self.tell(draft, item)

    def tell(self, draft: RulesDraft, item: Item) -> None:
        """What stands above the form, and what may be done; the form itself is left alone."""
        old, edited = draft.items.get(item.ref), item.ref in draft.edits
        used = rules_items.used_words(item.ref[1]) if item.ref[0] == "clocks" else ""
        self.name.setText(row_of(draft.base, item, "", False).name)
        self.used.setText(self.tr("Used by: {tracks}").format(tracks=used))
        self.used.setVisible(bool(used))
        self.was.setVisible(edited and old is not None)
        if old is not None:
            value = row_of(draft.base, old, "", False).value
            self.was.setText(self.tr("Before: {value}").format(value=value))
        self.back_button.setVisible(edited and not draft.fixed)
        self.back_button.setText(self.tr("Put back") if old is not None else self.tr("Drop"))
        may_go = old is not None and item.ref[0] in OPEN_GROUPS and not draft.is_out(item.ref)
        self.out_button.setVisible(may_go and not draft.fixed)
        self.file_button.hide()

    def show_differences(
        self, version: str, before: str, found: Sequence[Difference], *, saved: bool
    ) -> None:
        """What a version changed in the one before it."""
        self._ref = None
        self.name.setText(version)
        self.used.setText(self.tr("Beside {version}").format(version=before))
        self.used.setVisible(bool(before))
        self.differences.show_differences(found, self.tr("Nothing before it to compare with."))
        for part in (self.was, self.back_button, self.out_button):
            part.hide()
        self.file_button.setVisible(saved)
        self._turn(self.differences)

    def _turn(self, part: QWidget) -> None:
        """A stack is as high as its highest page; only the one shown is to count."""
        for place in range(self._stack.count()):
            other = self._stack.widget(place)
            policy = other.sizePolicy()
            kind = policy.Policy.Preferred if other is part else policy.Policy.Ignored
            other.setSizePolicy(policy.Policy.Preferred, kind)
        self._stack.setCurrentWidget(part)
