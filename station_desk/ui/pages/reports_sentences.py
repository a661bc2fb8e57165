"""The sentences of a work report to be read and copied; every number in them opens what it counts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from station_desk.reports.content import Number, Sentence
from station_desk.ui import look
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.side_panel import hairline

_WIDEST = 760


class SentenceBoard(QWidget):
    """`show_sentences(sentences)`; signals `wanted(link)` when a number is clicked, `copied()` when text was
    put on the clipboard. Read and walked by Tab: each number, then the button of its sentence."""

    wanted = Signal(object)
    copied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentences: tuple[Sentence, ...] = ()
        self.labels: list[QLabel] = []
        self.buttons: list[Button] = []
        self.hint = QLabel(self)
        self.hint.setProperty("tone", "text2")
        self.all = Button(self, text=self.tr("Copy all"), icon="copy")
        self.all.set_small(True)
        self.all.clicked.connect(self._copy_all)
        self._head = QWidget(self)
        self._bar = QHBoxLayout(self._head)
        self._bar.addWidget(self.hint, 1)
        self._bar.addWidget(self.all)
        self._area = QScrollArea(self)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setAccessibleName(self.tr("Sentences for a work report"))
        self._body = QWidget()
        self._lines = QVBoxLayout()
        sides = QHBoxLayout(self._body)
        sides.addLayout(self._lines, 1)
        sides.addStretch(0)
        self._sides = sides
        self._area.setWidget(self._body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._head)
        whole.addWidget(hairline())
        whole.addWidget(self._area, 1)
        look.follow(self._relay)

    def _relay(self) -> None:
        theme = look.current()
        self._head.setFixedHeight(theme.px(40))
        self._bar.setContentsMargins(theme.px(16), 0, theme.px(14), 0)
        self._sides.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(16))
        self._lines.setSpacing(theme.px(4))
        self._body.setMaximumWidth(theme.px(_WIDEST) + 2 * theme.px(16))
        for label, sentence in zip(self.labels, self._sentences, strict=True):
            label.setText(_rich(sentence))

    def show_sentences(self, sentences: Sequence[Sentence]) -> None:
        """These sentences, one below the other; where there are none it is said."""
        self._clear()
        self._sentences = tuple(sentences)
        self.all.setEnabled(bool(self._sentences))
        self.hint.setText(
            self.tr("Click a number to see what it counts")
            if self._sentences
            else self.tr("Nothing was recorded in this period that a report could say.")
        )
        for sentence in self._sentences:
            self._add(sentence)
        self._lines.addStretch(1)
        self._relay()

    def _clear(self) -> None:
        self.labels, self.buttons, self._sentences = [], [], ()
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _add(self, sentence: Sentence) -> None:
        part = QWidget(self._body)
        across = QHBoxLayout(part)
        gap = look.current().px(8)
        across.setContentsMargins(0, gap, 0, gap)
        words = QVBoxLayout()
        words.setSpacing(look.current().px(4))
        title = QLabel(str(sentence.title), part)
        title.setProperty("role", "section")
        text = QLabel(part)
        text.setTextFormat(Qt.TextFormat.RichText)
        text.setWordWrap(True)
        text.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        text.setAccessibleName(sentence.text)
        text.linkActivated.connect(partial(self._clicked, sentence))
        copy = Button(part, kind="icon", icon="copy")
        copy.setToolTip(self.tr("Copy this sentence"))
        copy.setAccessibleName(self.tr("Copy “{title}”").format(title=sentence.title))
        copy.clicked.connect(partial(self._copy, sentence))
        words.addWidget(title)
        words.addWidget(text)
        across.addLayout(words, 1)
        across.addWidget(copy, 0, Qt.AlignmentFlag.AlignTop)
        self._lines.addWidget(part)
        self._lines.addWidget(hairline())
        self.labels.append(text)
        self.buttons.append(copy)

    def sentences(self) -> Sequence[Sentence]:
        """Those shown."""
        return self._sentences

    def _clicked(self, sentence: Sentence, place: str) -> None:
        self.wanted.emit(sentence.numbers[int(place)].link)

    def _copy(self, sentence: Sentence, checked: bool = False) -> None:
        self._put(sentence.text)

    def _copy_all(self) -> None:
        self._put("\n".join(sentence.text for sentence in self._sentences))

    def _put(self, text: str) -> None:
        QApplication.clipboard().setText(text)
        self.copied.emit()


def _rich(sentence: Sentence) -> str:
    """The sentence with its numbers as links, named by their place."""
    accent = look.current().hex("accentText")
    out: list[str] = []
    place = 0
    for part in sentence.parts:
        if isinstance(part, Number):
            if part.link is None:
                out.append(escape(part.text))
            else:
                style = f"color:{accent};text-decoration:none;font-weight:600"
                out.append(f'<a href="{place}" style="{style}">{escape(part.text)}</a>')
            place += 1
        else:
            out.append(escape(part))
    return f'<p style="line-height:115%">{"".join(out)}</p>'
