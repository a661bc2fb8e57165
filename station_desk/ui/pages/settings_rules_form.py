"""The form of one item of the rules, made from its declared fields; and what two versions differ in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from station_desk.casework.rules import Difference
from station_desk.casework.rules_items import FIELDS, Entry, Item, ItemField, Values, choices, place_of
from station_desk.domain.profile import RuleProfile
from station_desk.errors import Problem
from station_desk.ui import look
from station_desk.ui.widgets.fields import ErrorBook, Field
from station_desk.ui.widgets.side_panel import Section
from station_desk.ui.widgets.words_box import WordsBox

_LONG = {Entry.LONG: 4, Entry.WORDS: 3, Entry.LINES: 9}


class _Calm(QObject):
    """Keeps a wheel that scrolls the form from changing a choice it passes over."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QWheelEvent) and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return False


class RuleForm(QWidget):
    """`show_item(profile, item, fixed)`, `values()`, `say(problems)`; signal `edited()` as one types."""

    edited = Signal()

    def __init__(self, group: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = group
        self._book = ErrorBook()
        self._item: Item | None = None
        self._calm = _Calm(self)
        self._filling = False
        self.editors: dict[str, QWidget] = {}
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        for field in FIELDS[group]:
            editor = self._editor(field)
            self.editors[field.name] = editor
            if isinstance(editor, QCheckBox):
                self._lines.addWidget(editor)
                continue
            line = Field(self, str(field.label), editor)
            if field.hint is not None:
                line.set_aside(str(field.hint))
            self._book.add(field.name, editor, line)
            self._lines.addWidget(line)
        self._lines.addStretch(1)
        look.follow(self._relay)

    def _relay(self) -> None:
        self._lines.setSpacing(look.current().px(10))

    def _editor(self, field: ItemField) -> QWidget:
        if field.entry is Entry.FLAG:
            box = QCheckBox(str(field.label), self)
            box.clicked.connect(self._typed)
            return box
        if field.entry is Entry.CHOICE:
            combo = QComboBox(self)
            combo.installEventFilter(self._calm)
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.activated.connect(self._typed)
            return combo
        if field.entry in _LONG:
            words = WordsBox(self)
            words.set_lines(_LONG[field.entry])
            words.textChanged.connect(self._typed)
            return words
        line = QLineEdit(self)
        line.setMaxLength(5 if field.entry is Entry.NUMBER else 300)
        line.textEdited.connect(self._typed)
        return line

    def _typed(self, *_: object) -> None:
        if not self._filling:
            self.edited.emit()

    def show_item(self, profile: RuleProfile, item: Item, *, fixed: bool) -> None:
        """Fill the form; emits nothing. `fixed`: to be read only."""
        self._item, self._filling = item, True
        self._book.clear()
        for name, editor in self.editors.items():
            value = item.values.get(name, "")
            if isinstance(editor, QCheckBox):
                editor.setChecked(value == "1")
                editor.setEnabled(not fixed)
            elif isinstance(editor, QComboBox):
                editor.clear()
                for code, word in choices(profile, item.ref, name):
                    editor.addItem(word, code)
                editor.setCurrentIndex(editor.findData(value))
                editor.setEnabled(not fixed)
            elif isinstance(editor, QPlainTextEdit):
                editor.setPlainText(value)
                editor.setReadOnly(fixed)
            elif isinstance(editor, QLineEdit):
                editor.setText(value)
                editor.setCursorPosition(0)
                editor.setReadOnly(fixed)
        self._filling = False

    def values(self) -> Values:
        """The fields as typed."""
        out: dict[str, str] = dict(self._item.values) if self._item is not None else {}
        for name, editor in self.editors.items():
            if isinstance(editor, QCheckBox):
                out[name] = "1" if editor.isChecked() else ""
            elif isinstance(editor, QComboBox):
                out[name] = str(editor.currentData() or "")
            elif isinstance(editor, QPlainTextEdit):
                out[name] = editor.toPlainText()
            elif isinstance(editor, QLineEdit):
                out[name] = editor.text()
        return out

    def say(self, problems: Iterable[Problem]) -> str:
        """Show this item's mistakes beside their fields; returns the words of those without one here."""
        if self._item is None:
            return ""
        mine: list[Problem] = []
        places = {place_of(self._item.ref, name): name for name in self.editors}
        for problem in problems:
            if problem.field in places:
                mine.append(Problem(places[problem.field], problem.message))
        return self._book.show(mine)

    def first(self) -> QWidget:
        """The first control."""
        return next(iter(self.editors.values()))


class DifferenceList(QWidget):
    """`show_differences(title, aside, differences, empty)`: one section an item, before → after."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._parts: list[Section] = []
        self._lines.addStretch(1)
        look.follow(self._relay)

    def _relay(self) -> None:
        self._lines.setSpacing(look.current().px(14))

    def show_differences(self, differences: Sequence[Difference], empty: str) -> None:
        """Show them, or the words `empty` where there are none."""
        for part in self._parts:
            self._lines.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = []
        by_item: dict[str, list[Difference]] = {}
        for difference in differences:
            by_item.setdefault(difference.item, []).append(difference)
        for name, found in by_item.items():
            section = self._add(Section(self, name))
            for difference in found:
                section.add_line(difference.field, "second")
                words = self.tr("{before} → {after}").format(
                    before=difference.before or "—", after=difference.after or "—"
                )
                line = section.add_line(words, "row")
                line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if not by_item:
            self._add(Section(self)).add_line(empty)

    def _add(self, section: Section) -> Section:
        self._lines.insertWidget(self._lines.count() - 1, section)
        self._parts.append(section)
        return section

    def words(self) -> list[str]:
        """The lines shown, as one reads them."""
        return [label.text() for part in self._parts for label in part.findChildren(QLabel) if label.text()]
