"""Reception: the 60-second card of one visit, its matters, and what is known already beside it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from station_desk.casework import browse, intake, pasting, reception
from station_desk.casework.context import Changed
from station_desk.domain.declare import RecordId
from station_desk.errors import Problem, UserError, ValidationError
from station_desk.ui.choosing import look_up_by_pinyin
from station_desk.ui.drafting import DraftKeeper
from station_desk.ui.pages.reception_after import AfterSaving
from station_desk.ui.pages.reception_card import VisitorCard
from station_desk.ui.pages.reception_matters import MatterStack
from station_desk.ui.pages.reception_offers import PREFIX, Offers
from station_desk.ui.pages.reception_recall import Recall
from station_desk.ui.pages.reception_side import ReceptionSide
from station_desk.ui.pages.reception_state import MatterDraft, VisitDraft
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.kept_line import KeptLine
from station_desk.ui.widgets.page import Page

_LISTS = frozenset({"visit", "deputy", "unit", "grid", "category", "profile"})


class ReceptionPage(Page):
    """The card of the visit now at the counter. `begin()` clears it for the next one."""

    offers = frozenset({"save_next", "another_matter", "print"})

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.side_from = 1110
        self.card = VisitorCard(session)
        self.matters = MatterStack(session)
        self._fresh_card = True
        self._counter: reception.Counter | None = None
        self._began = datetime.now()
        self._saving = False
        self.keeper = DraftKeeper(session, self._draft_text, self)
        self.offers_line = Offers(session, self.card.ui.offer, self)
        self.after = AfterSaving(session, self.card.ui.lay1, self)
        self._build()
        self._connect()
        self.begin()
        self._read_counter()
        self.offers_line.look(self.keeper.key)

    # ---- making --------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.head.set_title(self.tr("Reception"))
        self.paste = Button(self, self.tr("Paste a text"), icon="clipboard-paste")
        self.paste.setToolTip(self.tr("Paste a WeChat or telephone text"))
        self.anonymous = Button(self, self.tr("Anonymous"), icon="user-x")
        self.anonymous.setCheckable(True)
        self.head.add(self.paste)
        self.head.add(self.anonymous)
        home = self.card.ui.cardsBox.layout()
        if home is not None:
            home.addWidget(self.matters)
        self.set_body(self.card, scroll=True)
        self.side = ReceptionSide(self.session)
        self.recall = Recall(self.session, self.card, self.matters, self.side, self)
        self.set_side(self.side, self.tr("Earlier"))
        bar = self.actions_bar()
        self.kept = KeptLine(self)
        self.give_up = Button(self, self.tr("Discard"), "word")
        self.save_print = Button(self, self.tr("Save and print the form"), icon="printer")
        self.save_next = Button(self, self.tr("Save, next visitor"), "primary")
        self.save_next.set_aside("Ctrl+Enter")
        bar.add_left(self.kept)
        for button in (self.give_up, self.save_print, self.save_next):
            bar.add_right(button)

    def _connect(self) -> None:
        ui = self.card.ui
        self.card.changed.connect(self._changed)
        self.card.knownChanged.connect(self.recall.visitor_changed)
        look_up_by_pinyin(self.session, ui.grid)
        look_up_by_pinyin(self.session, ui.deputies.line)
        ui.another.clicked.connect(self.matters.another)
        ui.channel.chosen.connect(self._changed)
        ui.deputies.changed.connect(self._receiving_changed)
        self.offers_line.resumed.connect(self._resume)
        self.matters.changed.connect(self._changed)
        self.matters.aboutChanged.connect(self.recall.words_changed)
        self.matters.counted.connect(self._say_count)
        self.card.phoneAsked.connect(partial(self.recall.reveal_phone, self._failed))
        ui.mistake.linkActivated.connect(ui.mistake.hide)
        self.paste.clicked.connect(self.card.open_paste)
        self.card.pasted.connect(self._pasted)
        self.anonymous.toggled.connect(self._anonymous)
        self.give_up.clicked.connect(self._give_up)
        self.save_print.clicked.connect(self._save_and_print)
        self.save_next.clicked.connect(self._save_and_next)
        self.keeper.kept.connect(self.kept.say)
        self.session.changed.connect(self._desk_changed)
        for signal in (self.side.looked, self.side.likened, self.side.merged):
            signal.connect(self._close_floating)
        self.side.looked.connect(self._look_at)
        self.side.likened.connect(self._do_like)
        self.side.merged.connect(self._merge)

    # ---- the counter's lists --------------------------------------------------------------------------

    def _read_counter(self) -> None:
        desk, day = self.session.desk, self.session.today()
        self.session.read(lambda: reception.counter(desk, day), self._show_counter, owner=self)

    def _show_counter(self, found: reception.Counter) -> None:
        self._counter = found
        self.card.set_counter(found)
        self.head.set_title(self.tr("Reception"), self.tr("Visit {number}").format(number=found.number))
        self.matters.set_counter(found)
        self.recall.set_calendar(found.profile.calendar)
        if self._fresh_card:
            self._preset()

    def _preset(self) -> None:
        """Who receives and how, as at the day's last visit."""
        if self._counter is None:
            return
        self.card.show_channel(self._counter.channel)
        self.card.ui.deputies.set_keys([deputy.hex() for deputy in self._counter.receiving])
        self._receiving_changed(by_hand=False)

    def _desk_changed(self, changed: Changed) -> None:
        if not changed.types or changed.types & _LISTS:
            self._read_counter()

    # ---- the card ------------------------------------------------------------------------------------

    def begin(self, draft: VisitDraft | None = None) -> None:
        """Clear the card for the next visit, or show a draft kept earlier."""
        self._began = draft.began if draft else self._now()
        self.keeper.begin(draft.key if draft else f"{PREFIX}{uuid4().hex}")
        self._fresh_card = draft is None
        self.card.set_draft(draft)
        self.recall.clear()
        self._set_anonymous(False)
        self.matters.set_drafts(draft.matters if draft else ())
        self.card.show_channel(draft.channel if draft else "station")
        self.kept.clear()
        if draft is not None:
            self.card.ui.deputies.set_keys(draft.deputies)
            if draft.known:
                self._read_known(draft.known)
        elif self._counter is not None:
            self._preset()

    def _now(self) -> datetime:
        return datetime.combine(self.session.today(), datetime.now().time().replace(microsecond=0))

    def _begin_now(self) -> None:
        """A visit begins with its first word, not when the card before was saved: perhaps yesterday."""
        before, self._began = self._began, self._now()
        if before.date() != self._began.date():
            self._read_counter()

    def arrive(self) -> None:
        """A card left empty overnight is today's."""
        if self._fresh_card and self._began.date() != self.session.today():
            self._begin_now()

    def draft(self) -> VisitDraft:
        """What the card says now."""
        who = self.card
        return VisitDraft(
            key=self.keeper.key,
            began=self._began,
            name=who.name(),
            known=who.known_key(),
            phone=who.phone_said(),
            address=who.ui.address.text(),
            grid=who.ui.grid.key(),
            channel=who.ui.channel.current_value() or "station",
            deputies=who.ui.deputies.keys(),
            informed=who.ui.informed.isChecked(),
            party=who.party.party(),
            matters=self.matters.drafts(),
        )

    def _draft_text(self) -> str:
        draft = self.draft()
        return "" if draft.blank else draft.to_text()

    def _changed(self) -> None:
        if self._fresh_card:
            self._begin_now()
        self._fresh_card = False
        self.card.ui.mistake.hide()
        self.offers_line.typed()
        self.after.put_away()
        self.keeper.touch()

    def _receiving_changed(self, by_hand: bool = True) -> None:
        self.matters.set_receiving(self.card.ui.deputies.keys())
        self.card.ui.meansRow.relay()
        if by_hand:
            self._changed()

    def _anonymous(self, on: bool) -> None:
        self.card.set_anonymous(on)
        self._set_anonymous(on)
        self._changed()
        if on:
            self.matters.cards[0].ui.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _set_anonymous(self, on: bool) -> None:
        self.anonymous.blockSignals(True)
        self.anonymous.setChecked(on)
        self.anonymous.blockSignals(False)
        self.card.set_anonymous(on)

    def _pasted(self, found: pasting.Pasted) -> None:
        """What a pasted text proposes goes where nothing was typed yet; the words always go in."""
        if found.name or found.phone:
            self._set_anonymous(False)
        card = self.matters.current() or self.matters.cards[0]
        now = card.draft()
        text = f"{now.text.rstrip()}\n{found.text}".strip() if now.text.strip() else found.text
        proposed = MatterDraft(text=text, appeal=now.appeal or found.appeal, place=now.place or found.place)
        card.ui.words.setPlainText(proposed.text)
        card.ui.appeal.setText(proposed.appeal)
        card.ui.place.setText(proposed.place)
        self._changed()
        self.recall.words_changed()
        card.ui.words.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- what is known -------------------------------------------------------------------------------

    def _say_count(self, count: int) -> None:
        said = self.tr("{n} this time") if count > 1 else self.tr("1 this time")
        self.card.ui.mattersCount.setText(said.format(n=count))

    def _read_known(self, key: str) -> None:
        desk, record = self.session.desk, RecordId(bytes.fromhex(key))
        self.session.read(lambda: reception.known_visitor(desk, record), self.card.show_known, owner=self)

    def _close_floating(self) -> None:
        button = self.side_button()
        if button is not None:
            button.setChecked(False)

    def _look_at(self, row: browse.MatterRow) -> None:
        self.keeper.flush()
        self.session.wanted.emit("suggestions" if row.track == "suggestion" else "matters", row.id)

    def _do_like(self, row: browse.MatterRow) -> None:
        card, desk, visit = self.matters.current(), self.session.desk, self.keeper.key
        if card is None:
            return

        def show(done: reception.Handling | None) -> None:
            if done is not None and visit == self.keeper.key:
                card.do_like(done)

        self.session.read(lambda: reception.handled_as(desk, row.id), show, owner=card)

    def _merge(self, row: browse.MatterRow) -> None:
        card = self.matters.current()
        if card is not None:
            card.merge_into(row)
            card.ui.words.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- drafts --------------------------------------------------------------------------------------

    def _resume(self, draft: VisitDraft) -> None:
        self.keeper.flush()
        current = self.draft()
        self.begin(draft)
        if not current.blank:
            self.offers_line.put_back(current)
        self.keeper.keep()

    def _give_up(self) -> None:
        """Clear the card; it can be taken back until something else is typed."""
        draft = self.draft()
        if not draft.blank:
            self.keeper.forget()
            self.begin()
            self.offers_line.given_up(draft)
            self.card.ui.visitorName.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---- saving --------------------------------------------------------------------------------------

    def do(self, action: str) -> bool:
        calls = {
            "save_next": self._save_and_next,
            "another_matter": self.matters.another,
            "print": self._save_and_print,
        }
        if action not in calls:
            return False
        calls[action]()
        return True

    def _save_and_next(self) -> None:
        self._save(print_form=False)

    def _save_and_print(self) -> None:
        self._save(print_form=True)

    def _save(self, *, print_form: bool) -> None:
        if self._saving:
            return
        self.card.clear_problems()
        self.matters.clear_problems()
        draft = self.draft()
        entry = draft.entry()
        found = intake.problems(entry, self._counter.profile if self._counter else None)
        if found:
            self._show_problems(found)
            return
        self._set_saving(True)
        desk, actor = self.session.desk, self.session.actor

        def done(saved: intake.VisitSaved) -> None:
            self._set_saving(False)
            self._saved(saved, print_form)
            self.after.show(saved, entry)

        self.session.write(
            lambda: intake.save_visit(desk, actor, entry),
            done=done,
            failed=self._failed,
            owner=self,
            text=self.tr("Saving the visit"),
        )

    def _set_saving(self, saving: bool) -> None:
        self._saving = saving
        for button in (self.save_next, self.save_print, self.give_up):
            button.setEnabled(not saving)

    def _saved(self, saved: intake.VisitSaved, print_form: bool) -> None:
        self.keeper.forget()
        self.begin()
        count = len(saved.matters)
        said = self.tr("Saved {number}, {n} matters") if count > 1 else self.tr("Saved {number}, 1 matter")
        self.session.said.emit(said.format(number=saved.number, n=count), True)
        if print_form:
            self.session.wanted.emit("reports", ("registration", saved.visit))
        else:
            self.card.ui.visitorName.setFocus(Qt.FocusReason.OtherFocusReason)

    def _failed(self, error: UserError) -> None:
        self._set_saving(False)
        self.keeper.keep()
        if isinstance(error, ValidationError):
            self._show_problems(error.problems)
            return
        self.card.ui.mistake.show()
        self.card.ui.mistake.show_words(text=str(error), link=self.tr("Close"))

    def _show_problems(self, found: Sequence[Problem]) -> None:
        of_matters = [p for p in found if p.field.startswith("matters.")]
        homeless = [self.matters.show_problems(of_matters)]
        homeless.append(self.card.show_problems([p for p in found if p not in of_matters]))
        told = "\n".join(part for part in homeless if part)
        if told:
            self.card.ui.mistake.show()
            self.card.ui.mistake.show_words(text=told, link=self.tr("Close"))

    # ---- for the window ------------------------------------------------------------------------------

    def seek(self, key: object) -> None:
        """A new visit is wanted: the card is here already, with what was typed last."""
        self.card.ui.visitorName.setFocus(Qt.FocusReason.OtherFocusReason)

    def first_focus(self) -> QWidget | None:
        return self.card.ui.visitorName

    def may_leave(self) -> bool:
        self.keeper.flush()
        return True
