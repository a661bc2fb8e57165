"""Writing a motion's sheet: what it is about, its grounds and plan, and whether enough deputies sign it."""

from __future__ import annotations

import json
from datetime import date
from uuid import uuid4

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from station_desk.casework import motions, reception
from station_desk.casework.browse import MatterDetail
from station_desk.casework.context import Changed
from station_desk.casework.motions import MotionEntry
from station_desk.casework.suggestions import Raised
from station_desk.domain.declare import RecordId
from station_desk.domain.records import Motion
from station_desk.domain.vocabulary import CONSENTS
from station_desk.errors import UserError, ValidationError
from station_desk.ui.choosing import deputy_options, look_up_by_pinyin, record_id
from station_desk.ui.drafting import DraftKeeper
from station_desk.ui.forms.ui_motion_edit import Ui_MotionEdit
from station_desk.ui.pages.suggestion_fields import LevelChoice, fill
from station_desk.ui.pages.suggestion_offer import SheetOffer
from station_desk.ui.scaling import FormScaler
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.fields import ErrorBook
from station_desk.ui.widgets.kept_line import KeptLine
from station_desk.ui.widgets.page import Page
from station_desk.ui.widgets.picks import Pick

PREFIX = "motion:"


class MotionEditor(Page):
    """`write_new()`, `revise(detail)`. Signals: `saved(RecordId)`, `left()`."""

    saved = Signal(object)
    left = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._counter: reception.Counter | None = None
        self._matter: RecordId | None = None
        self._loading = False
        self.errors = ErrorBook()
        self.form = QWidget(self)
        self.ui = Ui_MotionEdit()
        self.ui.setupUi(self.form)
        FormScaler(self.form)
        self.offer = SheetOffer(session, self.ui.offer, PREFIX)
        self.keeper = DraftKeeper(session, self._draft_text, self)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        ui = self.ui
        for field, editor in (
            (ui.titleField, ui.title), (ui.deputiesField, ui.deputies), (ui.groundsField, ui.grounds),
            (ui.planField, ui.plan), (ui.levelField, ui.level), (ui.groupField, ui.group),
            (ui.sessionField, ui.session), (ui.categoryField, ui.category), (ui.consentField, ui.consent),
        ):  # fmt: skip
            field.set_editor(editor)
        for name, editor, field in (
            ("title", ui.title, ui.titleField), ("deputies", ui.deputies, ui.deputiesField),
            ("grounds", ui.grounds, ui.groundsField), ("plan", ui.plan, ui.planField),
        ):  # fmt: skip
            self.errors.add(name, editor, field)
        for field in (ui.levelField, ui.groupField, ui.sessionField, ui.categoryField, ui.consentField):
            ui.factsRow.place(field, 1, 170)
        ui.deputies.set_folded(True)
        fill(ui.consent, CONSENTS)
        self.level = LevelChoice(ui.level)
        for line in (ui.category, ui.deputies.line):
            look_up_by_pinyin(self.session, line)
        ui.mistake.hide()
        ui.needed.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        for field in (ui.groundsField, ui.planField):
            field.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.set_body(self.form, scroll=True)
        self.kept = KeptLine(self)
        self.leave = Button(self, self.tr("Leave"), "word")
        self.keep = Button(self, self.tr("Save"), "primary")
        self.keep.set_aside("Ctrl+S")
        bar = self.actions_bar()
        bar.add_left(self.kept)
        bar.add_right(self.leave)
        bar.add_right(self.keep)

    def _connect(self) -> None:
        ui = self.ui
        for line in (ui.title, ui.group, ui.session, ui.category):
            line.textEdited.connect(self._typed)
        for box in (ui.grounds, ui.plan):
            box.textChanged.connect(self._typed)
        ui.category.chosen.connect(self._typed)
        ui.deputies.changed.connect(self._typed)
        for combo in (ui.level, ui.consent):
            combo.activated.connect(self._typed)
        self.offer.resumed.connect(self._resume)
        self.leave.clicked.connect(self._leave)
        self.keep.clicked.connect(self.save)
        self.keeper.kept.connect(self.kept.say)

    # ---- beginning -----------------------------------------------------------------------------------

    def write_new(self) -> None:
        """A new motion."""
        self._begin(None, f"{PREFIX}{uuid4().hex}", self.tr("Draft a motion"))
        self.offer.look_for_new(self.keeper.key)

    def revise(self, detail: MatterDetail) -> None:
        """Revise a motion that was not submitted yet."""
        record = detail.record
        if not isinstance(record, Motion):
            return
        self._begin(detail.row.id, f"{PREFIX}{detail.row.id.hex()}", self.tr("Revise the motion"))
        self._set(
            MotionEntry(
                title=record.title or "", grounds=record.grounds or "", plan=record.plan or "",
                deputies=tuple(row.signer.deputy for row in detail.signers if row.signer.deputy),
                opened_on=record.opened_on or self.session.today(), session=record.session or "",
                group=record.group or "", level=record.level or "", category=record.category or "",
                consent=record.consent or "",
            )
        )  # fmt: skip
        self.offer.look_for(self.keeper.key, self._draft_text())

    def _begin(self, matter: RecordId | None, key: str, title: str) -> None:
        self.keeper.begin(key)
        self._matter = matter
        self.head.set_title(title)
        self.kept.clear()
        self.errors.clear()
        self.offer.close()
        self.level.set_fixed(matter is not None)
        self.ui.mistake.hide()
        self._set(MotionEntry(title="", grounds="", plan="", deputies=(), opened_on=self.session.today()))
        desk, day = self.session.desk, self.session.today()
        self.session.read(lambda: reception.counter(desk, day), self._show_lists, owner=self)

    def _show_lists(self, found: reception.Counter) -> None:
        self._counter = found
        self.ui.deputies.set_options(deputy_options(found.deputies))
        self.ui.category.set_options([Pick(name, "", name) for name in found.categories])
        self.level.set_deputies(found.deputies)
        self._count()

    def _count(self) -> None:
        """How many must sign, and how many stand on the sheet; a delegation need not count."""
        keys, needed = self.ui.deputies.keys(), self.ui.needed
        self.level.show_lead(keys)
        if self._counter is None:
            needed.hide()
            return
        rule = "motion.signers_town" if self.level.level() == "town" else "motion.signers"
        must = self._counter.profile.limit(rule)
        short = must - len(keys)
        needed.show()
        if self.ui.group.text().strip():
            needed.set_kind("info")
            needed.show_words(text=self.tr("In the name of a delegation: no number of deputies is asked."))
        elif short > 0:
            needed.set_kind("amber")
            said = self.tr("{must} deputies must sign before it is submitted; {n} stand here, {short} more.")
            needed.show_words(text=said.format(must=must, n=len(keys), short=short))
        else:
            needed.set_kind("info")
            said = self.tr("{must} deputies must sign before it is submitted; {n} stand here.")
            needed.show_words(text=said.format(must=must, n=len(keys)))

    # ---- its value -----------------------------------------------------------------------------------

    def entry(self) -> MotionEntry:
        """What the sheet says now."""
        ui = self.ui
        named = map(record_id, ui.deputies.keys())
        return MotionEntry(
            title=ui.title.text(), grounds=ui.grounds.toPlainText(), plan=ui.plan.toPlainText(),
            deputies=tuple(found for found in named if found is not None),
            opened_on=self.session.today(), session=ui.session.text(), group=ui.group.text(),
            level=self.level.value(), category=ui.category.text().strip(),
            consent=str(ui.consent.currentData() or ""),
        )  # fmt: skip

    def _set(self, entry: MotionEntry) -> None:
        ui = self.ui
        self._loading = True
        ui.title.setText(entry.title)
        ui.grounds.setPlainText(entry.grounds)
        ui.plan.setPlainText(entry.plan)
        ui.deputies.set_keys([deputy.hex() for deputy in entry.deputies])
        ui.session.setText(entry.session)
        ui.group.setText(entry.group)
        ui.category.set_key(entry.category)
        ui.category.setText(entry.category)
        self.level.set_value(entry.level)
        ui.consent.setCurrentIndex(max(0, ui.consent.findData(entry.consent)))
        self._loading = False
        self._count()

    def _typed(self) -> None:
        if not self._loading:
            self.ui.mistake.hide()
            self.keeper.touch()
            self._count()

    def _draft_text(self) -> str:
        now = self.entry()
        if not (now.title.strip() or now.grounds.strip() or now.plan.strip()):
            return ""
        values: dict[str, object] = {
            name: getattr(now, name)
            for name in MotionEntry.__dataclass_fields__
            if name not in ("deputies", "opened_on")
        }
        values["deputies"] = [deputy.hex() for deputy in now.deputies]
        return json.dumps(values, ensure_ascii=False)

    def _resume(self, key: str, text: str) -> None:
        entry = _from_text(text, self.session.today())
        if entry is not None:
            self.keeper.begin(key)
            self._set(entry)

    # ---- saving --------------------------------------------------------------------------------------

    def _leave(self) -> None:
        self.keeper.flush()
        self.left.emit()

    def save(self) -> None:
        """Save the sheet: begin the motion, or revise it."""
        now = self.entry()
        self.errors.clear()
        self.keep.setEnabled(False)
        desk, actor, matter = self.session.desk, self.session.actor, self._matter
        said = self.tr("Saving the motion")
        if matter is None:
            self.session.write(
                lambda: motions.put(desk, actor, now),
                done=self._put, failed=self._failed, owner=self, text=said,
            )  # fmt: skip
        else:

            def revised(_: Changed) -> None:
                self._done(matter, self.tr("Saved"))

            self.session.write(
                lambda: motions.revise(desk, actor, matter, now),
                done=revised, failed=self._failed, owner=self, text=said,
            )  # fmt: skip

    def _put(self, made: Raised) -> None:
        self._done(made.id, self.tr("Saved {number}").format(number=made.number))

    def _done(self, matter: RecordId, said: str) -> None:
        self.keep.setEnabled(True)
        self.keeper.forget()
        self.session.said.emit(said, True)
        self.saved.emit(matter)

    def _failed(self, error: UserError) -> None:
        self.keep.setEnabled(True)
        self.keeper.keep()
        told = self.errors.show(error.problems) if isinstance(error, ValidationError) else str(error)
        self.ui.mistake.setVisible(bool(told))
        self.ui.mistake.show_words(text=told)

    def first_focus(self) -> QWidget | None:
        return self.ui.title


def _from_text(text: str, today: date) -> MotionEntry | None:
    try:
        stored = json.loads(text)
    except ValueError:
        return None
    if not isinstance(stored, dict):
        return None

    def said(name: str) -> str:
        found = stored.get(name)
        return found if isinstance(found, str) else ""

    listed = stored.get("deputies")
    keys = [key for key in listed if isinstance(key, str)] if isinstance(listed, list) else []
    return MotionEntry(
        title=said("title"), grounds=said("grounds"), plan=said("plan"), opened_on=today,
        deputies=tuple(found for key in keys if (found := record_id(key)) is not None),
        session=said("session"), group=said("group"), level=said("level"), category=said("category"),
        consent=said("consent"),
    )  # fmt: skip
