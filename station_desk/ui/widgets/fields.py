"""Form fields: a label above, the mistake in words beneath, and a line that understands days."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial

from PySide6.QtCore import Property, QDate, QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QCalendarWidget,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from station_desk.domain import limits
from station_desk.errors import Problem
from station_desk.ui import look
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.days import is_far, parse_day


class FieldError(QLabel):
    """The line beneath a field: hidden while empty, red, wrapped. Promotable from QLabel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "error")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.hide()

    def say(self, message: str) -> None:
        """Show `message`, or hide with an empty one."""
        self.setText(message)
        self.setVisible(bool(message))


def mark_wrong(editor: QWidget, wrong: bool) -> None:
    """Draw the red outline of a field, or take it away."""
    if bool(editor.property("wrong")) != wrong:
        editor.setProperty("wrong", wrong)
        editor.style().unpolish(editor)
        editor.style().polish(editor)


class Field(QWidget):
    """A label, an aside at its right, the editor below, the mistake beneath. For hand-written forms.

    `Field(parent, label, editor)`; properties `label`, `aside`. The editor's accessible name is the label.
    """

    def __init__(self, parent: QWidget | None = None, label: str = "", editor: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = QLabel(label, self)
        self._label.setProperty("role", "label")
        self._aside = QLabel(self)
        self._aside.setProperty("role", "second")
        self.error = FieldError(self)
        self._head = QHBoxLayout()
        self._head.addWidget(self._label, 1)
        self._head.addWidget(self._aside)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.addLayout(self._head)
        self._lines.addWidget(self.error)
        self.editor: QWidget | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        if editor is not None:
            self.set_editor(editor)
        look.follow(self._relay)

    def _relay(self) -> None:
        self._lines.setSpacing(look.current().px(3))

    def set_editor(self, editor: QWidget) -> None:
        """Put the editor in; typing in it takes a shown mistake away."""
        self.editor = editor
        self._lines.insertWidget(1, editor)
        self._label.setBuddy(editor)
        editor.setAccessibleName(self._label.text())
        self.setFocusProxy(editor)
        if isinstance(editor, QLineEdit):
            editor.textEdited.connect(self._typed)

    def _typed(self) -> None:
        self.say("")

    def say(self, message: str) -> None:
        """Show a mistake in words, or take it away with an empty text."""
        self.error.say(message)
        if self.editor is not None:
            mark_wrong(self.editor, bool(message))
            self.editor.setAccessibleDescription(message)

    def _get_label(self) -> str:
        return self._label.text()

    def set_label(self, text: str) -> None:
        """The label above."""
        self._label.setText(text)
        if self.editor is not None:
            self.editor.setAccessibleName(text)

    def _get_aside(self) -> str:
        return self._aside.text()

    def set_aside(self, text: str) -> None:
        """Words at the right of the label, such as 曾来访 2 次."""
        self._aside.setText(text)

    label = Property(str, _get_label, set_label)
    aside = Property(str, _get_aside, set_aside)


class ErrorBook:
    """Which mistake belongs to which field of a form: `add(name, editor, line)`, `show(problems)`.

    Changing a field takes its own mistake away.
    """

    def __init__(self) -> None:
        self._places: dict[str, tuple[QWidget, Callable[[str], None]]] = {}

    def add(self, name: str, editor: QWidget, line: FieldError | Field) -> None:
        """Mistakes of the declared field `name` are said in `line`; `editor` gets the focus."""
        self._places[name] = (editor, line.say)
        for change in ("textEdited", "chosen", "changed", "activated", "clicked", "dayChanged"):
            signal = getattr(editor, change, None)
            if isinstance(signal, SignalInstance):
                signal.connect(partial(self.mended, name))
        if isinstance(editor, QPlainTextEdit):
            editor.textChanged.connect(partial(self.mended, name))

    def mended(self, name: str, *_: object) -> None:
        """What is wrong is being put right: its mistake goes, the others stay."""
        editor, say = self._places[name]
        say("")
        if editor.property("wrong"):
            mark_wrong(editor, False)
            editor.setAccessibleDescription("")

    def clear(self) -> None:
        """Take every mistake away."""
        for editor, say in self._places.values():
            say("")
            mark_wrong(editor, False)

    def show(self, problems: Iterable[Problem]) -> str:
        """Show each mistake beside its field, focus the first; returns those with no field here, joined."""
        self.clear()
        first: QWidget | None = None
        homeless: list[str] = []
        for problem in problems:
            place = self._places.get(problem.field)
            if place is None:
                homeless.append(problem.message)
                continue
            editor, say = place
            say(problem.message)
            mark_wrong(editor, True)
            editor.setAccessibleDescription(problem.message)
            first = first or editor
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        return "\n".join(homeless)


class DateLine(QLineEdit):
    """A day by typing (`5-3`, `昨天`, `5月3日`) or from a calendar (button, Alt+Down).

    `day()` → date | None; `set_day()`; `understood()` is False for words that mean no day; `too_far()` says
    which years there are; signal `dayChanged(object)`. `today` (attribute) may be replaced by a clock. Shown
    as 2026-05-03.
    """

    dayChanged = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.today: Callable[[], date] = date.today
        self._day: date | None = None
        self._calendar: QCalendarWidget | None = None
        self._open = Button(self, kind="icon", icon="calendar")
        self._open.setAccessibleName(self.tr("Open the calendar"))
        self._open.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Alt+Down does the same from the line
        self._open.clicked.connect(self.open_calendar)
        self.setPlaceholderText(self.tr("5-3, yesterday…"))
        self.editingFinished.connect(self.settle)
        look.follow(self._relay)

    def _relay(self) -> None:
        self.setMinimumWidth(look.current().px(128))
        self.setTextMargins(0, 0, look.current().px(24), 0)
        self._place_button()

    def _place_button(self) -> None:
        side = self.height() - 4
        self._open.setGeometry(self.width() - side - 2, 2, side, side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_button()

    def day(self) -> date | None:
        """The day typed, settled or not; None if empty or not understood."""
        if self._day is not None and self.text() == self._day.isoformat():
            return self._day  # as it was set, however far off
        return parse_day(self.text(), self.today())

    def understood(self) -> bool:
        """Whether the text is empty or means a day."""
        return not self.text().strip() or self.day() is not None

    def too_far(self) -> str:
        """Which years there are, where the day typed is in none of them; else ""."""
        if self.understood() or not is_far(self.text(), self.today()):
            return ""
        said = self.tr("Give a year from {first} to {last}.")
        return said.format(first=limits.FIRST_TYPED, last=limits.LAST_TYPED)

    def set_day(self, day: date | None) -> None:
        """Show `day`; emits `dayChanged` if it is another one."""
        self.setText(day.isoformat() if day else "")
        if day != self._day:
            self._day = day
            self.dayChanged.emit(day)

    def settle(self) -> None:
        """Turn what was typed into the whole date; words that mean no day stay, outlined red."""
        mark_wrong(self, not self.understood())
        self.setToolTip(self.too_far())
        if self.understood():
            self.set_day(self.day())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() == Qt.Key.Key_Down and alt:
            self.open_calendar()
            return
        found = self.day()
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and found is not None and not event.modifiers():
            step = 1 if event.key() == Qt.Key.Key_Up else -1
            beside = date.fromordinal(found.toordinal() + step)
            if limits.is_typed_day(beside):
                self.set_day(beside)
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.settle()

    def open_calendar(self) -> None:
        """Open the calendar below the line."""
        if self._calendar is None:
            calendar = QCalendarWidget(self)
            calendar.setWindowFlags(Qt.WindowType.Popup)
            calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
            calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
            calendar.setDateRange(QDate(limits.FIRST_TYPED, 1, 1), QDate(limits.LAST_TYPED, 12, 31))
            calendar.clicked.connect(self._chosen)
            calendar.activated.connect(self._chosen)
            self._calendar = calendar
        shown = self.day() or self.today()
        self._calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        self._calendar.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        self._calendar.show()
        self._calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def _chosen(self, chosen: QDate) -> None:
        if self._calendar is not None:
            self._calendar.hide()
        mark_wrong(self, False)
        self.set_day(date(chosen.year(), chosen.month(), chosen.day()))
        self.setFocus(Qt.FocusReason.PopupFocusReason)
