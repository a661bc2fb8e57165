"""A chart in the colours of the screen: every mark is a button that opens what it counts; or its table."""

from __future__ import annotations

from functools import partial
from math import ceil

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from station_desk.reports import charts
from station_desk.reports.charts import Box, Dot, Drawing, Form, Ink, Mark, Path, Plain, Rule, Words
from station_desk.reports.content import Chart, Tone, behind
from station_desk.ui import look
from station_desk.ui.look import Theme
from station_desk.ui.widgets import paint
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.roving import RovingButton, RovingRow
from station_desk.ui.widgets.side_panel import Section

_SIZE = 13
_INKS = {Ink.TEXT: "text", Ink.SOFT: "text2", Ink.ON_FULL: "onAccent"}


class _MarkButton(RovingButton):
    """The place of one number: nothing to see until the pointer or the cursor is on it."""

    def __init__(self, view: ChartView, mark: Mark) -> None:
        super().__init__(view)
        self.link = mark.link
        self.setText(mark.said)
        self.setAccessibleName(mark.said)
        self.setToolTip(mark.said)
        if mark.link is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = look.current()
        painter = QPainter(self)
        if self.hasFocus():
            paint.ring(painter, theme, self.rect())
        elif self.underMouse() and self.link is not None:
            paint.box(painter, theme, self.rect(), None, "accentText")

    def sizeHint(self) -> QSize:
        return self.size()


class ChartView(RovingRow):
    """`show_chart(chart)`; signal `wanted(link)` when a mark is clicked or Enter pressed on it."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart: Chart | None = None
        self._drawing = Drawing(0, 0, _SIZE, (), ())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.follow(self._relay)

    def show_chart(self, chart: Chart) -> None:
        """Draw this chart; a mark one is at keeps the cursor where there is one of the same words."""
        held = next((b.text() for b in self.buttons() if b.hasFocus()), "")
        for old in self.buttons():
            old.hide()
            old.setParent(None)
            old.deleteLater()
        self._chart = chart
        self.setAccessibleName(chart.title)
        self._drawing = self._drawn()
        made = [_MarkButton(self, mark) for mark in self._drawing.marks]
        for button in made:
            button.clicked.connect(partial(self._clicked, button))
            button.show()
        self.set_buttons(made)
        self.setAccessibleDescription("; ".join(mark.said for mark in self._drawing.marks))
        self._place()
        for button in made:
            if held and button.text() == held:
                button.setFocus()

    def marks(self) -> tuple[Mark, ...]:
        """The numbers drawn, in reading order, with their places."""
        return self._drawing.marks

    def _clicked(self, button: _MarkButton, checked: bool = False) -> None:
        if button.link is not None:
            self.wanted.emit(button.link)

    def _drawn(self) -> Drawing:
        theme = look.current()
        if self._chart is None:
            return Drawing(self.width(), 0, _SIZE, (), ())
        measure = QFontMetricsF(theme.font(_SIZE)).horizontalAdvance
        wide = max(self.width(), theme.px(120))
        more = self.tr("{n} more, see the table")
        return charts.draw(self._chart, wide, theme.px(_SIZE), measure, more)

    def _relay(self) -> None:
        self._drawing = self._drawn()
        self._place()

    def _place(self) -> None:
        for button, mark in zip(self.buttons(), self._drawing.marks, strict=False):
            button.setGeometry(
                QRect(round(mark.left), round(mark.top), max(ceil(mark.wide), 6), ceil(mark.high))
            )
        self.setFixedHeight(ceil(self._drawing.high))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._relay()

    def minimumSizeHint(self) -> QSize:
        return QSize(look.current().px(120), ceil(self._drawing.high))

    def sizeHint(self) -> QSize:
        return QSize(look.current().px(232), ceil(self._drawing.high))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = look.current()
        painter = QPainter(self)
        painter.setFont(theme.font(_SIZE))
        for form in self._drawing.forms:
            _paint(painter, theme, form)


def _paint(painter: QPainter, theme: Theme, form: Form) -> None:
    match form:
        case Box():
            _box(painter, theme, QRectF(form.left, form.top, form.wide, form.high), form.tone)
        case Plain():
            painter.fillRect(QRectF(form.left, form.top, form.wide, form.high), theme.color("page"))
        case Rule():
            painter.setPen(QPen(theme.color("ctl"), 1))
            painter.drawLine(QPointF(form.left, form.top), QPointF(form.right, form.bottom))
        case Path():
            full = form.tone is Tone.FULL
            line = QPen(theme.color("accentText"), theme.px(2) if full else max(1.0, theme.px(3) / 2))
            line.setStyle(Qt.PenStyle.SolidLine if full else Qt.PenStyle.DashLine)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(line)
            painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in form.points]))
        case Dot():
            _dot(painter, theme, form)
        case Words():
            wide = QFontMetricsF(painter.font()).horizontalAdvance(form.text)
            left = form.x - {"left": 0.0, "center": wide / 2, "right": wide}[form.align]
            painter.setPen(theme.color(_INKS[form.ink]))
            painter.drawText(QPointF(left, form.y), form.text)


def _box(painter: QPainter, theme: Theme, rect: QRectF, tone: Tone) -> None:
    """Filled dark or light, hatched, or empty; all outlined where the look is of high contrast."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    brush = {
        Tone.FULL: QBrush(theme.color("accent")),
        Tone.LIGHT: QBrush(theme.color("tint2")),
        Tone.HATCH: QBrush(theme.color("accentText"), Qt.BrushStyle.BDiagPattern),
        Tone.OPEN: QBrush(Qt.BrushStyle.NoBrush),
    }[tone]
    painter.setBrush(brush)
    outlined = theme.contrast or tone in (Tone.HATCH, Tone.OPEN)
    painter.setPen(QPen(theme.color("accentText"), 1) if outlined else Qt.PenStyle.NoPen)
    painter.drawRect(rect.adjusted(0, 0, -1, -1) if outlined else rect)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _dot(painter: QPainter, theme: Theme, dot: Dot) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    full = dot.tone is Tone.FULL
    painter.setPen(QPen(theme.color("accentText"), max(1.0, theme.px(3) / 2)))
    painter.setBrush(theme.color("accentText" if full else "page"))
    centre, radius = QPointF(dot.x, dot.y), dot.radius
    if full:
        painter.drawEllipse(centre, radius, radius)
    else:
        painter.drawRect(QRectF(dot.x - radius, dot.y - radius, 2 * radius, 2 * radius))
    painter.setBrush(Qt.BrushStyle.NoBrush)


class ChartSection(Section):
    """A chart under its title, and its table in its place at the press of a word.

    `show_chart(chart)`; signal `wanted(link)` for a mark or a number clicked. Where every number is 0 it
    says so in words.
    """

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chart: Chart | None = None
        self.view = ChartView(self)
        self.view.wanted.connect(self.wanted)
        self.table = QWidget(self)
        self._grid = QGridLayout(self.table)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.switch = Button(self, kind="link")
        self.switch.set_small(True)
        self.switch.set_flush(True)
        self.switch.clicked.connect(self._switch)
        self.head.addWidget(self.switch)
        self.nothing = QLabel(self)
        self.nothing.setProperty("role", "second")
        self.nothing.setText(self.tr("No records yet."))
        for part in (self.view, self.table, self.nothing):
            self.add(part)
        self.table.hide()
        self._say()

    def show_chart(self, chart: Chart, aside: str = "") -> None:
        """Show this chart, as chart or table as was chosen before; `aside` is a word beside the title."""
        self._chart = chart
        self.set_title(chart.title, aside)
        self.view.show_chart(chart)
        self._fill(chart)
        self._say()

    def _switch(self) -> None:
        self.table.setHidden(not self.table.isHidden())
        self._say()

    def _say(self) -> None:
        as_table = not self.table.isHidden()
        empty = self._chart is None or self._chart.empty
        self.switch.setText(self.tr("As chart") if as_table else self.tr("As table"))
        self.switch.setHidden(empty)
        self.view.setHidden(as_table or empty)
        self.nothing.setHidden(as_table or not empty)

    def _fill(self, chart: Chart) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        theme = look.current()
        self._grid.setHorizontalSpacing(theme.px(12))
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(0, 1)
        right = Qt.AlignmentFlag.AlignRight
        for column, series in enumerate(chart.series, 1):
            self._grid.addWidget(self._label(series.name), 0, column, right)
        for place, name in enumerate(chart.names):
            self._grid.addWidget(self._label(name), place + 1, 0)
            for column, series in enumerate(chart.series, 1):
                link = behind(series.values[place])
                number = Button(self.table, f"{series.number(place):,}", "link")
                number.set_small(True)
                number.set_flush(True)
                number.setEnabled(link is not None)
                number.setAccessibleName(f"{name} {series.name} {series.number(place):,}")
                number.clicked.connect(partial(self._wanted, link))
                self._grid.addWidget(number, place + 1, column, right)

    def _label(self, text: str) -> QLabel:
        label = QLabel(text, self.table)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("role", "second")
        return label

    def _wanted(self, link: object, checked: bool = False) -> None:
        self.wanted.emit(link)
