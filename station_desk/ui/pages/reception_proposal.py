"""The category proposed for a matter from those that say much the same, with the reason for it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from station_desk.casework import browse
from station_desk.ui import words
from station_desk.ui.widgets.buttons import Button
from station_desk.ui.widgets.choice import ChoiceLine
from station_desk.ui.widgets.notice import Notice


class CategoryProposal(QObject):
    """Speaks through one notice below the category. Signal `taken()`: the category was adopted by hand."""

    taken = Signal()

    def __init__(self, notice: Notice, category: ChoiceLine) -> None:
        super().__init__(notice)
        self._notice = notice
        self._category = category
        self._proposed = ""
        self._declined: set[str] = set()
        no = Button(notice, self.tr("No"), "word")
        no.set_flush(True)
        no.set_small(True)
        no.clicked.connect(self._refuse)
        notice.add_button(no)
        notice.linkActivated.connect(self._adopt)
        notice.hide()

    def show_similar(self, found: Sequence[browse.Similar]) -> None:
        """Propose the category that similar matters carry, unless it was chosen or declined already."""
        category, behind = browse.proposed_category(found)
        wanted = category and category != self._category.text().strip() and category not in self._declined
        self._proposed = category if wanted else ""
        self._notice.setVisible(bool(wanted))
        if not wanted:
            return
        every = list(dict.fromkeys(word for item in behind for word in item.shared))
        shared = [word for word in every if not any(word != o and word in o for o in every)][:2]
        said = self.tr(", ").join(shared)
        number = words.shown_number(behind[0].row)
        sentence = (
            self.tr("Proposed: “{category}”, as {number} also speaks of “{words}”")
            if len(behind) == 1
            else self.tr("Proposed: “{category}”, as {number} and others, {n} in all, speak of “{words}”")
        )
        self._notice.show_words(
            text=sentence.format(category=category, number=number, n=len(behind), words=said),
            link=self.tr("Take it"),
        )

    def begin(self) -> None:
        """Another matter: nothing was declined yet."""
        self._proposed = ""
        self._declined.clear()
        self._notice.hide()

    def hide(self) -> None:
        """There is a category: nothing more is proposed for now."""
        self._notice.hide()

    def _adopt(self) -> None:
        self._category.set_key(self._proposed)
        self._category.setText(self._proposed)
        self._notice.hide()
        self.taken.emit()

    def _refuse(self) -> None:
        self._declined.add(self._proposed)
        self._notice.hide()
