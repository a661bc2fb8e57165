"""Writing a suggestion's sheet: new, from issues, or revised, with warnings of what it must not be."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import uuid4

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from station_desk.casework import browse, reception, suggestions
from station_desk.casework.browse import MatterDetail
from station_desk.casework.context import Changed
from station_desk.casework.suggestions import Raised, SuggestionEntry
from station_desk.domain.declare import RecordId
from station_desk.domain.profile import Caution
from station_desk.domain.vocabulary import CONSENTS, FORMED_BY, YEARS_RUNNING
from station_desk.errors import Problem, UserError, ValidationError
from station_desk.ui import words
from station_desk.ui.choosing import deputy_options, look_up_by_pinyin, record_id
from station_desk.ui.drafting import DraftKeeper
from station_desk.ui.forms.ui_suggestion_edit import Ui_SuggestionEdit
from station_desk.ui.pages.suggestion_beside import SuggestionBeside
from station_desk.ui.pages.suggestion_fields import LevelChoice, fill
from station_desk.ui.pages.suggestion_offer import PREFIX, SheetOffer
from station_desk.ui.pages.suggestion_state import from_issues, from_text, of_record, to_text
from station_desk.ui.scaling import FormScaler
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.fields import ErrorBook
from station_desk.ui.widgets.kept_line import KeptLine
from station_desk.ui.widgets.notice import Notice
from station_desk.ui.widgets.page import Page
from station_desk.ui.widgets.picks import Pick

_PAUSE_MS = 350


class SuggestionEditor(Page):
    """`write_new()`, `write_from(issues)`, `revise(detail)`. Signals: `saved(RecordId)`, `left()`."""

    saved = Signal(object)
    left = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.side_from = 1010
        self._counter: reception.Counter | None = None
        self._issues: tuple[RecordId, ...] = ()
        self._matter: RecordId | None = None
        self._asked = ""
        self._follows: RecordId | None = None
        self._loading = False
        self.errors = ErrorBook()
        self.form = QWidget(self)
        self.ui = Ui_SuggestionEdit()
        self.ui.setupUi(self.form)
        FormScaler(self.form)
        self.offer = SheetOffer(session, self.ui.offer)
        self.keeper = DraftKeeper(session, self._draft_text, self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._look_round)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        ui = self.ui
        for field, editor in (
            (ui.titleField, ui.title), (ui.deputiesField, ui.deputies), (ui.textField, ui.text),
            (ui.categoryField, ui.category), (ui.placeField, ui.place), (ui.unitsField, ui.proposedUnits),
            (ui.consentField, ui.consent), (ui.formedField, ui.formedBy), (ui.yearsField, ui.yearsRunning),
            (ui.sessionField, ui.session), (ui.levelField, ui.level), (ui.groupField, ui.group),
        ):  # fmt: skip
            field.set_editor(editor)
        for name, editor, field in (
            ("title", ui.title, ui.titleField), ("text", ui.text, ui.textField),
            ("deputies", ui.deputies, ui.deputiesField),
        ):  # fmt: skip
            self.errors.add(name, editor, field)
        for field, least in ((ui.categoryField, 150), (ui.placeField, 200), (ui.unitsField, 240)):
            ui.factsRow.place(field, least // 10, least)
        nature = (ui.consentField, ui.formedField, ui.yearsField)
        for field in (*nature, ui.levelField, ui.groupField, ui.sessionField):
            ui.natureRow.place(field, 1, 220)
        for box in (ui.atSession, ui.wantsContact, ui.referenceOnly):
            ui.checksRow.place(box)
        ui.checksRow.set_gaps(24, 4)
        ui.deputies.set_folded(True)
        fill(ui.consent, CONSENTS)
        fill(ui.formedBy, FORMED_BY, self.tr("Not said"))
        fill(ui.yearsRunning, YEARS_RUNNING, self.tr("Not said"))
        self.level = LevelChoice(ui.level)
        for line in (ui.category, ui.deputies.line):
            look_up_by_pinyin(self.session, line)
        for part in (ui.cautionsBox, ui.follows):
            part.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        ui.textField.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        for part in (ui.mistake, ui.cautionsBox, ui.follows):
            part.hide()
        self.set_body(self.form, scroll=True)
        self.panel = SuggestionBeside(self.session, self)
        self.set_side(self.panel, self.tr("Source and similar"))
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
        for line in (ui.title, ui.place, ui.proposedUnits, ui.session, ui.category, ui.group):
            line.textEdited.connect(self._typed)
        ui.category.chosen.connect(self._typed)
        ui.text.textChanged.connect(self._typed)
        ui.deputies.changed.connect(self._typed)
        for combo in (ui.consent, ui.formedBy, ui.yearsRunning, ui.level):
            combo.activated.connect(self._typed)
        for box in (ui.atSession, ui.wantsContact, ui.referenceOnly):
            box.clicked.connect(self._typed)
        self.offer.resumed.connect(self._resume)
        self.panel.continued.connect(self._continue)
        ui.follows.linkActivated.connect(self._forget_earlier)
        self.leave.clicked.connect(self._leave)
        self.keep.clicked.connect(self.save)
        self.keeper.kept.connect(self.kept.say)

    # ---- beginning -----------------------------------------------------------------------------------

    def write_new(self) -> None:
        """A new suggestion of the deputies' own."""
        self._begin((), None, f"{PREFIX}{uuid4().hex}", self.tr("Draft a suggestion"))
        self.offer.look_for_new(self.keeper.key)

    def write_from(self, issues: Sequence[RecordId]) -> None:
        """A suggestion raised from these issues, prefilled with what they say."""
        chosen = tuple(dict.fromkeys(issues))
        key = PREFIX + "from:" + ",".join(sorted(issue.hex() for issue in chosen))
        self._begin(chosen, None, key, self.tr("Raise a suggestion"))
        desk = self.session.desk

        def read() -> list[MatterDetail]:
            return [found for issue in chosen if (found := browse.detail(desk, issue)) is not None]

        self.session.read(read, self._prefill, owner=self)

    def revise(self, detail: MatterDetail) -> None:
        """Revise a draft that was not submitted yet."""
        entry = of_record(detail, self.session.today())
        if entry is None:
            return
        self._begin((), detail.row.id, f"{PREFIX}{detail.row.id.hex()}", self.tr("Revise the suggestion"))
        self._set(entry)
        self.panel.show_source(
            [link.matter for link in detail.links if link.kind == "raised-from" and link.matter]
        )
        self.offer.look_for(self.keeper.key, self._draft_text())

    def _begin(self, issues: tuple[RecordId, ...], matter: RecordId | None, key: str, title: str) -> None:
        self.keeper.begin(key)
        self._issues, self._matter, self._asked = issues, matter, ""
        self.head.set_title(title)
        self.kept.clear()
        self.errors.clear()
        self.offer.close()
        self.level.set_fixed(matter is not None)
        self.panel.offering = matter is None
        self.ui.mistake.hide()
        self._set(SuggestionEntry(title="", text="", deputies=(), opened_on=self.session.today()))
        self.panel.show_source(())
        self.panel.show_similar(())
        desk, day = self.session.desk, self.session.today()
        self.session.read(lambda: reception.counter(desk, day), self._show_lists, owner=self)

    def _show_lists(self, found: reception.Counter) -> None:
        self._counter = found
        self.ui.deputies.set_options(deputy_options(found.deputies))
        site = self.session.desk.identity.site
        if self._matter is None and not self.ui.deputies.keys():
            # At their own desk the deputy leads what they write.
            self.ui.deputies.set_keys([key.hex() for key, deputy in found.deputies if deputy.desk == site])
        self.level.set_deputies(found.deputies)
        self.level.show_lead(self.ui.deputies.keys())
        self.ui.category.set_options([Pick(name, "", name) for name in found.categories])
        self._look_round()

    def _prefill(self, found: list[MatterDetail]) -> None:
        rows = [detail.row for detail in found]
        self.panel.show_source(rows)
        if not found or self.ui.title.text() or self.ui.text.toPlainText():
            return
        self._set(from_issues(found, self.session.today()))
        self.offer.look_for(self.keeper.key, self._draft_text())

    # ---- its value -----------------------------------------------------------------------------------

    def entry(self) -> SuggestionEntry:
        """What the sheet says now."""
        ui = self.ui
        named = ui.deputies.keys()
        return SuggestionEntry(
            title=ui.title.text(),
            text=ui.text.toPlainText(),
            deputies=tuple(found for key in named if (found := record_id(key)) is not None),
            opened_on=self.session.today(),
            category=ui.category.text().strip(),
            place=ui.place.text(),
            session=ui.session.text().strip(),
            at_session=ui.atSession.isChecked(),
            consent=str(ui.consent.currentData() or ""),
            formed_by=str(ui.formedBy.currentData() or ""),
            years_running=str(ui.yearsRunning.currentData() or ""),
            wants_contact=ui.wantsContact.isChecked(),
            reference_only=ui.referenceOnly.isChecked(),
            proposed_units=ui.proposedUnits.text(),
            level=self.level.value(),
            group=ui.group.text(),
            follows=self._follows,
        )

    def _set(self, entry: SuggestionEntry) -> None:
        ui = self.ui
        self._loading = True
        ui.title.setText(entry.title)
        ui.text.setPlainText(entry.text)
        ui.deputies.set_keys([deputy.hex() for deputy in entry.deputies])
        ui.category.set_key(entry.category)
        ui.category.setText(entry.category)
        ui.place.setText(entry.place)
        ui.session.setText(entry.session)
        ui.proposedUnits.setText(entry.proposed_units)
        ui.group.setText(entry.group)
        self.level.set_value(entry.level)
        self.level.show_lead(ui.deputies.keys())
        self._follow(entry.follows)
        for combo, value in (
            (ui.consent, entry.consent),
            (ui.formedBy, entry.formed_by),
            (ui.yearsRunning, entry.years_running),
        ):
            combo.setCurrentIndex(max(0, combo.findData(value)))
        ui.atSession.setChecked(entry.at_session)
        ui.wantsContact.setChecked(entry.wants_contact)
        ui.referenceOnly.setChecked(entry.reference_only)
        self._loading = False
        self._pause.start()

    def _draft_text(self) -> str:
        now = self.entry()
        if not (now.title.strip() or now.text.strip()):
            return ""
        return to_text(now)

    def _typed(self) -> None:
        if not self._loading:
            self.ui.mistake.hide()
            self.level.show_lead(self.ui.deputies.keys())
            self.keeper.touch()
            self._pause.start()

    # ---- drafts --------------------------------------------------------------------------------------

    def _resume(self, key: str, text: str) -> None:
        entry = from_text(text, self.session.today())
        if entry is not None:
            self.keeper.begin(key)
            self._set(entry)

    # ---- raised again --------------------------------------------------------------------------------

    def _continue(self, row: browse.MatterRow) -> None:
        """Go on from an earlier suggestion: both will be linked, and it is raised for years now."""
        years = self.ui.yearsRunning
        if years.currentData() in ("", None, "one"):
            years.setCurrentIndex(years.findData("two"))
        self._follow(row.id)
        self._typed()

    def _follow(self, earlier: RecordId | None) -> None:
        self._follows = earlier
        self.ui.follows.hide()
        if earlier is None:
            return
        desk = self.session.desk

        def show(found: MatterDetail | None) -> None:
            if found is not None and self._follows == earlier:
                named = words.joined((words.shown_number(found.row), found.row.title))
                said = self.tr("Goes on from {earlier}").format(earlier=named)
                self.ui.follows.show()
                self.ui.follows.show_words(text=said, link=self.tr("Take it off"))

        self.session.read(lambda: browse.detail(desk, earlier), show, owner=self)

    def _forget_earlier(self) -> None:
        self._follow(None)
        self._typed()

    # ---- what is known -------------------------------------------------------------------------------

    def _look_round(self) -> None:
        now = self.entry()
        about = f"{now.title} {now.text}".strip()
        if self._counter is not None:
            self._show_cautions(self._counter.profile.cautions(about))
        if about == self._asked:
            return
        self._asked = about
        if len(about) < 6:
            self.panel.show_similar(())
            return
        desk, vocabulary = self.session.desk, self.session.vocabulary

        def show(found: list[browse.Similar]) -> None:
            if about == self._asked:
                others = [s for s in found if s.row.track == "suggestion" and s.row.id != self._matter]
                self.panel.show_similar(others[:3])

        self.session.read(lambda: browse.similar_to(desk, vocabulary, about, limit=12), show, owner=self)

    def _show_cautions(self, found: Sequence[Caution]) -> None:
        box = self.ui.cautionsBox.layout()
        if box is None:
            return
        while (item := box.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self.ui.cautionsBox.setVisible(bool(found))
        for caution in found:
            notice = Notice(self.ui.cautionsBox, "amber")
            notice.set_icon("triangle-alert")
            notice.show_words(text=str(caution.hint))
            box.addWidget(notice)

    # ---- saving --------------------------------------------------------------------------------------

    def _leave(self) -> None:
        self.keeper.flush()
        self.left.emit()

    def save(self) -> None:
        """Save the sheet: raise it, or revise it."""
        now = self.entry()
        missing = []
        if not now.title.strip():
            missing.append(Problem("title", self.tr("Give the suggestion a title.")))
        if not now.deputies:
            missing.append(Problem("deputies", self.tr("Choose the deputy who raises it.")))
        if not now.text.strip():
            missing.append(Problem("text", self.tr("Write what is proposed, and why.")))
        self.errors.clear()
        if missing:
            self.errors.show(missing)
            return
        self.keep.setEnabled(False)
        desk, actor, matter, issues = self.session.desk, self.session.actor, self._matter, self._issues
        said = self.tr("Saving the suggestion")
        if matter is None:
            self.session.write(
                lambda: suggestions.raise_from(desk, actor, issues, now),
                done=self._raised, failed=self._failed, owner=self, text=said,
            )  # fmt: skip
        else:

            def revised(_: Changed) -> None:
                self._done(matter, self.tr("Saved"))

            self.session.write(
                lambda: suggestions.revise(desk, actor, matter, now),
                done=revised, failed=self._failed, owner=self, text=said,
            )  # fmt: skip

    def _raised(self, made: Raised) -> None:
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
