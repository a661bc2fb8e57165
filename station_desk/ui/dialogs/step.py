"""One dialog for every step of every track, built from what the step declares it needs."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from station_desk.casework.context import Changed
from station_desk.domain.declare import RecordId
from station_desk.domain.tracks import TRACKS, Need, StepDecl
from station_desk.errors import Problem, UserError, ValidationError
from station_desk.ui import look
from station_desk.ui.dialogs import material as materials
from station_desk.ui.dialogs.calls import call_of
from station_desk.ui.dialogs.doors import doors_after
from station_desk.ui.dialogs.fields import StepFields
from station_desk.ui.dialogs.material import Material, draft_key
from station_desk.ui.drafting import DraftKeeper
from station_desk.ui.forms.ui_step_dialog import Ui_StepDialog
from station_desk.ui.scaling import FormScaler
from station_desk.ui.session import Session
from station_desk.ui.words import joined, shown_number

__all__ = ["Material", "StepDialog", "draft_key", "open_step"]


def open_step(
    session: Session,
    parent: QWidget,
    matter: RecordId,
    verb: str,
    *,
    done: Callable[[Changed], object] | None = None,
    chosen: Mapping[str, str] | None = None,
) -> None:
    """Ask for what the step `verb` of a matter needs, then take it. Returns at once.

    Reads the matter on the reader thread, then opens a window-modal dialog over `parent`; `done` is called
    after the step was saved. `chosen` are choices made already, by the name of their field (the deputy on
    whose row it was asked). A step that raises a suggestion asks the suggestion page instead:
    `session.wanted("suggestions", ("raise", (matter,)))`.
    """
    for track in TRACKS.values():
        declared = track.steps.get(verb)
        if declared is not None and Need.SUGGESTION in declared.needs:
            session.wanted.emit("suggestions", ("raise", (matter,)))
            return

    def show(found: Material | None) -> None:
        if found is None or verb not in TRACKS[found.detail.row.track].steps:
            session.said.emit(
                QApplication.translate("StepDialog", "This matter is no longer here. Refresh the list."),
                False,
            )
            return
        dialog = StepDialog(session, found, TRACKS[found.detail.row.track].steps[verb], parent)
        if chosen:
            dialog.choose(chosen)
        if done is not None:
            dialog.told.connect(done)
        dialog.open()

    session.read(lambda: materials.read(session, matter, verb), show, owner=parent)


class StepDialog(QDialog):
    """The fields a step needs, in the order of the official form; mistakes are said beside them.

    Signal `told(Changed)` after it was saved. What was typed stays when saving fails; what was half typed
    when the dialog went away, by Escape or by a power cut, stands there again next time, until it is saved
    or begun afresh.
    """

    told = Signal(object)

    def __init__(self, session: Session, material: Material, step: StepDecl, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._material, self._step = session, material, step
        self._saving = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._form = Ui_StepDialog()
        self._form.setupUi(self)
        row = material.detail.row
        self.setWindowTitle(str(step.label))
        self._form.verb.setText(str(step.label))
        self._form.matter.setText(joined((shown_number(row), row.title)))
        self._form.notice.hide()
        self._form.save.setText(str(step.label))
        self._form.save.setDefault(False)
        self._form.cancel.setAutoDefault(False)
        self._form.save.setAutoDefault(False)
        self.fields = StepFields(session, step, material, self._form.fields, self._form.inside)
        self.fields.doorWanted.connect(self._turn_to)
        FormScaler(self)
        self._fresh = self.fields.values()
        self.keeper = DraftKeeper(session, self._draft_text, self)
        self.keeper.begin(draft_key(row.id, step.verb))
        self._form.notice.linkActivated.connect(self._afresh)
        self._resume(material.draft)
        self.fields.touched.connect(self.keeper.touch)
        self.fields.touched.connect(self._grow_soon)
        self._form.cancel.clicked.connect(self.reject)
        self._form.save.clicked.connect(self.save)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.save)
        self._size()
        first = self.fields.first()
        if first is not None:
            first.setFocus()

    def _size(self) -> None:
        """As wide as a form line reads well, as high as its fields, never higher than the screen."""
        theme = look.current()
        room = self.screen().availableGeometry()
        inside = self._form.inside.sizeHint().height()
        rest = self._form.verb.sizeHint().height() + self._form.matter.sizeHint().height() + theme.px(128)
        wide = max(theme.px(560), self._form.inside.minimumSizeHint().width() + theme.px(64))
        self.resize(min(wide, room.width() - 32), min(inside + rest, room.height() - 64))

    def _grow_soon(self) -> None:
        """A field more may be shown now; its height is known once it is laid out."""
        QTimer.singleShot(0, self, self._grow)

    def _grow(self) -> None:
        """Make room for what is shown now, as far as the screen has any; never smaller under the hand."""
        more = self._form.inside.sizeHint().height() - self._form.area.viewport().height()
        if more > 0:
            most = self.screen().availableGeometry().height() - 64
            self.resize(self.width(), max(self.height(), min(self.height() + more, most)))

    # ---- what was half typed -------------------------------------------------------------------------

    def _draft_text(self) -> str:
        now = self.fields.values()
        return "" if now == self._fresh else json.dumps(now, ensure_ascii=False)

    def _resume(self, text: str) -> None:
        try:
            found = json.loads(text) if text else None
        except ValueError:
            found = None
        if not isinstance(found, dict):
            return
        self.fields.put({name: value for name, value in found.items() if isinstance(value, str)})
        self._form.notice.set_kind("info")
        self._form.notice.show_words(
            text=self.tr("What was not saved last time is here again."), link=self.tr("Begin afresh")
        )
        self._form.notice.show()

    def choose(self, chosen: Mapping[str, str]) -> None:
        """Choices made before the dialog opened; they go before those of a draft."""
        for name, value in chosen.items():
            self.fields.choose(name, value)
            self._fresh[name] = value

    def _afresh(self) -> None:
        self.fields.put(self._fresh)
        self.keeper.forget()
        self._form.notice.hide()

    def reject(self) -> None:
        """Leave without saving; what was typed is offered again next time."""
        self.keeper.flush()
        super().reject()

    # ---- saving --------------------------------------------------------------------------------------

    def save(self) -> None:
        """Take the step with what was filled in; the dialog closes once it is saved."""
        if self._saving:
            return
        self.fields.settle()
        self.fields.book.clear()
        self._form.notice.hide()
        problems = self._missing()
        if problems:
            self._refused(ValidationError(problems))
            return
        self._saving = True
        self._form.save.setEnabled(False)
        matter = self._material.detail.row.id
        call = call_of(self._session, matter, self._step, self.fields)
        self._session.write(call, done=self._saved, failed=self._refused, owner=self)

    def _missing(self) -> list[Problem]:
        """What only the form can know: days that mean nothing, a choice not made."""
        fields, needs = self.fields, self._step.needs
        problems: list[Problem] = []
        for name in ("on", "until", "by"):
            must = name != "until" or self._step.verb == "look_back"
            empty = not fields.text_of_day(name) and not must
            if fields.has_day(name) and fields.day(name) is None and not empty:
                said = fields.too_far(name) or self.tr("Give a day, such as 5-21 or yesterday.")
                problems.append(Problem(name, said))
        if fields.must_choose_assignment():
            problems.append(Problem("assignment", self.tr("Choose which unit this is for.")))
        if Need.TARGET in needs and fields.target is None:
            problems.append(Problem("target", self.tr("Choose the other matter from the list.")))
        if Need.CONSULTATION in needs and fields.record("signer") is None:
            problems.append(Problem("signer", self.tr("Choose the deputy who returned the form.")))
        if Need.SIGNER in needs and not fields.ticked():
            problems.append(Problem("signer", self.tr("Tick who was reminded.")))
        if Need.KEPT in needs and fields.record("promise") is None:
            problems.append(Problem("promise", self.tr("Choose which promise this is about.")))
        if Need.HONOURED in needs and fields.record("honour") is None:
            problems.append(Problem("honour", self.tr("Choose one of the nominations.")))
        if Need.HONOUR in needs and not fields.text("year").isdecimal():
            problems.append(Problem("year", self.tr("Give the year, such as 2026.")))
        if fields.promises is not None and fields.promises.unread():
            problems.append(Problem("promises", self.tr("Give each promise a day, such as 2026-12-31.")))
        return problems

    def _turn_to(self, verb: str) -> None:
        """Ask for another step in place of this one; what was typed here stays as a draft."""
        parent = self.parentWidget()
        matter, session = self._material.detail.row.id, self._session
        self.reject()
        if parent is not None:
            open_step(session, parent, matter, verb)

    def _saved(self, changed: Changed) -> None:
        row = self._material.detail.row
        self.keeper.forget()
        self._session.said.emit(
            self.tr("{step}: {number} saved").format(step=self._step.label, number=shown_number(row)),
            not self._step.decision,
        )
        doors = doors_after(self._session, self._step, row)
        if doors:
            self._session.offered.emit(doors)
        self.told.emit(changed)
        self.accept()

    def _refused(self, error: UserError) -> None:
        self._saving = False
        self._form.save.setEnabled(True)
        problems = error.problems if isinstance(error, ValidationError) else ()
        words = self.fields.book.show(problems) if problems else str(error)
        if words:
            self._form.notice.set_kind("red")
            self._form.notice.show_words(text=words)
        self._form.notice.setVisible(bool(words))
