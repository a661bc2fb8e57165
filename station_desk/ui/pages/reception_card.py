"""The upper part of the reception card: who came, how, who received them, and a text to paste from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from station_desk.casework import browse, pasting, reception
from station_desk.domain.vocabulary import CHANNELS
from station_desk.errors import Problem
from station_desk.ui import words
from station_desk.ui.choosing import deputy_options, grid_options
from station_desk.ui.forms.ui_reception import Ui_ReceptionForm
from station_desk.ui.pages.reception_party import VisitParty
from station_desk.ui.pages.reception_state import PartyDraft, VisitDraft
from station_desk.ui.scaling import FormScaler
from station_desk.ui.session import Session
from station_desk.ui.widgets.fields import ErrorBook, mark_wrong
from station_desk.ui.widgets.picks import Deliver, Pick

SHOWN_CHANNELS = 5
MOBILE_DIGITS = 11
SHORT_NUMBER = 5  # 110, 12345 and the like are whole


class VisitorCard(QWidget):
    """Signals: `changed()` by hand; `knownChanged(str)`: key of the known visitor, or "";
    `pasted(Pasted)`; `phoneAsked()`: the full number of someone known is wanted (answer: `show_phone`)."""

    changed = Signal()
    knownChanged = Signal(str)
    pasted = Signal(object)
    phoneAsked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._known: browse.KnownVisitor | None = None
        self._known_key = ""
        self._found: dict[str, browse.KnownVisitor] = {}
        self._phone = ""
        self._hidden = False
        self._anonymous = False
        self.errors = ErrorBook()
        self.ui = Ui_ReceptionForm()
        self.ui.setupUi(self)
        FormScaler(self)
        self.party = VisitParty(session, self)
        ui_lines = self.ui.lay1
        ui_lines.insertWidget(ui_lines.indexOf(self.ui.visitorRow) + 1, self.party)
        self.party.changed.connect(self.changed)
        self._arrange()

    def _arrange(self) -> None:
        ui = self.ui
        for field, editor, stretch, least in (
            (ui.nameField, ui.visitorName, 3, 150), (ui.phoneField, ui.phoneBox, 3, 160),
            (ui.addressField, ui.address, 5, 200), (ui.gridField, ui.grid, 3, 150),
        ):  # fmt: skip
            field.set_editor(editor)
            ui.visitorRow.place(field, stretch, least)
        for part in (ui.channelBox, ui.deputyBox):
            ui.meansRow.place(part)
        ui.meansRow.place(ui.informedBox, right=True)
        ui.meansRow.set_gaps(14, 8)
        ui.meansRow.set_centred(True)
        ui.deputies.set_folded(True)
        ui.channel.setAccessibleName(ui.channelLabel.text())
        ui.deputies.setAccessibleName(ui.deputyLabel.text())
        ui.channelMore.setAccessibleName(self.tr("Other ways"))
        ui.phone.setAccessibleName(self.tr("Telephone"))
        ui.phoneEye.setAccessibleName(self.tr("Show or hide the telephone number"))
        ui.pasteText.setAccessibleName(ui.pasteHint.text())
        ui.visitorName.setToolTip(self.tr("A group: Zhang San and others as 张三等4人"))
        ui.visitorName.lookup = self._look_up
        ui.visitorName.picked.connect(self._picked)
        ui.visitorName.textEdited.connect(self._name_edited)
        ui.phone.textEdited.connect(self._phone_edited)
        ui.phone.editingFinished.connect(self._show_doubt)
        ui.phoneEye.clicked.connect(self._toggle_phone)
        ui.address.textEdited.connect(self.changed)
        ui.grid.textEdited.connect(self.changed)
        ui.grid.chosen.connect(self.changed)
        ui.informed.clicked.connect(self._informed_clicked)
        ui.pasteTake.clicked.connect(self._take_paste)
        ui.pasteCancel.clicked.connect(self._close_paste)
        self._others = QMenu(ui.channelMore)
        for code in list(CHANNELS.terms)[SHOWN_CHANNELS:]:
            action = QAction(CHANNELS.label(code), self._others)
            action.setData(code)
            self._others.addAction(action)
        self._others.triggered.connect(self._other_channel)
        ui.channelMore.clicked.connect(self._open_others)
        for part in (ui.offer, ui.mistake, ui.pasteBox):
            part.hide()
        ui.informedError.setWordWrap(False)
        self.errors.add("informed", ui.informed, ui.informedError)
        self.errors.add("name", ui.visitorName, ui.nameField)

    def set_counter(self, counter: reception.Counter) -> None:
        """Grids and deputies to choose from."""
        self.ui.grid.set_options(grid_options(counter.grids))
        self.ui.deputies.set_options(deputy_options(counter.deputies))
        self.party.set_profile(counter.profile)

    # ---- how they came -------------------------------------------------------------------------------

    def show_channel(self, value: str) -> None:
        """Choose this way of coming; one that is seldom used joins those always shown."""
        shown = list(CHANNELS.terms)[:SHOWN_CHANNELS]
        if value in CHANNELS.terms and value not in shown:
            shown.append(value)
        self.ui.channel.set_choices([(code, CHANNELS.label(code)) for code in shown], value)
        self.ui.meansRow.relay()

    def _open_others(self) -> None:
        below = self.ui.channelMore.rect().bottomLeft()
        self._others.exec(self.ui.channelMore.mapToGlobal(below))

    def _other_channel(self, action: QAction) -> None:
        self.show_channel(str(action.data()))
        self.changed.emit()

    # ---- its value -----------------------------------------------------------------------------------

    def name(self) -> str:
        """The name as typed; empty for anonymous."""
        return "" if self._anonymous else self.ui.visitorName.text().strip()

    def known_key(self) -> str:
        """The key of the known visitor chosen, or ""."""
        return "" if self._anonymous else self._known_key

    def phone_said(self) -> str:
        """The number where it says something that the desk does not know."""
        if self._anonymous or (self._known is not None and self._phone == (self._known.visitor.phone or "")):
            return ""
        return self._phone.strip()

    def set_draft(self, draft: VisitDraft | None) -> None:
        """Show a draft's visitor, or an empty card; emits nothing."""
        ui = self.ui
        self._known, self._known_key = None, draft.known if draft else ""
        self._set_phone(draft.phone if draft else "", hidden=False)
        ui.visitorName.setText(draft.name if draft else "")
        ui.address.setText(draft.address if draft else "")
        ui.grid.set_key(draft.grid if draft else "")
        ui.informed.setChecked(draft.informed if draft else False)
        self.party.set_party(draft.party if draft else PartyDraft())
        self._show_party(ui.visitorName.text())
        self._show_doubt()
        self.clear_problems()
        self._close_paste()

    def set_anonymous(self, on: bool) -> None:
        """Without who came: the fields rest, what was typed in them is left out."""
        self._anonymous = on
        for part in (self.ui.visitorName, self.ui.phone, self.ui.phoneEye, self.ui.address, self.ui.grid):
            part.setEnabled(not on)
        self.ui.informed.setEnabled(not on)
        self.party.set_enabled_for(on)
        if on:
            self.clear_problems()

    # ---- someone known -------------------------------------------------------------------------------

    def _look_up(self, text: str, deliver: Deliver) -> None:
        desk = self._session.desk

        def show(found: Sequence[browse.KnownVisitor]) -> None:
            self._found = {known.id.hex(): known for known in found}
            deliver(
                [
                    Pick(
                        known.visitor.name or "",
                        words.joined((words.masked_phone(known.visitor.phone), self._visits(known.visits))),
                        known.id.hex(),
                        "user",
                    )
                    for known in found
                ]
            )

        self._session.read(lambda: browse.visitors(desk, text), show, owner=self)

    def _visits(self, count: int) -> str:
        return self.tr("came {n} times").format(n=count) if count != 1 else self.tr("came once")

    def _picked(self, pick: object) -> None:
        known = self._found.get(pick.key) if isinstance(pick, Pick) else None
        if known is not None:
            self.show_known(known)
            if known.visitor.informed_on is not None:
                self.ui.informed.setChecked(True)
            self.changed.emit()

    def show_known(self, known: browse.KnownVisitor | None) -> None:
        """Fill in what the desk knows of someone who came before; what was typed already stays."""
        if known is None:
            return
        ui, visitor = self.ui, known.visitor
        self._known, self._known_key = known, known.id.hex()
        ui.visitorName.setText(ui.visitorName.text() if "等" in ui.visitorName.text() else visitor.name or "")
        if not self._phone.strip():
            self._set_phone(visitor.phone or "", hidden=bool(visitor.phone))
        if not ui.address.text().strip():
            ui.address.setText(visitor.address or "")
        if not ui.grid.text().strip() and visitor.grid is not None:
            ui.grid.set_key(visitor.grid.hex())
        self.party.show_known(visitor)
        self._show_party(ui.visitorName.text())
        self.knownChanged.emit(self._known_key)

    def _name_edited(self, text: str) -> None:
        """Another name is another person: what belonged to the one before goes."""
        before = self._known
        self._show_party(text)
        if before is not None and pasting.party(text)[0] != (before.visitor.name or ""):
            ui, visitor = self.ui, before.visitor
            self._known, self._known_key = None, ""
            if self._phone == (visitor.phone or ""):
                self._set_phone("", hidden=False)
            if ui.address.text() == (visitor.address or ""):
                ui.address.clear()
            if visitor.grid is not None and ui.grid.key() == visitor.grid.hex():
                ui.grid.set_key("")
            self._show_party(text)
            self.knownChanged.emit("")
        self.changed.emit()

    def _show_party(self, text: str) -> None:
        """A group is read from the name (张三等4人): how many it was taken for stands above."""
        people = pasting.party(text)[1]
        visits = self._visits(self._known.visits) if self._known is not None else ""
        group = self.tr("{n} people").format(n=people) if people > 1 else ""
        self.party.show_group(text)
        self.ui.nameField.set_aside(words.joined((group, visits)))

    # ---- the telephone -------------------------------------------------------------------------------

    def _set_phone(self, number: str, *, hidden: bool) -> None:
        self._phone, self._hidden = number, hidden and bool(number)
        self.ui.phone.setText(words.masked_phone(number) if self._hidden else number)
        self.ui.phone.setReadOnly(self._hidden)
        self.ui.phoneEye.set_icon("eye" if self._hidden or not number else "eye-off")

    def _phone_edited(self, text: str) -> None:
        self._phone = text
        self.ui.phoneField.set_aside("")
        self.ui.phoneEye.set_icon("eye-off" if text else "eye")
        self.changed.emit()

    def _show_doubt(self) -> None:
        """A mobile number of another length is most likely mistyped: said, never refused."""
        digits = [sign for sign in self._phone if sign.isdigit()]
        mobile = digits[:1] == ["1"] and "*" not in self._phone and len(digits) != MOBILE_DIGITS
        doubt = mobile and len(digits) > SHORT_NUMBER
        said = self.tr("{n} digits, not 11").format(n=len(digits)) if doubt else ""
        self.ui.phoneField.set_aside(said)

    def _toggle_phone(self) -> None:
        if self._hidden and self._known is not None:
            self.phoneAsked.emit()
        elif self._hidden:
            self.show_phone()
        else:
            self._set_phone(self._phone, hidden=True)

    def show_phone(self) -> None:
        """Show the number in full, to be read or changed."""
        self._set_phone(self._phone, hidden=False)
        self.ui.phone.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- pasting -------------------------------------------------------------------------------------

    def open_paste(self) -> None:
        """Open the box that takes a pasted text."""
        self.ui.pasteBox.show()
        self.ui.pasteText.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ui.pasteText.paste()

    def _close_paste(self) -> None:
        self.ui.pasteText.clear()
        self.ui.pasteBox.hide()

    def _take_paste(self) -> None:
        ui = self.ui
        found = pasting.read(ui.pasteText.toPlainText())
        if found.name and not ui.visitorName.text().strip():
            ui.visitorName.setText(found.name)
        if found.phone and not self._phone.strip():
            self._set_phone(found.phone, hidden=False)
        if found.address and not ui.address.text().strip():
            ui.address.setText(found.address)
        self._show_party(ui.visitorName.text())
        self._show_doubt()
        self._close_paste()
        self.pasted.emit(found)

    # ---- mistakes ------------------------------------------------------------------------------------

    def _informed_clicked(self) -> None:
        self.ui.informedError.say("")
        self.ui.meansRow.relay()
        self.changed.emit()

    def clear_problems(self) -> None:
        """Take every mistake away."""
        self.errors.clear()
        self.party.clear_problems()
        mark_wrong(self.ui.informed, False)
        self.ui.meansRow.relay()

    def show_problems(self, found: Iterable[Problem]) -> str:
        """Mistakes beside their fields; returns those without a field here."""
        told = self.errors.show(self.party.show_problems(found))
        self.ui.meansRow.relay()
        return told
