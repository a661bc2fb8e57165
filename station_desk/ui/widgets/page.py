"""What every page is made of: head, scrolling middle, side panel, action bar; and how they give way."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from station_desk.ui import look
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.elided import ElidedLabel
from station_desk.ui.widgets.reading import is_stop, reading_order
from station_desk.ui.widgets.side_panel import hairline


class PageHead(QWidget):
    """52 px: title (20, medium), subtitle (14, grey), controls at the right with `add(widget)`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel(self)
        self.title.setProperty("role", "title")
        self.subtitle = ElidedLabel(self)
        self.subtitle.setProperty("tone", "text2")
        self._line = QHBoxLayout(self)
        self._line.addWidget(self.title)
        self._line.addWidget(self.subtitle, 1)
        self._controls = QHBoxLayout()
        self._controls.setSpacing(0)
        self._line.addLayout(self._controls)
        look.follow(self._relay)

    def _relay(self) -> None:
        theme = look.current()
        self._line.setContentsMargins(theme.px(24), 0, theme.px(24), 0)
        self._line.setSpacing(theme.px(12))
        self.setFixedHeight(theme.px(52))

    def set_title(self, title: str, subtitle: str = "") -> None:
        """The page's name and what is said beside it."""
        self.title.setText(title)
        self.subtitle.setText(subtitle)

    def add(self, control: QWidget) -> None:
        """Put a control at the right end."""
        if not (isinstance(control, Button) and control.is_bare()):
            self._controls.addSpacing(look.current().px(8))
        self._controls.addWidget(control)

    def insert_control(self, control: QWidget) -> None:
        """Put a control before the others at the right."""
        self._controls.insertWidget(0, control)

    def insert_after_title(self, control: QWidget) -> None:
        """Put a control right after the title (a month switch, a chip)."""
        self._line.insertWidget(1, control)


class ActionBar(QWidget):
    """48 px on chrome: `add_left(widget)`, `add_right(widget)`; the filled button goes last at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "chrome")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._line = QHBoxLayout(self)
        self._line.addStretch(1)
        look.follow(self._relay)

    def _relay(self) -> None:
        theme = look.current()
        self._line.setContentsMargins(theme.px(24), 0, theme.px(24), 0)
        self._line.setSpacing(theme.px(8))
        self.setFixedHeight(theme.px(48))

    def add_left(self, control: QWidget) -> None:
        """Put a control or words at the left."""
        stretch = next(i for i in range(self._line.count()) if self._line.itemAt(i).spacerItem() is not None)
        self._line.insertWidget(stretch, control)

    def add_right(self, control: QWidget) -> None:
        """Put a control at the right end."""
        self._line.addWidget(control)


def scrolled(content: QWidget) -> QScrollArea:
    """A scroll area round `content`, as wide as the room; a horizontal bar shows rather than cut it off."""
    area = QScrollArea()
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setFrameShape(QFrame.Shape.NoFrame)
    return area


class Page(QWidget):
    """The base of a page.

    `Page(parent, headed=True)`. Fill it with `add_top(strip)`, `set_body(widget, scroll=…)`,
    `set_list(widget, 372)` (at the left), `set_side(panel, button_text)` (at the right), `actions_bar()`
    (made when asked for).
    `side_from` and `pair_from` are window widths in logical px: narrower than `side_from` the side panel
    becomes a button in the head; narrower than `pair_from` list and body take turns (`show_body()`,
    `show_list()`). `offers` holds the ids of actions this page does; the window calls `do(id)`.
    Signal: `turned(bool)`: the list alone is shown.
    """

    turned = Signal(bool)
    offers: frozenset[str] = frozenset()

    def __init__(self, parent: QWidget | None = None, headed: bool = True) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.side_from = 0
        self.pair_from = 0
        self.head = PageHead(self)
        self._head_line = hairline(self)
        self.head.setVisible(headed)
        self._head_line.setVisible(headed)
        self._body: QWidget | None = None
        self._list: QWidget | None = None
        self._list_width = 372
        self._list_line = hairline(self, upright=True)
        self._side: QWidget | None = None
        self._side_line = hairline(self, upright=True)
        self._side_button: Button | None = None
        self._bar: ActionBar | None = None
        self._bar_line = hairline(self)
        self._list_alone = True
        self._back = Button(self, kind="link", icon="chevron-left")
        self._back.set_flush(True)
        self._back.clicked.connect(self.show_list)
        self._back.hide()
        self._back_line = QHBoxLayout()
        self._back_line.setContentsMargins(0, 0, 0, 0)
        self._back_line.addWidget(self._back)
        self._back_line.addStretch(1)
        for line in (self._list_line, self._side_line, self._bar_line):
            line.hide()
        self._outer = QVBoxLayout(self)
        self._column = QVBoxLayout()
        self._middle = QHBoxLayout()
        for layout in (self._outer, self._column, self._middle):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        self._outer.addWidget(self.head)
        self._outer.addWidget(self._head_line)
        self._outer.addLayout(self._middle, 1)
        self._middle.addLayout(self._column, 1)
        look.follow(self._relay)

    # ---- filling -------------------------------------------------------------------------------------

    def set_body(self, body: QWidget, *, scroll: bool = False) -> None:
        """The middle; with `scroll` it scrolls inside, head and bar staying where they are."""
        self._body = scrolled(body) if scroll else body
        self._column.insertLayout(0, self._back_line)
        self._column.insertWidget(1, self._body, 1)

    def add_top(self, strip: QWidget) -> QWidget:
        """A strip under the head, over the whole width (counts), with a hairline below; returns that."""
        at = self._outer.indexOf(self._middle)
        line = hairline(self)
        self._outer.insertWidget(at, strip)
        self._outer.insertWidget(at + 1, line)
        return line

    def set_list(self, widget: QWidget, width: int = 372) -> None:
        """A list at the left of the body, `width` logical px wide."""
        self._list, self._list_width = widget, width
        self._middle.insertWidget(0, widget)
        self._middle.insertWidget(1, self._list_line)
        self._relay()

    def set_side(self, panel: QWidget, button_text: str) -> None:
        """Context at the right; `button_text` names the head button it hides behind when room is short."""
        self._side = panel
        self._middle.addWidget(self._side_line)
        self._middle.addWidget(panel)
        self._side_button = Button(self, text=button_text)
        self._side_button.set_trailing("chevron-down")
        self._side_button.setCheckable(True)
        self._side_button.toggled.connect(self._float_side)
        self.head.insert_control(self._side_button)
        panel.installEventFilter(self)
        self._relay()

    def side_button(self) -> Button | None:
        """The button that stands for the side panel; a page without a head places it itself."""
        return self._side_button

    def set_side_text(self, text: str) -> None:
        """Other words on the side panel's button, such as 值班 3 人，到 2 人."""
        if self._side_button is not None:
            self._side_button.setText(text)

    def actions_bar(self) -> ActionBar:
        """The bar at the bottom of the body, made when first asked for."""
        if self._bar is None:
            self._bar = ActionBar(self)
            self._column.addWidget(self._bar_line)
            self._column.addWidget(self._bar)
            self._bar_line.show()
        return self._bar

    def set_back_text(self, text: str) -> None:
        """What the link says that leads from the body back to the list when they take turns."""
        self._back.setText(text)

    # ---- giving way ----------------------------------------------------------------------------------

    def logical_width(self) -> float:
        """The window's width divided by the text scale: what the layout decides by."""
        return self.window().width() / look.current().scale

    def taking_turns(self) -> bool:
        """Whether list and body are shown one at a time now."""
        return self._list is not None and self.logical_width() < self.pair_from

    def side_hidden(self) -> bool:
        """Whether the side panel is behind its button now."""
        return self._side is not None and self.logical_width() < self.side_from

    def show_body(self) -> None:
        """Turn to the body (a row was opened); nothing changes where both are shown."""
        self._list_alone = False
        self._relay()

    def show_list(self) -> None:
        """Turn to the list; nothing changes where both are shown."""
        self._list_alone = True
        self._relay()

    def _relay(self) -> None:
        theme = look.current()
        turns = self.taking_turns()
        if self._list is not None:
            self._list.setVisible(not turns or self._list_alone)
            self._list_line.setVisible(not turns)
            self._middle.setStretch(0, 1 if turns and self._list_alone else 0)
            if turns:
                self._list.setMinimumWidth(0)
                self._list.setMaximumWidth(16777215)
            else:
                self._list.setFixedWidth(theme.px(self._list_width))
            column = self._middle.indexOf(self._column)
            self._middle.setStretch(column, 0 if turns and self._list_alone else 1)
        if self._body is not None:
            self._body.setVisible(not turns or not self._list_alone)
        if self._bar is not None:
            self._bar.setVisible(not turns or not self._list_alone)
            self._bar_line.setVisible(self._bar.isVisibleTo(self))
        self._back.setVisible(turns and not self._list_alone)
        self._back_line.setContentsMargins(theme.px(24), 0, 0, 0)
        if self._side is not None and self._side_button is not None:
            hidden = self.side_hidden()
            self._side_button.setVisible(hidden)
            if not hidden:
                self._dock_side()
            elif not self._side_button.isChecked():
                self._side.hide()
                self._side_line.hide()
        self.turned.emit(turns and self._list_alone)

    def _dock_side(self) -> None:
        if self._side is None or self._side_button is None:
            return
        self._side_button.setChecked(False)
        if self._middle.indexOf(self._side) < 0:
            self._middle.addWidget(self._side)
        self._side.show()
        self._side_line.show()

    def _float_side(self, shown: bool) -> None:
        if self._side is None or not self.side_hidden():
            return
        if not shown:
            self._side.hide()
            return
        self._middle.removeWidget(self._side)
        top = self.head.height() + 1 if self.head.isVisibleTo(self) else 0
        self._side.setParent(self)
        self._side.move(QPoint(self.width() - self._side.width(), top))
        self._side.resize(self._side.width(), self.height() - top)
        self._side.show()
        self._side.raise_()
        self._side.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if escape and event.type() == QEvent.Type.KeyPress and self._side_button is not None:
            self._side_button.setChecked(False)
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._relay()
        if self._side_button is not None and self._side_button.isChecked():
            self._float_side(True)

    # ---- Tab -----------------------------------------------------------------------------------------

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes as one reads, whatever was made or made anew last; past the ends it leaves the page."""
        here = QApplication.focusWidget()
        stops = reading_order(self)
        if here in stops:
            there = stops.index(here) + (1 if forward else -1)
            if 0 <= there < len(stops):
                reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
                stops[there].setFocus(reason)
                return True
            outside = self._beyond(forward)
            if outside is not None:
                outside.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().focusNextPrevChild(forward)

    def _beyond(self, forward: bool) -> QWidget | None:
        """The next stop of the window that is not on this page; None where the page is all there is."""
        there: QWidget = self
        for _ in range(10_000):
            after = there.nextInFocusChain() if forward else there.previousInFocusChain()
            if after is None:
                return None
            there = after
            if there is self:
                return None
            if not self.isAncestorOf(there) and there.window() is self.window() and is_stop(there):
                return there
        return None

    # ---- for the window ------------------------------------------------------------------------------

    def do(self, action: str) -> bool:
        """Do one of the actions this page `offers`; False if it could not."""
        return False

    def arrive(self) -> None:
        """Called each time the page is shown: read what may have changed."""

    def seek(self, key: object) -> None:
        """Another page wants a record or a list shown here (`Session.wanted`): an id, or a filter."""

    def first_focus(self) -> QWidget | None:
        """Where the cursor goes when the page is opened; None: nowhere in particular."""
        return None

    def let_go(self) -> None:
        """The program ends: close what must not stay open. No work is under way any more."""

    def may_leave(self) -> bool:
        """Whether the page may be left now (a form keeps its draft, so nearly always)."""
        return True

    def minimumSizeHint(self) -> QSize:
        return QSize(look.current().px(320), look.current().px(240))
