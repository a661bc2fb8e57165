"""The tables of a suggestion's record: signers with their rounds, units, promises."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from station_desk.casework.browse import MatterDetail, PromiseRow
from station_desk.domain.vocabulary import ASSIGNMENT_ROLES, LEVELS, PROMISE_STATES, SIGNER_ROLES
from station_desk.ui import look, words
from station_desk.ui.pages import suggestion_words
from station_desk.ui.pages.suggestion_words import ChargeRow, SignedRow
from station_desk.ui.paging import Column, ListModel, Rows
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.table import Table


class TableSection(QWidget):
    """A head with words beside it and perhaps a verb at its right, a table, and words where it is empty.

    Signals `acted(verb)`: the verb in the head; `entered(verb, chosen)`: Enter on a row that waits for a
    step, with what is chosen by that row.
    """

    acted = Signal(str)
    entered = Signal(str, object)

    def __init__(self, title: str, verb: str = "", text: str = "", icon: str = "") -> None:
        super().__init__()
        self.verb = verb
        self._title = QLabel(title, self)
        self._title.setProperty("role", "section")
        self.aside = QLabel(self)
        self.aside.setProperty("role", "second")
        self.action = Button(self, text, "link", icon)
        self.action.set_small(True)
        self.action.set_flush(True)
        self.action.hide()
        self.action.clicked.connect(self._act)
        self._head = QHBoxLayout()
        self._head.addWidget(self._title)
        self._head.addWidget(self.aside, 1)
        self._head.addWidget(self.action)
        self.table = Table(self)
        self.table.set_plain()
        self.table.fit_rows(True)
        self.table.setAccessibleName(title)
        self.none = QLabel(self)
        self.none.setProperty("role", "second")
        self.none.setWordWrap(True)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.addLayout(self._head)
        self._lines.addWidget(self.table)
        self._lines.addWidget(self.none)
        look.follow(self._relay)

    def _relay(self) -> None:
        self._lines.setSpacing(look.current().px(4))
        self._head.setSpacing(look.current().px(8))

    def _act(self) -> None:
        self.acted.emit(self.verb)

    def set_title(self, title: str) -> None:
        """The head, which names the table as well."""
        self._title.setText(title)
        self.table.setAccessibleName(title)

    def say(self, count: int, aside: str, none: str, *, may: bool) -> None:
        """What stands beside the head, or below it where there is no row; `may` shows the verb."""
        self.aside.setText(aside)
        self.none.setText(none)
        self.none.setVisible(not count and bool(none))
        self.table.setVisible(bool(count))
        self.action.setVisible(may and bool(self.action.text()))


class SignersTable(TableSection):
    """Who signed, on which day, and what each said round by round."""

    def __init__(self, session: Session) -> None:
        super().__init__("")
        self.action.setText(self.tr("Sign"))
        self.action.set_icon("pencil")
        self.set_title(self.tr("Deputies and their verdicts"))
        self.verb = "countersign"
        self._session = session
        self._turns: list[tuple[int, str]] | None = None
        self._may: frozenset[str] = frozenset()
        self.model: ListModel[SignedRow] | None = None
        self.table.opened.connect(self._opened)
        self._narrow = False
        look.follow(self._share)

    def show_detail(self, detail: MatterDetail, verbs: frozenset[str]) -> None:
        """Show who signed; those whose signature or form is out can be entered if `verbs` has the step."""
        turns = suggestion_words.rounds(detail)
        if turns != self._turns or self.model is None:
            self._turns = turns
            self._build(turns)
        rows = suggestion_words.signers(detail, self._session.today())
        if self.model is not None:
            self.model.set_rows(rows)
        back = suggestion_words.returned(detail)
        aside = self.tr("{n} returned; attitude / result are judged apart").format(n=back) if back else ""
        unsigned = sum(row.row.signer.signed_on is None for row in rows)
        if unsigned and not back:
            aside = self.tr("Not signed yet: {n}").format(n=unsigned)
        motion = detail.row.track == "motion"
        self.set_title(self.tr("Deputies who sign") if motion else self.tr("Deputies and their verdicts"))
        self._may = verbs
        self.say(len(rows), aside, self.tr("Nobody signed yet."), may="countersign" in verbs)
        self._share()

    def _build(self, turns: list[tuple[int, str]]) -> None:
        columns: list[Column[SignedRow]] = [
            Column(
                self.tr("Deputy"), self._name, strong=lambda r: r.row.signer.role == "lead", tip=self._name
            ),
            Column(
                self.tr("Signed"),
                lambda r: r.signed,
                tone=lambda r: "" if r.row.signer.signed_on else "amber",
            ),
        ]
        for place, (_, kind) in enumerate(turns):
            columns.append(
                Column(
                    kind,
                    partial(_round, place),
                    tone=partial(_round_tone, place),
                    tip=partial(_round_tip, place),
                )
            )
        rows: Rows[SignedRow] = Rows(columns, key=lambda r: r.row.id.hex())
        self.model = ListModel(rows, self)
        self.table.setModel(self.model)

    def set_narrow(self, narrow: bool) -> None:
        """Whether there is little room: the day of signing gives way once there are rounds."""
        self._narrow = narrow
        self._share()

    def _share(self) -> None:
        turns = len(self._turns or ())
        if self.model is None:
            return
        self.table.set_widths(0, 96, *([112] * turns))
        head, model = self.table.horizontalHeader(), self.model
        for column in range(2, 2 + turns):  # as wide as what was said, in either language
            said = self.table.sizeHintForColumn(column)
            head.resizeSection(column, max(said, head.sectionSizeHint(column) + look.current().px(12)))
        self.table.setColumnHidden(1, self._narrow and turns > 0)
        names = [str(model.index(row, 0).data()).split("·")[0] for row in range(model.rowCount())]
        name = max((self.fontMetrics().horizontalAdvance(one) for one in names), default=0)
        left = self.width() - name - look.current().px(28) - (0 if self.table.isColumnHidden(1) else 96)
        for column in range(1 + turns, 1, -1):  # where there is no room for every round, the first give way
            left -= head.sectionSize(column)
            self.table.setColumnHidden(column, left < 0 and column < 1 + turns)

    def _name(self, row: SignedRow) -> str:
        level = self.tr("{level} deputy").format(level=LEVELS.label(row.row.level)) if row.row.level else ""
        role = SIGNER_ROLES.label(row.row.signer.role)
        return words.joined((row.row.name, level, role))

    def _opened(self, index: QModelIndex) -> None:
        row = self.model.row_at(index) if self.model is not None else None
        if row is None:
            return
        deputy = row.row.signer.deputy
        if "countersign" in self._may and row.row.signer.signed_on is None and deputy is not None:
            self.entered.emit("countersign", {"deputy": deputy.hex()})
        elif "consult" in self._may and row.now:
            self.entered.emit("consult", {"signer": row.row.id.hex()})


class ChargesTable(TableSection):
    """Which units have it, how far each has come, and when each must answer."""

    def __init__(self, session: Session) -> None:
        super().__init__("")
        self.set_title(self.tr("Handling"))
        self.action.setText(self.tr("Re-assign"))
        self.verb = "hand_over"
        self._session = session
        today = session.today
        rows: Rows[ChargeRow] = Rows(
            [
                Column(self.tr("Unit"), lambda r: r.row.unit, strong=_leads, tip=lambda r: r.row.unit),
                Column(self.tr("Role"), lambda r: ASSIGNMENT_ROLES.label(r.row.assignment.role)),
                Column(self.tr("Received"), lambda r: words.stage_day(r.row.signed_on, today())),
                Column(self.tr("Contact"), lambda r: r.contacted),
                Column(self.tr("Due"), lambda r: r.due, tip=lambda r: r.why),
                Column(
                    self.tr("State"),
                    lambda r: r.state,
                    icon=lambda r: r.icon,
                    tone=lambda r: r.tone,
                    tip=lambda r: r.state,
                ),
            ],
            key=lambda r: r.row.id.hex(),
            described=lambda r: r.why,
        )
        self.model = ListModel(rows, self)
        self.table.setModel(self.model)
        self._narrow = False
        look.follow(self._share)

    def show_detail(self, detail: MatterDetail, verbs: frozenset[str], proposed: str) -> None:
        """Show the units; `proposed` those the deputies wish for, said while none has it."""
        rows = suggestion_words.charges(detail, self._session.today())
        self.model.set_rows(rows)
        said = self.tr("Not handed over yet.")
        if proposed:
            said = self.tr("Not handed over yet. Proposed: {units}").format(units=proposed)
        live = [row for row in rows if row.row.state != "returned"]
        co = sum(row.row.assignment.role == "co" for row in live)
        aside = self.tr("{lead} leading, {co} joining").format(lead=len(live) - co, co=co) if co else ""
        if sum(row.row.assignment.role == "separate" for row in live) > 1:
            aside = self.tr("{n} units handle it separately").format(n=len(live) - co)
        self.say(len(rows), aside, said, may=bool(rows) and "hand_over" in verbs)
        self._share()

    def set_narrow(self, narrow: bool) -> None:
        """Whether there is little room: the day of the contact gives way."""
        self._narrow = narrow
        self._share()

    def _share(self) -> None:
        self.table.set_widths(180, 80, 96, 96, 132, 0)
        self.table.setColumnHidden(3, self._narrow)
        self.table.setColumnHidden(2, self._narrow)


class PromisesTable(TableSection):
    """What units promised, by when, and whether it was kept."""

    def __init__(self, session: Session) -> None:
        super().__init__("")
        self.set_title(self.tr("Promises"))
        self.action.setText(self.tr("Add"))
        self.action.set_icon("plus")
        self.verb = "promise"
        self._session = session
        self._may: frozenset[str] = frozenset()
        self.table.opened.connect(self._opened)
        rows: Rows[PromiseRow] = Rows(
            [
                Column(self.tr("What is promised"), _what, tip=_what),
                Column(self.tr("By unit"), lambda r: r.unit, tip=lambda r: r.unit),
                Column(self.tr("By"), lambda r: words.stage_day(r.promise.by, session.today())),
                Column(self.tr("Kept"), self._state, tone=self._tone, icon=self._icon, tip=self._state),
            ],
            key=lambda r: r.id.hex(),
        )
        self.model = ListModel(rows, self)
        self.table.setModel(self.model)
        look.follow(self._share)

    def show_detail(self, detail: MatterDetail, verbs: frozenset[str]) -> None:
        """Show the promises; hidden while there is none and none can be recorded. With `keep` among `verbs`
        an open one can be entered."""
        rows = detail.promises
        self._may = verbs
        self.model.set_rows(rows)
        kept = sum(row.promise.state == "kept" for row in rows)
        aside = self.tr("{kept} of {all} kept").format(kept=kept, all=len(rows)) if rows else ""
        may = "promise" in verbs
        self.setVisible(bool(rows) or may)
        self.say(len(rows), aside, self.tr("No promise recorded."), may=may)

    def _share(self) -> None:
        self.table.set_widths(0, 150, 96, 230)

    def _opened(self, index: QModelIndex) -> None:
        row = self.model.row_at(index)
        if row is not None and row.open and "keep" in self._may:
            self.entered.emit("keep", {"promise": row.id.hex()})

    def _late(self, row: PromiseRow) -> bool:
        return row.open and row.promise.by is not None and row.promise.by < self._session.today()

    def _state(self, row: PromiseRow) -> str:
        if row.open:
            return self.tr("Overdue") if self._late(row) else self.tr("To be kept")
        day = words.day_words(row.promise.decided_on, self._session.today())
        said = self.tr("{day} {state}").format(day=day, state=PROMISE_STATES.label(row.promise.state))
        proof = row.promise.proof
        return self.tr("{said}: {proof}").format(said=said, proof=proof) if proof else said

    def _tone(self, row: PromiseRow) -> str:
        if row.open:
            return "red" if self._late(row) else ""
        return "green" if row.promise.state == "kept" else "red"

    def _icon(self, row: PromiseRow) -> str:
        if row.open:
            return "circle-alert" if self._late(row) else "clock"
        return "circle-check" if row.promise.state == "kept" else "circle-x"


def _leads(row: ChargeRow) -> bool:
    return row.row.assignment.role != "co"


def _what(row: PromiseRow) -> str:
    return row.promise.what or ""


def _round(place: int, row: SignedRow) -> str:
    return row.rounds[place][0] if place < len(row.rounds) else ""


def _round_tip(place: int, row: SignedRow) -> str:
    """The cell in full, and what was written on the forms."""
    return "\n".join(part for part in (_round(place, row), row.opinion) if part not in ("", "—"))


def _round_tone(place: int, row: SignedRow) -> str:
    return row.rounds[place][1] if place < len(row.rounds) else ""
