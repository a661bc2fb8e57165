"""A package before it is taken in: who sent it, that it is whole, and every matter it touches."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from station_desk.casework.set_aside import SetAside
from station_desk.exchange import brought
from station_desk.exchange.brought import PreviewLine
from station_desk.exchange.inbox import Preview
from station_desk.ui import figures, icons, look
from station_desk.ui.paging import Column, ListModel, Rows
from station_desk.ui.session import Session
from station_desk.ui.widgets.elided import ElidedLabel
from station_desk.ui.widgets.notice import Notice
from station_desk.ui.widgets.table import Table
from station_desk.ui.words import day_words

_TOLD, _ROWS = 3, 5


def size_words(count: int) -> str:
    """340 KB, 1.2 MB."""
    return f"{count / 1_048_576:.1f} MB" if count >= 1_048_576 else f"{max(1, round(count / 1024))} KB"


def _whole(one: SetAside) -> str:
    """What finds no room in its column."""
    return one.sentence()


class Tally(QWidget):
    """Big figures with their words beside: `set_figures([(figure, words, tone)])`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addStretch(1)
        self._parts: list[QWidget] = []
        self._shown: tuple[tuple[int, str, str], ...] = ()
        look.follow(self._relay)

    def _relay(self) -> None:
        theme = look.current()
        self._line.setSpacing(theme.px(8))
        for part in self._parts:
            self._line.removeWidget(part)
            part.deleteLater()
        self._parts = []
        for number, words, tone in self._shown:
            figure, label = QLabel(f"{number:,}"), QLabel(words)
            figure.setProperty("role", "title")
            figure.setProperty("tone", tone if number else "")
            label.setProperty("role", "second")
            label.setContentsMargins(0, theme.px(4), theme.px(22), 0)
            for part in (figure, label):
                self._line.insertWidget(self._line.count() - 1, part)
                self._parts.append(part)

    def set_figures(self, figures_: list[tuple[int, str, str]]) -> None:
        """Show these; a tone colours a figure that is not nought."""
        self._shown = tuple(figures_)
        self._relay()


class PackagePreview(QWidget):
    """`show_preview(preview)`; signal `matterWanted(RecordId)` when a line is opened."""

    matterWanted = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.title = ElidedLabel(self)
        self.title.setProperty("role", "section")
        self.made = QLabel(self)
        self.made.setProperty("role", "second")
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.made)
        self._checks = QHBoxLayout()
        self._marks: list[QLabel] = []
        self._words: list[ElidedLabel] = []
        for _ in range(3):
            mark, words = QLabel(self), ElidedLabel(self)
            words.setProperty("role", "second")
            self._marks.append(mark)
            self._words.append(words)
            self._checks.addWidget(mark)
            self._checks.addWidget(words, 1)
        self.tally = Tally(self)
        self.notice = Notice(self, "amber")
        self.notice.hide()
        self.table = Table(self)
        self.table.set_plain()
        self.table.setAccessibleName(self.tr("What the package brings"))
        rows: Rows[PreviewLine] = Rows(
            [
                Column(self.tr("Matter"), lambda line: f"{line.number} {line.title}".strip()),
                Column(self.tr("Change"), lambda line: line.what, tip=self._differences),
                Column(self.tr("Before"), self._before, tip=self._differences),
                Column(self.tr("After"), self._after, tip=self._differences),
            ],
            key=lambda line: line.id.hex(),
            spoken=lambda line: f"{line.number} {line.title}，{line.what}，{self._differences(line)}",
        )
        self.model: ListModel[PreviewLine] = ListModel(rows, self.table)
        self.table.setModel(self.model)
        self.table.opened.connect(self._opened)
        self.aside_words = ElidedLabel(self)
        self.aside = Table(self)
        self.aside.set_plain()
        self.aside.setAccessibleName(self.tr("Values set aside"))
        lost: Rows[SetAside] = Rows(
            [
                Column(self.tr("Matter"), lambda one: f"{one.number} {one.title}".strip(), tip=_whole),
                Column(self.tr("Field"), lambda one: one.field_label),
                Column(self.tr("Stands"), lambda one: one.stands.short, tip=_whole),
                Column(self.tr("Set aside"), lambda one: one.aside.short, tip=_whole),
                Column(self.tr("Written by"), lambda one: one.aside.who, tip=_whole),
                Column(self.tr("When"), self._when),
            ],
            key=lambda one: f"{one.record.hex()}:{one.field}:{one.aside.who}:{one.aside.at}",
            spoken=_whole,
        )
        self.aside_model: ListModel[SetAside] = ListModel(lost, self.aside)
        self.aside.setModel(self.aside_model)
        self.aside.opened.connect(self._aside_opened)
        self._lines = QVBoxLayout(self)
        self._lines.addLayout(head)
        self._lines.addLayout(self._checks)
        self._lines.addWidget(self.tally)
        self._lines.addWidget(self.notice)
        # Two lists, one above the other, need more room than a small screen with large text has.
        lists = QWidget(self)
        self._lists = QVBoxLayout(lists)
        self._lists.setContentsMargins(0, 0, 0, 0)
        self._lists.addWidget(self.table, 1)
        self._lists.addWidget(self.aside_words)
        self._lists.addWidget(self.aside, 1)
        area = QScrollArea(self)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(lists)
        self._lines.addWidget(area, 1)
        look.follow(self._relay)

    def _relay(self) -> None:
        theme = look.current()
        self._lines.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), theme.px(8))
        self._lines.setSpacing(theme.px(10))
        self._lists.setSpacing(theme.px(10))
        self._checks.setSpacing(theme.px(6))
        for mark in self._marks:
            mark.setPixmap(icons.pixmap("circle-check", 16, "green"))
        self.table.set_widths(0, 150, 140, 150)
        self.aside.set_widths(0, 76, 112, 112, 112, 116)
        self._fit()

    def _day(self, day: date) -> str:
        return day_words(day, self._session.today())

    def _before(self, line: PreviewLine) -> str:
        return brought.words(line.before, self._day) or "—"

    def _after(self, line: PreviewLine) -> str:
        return brought.words(line.now, self._day) or "—"

    def _differences(self, line: PreviewLine) -> str:
        """All that is different, of which the columns show the weightiest."""
        return line.sentences(self._day)

    def show_preview(self, shown: Preview) -> None:
        """What this package would do."""
        me = self._session.desk.identity.name
        today = self._session.today()
        self.title.setText(
            self.tr("{sender} → {me}, package {number}").format(
                sender=shown.sender_name or shown.sender, me=me, number=shown.number
            )
        )
        self.made.setText(
            self.tr("made {when}, {size}").format(
                when=figures.moment_words(shown.made, today), size=size_words(shown.bytes)
            )
        )
        signed = self.tr("Signed by {sender}") if shown.signed else self.tr("Not signed; says: {sender}")
        said = (
            signed.format(sender=shown.sender_name or shown.sender),
            self.tr("Whole and unaltered"),
            self.tr("Addressed to this desk"),
        )
        for label, words in zip(self._words, said, strict=True):
            label.setText(words)
        self.tally.set_figures(
            [
                (shown.new, self.tr("new"), ""),
                (shown.changed, self.tr("changed"), ""),
                (shown.conflicts, self.tr("in conflict, kept side by side and marked"), "red"),
                (shown.proposals, self.tr("proposals"), "amber"),
                *([(shown.set_aside, self.tr("values set aside"), "amber")] if shown.set_aside else []),
            ]
        )
        self._marks[0].setPixmap(
            icons.pixmap(*("circle-check", 16, "green") if shown.signed else ("circle-alert", 16, "amber"))
        )
        self._warn(shown)
        self.model.set_rows(shown.lines)
        self._show_aside(shown)

    def _show_aside(self, shown: Preview) -> None:
        """Values that lose to others written at the same time: nobody decides them, so they are seen now."""
        found = bool(shown.aside)
        self.aside_words.setVisible(found)
        self.aside.setVisible(found)
        more = shown.set_aside - len(shown.aside)
        words = self.tr(
            "Values set aside. Two wrote at the same time; the history keeps what does not stand."
        )
        if more:
            words += " " + self.tr("{count} more are not listed.").format(count=more)
        self.aside_words.setText(words)
        self.aside_model.set_rows(shown.aside)
        self._fit()

    def _warn(self, shown: Preview) -> None:
        words = ""
        if shown.already:
            words = self.tr("Everything in it is here already. Importing it again changes nothing.")
        elif not shown.signed:
            words = self.tr(
                "Anybody may have written this file. Ask {sender} by telephone whether they sent it before "
                "importing; better still, ask for a new one."
            ).format(sender=shown.sender_name or shown.sender)
        elif shown.strangers:
            said = self.tr("{site}: fingerprint {fingerprint}")
            words = self.tr("Not known here yet. Telephone them and compare before importing.")
            words = "\n".join(
                [words, *(said.format(site=one.name, fingerprint=one.fingerprint) for one in shown.strangers)]
            )
        elif shown.questions:
            words = self._questions(shown)
        elif shown.conflicts:
            words = self.tr(
                "Two offices changed the same field. The value both knew stays in force, marked, until "
                "someone decides; nothing is lost."
            )
        elif not (shown.changes or shown.said):
            words = self.tr(
                "Nothing in it is new here. Import it all the same: then the sender hears that it came."
            )
        # Clocks that are ahead, entries that were left out: whatever else the package is about.
        words = "\n".join(part for part in (words, *shown.said) if part)
        self.notice.show_words(text=words)
        self.notice.setVisible(bool(words))

    def _questions(self, shown: Preview) -> str:
        """The first values that stand against each other, in words; the rest is counted above."""
        said = [
            self.tr("{number} {field}: {values}").format(
                number=question.number or question.title,
                field=question.field_label,
                values=" / ".join(
                    self.tr("{value} ({site})").format(value=one.shown, site=one.site)
                    for one in question.candidates
                ),
            )
            for question in shown.questions[:_TOLD]
        ]
        here = any(question.here for question in shown.questions)
        who = self.tr("This office decides after the import, under To decide.") if here else self.tr(
            "Another office decides; until then the value last agreed holds."
        )  # fmt: skip
        return "\n".join([*said, who])

    def _opened(self, index: QModelIndex) -> None:
        line = self.model.row_at(index)
        if line is not None:
            self.matterWanted.emit(line.id)

    def _aside_opened(self, index: QModelIndex) -> None:
        one = self.aside_model.row_at(index)
        if one is not None and one.matter is not None:
            self.matterWanted.emit(one.matter)

    def _when(self, one: SetAside) -> str:
        return figures.moment_words(one.aside.at, self._session.today())

    def _fit(self) -> None:
        """A few rows of each list always show, on a small screen by scrolling both; a few values set aside
        leave the room to the matters, many share it with them."""
        row, lost = look.current().px(34), self.aside_model.rowCount()
        self.table.setMinimumHeight(row * (min(self.model.rowCount(), _ROWS) + 1) + 4)
        self.aside.setMinimumHeight(row * (min(lost, _ROWS) + 1) + 4)
        self.aside.setMaximumHeight(row * (lost + 1) + 4)

    def first_focus(self) -> QWidget:
        """Where the keyboard goes."""
        self.table.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return self.table
