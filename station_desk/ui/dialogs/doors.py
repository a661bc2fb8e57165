"""What is offered at the foot of the window once a step was saved: the papers that go out with it."""

from __future__ import annotations

from functools import partial

from station_desk.casework.browse import MatterRow
from station_desk.domain.tracks import StepDecl
from station_desk.i18n import translate
from station_desk.ui.messages import Door
from station_desk.ui.pages.reply_sheets import save_all
from station_desk.ui.session import Session


def doors_after(session: Session, step: StepDecl, row: MatterRow) -> tuple[Door, ...]:
    """Ways on after `step`: the hand-over's slips and reply sheets, the notice of a refusal."""
    if step.verb == "hand_over":
        return (
            Door(
                translate("step", "Hand-over slips"),
                partial(session.wanted.emit, "reports", ("hand-over", row.id)),
            ),
            Door(translate("step", "Save the reply sheets…"), partial(save_all, session, row.id)),
        )
    if step.verb == "refuse":
        return (
            Door(
                translate("step", "Print the notice"),
                partial(session.wanted.emit, "reports", ("refusal", row.id)),
            ),
        )
    return ()
