"""The marks of one matter on the card: urgent, sensitive, and that the visitor asks not to be named."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from station_desk.ui import icons, look, marking
from station_desk.ui.pages.reception_state import MatterDraft
from station_desk.ui.widgets.flow import FlowBox


class MatterMarks(FlowBox):
    """`set_draft()`, the three boxes; signal `changed()` by hand."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.urgent = QCheckBox(self.tr("Urgent"), self)
        self.sensitive = QCheckBox(self.tr("Sensitive"), self)
        self.confidential = QCheckBox(self.tr("Asks not to be named"), self)
        self.confidential.setToolTip(self.tr("The name then stands on no list; showing it is written down"))
        self.set_gaps(20, 4)
        for box in (self.urgent, self.sensitive, self.confidential):
            self.place(box)
            box.clicked.connect(self.changed)
        look.follow(self._colour)

    def _colour(self) -> None:
        for box, name, tone in (
            (self.urgent, marking.URGENT, "red"),
            (self.sensitive, marking.SENSITIVE, "amber"),
            (self.confidential, marking.CONFIDENTIAL, "text2"),
        ):
            box.setIcon(icons.icon(name, 16, tone))

    def after(self, before: QWidget) -> None:
        """Tab reaches the boxes after this widget."""
        for box in (self.urgent, self.sensitive, self.confidential):
            following = before.nextInFocusChain()
            QWidget.setTabOrder(before, box)
            if following is not None and following is not box:
                QWidget.setTabOrder(box, following)
            before = box

    def set_draft(self, draft: MatterDraft) -> None:
        """Show a draft's marks; emits nothing."""
        self.urgent.setChecked(draft.urgent)
        self.sensitive.setChecked(draft.sensitive)
        self.confidential.setChecked(draft.confidential)

    def marked(self, draft: MatterDraft) -> MatterDraft:
        """The draft with the marks set here."""
        return replace(
            draft,
            urgent=self.urgent.isChecked(),
            sensitive=self.sensitive.isChecked(),
            confidential=self.confidential.isChecked(),
        )

    def words(self) -> tuple[str, ...]:
        """The marks set, for a card that is closed."""
        return tuple(b.text() for b in (self.urgent, self.sensitive, self.confidential) if b.isChecked())
