"""What may be done with a matter now: the next verb filled, the others outlined, the rare ones in a menu."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from station_desk.domain.tracks import Need, StepDecl
from station_desk.ui.pages.matter_whole import Whole
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.flow import FlowBox

_BUTTONS = 4


class VerbBar(QWidget):
    """`show_verbs(whole)`; signals `chosen(verb)`, `correcting()`, `voiding()`,
    `erasing()`. `primary`: the filled one."""

    chosen = Signal(str)
    correcting = Signal()
    voiding = Signal()
    erasing = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.primary: Button | None = None
        self.more = QMenu(self)
        self._box: FlowBox | None = None
        self._line = QVBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)

    def show_verbs(self, whole: Whole, *, may_change: bool) -> None:
        """Show the steps this person may take now; `may_change` also offers correcting and voiding."""
        # The window remembers the focus while a dialog is over it; it must not be left on a button that goes.
        at = self.window().focusWidget()
        here = at is not None and self.isAncestorOf(at)
        if self._box is not None:
            self._line.removeWidget(self._box)
            self._box.hide()
            self._box.deleteLater()
        box = FlowBox(self)
        box.set_gaps(8, 8)
        self._box = box
        # Once a unit has it, handing it to one more is rare.
        rare = {"hand_over"} if any(row.live for row in whole.detail.assignments) else set()
        main = [
            step
            for step in whole.verbs
            if not step.minor and step.verb not in rare and Need.SUGGESTION not in step.needs
        ]
        raising = [step for step in whole.verbs if Need.SUGGESTION in step.needs]
        minor = [step for step in whole.verbs if (step.minor or step.verb in rare) and step.verb != "note"]
        self.primary = None
        for place, step in enumerate(main[:_BUTTONS]):
            box.place(self._button(box, step, first=place == 0))
        for step in raising:
            box.place(self._button(box, step, first=not main), right=True)
        self.more.clear()
        for step in [*main[_BUTTONS:], *minor]:
            self.more.addAction(str(step.label), partial(self._choose, step.verb))
        if whole.detail.row.track == "issue" and may_change:
            self.more.addSeparator()
            self.more.addAction(self.tr("Correct"), self.correcting.emit)
            self.more.addAction(self.tr("Void (entered by mistake)"), self.voiding.emit)
        if whole.erasable:
            self.more.addSeparator()
            self.more.addAction(self.tr("Erase for good…"), self.erasing.emit)
        if not self.more.isEmpty():
            button = Button(box, icon="ellipsis")
            button.setAccessibleName(self.tr("More steps"))
            button.setToolTip(button.accessibleName())
            button.clicked.connect(partial(self._open_more, button))
            box.place(button, right=not raising)
        self._line.addWidget(box)
        if here:
            (self.primary or next(iter(box.findChildren(Button)), self)).setFocus()

    def _open_more(self, button: Button, checked: bool = False) -> None:
        self.more.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _button(self, box: QWidget, step: StepDecl, *, first: bool) -> Button:
        icon = step.icon if first or step.verb in ("urge", "raise") else ""
        button = Button(box, text=str(step.label), kind="primary" if first else "plain", icon=icon)
        button.setObjectName(f"verb_{step.verb}")
        button.clicked.connect(partial(self._choose, step.verb))
        if first:
            self.primary = button
        return button

    def _choose(self, verb: str, checked: bool = False) -> None:
        self.chosen.emit(verb)
