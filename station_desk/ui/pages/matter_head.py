"""The head of the list of matters: its name, the menu of views, and the line that names a new one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QMenu, QVBoxLayout, QWidget

from station_desk.casework import browse
from station_desk.casework.browse import MatterFilter, Sort, Waiting
from station_desk.ui import look
from station_desk.ui.pages import matter_views
from station_desk.ui.pages.matter_views import View
from station_desk.ui.session import Session
from station_desk.ui.widgets.buttons import Button


class ListHead(QWidget):
    """`show_view(wanted, count)` names the view shown; `suggest()` (given) says what a new one may be called.

    Signals: `chosen(MatterFilter)`; `saved()` after a view was saved.
    """

    chosen = Signal(object)
    saved = Signal()

    def __init__(self, session: Session, suggest: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._suggest = session, suggest
        self._wanted, self._count = MatterFilter(), 0
        title = QLabel(self.tr("Matters"), self)
        title.setProperty("role", "title")
        self.button = Button(self)
        self.button.set_small(True)
        self.button.setAccessibleName(self.tr("Saved views"))
        self.menu = QMenu(self.button)
        self.button.setMenu(self.menu)
        self._head = QHBoxLayout()
        self._head.addWidget(title)
        self._head.addStretch(1)
        self._head.addWidget(self.button)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self._lines.addLayout(self._head)
        self._lines.addWidget(self._build_naming())
        look.follow(self._relay)

    def _build_naming(self) -> QWidget:
        self._naming = QWidget(self)
        self.name = QLineEdit(self._naming)
        self.name.setPlaceholderText(self.tr("Name of this view"))
        self.name.setAccessibleName(self.tr("Name of this view"))
        self.name.setMaxLength(20)
        self.name.returnPressed.connect(self.save)
        keeping = Button(self._naming, text=self.tr("Save"))
        keeping.clicked.connect(self.save)
        leaving = Button(self._naming, kind="icon", icon="x")
        leaving.setAccessibleName(self.tr("Do not save the view"))
        leaving.clicked.connect(self._naming.hide)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self._naming)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._naming.hide)
        self._naming_line = QHBoxLayout(self._naming)
        self._naming_line.addWidget(self.name, 1)
        self._naming_line.addWidget(keeping)
        self._naming_line.addWidget(leaving)
        self._naming.hide()
        return self._naming

    def _relay(self) -> None:
        theme = look.current()
        self._head.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(10))
        self._naming_line.setContentsMargins(theme.px(16), 0, theme.px(16), theme.px(8))
        self._naming_line.setSpacing(theme.px(4))

    # ---- showing -------------------------------------------------------------------------------------

    def _views(self, day: date) -> tuple[View, ...]:
        return (
            View(self.tr("In hand"), MatterFilter(open=True, sort=Sort.DUE)),
            View(self.tr("Overdue"), browse.today_filter("overdue", day)),
            View(self.tr("Visitors to be told"), browse.today_filter("tell", day)),
            View(self.tr("Verdict awaited"), MatterFilter(waiting=Waiting.VERDICT)),
            View(self.tr("All"), MatterFilter()),
        )

    def show_view(self, wanted: MatterFilter, count: int) -> None:
        """Name the view that `wanted` is, with how many it holds, and offer the others."""
        self._wanted, self._count = wanted, count
        own = matter_views.saved(self._session)
        views = (*self._views(self._session.today()), *own)
        names = {replace(view.wanted, sort=Sort.NEWEST): view.name for view in reversed(views)}
        whole = replace(wanted, sort=Sort.NEWEST)
        name = names.get(whole) or names.get(replace(whole, text="")) or self.tr("Chosen")
        self.button.setText(self.tr("{view}: {n}").format(view=name, n=count))
        self.menu.clear()
        for view in views:
            if own and view is own[0]:
                self.menu.addSeparator()
            self.menu.addAction(view.name, partial(self._choose, view.wanted))
        self.menu.addSeparator()
        self.menu.addAction(self.tr("Save what is shown as a view"), self.ask_name)
        if own:
            deleting = self.menu.addMenu(self.tr("Delete a view"))
            for view in own:
                deleting.addAction(view.name, partial(self.delete, view.name))

    def _choose(self, wanted: MatterFilter) -> None:
        self.chosen.emit(wanted)

    # ---- own views -----------------------------------------------------------------------------------

    def ask_name(self) -> None:
        """Ask, in a line under the title, what the present filters shall be called."""
        self.name.setText(self._suggest()[: self.name.maxLength()])
        self._naming.show()
        self.name.setFocus()
        self.name.selectAll()

    def save(self) -> None:
        """Keep the present filters under the name typed."""
        name = self.name.text().strip()
        if not name:
            self.name.setFocus()
            return
        matter_views.save(self._session, name, self._wanted)
        self._naming.hide()
        self.show_view(self._wanted, self._count)
        self._session.said.emit(self.tr("View “{name}” saved").format(name=name), False)
        self.saved.emit()

    def delete(self, name: str) -> None:
        """Forget a view saved before; the list stays as it is."""
        matter_views.delete(self._session, name)
        self.show_view(self._wanted, self._count)
