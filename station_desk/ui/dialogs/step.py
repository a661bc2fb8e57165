"""One dialog for every step of every track, built from what the step declares it needs."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from station_desk.casework import browse, drafts, feedback, handling, issues, replies, verdicts
from station_desk.casework.browse import MatterDetail, Office
from station_desk.casework.context import Changed
from station_desk.domain.declare import RecordId
from station_desk.domain.profile import RuleProfile
from station_desk.domain.tracks import TRACKS, Need, StepDecl
from station_desk.errors import Problem, UserError, ValidationError
from station_desk.ui import look
from station_desk.ui.dialogs.fields import StepFields
from station_desk.ui.drafting import DraftKeeper
from station_desk.ui.forms.ui_step_dialog import Ui_StepDialog
from station_desk.ui.scaling import FormScaler
from station_desk.ui.session import Session
from station_desk.ui.words import joined, shown_number


@dataclass(frozen=True, slots=True)
class Material:
    """What the dialog is filled with, read together: the matter, the lists, the rules, a draft left."""

    detail: MatterDetail
    office: Office
    profile: RuleProfile
    draft: str = ""


def open_step(
    session: Session,
    parent: QWidget,
    matter: RecordId,
    verb: str,
    *,
    done: Callable[[Changed], object] | None = None,
) -> None:
    """Ask for what the step `verb` of a matter needs, then take it. Returns at once.

    Reads the matter on the reader thread, then opens a window-modal dialog over `parent`; `done` is called
    after the step was saved. A step that raises a suggestion asks the suggestion page instead:
    `session.wanted("suggestions", ("raise", (matter,)))`.
    """
    for track in TRACKS.values():
        declared = track.steps.get(verb)
        if declared is not None and Need.SUGGESTION in declared.needs:
            session.wanted.emit("suggestions", ("raise", (matter,)))
            return

    def read() -> Material | None:
        detail = browse.detail(session.desk, matter)
        if detail is None:
            return None
        left = drafts.load(session.desk, draft_key(matter, verb))
        office, profile = browse.office(session.desk), session.desk.profile()
        return Material(detail, office, profile, left.payload if left is not None else "")

    def show(found: Material | None) -> None:
        if found is None or verb not in TRACKS[found.detail.row.track].steps:
            session.said.emit(
                QApplication.translate("StepDialog", "This matter is no longer here. Refresh the list."),
                False,
            )
            return
        dialog = StepDialog(session, found, TRACKS[found.detail.row.track].steps[verb], parent)
        if done is not None:
            dialog.told.connect(done)
        dialog.open()

    session.read(read, show, owner=parent)


def draft_key(matter: RecordId, verb: str) -> str:
    """Under which what was half typed for a step of a matter is kept."""
    return f"step:{matter.hex()}:{verb}"


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
        self.fields = StepFields(
            session,
            step,
            material.detail,
            material.office,
            material.profile,
            self._form.fields,
            self._form.inside,
        )
        FormScaler(self)
        self._fresh = self.fields.values()
        self.keeper = DraftKeeper(session, self._draft_text, self)
        self.keeper.begin(draft_key(row.id, step.verb))
        self._form.notice.linkActivated.connect(self._afresh)
        self._resume(material.draft)
        self.fields.touched.connect(self.keeper.touch)
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
        self._session.write(self._call(), done=self._saved, failed=self._refused, owner=self)

    def _missing(self) -> list[Problem]:
        """What only the form can know: days that mean nothing, a choice not made."""
        fields = self.fields
        problems: list[Problem] = []
        for name in ("on", "until"):
            if (
                fields.has_day(name)
                and fields.day(name) is None
                and (name == "on" or fields.text_of_day(name))
            ):
                problems.append(Problem(name, self.tr("Give a day, such as 5-21 or yesterday.")))
        if fields.must_choose_assignment():
            problems.append(Problem("assignment", self.tr("Choose which unit this is for.")))
        if Need.TARGET in self._step.needs and fields.target is None:
            problems.append(Problem("target", self.tr("Choose the other matter from the list.")))
        if Need.CONSULTATION in self._step.needs and fields.record("signer") is None:
            problems.append(Problem("signer", self.tr("Choose the deputy who returned the form.")))
        return problems

    def _call(self) -> Callable[[], Changed]:
        """The use case with the values as they stand now, to be run on the writer thread."""
        desk, actor, matter = self._session.desk, self._session.actor, self._material.detail.row.id
        fields, needs, verb = self.fields, self._step.needs, self._step.verb
        on = fields.day() or self._session.today()
        if Need.UNITS in needs and fields.units is not None:
            charges, request, number = fields.units.charges(), fields.text("request"), fields.text("number")
            return lambda: handling.hand_over(
                desk, actor, matter, on, charges, request=request, number=number
            )
        if Need.REPLY in needs:
            reply = self._reply(on)
            return lambda: replies.record(desk, actor, matter, reply)
        if Need.FEEDBACK in needs:
            told = feedback.FeedbackEntry(
                told_on=on,
                method=fields.choice("method"),
                by=fields.text("by"),
                text=fields.text("text"),
                verdict=fields.choice("verdict"),
                reason=fields.text("reason"),
            )
            return lambda: feedback.tell(desk, actor, matter, told)
        if Need.CONSULTATION in needs:
            signer = fields.record("signer") or matter
            form = verdicts.ConsultationEntry(
                returned_on=on,
                result=fields.choice("result"),
                attitude=fields.choice("attitude"),
                opinion=fields.text("opinion"),
            )
            return lambda: verdicts.consult(desk, actor, matter, signer, form)
        if Need.TARGET in needs:
            into = fields.target or matter
            return lambda: issues.merge(desk, actor, matter, into, on)
        text, code = fields.text("text"), fields.choice("code")
        if verb == "conclude":
            return lambda: verdicts.conclude(desk, actor, matter, on, text)
        if verb == "verdict":
            return lambda: feedback.judge(desk, actor, matter, on, code, text)
        entry = handling.StepEntry(
            on=on, text=text, until=fields.day("until"), code=code, assignment=fields.assignment()
        )
        return lambda: handling.take(desk, actor, matter, verb, entry)

    def _reply(self, on: date) -> replies.ReplyEntry:
        fields = self.fields
        return replies.ReplyEntry(
            dated=on,
            text=fields.text("text"),
            number=fields.text("number"),
            reply_class=fields.choice("reply_class"),
            method=fields.choice("method"),
            unit=fields.record("unit"),
            assignment=fields.assignment(),
            contact=fields.text("contact"),
            phone=fields.text("phone"),
        )

    def _saved(self, changed: Changed) -> None:
        row = self._material.detail.row
        self.keeper.forget()
        self._session.said.emit(
            self.tr("{step}: {number} saved").format(step=self._step.label, number=shown_number(row)),
            not self._step.decision,
        )
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
