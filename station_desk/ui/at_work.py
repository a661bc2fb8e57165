"""The menu at the foot of the window that says who is at work and lets somebody else sit down."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from station_desk.casework import people
from station_desk.casework.people import Worker
from station_desk.domain.vocabulary import ROLES
from station_desk.i18n import translate
from station_desk.ui.session import Session


def offer(
    session: Session, above: QWidget, chosen: Callable[[str], object], enter: Callable[[], object]
) -> None:
    """Read who works here, then show them over the widget `above`; `chosen(name)`, or `enter()` for one more.

    No password is asked, and the menu says so: the program trusts whoever sits at the computer.
    """
    desk, actor = session.desk, session.actor

    def show(found: list[Worker]) -> None:
        menu = QMenu(above)
        menu.setObjectName("at_work")
        menu.addAction(translate("at_work", "Who is at work? No password is asked.")).setEnabled(False)
        menu.addSeparator()
        for worker in found:
            label = translate("at_work", "{name}, {role}", name=worker.name, role=ROLES.label(worker.role))
            action = menu.addAction(label, partial(chosen, worker.name))
            action.setCheckable(True)
            action.setChecked(worker.name == actor.name)
        if found:
            menu.addSeparator()
        why = people.why_not(actor, desk.identity)
        words = translate("at_work", "Enter somebody…") if found else translate("at_work", "Enter yourself…")
        action = menu.addAction(words, enter)
        action.setEnabled(not why)
        action.setToolTip(why)
        menu.setToolTipsVisible(True)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(above.mapToGlobal(above.rect().topLeft()) - menu.rect().topLeft())
        menu.move(menu.x(), above.mapToGlobal(above.rect().topLeft()).y() - menu.sizeHint().height())

    session.read(lambda: people.workers(desk), show, owner=above)
