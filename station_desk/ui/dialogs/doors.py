"""What is offered at the foot of the window once a step was saved: the papers that go out with it."""

from __future__ import annotations

from functools import partial

from station_desk.casework.browse import MatterRow
from station_desk.domain.tracks import StepDecl
from station_desk.i18n import translate
from station_desk.ui.messages import Door
from station_desk.ui.session import Session

_PAGES = {"issue": "matters"}


def doors_after(session: Session, step: StepDecl, row: MatterRow) -> tuple[Door, ...]:
    """Ways on after `step`: the hand-over's slips and reply sheets, the notice of a refusal."""
    if step.verb == "hand_over":
        page = _PAGES.get(row.track, "suggestions")
        return (
            Door(
                translate("step", "Hand-over slips"),
                partial(session.wanted.emit, "reports", ("hand-over", row.id)),
            ),
            Door(translate("step", "Reply sheets"), partial(session.wanted.emit, page, row.id)),
        )
    if step.verb == "refuse":
        return (
            Door(
                translate("step", "Print the notice"),
                partial(session.wanted.emit, "reports", ("refusal", row.id)),
            ),
        )
    return ()
