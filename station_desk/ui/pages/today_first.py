"""What Today says on an empty desk: three steps, other doors, and what the page will show."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from station_desk.casework.browse import Office
from station_desk.ui.session import Session
from station_desk.ui.widgets.empty_state import Door, Step
from station_desk.ui.widgets.side_panel import Section, SidePanel

_Words = tuple[str, str, tuple[Step, ...], tuple[Door, ...], str]


def first_steps(session: Session, office: Office) -> _Words:
    """Title, text, steps, doors and the doors' title; keys are `page:what` for `Session.wanted`."""
    translate = QApplication.translate
    own = next((s for _, s in office.stations if s.code == session.desk.identity.site), None)
    named = own is not None and bool(own.address or own.hours)
    about = translate("FirstSteps", "{name}, station code {code}").format(
        name=session.desk.identity.name, code=session.desk.identity.site
    )
    steps = (
        Step(
            "settings:station",
            translate("FirstSteps", "This station"),
            translate("FirstSteps", "Name, address, opening hours, grids"),
            translate("FirstSteps", "Change") if named else translate("FirstSteps", "Fill in"),
            hint=about,
            done=named,
        ),
        Step(
            "settings:deputies",
            translate("FirstSteps", "List of deputies"),
            translate("FirstSteps", "From Excel, or one by one"),
            translate("FirstSteps", "Enter deputies"),
            hint=translate("FirstSteps", "Columns known: name, level, district, telephone"),
            done=bool(office.deputies),
        ),
        Step(
            "settings:units",
            translate("FirstSteps", "Units that handle matters"),
            translate("FirstSteps", "Departments, town offices and villages one hands matters to"),
            translate("FirstSteps", "Enter units"),
            done=bool(office.units),
        ),
    )
    doors = (
        Door("reception:new", translate("FirstSteps", "Log the first visit at once"), "plus", "Ctrl+N"),
        Door(
            "exchange:ledger", translate("FirstSteps", "Take in a ledger kept in Excel"), "file-spreadsheet"
        ),
        Door("exchange:inbox", translate("FirstSteps", "Open a package from the town"), "package-open"),
    )
    return (
        translate("FirstSteps", "Three things first, then you can receive"),
        translate("FirstSteps", "About ten minutes. Any step can wait; it is in the settings later."),
        steps,
        doors,
        translate("FirstSteps", "Or"),
    )


def this_page_later(panel: SidePanel) -> None:
    """Fill the side panel of an empty Today with what each count will mean."""
    translate = QApplication.translate
    head = Section(title=translate("FirstSteps", "This page, later"))
    head.add_line(translate("FirstSteps", "Look here first every day."))
    panel.add(head)
    about = Section(title=translate("FirstSteps", "Overdue and due in seven days"))
    about.add_line(
        translate("FirstSteps", "Each says how many working days are left, and how they are counted.")
    )
    panel.add(about)
    tell = Section(title=translate("FirstSteps", "Visitors to be told"))
    tell.add_line(translate("FirstSteps", "Matters handled whose visitor does not know yet."))
    panel.add(tell)
    consult = Section(title=translate("FirstSteps", "Deputies to be consulted"))
    consult.add_line(translate("FirstSteps", "Suggestions replied to, the deputies' verdict still to come."))
    panel.add(consult)
    packages = Section(title=translate("FirstSteps", "Packages to take in"))
    packages.add_line(translate("FirstSteps", "Files sent by the town or the county."))
    panel.add(packages)
