"""The fields that dialogs of steps are made of: put one beneath another, read back by name, kept as text."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from station_desk.domain.declare import RecordId
from station_desk.ui import look
from station_desk.ui.choosing import look_up_by_pinyin, record_id
from station_desk.ui.session import Session
from station_desk.ui.widgets.choice import ChoiceLine
from station_desk.ui.widgets.fields import DateLine, ErrorBook, Field
from station_desk.ui.widgets.notice import Notice
from station_desk.ui.widgets.picks import Pick
from station_desk.ui.widgets.segments import Segments

Choices = Sequence[tuple[str, str]]


class Kept(Protocol):
    """A field of several parts whose whole state is a text, for a draft."""

    def kept(self) -> str: ...

    def bring(self, text: str) -> None: ...


class FieldKit(QObject):
    """Puts fields into `column`; `text`, `choice`, `record`, `day` read them back by name.

    `book` knows each field by its declared name, so that a mistake is said where it was made. `values()`
    and `put(values)` are all fields as text, for a draft. Signals: `touched()`: something was filled in;
    `doorWanted(verb)`: another step was asked for instead.
    """

    touched = Signal()
    doorWanted = Signal(str)

    def __init__(self, session: Session, column: QVBoxLayout, home: QWidget) -> None:
        super().__init__(home)
        self.session, self.column, self.home = session, column, home
        self.book = ErrorBook()
        self._held: dict[str, Field] = {}
        self._lines: dict[str, QLineEdit] = {}
        self._texts: dict[str, QPlainTextEdit] = {}
        self._choices: dict[str, Segments | QComboBox | ChoiceLine] = {}
        self._days: dict[str, DateLine] = {}
        self._kept: dict[str, Kept] = {}
        self._after: list[Callable[[], None]] = []

    # ---- reading back --------------------------------------------------------------------------------

    def text(self, name: str) -> str:
        """What was typed in the field, several lines or one."""
        if name in self._texts:
            return self._texts[name].toPlainText().strip()
        return self._lines[name].text().strip() if name in self._lines else ""

    def choice(self, name: str) -> str:
        """The code chosen, "" for none."""
        found = self._choices.get(name)
        if isinstance(found, Segments):
            return found.current_value()
        if isinstance(found, ChoiceLine):
            return found.key()
        return str(found.currentData() or "") if found is not None else ""

    def record(self, name: str) -> RecordId | None:
        """The record chosen in a list of records."""
        return record_id(self.choice(name))

    def day(self, name: str = "on") -> date | None:
        """The day typed; None if empty or not understood."""
        found = self._days.get(name)
        return found.day() if found is not None else None

    @property
    def held(self) -> Mapping[str, Field]:
        """The fields with their labels, by name."""
        return self._held

    def has_day(self, name: str) -> bool:
        """Whether the step asks for this day."""
        return name in self._days

    def too_far(self, name: str) -> str:
        """Which years there are, where the day typed is in none of them; else ""."""
        return self._days[name].too_far() if name in self._days else ""

    def text_of_day(self, name: str) -> str:
        """What stands in the day's line, understood or not."""
        return self._days[name].text().strip() if name in self._days else ""

    def values(self) -> dict[str, str]:
        """Every field as text, by its name."""
        found = {name: edit.toPlainText() for name, edit in self._texts.items()}
        found |= {name: line.text() for name, line in (self._lines | self._days).items()}
        found |= {name: self.choice(name) for name in self._choices}
        found |= {name: field.kept() for name, field in self._kept.items()}
        return found

    def put(self, values: Mapping[str, str]) -> None:
        """Fill the fields with values read earlier; a choice that is offered no more stays as it is."""
        for name, made in self._choices.items():
            chosen = values.get(name, "")
            if isinstance(made, Segments):
                made.set_value(chosen)
            elif isinstance(made, ChoiceLine):
                made.set_key(chosen)
            elif made.findData(chosen) >= 0:
                made.setCurrentIndex(made.findData(chosen))
        self.follow()  # what can be ticked depends on what is chosen
        for name, line in (self._lines | self._days).items():
            line.setText(values.get(name, ""))
        for name, edit in self._texts.items():
            edit.setPlainText(values.get(name, ""))
        for name, field in self._kept.items():
            field.bring(values.get(name, ""))
        self.follow()

    def choose(self, name: str, value: str) -> None:
        """Choose by key in one field, as by hand; nothing where that is not offered."""
        made = self._choices.get(name)
        if isinstance(made, Segments):
            made.set_value(value)
        elif isinstance(made, ChoiceLine):
            made.set_key(value)
        elif made is not None and made.findData(value) >= 0:
            made.setCurrentIndex(made.findData(value))
        self.follow()

    def follow(self) -> None:
        """Let what depends on a choice (fields shown, words beside them) stand as the choices stand now."""
        for after in self._after:
            after()

    # ---- putting fields in ---------------------------------------------------------------------------

    def after(self, act: Callable[[], None]) -> None:
        """Call `act` now, and whenever a choice or a day changes."""
        self._after.append(act)
        act()

    def show(self, name: str, shown: bool) -> None:
        """Show or hide a field."""
        if name in self._held:
            self._held[name].setVisible(shown)

    def place(
        self, name: str, label: str, editor: QWidget, *, beside: QHBoxLayout | None = None, aside: str = ""
    ) -> Field:
        """Any editor with its label, beneath the others or in a row."""
        field = Field(self.home, label, editor)
        field.set_aside(aside)
        self.book.add(name, editor, field)
        self._held[name] = field
        if beside is None:
            self.column.addWidget(field)
        else:
            beside.addWidget(field, 1)
        return field

    def keep(self, name: str, field: Kept) -> None:
        """Let a field of several parts be part of the draft."""
        self._kept[name] = field

    def row(self) -> QHBoxLayout:
        """Fields side by side."""
        line = QHBoxLayout()
        line.setSpacing(look.current().px(12))
        self.column.addLayout(line)
        return line

    def add_day(
        self,
        name: str,
        label: str,
        day: date | None = None,
        *,
        beside: QHBoxLayout | None = None,
        also: Sequence[str] = (),
    ) -> DateLine:
        """A day; `also` are the declared names under which its mistakes come."""
        line = DateLine(self.home)
        line.today = self.session.today
        line.set_day(day)
        self._days[name] = line
        line.textChanged.connect(self._changed)
        if beside is None:
            row = self.row()
            self.place(name, label, line, beside=row)
            row.addStretch(1)
        else:
            self.place(name, label, line, beside=beside)
        for declared in also:
            self.book.add(declared, line, self._held[name])
        return line

    def add_line(
        self, name: str, label: str, text: str = "", *, beside: QHBoxLayout | None = None, hint: str = ""
    ) -> QLineEdit:
        """One line of words."""
        return self.add_own_line(name, label, QLineEdit(text, self.home), beside=beside, hint=hint)

    def add_own_line(
        self, name: str, label: str, line: QLineEdit, *, beside: QHBoxLayout | None = None, hint: str = ""
    ) -> QLineEdit:
        """A line of a kind of its own."""
        self._lines[name] = line
        if hint:
            line.setPlaceholderText(hint)
        line.textChanged.connect(self.touched)
        self.place(name, label, line, beside=beside)
        return line

    def add_long(
        self, name: str, label: str, text: str = "", lines: int = 3, *, hint: str = ""
    ) -> QPlainTextEdit:
        """Several lines of words."""
        edit = QPlainTextEdit(text, self.home)
        edit.setTabChangesFocus(True)
        edit.setPlaceholderText(hint)
        edit.setFixedHeight(look.current().px(21 * lines + 14))
        self._texts[name] = edit
        edit.textChanged.connect(self.touched)
        self.place(name, label, edit)
        return edit

    def long(self, name: str) -> QPlainTextEdit | None:
        """The field of several lines of that name."""
        return self._texts.get(name)

    def add_segments(self, name: str, label: str, choices: Choices, value: str = "") -> None:
        """Side by side where they fit on the line, a list where they are many."""
        if len(choices) > 5 or sum(len(text) for _, text in choices) > 40:
            self.add_combo(name, label, choices, value)
            return
        made = Segments(self.home)
        made.set_choices(choices, value)
        made.chosen.connect(self._changed)
        self._choices[name] = made
        self.place(name, label, made)

    def add_combo(
        self, name: str, label: str, choices: Choices, value: str = "", hint: str = ""
    ) -> QComboBox:
        """One of a list; nothing is chosen before unless `value` is."""
        box = QComboBox(self.home)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(12)
        for code, text in choices:
            box.addItem(text, code)
        box.setPlaceholderText(hint)
        box.setCurrentIndex(box.findData(value))  # -1, and so the hint, where nothing is chosen yet
        self._choices[name] = box
        self.place(name, label, box)
        box.currentIndexChanged.connect(self._changed)
        return box

    def add_choice(
        self, name: str, label: str, options: Sequence[Pick], *, hint: str = "", key: str = ""
    ) -> ChoiceLine:
        """One of a long list of names, by typing or by pinyin initials."""
        line = ChoiceLine(self.home)
        line.set_options(options)
        line.set_key(key)
        line.setPlaceholderText(hint)
        look_up_by_pinyin(self.session, line)
        line.textChanged.connect(self.touched)
        line.chosen.connect(self._changed)
        self._choices[name] = line
        self.place(name, label, line)
        return line

    def add_words(self, text: str = "", *, role: str = "second") -> QLabel:
        """A line of words that says how things stand; hidden while it has nothing to say."""
        label = QLabel(text, self.home)
        label.setProperty("role", role)
        label.setWordWrap(True)
        label.setVisible(bool(text))
        self.column.addWidget(label)
        return label

    def say(self, label: QLabel, text: str) -> None:
        """Change such a line."""
        label.setText(text)
        label.setVisible(bool(text))

    def add_notice(self, kind: str, text: str, link: str = "", door: str = "") -> Notice:
        """A coloured line; its link asks for the step `door` instead of this one."""
        notice = Notice(self.home, kind)
        notice.show_words(text=text, link=link)
        if door:
            notice.linkActivated.connect(lambda: self.doorWanted.emit(door))
        self.column.addWidget(notice)
        return notice

    def _changed(self, *_: object) -> None:
        self.follow()
        self.touched.emit()
