"""Somebody at the whole window: presses keys, clicks, and writes Chinese the way an input method does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QComboBox, QWidget
from pytestqt.exceptions import TimeoutError as QtTimeout
from pytestqt.qtbot import QtBot

from station_desk.casework import browse
from station_desk.casework.browse import MatterDetail, MatterFilter
from station_desk.casework.context import Desk
from station_desk.domain.declare import RecordId
from station_desk.settings import SettingsFile
from station_desk.ui.dialogs.step import StepDialog
from station_desk.ui.jobs import Jobs
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.choice import ChoiceLine
from station_desk.ui.widgets.picks import PickLine
from station_desk.ui.widgets.segments import Segments
from station_desk.ui.widgets.table import Table
from station_desk.ui.workplace import Workplace

LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
_WAIT_MS = 10_000


class AtWindow:
    """One person at one window over one desk; every wait ends as soon as what it waits for is so."""

    def __init__(self, qtbot: QtBot, place: Workplace, session: Session) -> None:
        self.bot, self.place, self.session = qtbot, place, session
        self.window = place.window
        self.said: list[str] = []
        session.said.connect(lambda text, undoable: self.said.append(text))

    @property
    def desk(self) -> Desk:
        return self.session.desk

    def until(self, true: Callable[[], object]) -> None:
        self.bot.waitUntil(lambda: bool(true()), timeout=_WAIT_MS)

    def settle(self) -> None:
        """Until nothing is under way and what came of it is shown."""
        for _ in range(3):
            self.until(lambda: not self.place.jobs.is_busy())
            QApplication.processEvents()

    # ---- hands ---------------------------------------------------------------------------------------

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key pressed wherever the cursor is."""
        self.bot.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    def go(self, number: int) -> None:
        """Alt+1 … Alt+9."""
        self.bot.keyClick(self.window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.AltModifier)
        self.settle()

    def write(self, where: QWidget, text: str) -> None:
        """Words as an input method commits them."""
        where.setFocus()
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(where, event)

    def click(self, where: QWidget) -> None:
        inset = QPoint(10, where.height() // 2) if isinstance(where, QCheckBox) else where.rect().center()
        self.until(where.isVisible)
        assert where.isEnabled(), where.accessibleName()
        self.bot.mouseClick(where, LEFT, pos=inset)

    def pick(self, line: PickLine, text: str) -> None:
        """Write part of a name and take the first that is offered."""
        self.write(line, text)
        self.until(lambda: line.picks_shown() and text in line.picks_shown()[0].text)
        self.bot.keyClick(line, Qt.Key.Key_Down)
        self.bot.keyClick(line, Qt.Key.Key_Return)

    def choose(self, box: QComboBox | Segments | ChoiceLine, text: str) -> None:
        """A choice by the words it shows: with the arrow keys in a list, with the mouse side by side."""
        if isinstance(box, Segments):
            self.click(next(button for button in box.buttons() if button.text() == text))
            return
        if isinstance(box, ChoiceLine):
            self.pick(box, text)
            return
        box.setFocus()
        for _ in range(box.count()):
            if box.currentText().startswith(text):
                break
            self.bot.keyClick(box, Qt.Key.Key_Down)
        assert box.currentText().startswith(text)

    def button(self, inside: QWidget, text: str) -> QAbstractButton:
        """The visible button that says `text`."""
        found: list[QAbstractButton] = []

        def there() -> bool:
            found[:] = [b for b in inside.findChildren(Button) if b.text() == text and b.isVisible()]
            return bool(found)

        try:
            self.until(there)
        except QtTimeout:
            shown = [b.text() for b in inside.findChildren(Button) if b.isVisible() and b.text()]
            raise AssertionError(f"“{text}” is not offered, but {shown}") from None
        return found[0]

    # ---- steps ---------------------------------------------------------------------------------------

    def begin(self, inside: QWidget, verb: str) -> StepDialog:
        """Press a verb's button; its dialog."""
        self.click(self.button(inside, verb))
        self.until(lambda: self._dialogs())
        return self._dialogs()[0]

    def _dialogs(self) -> list[StepDialog]:
        return [dialog for dialog in self.window.findChildren(StepDialog) if dialog.isVisible()]

    def finish(self, dialog: StepDialog) -> None:
        """Ctrl+Enter in the dialog; it closes once the step is saved."""
        before = len(self.said)
        self.bot.keyClick(dialog, Qt.Key.Key_Return, CTRL)
        self.until(lambda: len(self.said) > before or self._mistakes(dialog))
        assert len(self.said) > before, self._mistakes(dialog)
        self.until(lambda: not self._dialogs())
        self.window.activateWindow()  # as the desktop does once a dialog is gone
        self.until(lambda: QApplication.activeWindow() is self.window)
        self.settle()
        assert self.window.isAncestorOf(QApplication.focusWidget() or dialog), "the cursor is not lost"

    def _mistakes(self, dialog: StepDialog) -> list[str]:
        """What the dialog says is wrong, beside its fields and above them."""
        fields = dialog.fields._held.values()
        said = [field.error.text() for field in fields if field.error.isVisible()]
        notice = dialog._form.notice
        return said + ([notice.words()] if notice.isVisible() else [])

    def step(self, inside: QWidget, verb: str, **values: str) -> None:
        """Press a verb, fill in its dialog by the names of its fields, save with Ctrl+Enter."""
        dialog = self.begin(inside, verb)
        for name, value in values.items():
            editor = dialog.fields._held[name].editor
            assert editor is not None
            if isinstance(editor, QComboBox | Segments):
                self.choose(editor, value)
            else:
                self.write(editor, value)
        self.finish(dialog)

    def cells(self, inside: QWidget) -> list[str]:
        """What every table shown inside says, cell by cell."""
        found: list[str] = []
        for table in inside.findChildren(Table):
            model = table.model()
            if model is not None and table.isVisible():
                places = ((row, n) for row in range(model.rowCount()) for n in range(model.columnCount()))
                found += [str(model.index(row, column).data()) for row, column in places]
        return found

    # ---- what the desk holds ---------------------------------------------------------------------------

    def matter(self, track: str, title: str) -> RecordId:
        """The only matter of a track whose title says that."""
        wanted = MatterFilter(tracks=(track,))
        rows = [row for row in browse.page(self.desk, wanted) if title in row.title]
        assert len(rows) == 1, [row.title for row in rows]
        return rows[0].id

    def the(self, matter: RecordId) -> MatterDetail:
        found = browse.detail(self.desk, matter)
        assert found is not None
        return found

    def stage(self, matter: RecordId) -> str:
        return self.the(matter).row.stage


@contextmanager
def at_window(qtbot: QtBot, desk: Desk, folder: Path, today: date, clerk: str) -> Iterator[AtWindow]:
    """The whole window on this desk, with settings of its own; closed as a person closes it."""
    settings = SettingsFile(folder / f"{desk.identity.site}-settings.json")
    settings.change(clerk=clerk)
    jobs = Jobs()
    place = Workplace(settings, jobs, today=lambda: today)
    place.window.resize(1366, 768)
    with qtbot.waitActive(place.window):
        place.window.show()
        place.window.activateWindow()
    place.adopt(desk)
    assert place.session is not None
    person = AtWindow(qtbot, place, place.session)
    person.settle()
    try:
        yield person
    finally:
        place.window.close()
        assert jobs.close()
        place.close()
        place.window.deleteLater()
        QApplication.processEvents()
