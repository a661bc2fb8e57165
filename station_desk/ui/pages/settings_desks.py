"""Deputies' own desks: a deputy is given a code, and from then on packages of their own matters go to it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from station_desk.casework import browse, offices
from station_desk.casework.context import Changed
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Deputy
from station_desk.domain.vocabulary import LEVELS
from station_desk.errors import UserError
from station_desk.exchange import stream
from station_desk.exchange.stream import Exported
from station_desk.ui import look
from station_desk.ui.paging import Column, ListModel, Rows
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.fields import Field
from station_desk.ui.widgets.notice import Notice
from station_desk.ui.widgets.table import Table

Entry = tuple[RecordId, Deputy]


class DesksSection(QWidget):
    """`give()` gives the deputy chosen a desk; `send(folder)` writes the package that founds it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._entries: list[Entry] = []
        self._chosen: Entry | None = None
        words = QLabel(
            self.tr(
                "A deputy with the program on a computer of their own gets their matters as a file, signs, "
                "gives their verdict, and sends a file back. Choose the deputy, give them a desk, write "
                "their package; opened there, it sets the desk up by itself."
            )
        )
        words.setWordWrap(True)
        words.setProperty("tone", "text2")
        self.box = QLineEdit()
        self.box.setPlaceholderText(self.tr("Find by name"))
        self.box.setAccessibleName(self.tr("Find a deputy"))
        self.box.setClearButtonEnabled(True)
        self.box.textChanged.connect(self._filter)
        self.table = Table()
        self.table.setAccessibleName(self.tr("Deputies"))
        rows: Rows[Entry] = Rows(
            [
                Column(self.tr("Deputy"), lambda e: e[1].name or ""),
                Column(self.tr("Level"), lambda e: LEVELS.label(e[1].level)),
                Column(self.tr("Their desk"), lambda e: e[1].desk or "—"),
            ],
            key=lambda e: e[0].hex(),
        )
        self.model: ListModel[Entry] = ListModel(rows, self.table)
        self.table.setModel(self.model)
        self.table.selectionModel().currentRowChanged.connect(self._choose)
        self.title = QLabel()
        self.title.setProperty("role", "section")
        self.code = QLineEdit()
        self.code.setMaxLength(20)
        self.code_field = Field(label=self.tr("Code of their desk"), editor=self.code)
        self.notice = Notice()
        self.notice.hide()
        self.give_button = Button(text=self.tr("Give this deputy a desk"), kind="primary")
        self.give_button.clicked.connect(self.give)
        self.send_button = Button(
            text=self.tr("Save their package to a folder"), kind="primary", icon="package"
        )
        self.send_button.clicked.connect(self._choose_folder)
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self.give_button)
        self._buttons.addWidget(self.send_button)
        self._buttons.addStretch(1)
        self._foot = QVBoxLayout()
        for part in (self.title, self.code_field, self.notice):
            self._foot.addWidget(part)
        self._foot.addLayout(self._buttons)
        self._lines = QVBoxLayout(self)
        for widget in (words, self.box):
            self._lines.addWidget(widget)
        self._lines.addWidget(self.table, 1)
        self._lines.addLayout(self._foot)
        self._show_chosen()
        look.follow(self._relay)

    def _relay(self) -> None:
        theme = look.current()
        self._lines.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(16))
        self._lines.setSpacing(theme.px(12))
        self._foot.setSpacing(theme.px(8))
        self._buttons.setSpacing(theme.px(8))
        self.box.setMaximumWidth(theme.px(240))
        self.code.setMaximumWidth(theme.px(240))
        self.table.set_widths(0, 150, 150)

    # ---- reading -------------------------------------------------------------------------------------

    def arrive(self) -> None:
        """Read the deputies again."""
        desk = self._session.desk
        self._session.read(lambda: [*browse.office(desk).deputies], self._show, owner=self)

    def _show(self, found: list[Entry]) -> None:
        self._entries = found
        if self._chosen is not None:
            record = self._chosen[0]
            self._chosen = next((entry for entry in found if entry[0] == record), None)
        self._filter()
        self._show_chosen()

    def _filter(self) -> None:
        wanted = self.box.text().strip()
        shown = [entry for entry in self._entries if wanted in (entry[1].name or "")]
        self.model.set_rows(shown)

    def _choose(self, index: QModelIndex) -> None:
        entry = self.model.row_at(index)
        if entry is not None and entry != self._chosen:
            self._chosen = entry
            self.notice.hide()
            self._show_chosen()

    def _show_chosen(self) -> None:
        entry = self._chosen
        has = entry is not None and bool(entry[1].desk)
        self.title.setText((entry[1].name or "") if entry is not None else self.tr("Choose a deputy above"))
        self.code_field.setVisible(entry is not None)
        self.code.setReadOnly(has)
        self.give_button.setVisible(entry is not None and not has)
        self.send_button.setVisible(has)
        if entry is not None:
            self.code_field.say("")
            self.code.setText(entry[1].desk or self._free_code())

    def _free_code(self) -> str:
        taken = {deputy.desk for _, deputy in self._entries}
        site = self._session.desk.identity.site[:15]
        return next(code for n in range(1, 10_000) if (code := f"{site}-D{n}") not in taken)

    # ---- giving and sending --------------------------------------------------------------------------

    def give(self) -> None:
        """Tie the code to the deputy chosen."""
        entry, code = self._chosen, self.code.text().strip()
        if entry is None:
            return
        desk, actor, record = self._session.desk, self._session.actor, entry[0]
        self.code_field.say("")
        self._session.write(
            lambda: offices.add_deputy_desk(desk, actor, record, code),
            done=self._given,
            failed=lambda error: self.code_field.say(str(error)),
            owner=self,
        )

    def _given(self, changed: Changed) -> None:
        self.notice.set_kind("green")
        self.notice.show_words(text=self.tr("Now write their package: it sets up the desk when opened."))
        self.notice.show()
        self.arrive()
        self.send_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Save the package to"))
        if name:
            self.send(Path(name))

    def send(self, folder: Path) -> None:
        """Write the next package for the deputy chosen into `folder`."""
        entry = self._chosen
        if entry is None or not entry[1].desk:
            return
        desk, code = self._session.desk, entry[1].desk
        self._session.jobs.run(
            lambda progress: stream.export(desk, code, folder, progress),
            done=self._sent,
            failed=self._not_sent,
            owner=self,
            text=self.tr("Writing the package"),
        )

    def _sent(self, made: Exported) -> None:
        self.notice.set_kind("green")
        self.notice.show_words(
            text=self.tr("{file} is written.").format(file=made.path.name),
            reason=self.tr("The deputy chooses it at the program's first start."),
        )
        self.notice.show()

    def _not_sent(self, error: UserError) -> None:
        self.notice.set_kind("red")
        self.notice.show_words(text=str(error))
        self.notice.show()
