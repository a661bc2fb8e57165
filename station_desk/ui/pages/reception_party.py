"""Who came with the visitor: how many, who speaks for the group, and a child's guardian."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from station_desk.casework import browse, pasting
from station_desk.domain.profile import RuleProfile
from station_desk.domain.records import Visitor
from station_desk.errors import Problem
from station_desk.ui import look, words
from station_desk.ui.pages.reception_state import OtherDraft, PartyDraft
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.fields import ErrorBook, Field, FieldError
from station_desk.ui.widgets.flow import FlowBox
from station_desk.ui.widgets.picks import Deliver, NameLine, Pick

_OWN = frozenset({"people", "guardian", "guardian_phone", "guardian_agreed", "others"})


class _Other(QWidget):
    """One who came along: name (found like the visitor's), telephone, and a cross."""

    changed = Signal()
    removed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._found: dict[str, browse.KnownVisitor] = {}
        self._known = ("", "", "")  # key, name and telephone of somebody who came before
        self.name, self.phone = NameLine(self), QLineEdit(self)
        self.name.setPlaceholderText(self.tr("Name, or initials"))
        self.name.lookup = self._look_up
        self.name.picked.connect(self._picked)
        self.name.textEdited.connect(self._edited)
        self.phone.textEdited.connect(self.changed)
        self.name_field = Field(self, self.tr("Also speaks for the group"), self.name)
        self.phone_field = Field(self, self.tr("Telephone"), self.phone)
        away = Button(self, kind="icon", icon="x")
        away.setAccessibleName(self.tr("Take this person away"))
        away.setToolTip(away.accessibleName())
        away.clicked.connect(self.removed)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(self.name_field, 3, Qt.AlignmentFlag.AlignTop)
        self._line.addWidget(self.phone_field, 3, Qt.AlignmentFlag.AlignTop)
        self._line.addWidget(away, 0, Qt.AlignmentFlag.AlignBottom)
        self._line.addStretch(2)
        look.follow(self._relay)

    def _relay(self) -> None:
        self._line.setSpacing(look.current().px(12))

    def _look_up(self, text: str, deliver: Deliver) -> None:
        desk = self._session.desk

        def show(found: Sequence[browse.KnownVisitor]) -> None:
            self._found = {known.id.hex(): known for known in found}
            deliver(
                [
                    Pick(k.visitor.name or "", words.masked_phone(k.visitor.phone), k.id.hex(), "user")
                    for k in found
                ]
            )

        self._session.read(lambda: browse.visitors(desk, text), show, owner=self)

    def _picked(self, pick: object) -> None:
        known = self._found.get(pick.key) if isinstance(pick, Pick) else None
        if known is not None:
            self._known = (known.id.hex(), known.visitor.name or "", known.visitor.phone or "")
            self.phone.setText(words.masked_phone(known.visitor.phone))
            self.name_field.say("")
            self.changed.emit()

    def _edited(self, text: str) -> None:
        """Another name is another person."""
        if self._known[0] and text.strip() != self._known[1]:
            if self.phone.text() == words.masked_phone(self._known[2]):
                self.phone.clear()
            self._known = ("", "", "")
        self.changed.emit()

    def draft(self) -> OtherDraft:
        """The person as typed; a known number that was not changed is not said again."""
        phone = self.phone.text().strip()
        same = bool(self._known[0]) and phone == words.masked_phone(self._known[2])
        return OtherDraft(
            name=self.name.text().strip(), known=self._known[0], phone="" if same or "*" in phone else phone
        )

    def set_draft(self, draft: OtherDraft) -> None:
        """Show a person of a draft."""
        self.name.setText(draft.name)
        self.phone.setText(draft.phone)
        self._known = (draft.known, draft.name, draft.phone) if draft.known else ("", "", "")


class VisitParty(QWidget):
    """`party()`, `set_party()`; signal `changed()` by hand. Says its own mistakes (`show_problems`)."""

    changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._most = 0
        self.others: list[_Other] = []
        self.errors = ErrorBook()
        self.minor = QCheckBox(self)
        self.add_other = Button(self, self.tr("Others speak for the group too"), "link", "users")
        self.add_other.set_flush(True)
        self.add_other.set_small(True)
        self.people = QLineEdit(self)
        self.people.setMaxLength(20)  # an ID number fits, and is told to be one
        self.people_label = QLabel(self.tr("How many came"), self)
        self.people_label.setProperty("role", "label")
        self.people_label.setBuddy(self.people)
        self.people.setAccessibleName(self.people_label.text())
        self.people_error = FieldError(self)
        self.others_error = FieldError(self)
        self.guardian, self.guardian_phone = QLineEdit(self), QLineEdit(self)
        self.guardian_field = Field(self, self.tr("Guardian"), self.guardian)
        self.guardian_phone_field = Field(self, self.tr("Guardian's telephone"), self.guardian_phone)
        self.agreed = QCheckBox(self.tr("The guardian agreed"), self)
        self.agreed_error = FieldError(self)
        self._build()
        for line in (self.people, self.guardian, self.guardian_phone):
            line.textEdited.connect(self.changed)
        self.minor.clicked.connect(self._minor_clicked)
        self.agreed.clicked.connect(self.changed)
        self.add_other.clicked.connect(self._another)
        for name, editor, place in (
            ("people", self.people, self.people_error),
            ("guardian", self.guardian, self.guardian_field),
            ("guardian_phone", self.guardian_phone, self.guardian_phone_field),
            ("guardian_agreed", self.agreed, self.agreed_error),
            ("others", self.add_other, self.others_error),
        ):
            self.errors.add(name, editor, place)
        look.follow(self._relay)
        self._show()

    def _build(self) -> None:
        self._heads = QWidget(self)
        self._head_line = QHBoxLayout(self._heads)
        self._head_line.setContentsMargins(0, 0, 0, 0)
        self._head_line.addWidget(self.minor)
        self._head_line.addWidget(self.add_other)
        self._head_line.addStretch(1)
        self._head_line.addWidget(self.people_label)
        self._head_line.addWidget(self.people)
        agreeing = QWidget(self)
        self._agreeing = lines = QVBoxLayout(agreeing)
        lines.addWidget(self.agreed)
        lines.addWidget(self.agreed_error)
        self.guarding = FlowBox(self)
        self.guarding.place(self.guardian_field, 3, 150)
        self.guarding.place(self.guardian_phone_field, 3, 160)
        self.guarding.place(agreeing, 4, 190)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.addWidget(self._heads)
        self._lines.addWidget(self.guarding)
        self._lines.addWidget(self.people_error)
        self._lines.addWidget(self.others_error)

    def _relay(self) -> None:
        theme = look.current()
        self._lines.setSpacing(theme.px(8))
        self._head_line.setSpacing(theme.px(12))
        self._agreeing.setContentsMargins(0, theme.px(28), 0, 0)  # beside the lines, not their labels
        self.people.setFixedWidth(theme.px(64))

    def _show(self) -> None:
        self.guarding.setVisible(self.minor.isChecked())
        self.add_other.setText(
            self.tr("One more speaks for the group")
            if self.others
            else self.tr("Others speak for the group too")
        )

    def set_profile(self, profile: RuleProfile) -> None:
        """The rules in force: from what age one agrees oneself, how many speak for a group."""
        self._most = profile.limit("visit.representatives")
        age = profile.limit("visitor.guardian_age")
        self.minor.setText(self.tr("Under {age}").format(age=age))
        self.add_other.setToolTip(self.tr("At most {n} in all").format(n=self._most))

    def set_enabled_for(self, anonymous: bool) -> None:
        """An anonymous visitor has nobody with them."""
        self.setEnabled(not anonymous)

    # ---- its value -----------------------------------------------------------------------------------

    def party(self) -> PartyDraft:
        """What is said about who came along."""
        minor = self.minor.isChecked()
        return PartyDraft(
            people=self.people.text().strip(),
            others=tuple(other.draft() for other in self.others),
            minor=minor,
            guardian=self.guardian.text().strip() if minor else "",
            guardian_phone=self.guardian_phone.text().strip() if minor else "",
            guardian_agreed=minor and self.agreed.isChecked(),
        )

    def set_party(self, party: PartyDraft) -> None:
        """Show a draft's party; emits nothing."""
        for other in list(self.others):
            self._drop(other)
        for draft in party.others:
            self._add().set_draft(draft)
        self.people.setText(party.people)
        self.minor.setChecked(party.minor)
        self.guardian.setText(party.guardian)
        self.guardian_phone.setText(party.guardian_phone)
        self.agreed.setChecked(party.guardian_agreed)
        self._show()

    def show_known(self, visitor: Visitor) -> None:
        """Fill in what is known of a child who came before."""
        if visitor.minor and not self.minor.isChecked():
            self.minor.setChecked(True)
            self.guardian.setText(visitor.guardian or "")
            self.guardian_phone.setText(visitor.guardian_phone or "")
            self.agreed.setChecked(bool(visitor.guardian_agreed))
            self._show()

    def show_group(self, name: str) -> None:
        """A group read from the name (张三等4人) is counted, until somebody counts otherwise."""
        people = pasting.party(name)[1]
        self.people.setPlaceholderText(str(max(people, len(self.others) + 1)))

    # ---- by hand -------------------------------------------------------------------------------------

    def _minor_clicked(self) -> None:
        self._show()
        if self.minor.isChecked():
            self.guardian.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _another(self) -> None:
        other = self._add()
        self._show()
        other.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _add(self) -> _Other:
        other = _Other(self._session, self)
        other.changed.connect(self.changed)
        other.removed.connect(partial(self._remove, other))
        self.others.append(other)
        self._lines.insertWidget(self._lines.count() - 1, other)
        other.show()
        return other

    def _drop(self, other: _Other) -> None:
        self.others.remove(other)
        self._lines.removeWidget(other)
        other.hide()
        other.deleteLater()

    def _remove(self, other: _Other) -> None:
        self._drop(other)
        self.errors.clear()
        self._show()
        self.changed.emit()

    # ---- mistakes ------------------------------------------------------------------------------------

    def clear_problems(self) -> None:
        """Take every mistake away."""
        self.errors.clear()
        for other in self.others:
            other.name_field.say("")

    def show_problems(self, found: Iterable[Problem]) -> list[Problem]:
        """Mistakes beside their fields; returns those that belong elsewhere."""
        own: list[Problem] = []
        elsewhere: list[Problem] = []
        for problem in found:
            parts = problem.field.split(".")
            if parts[0] == "others" and len(parts) == 3 and int(parts[1]) < len(self.others):
                line = self.others[int(parts[1])]
                line.name_field.say(problem.message)
                line.name.setFocus(Qt.FocusReason.OtherFocusReason)
            elif problem.field in _OWN:
                own.append(problem)
            else:
                elsewhere.append(problem)
        if own:
            self.errors.show(own)
        return elsewhere
