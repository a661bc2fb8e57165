"""One form for any declared record: its fields, their limits and their choices come from the declaration."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from station_desk.casework import offices
from station_desk.domain import declare
from station_desk.domain.declare import Declared, Kind, Privacy, Record, Value
from station_desk.domain.privacy import masked_phone
from station_desk.domain.vocabulary import ALL
from station_desk.errors import Problem
from station_desk.ui import look
from station_desk.ui.widgets.fields import ErrorBook, Field

_TYPED = (Kind.TEXT, Kind.LONG, Kind.INT, Kind.FLAG, Kind.CODE)


def shown_fields(cls: type[Record]) -> list[Declared]:
    """The fields a person types: not who made the record, not why it was voided, no references."""
    return [
        declared
        for name, declared in declare.fields_of(cls).items()
        if name not in ("office", "void") and declared.kind in _TYPED
    ]


def words_of(declared: Declared, record: Record) -> str:
    """A field's value for a list: its term, a masked telephone, a tick."""
    value = getattr(record, declared.name)
    if value is None:
        return ""
    if declared.codes:
        return ALL[declared.codes].label(str(value))
    if declared.privacy is Privacy.PHONE:
        return masked_phone(str(value))
    return ("✓" if value else "") if declared.kind is Kind.FLAG else str(value)


class RecordForm(QWidget):
    """`RecordForm(cls, fixed=…)`: `show_record(record)`, `record()`, `say(problems)`; signal `edited()`.

    `fixed` names fields shown but not changed (a station's own code). `columns` lays the fields side by side.
    """

    edited = Signal()

    def __init__(
        self,
        cls: type[Record],
        parent: QWidget | None = None,
        fixed: frozenset[str] = frozenset(),
        columns: int = 1,
    ) -> None:
        super().__init__(parent)
        self._cls = cls
        self._book = ErrorBook()
        self._editors: dict[str, QWidget] = {}
        self._lines = QGridLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        for place, declared in enumerate(shown_fields(cls)):
            editor = self._editor(declared)
            editor.setEnabled(declared.name not in fixed)
            self._editors[declared.name] = editor
            if isinstance(editor, QCheckBox):
                self._lines.addWidget(editor, place // columns, place % columns)
                continue
            field = Field(self, str(declared.label), editor)
            if declared.required:
                field.set_aside(self.tr("required"))
            self._book.add(declared.name, editor, field)
            self._lines.addWidget(field, place // columns, place % columns, Qt.AlignmentFlag.AlignTop)
        look.follow(self._relay)

    def _relay(self) -> None:
        self._lines.setHorizontalSpacing(look.current().px(12))
        self._lines.setVerticalSpacing(look.current().px(10))

    def _editor(self, declared: Declared) -> QWidget:
        if declared.kind is Kind.FLAG:
            box = QCheckBox(str(declared.label), self)
            box.clicked.connect(self.edited)
            return box
        if declared.kind is Kind.CODE and declared.codes:
            combo = QComboBox(self)
            combo.addItem("", "")
            for code in ALL[declared.codes].terms:
                combo.addItem(ALL[declared.codes].label(code), code)
            combo.activated.connect(self.edited)
            return combo
        if declared.kind is Kind.LONG:
            text = QPlainTextEdit(self)
            text.textChanged.connect(self.edited)
            return text
        line = QLineEdit(self)
        line.setMaxLength(declared.limit)
        if declared.kind is Kind.INT:
            line.setValidator(QIntValidator(0, 999_999, line))
        line.textEdited.connect(self.edited)
        return line

    def editor(self, name: str) -> QWidget:
        """The control of a field."""
        return self._editors[name]

    def show_record(self, record: Record) -> None:
        """Fill the form; emits nothing."""
        self.blockSignals(True)
        self._book.clear()
        for name, editor in self._editors.items():
            value: Value = getattr(record, name)
            if isinstance(editor, QCheckBox):
                editor.setChecked(bool(value))
            elif isinstance(editor, QComboBox):
                editor.setCurrentIndex(max(0, editor.findData(value or "")))
            elif isinstance(editor, QPlainTextEdit):
                editor.setPlainText(str(value or ""))
            elif isinstance(editor, QLineEdit):
                editor.setText("" if value is None else str(value))
        self.blockSignals(False)

    def record(self) -> Record:
        """What is filled in now, unchecked."""
        values = {name: self._value(name, editor) for name, editor in self._editors.items()}
        make: Callable[..., Record] = self._cls
        return make(**values)

    def _value(self, name: str, editor: QWidget) -> Value:
        if isinstance(editor, QCheckBox):
            return editor.isChecked()
        if isinstance(editor, QComboBox):
            return str(editor.currentData()) or None
        text = editor.toPlainText() if isinstance(editor, QPlainTextEdit) else ""
        if isinstance(editor, QLineEdit):
            text = editor.text()
        return offices.typed(self._cls, name, text)

    def say(self, problems: Iterable[Problem]) -> str:
        """Show mistakes beside their fields; returns those that have no field here."""
        return self._book.show(problems)

    def first(self) -> QWidget | None:
        """The first control one can type in."""
        return next((editor for editor in self._editors.values() if editor.isEnabled()), None)
