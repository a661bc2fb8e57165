"""A list of matters as a workbook: where to is asked, then the ledger is written beside the work."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from station_desk.casework.browse import MatterFilter
from station_desk.errors import UserError
from station_desk.i18n import translate
from station_desk.reports import catalogue
from station_desk.reports.catalogue import Made
from station_desk.reports.request import ReportRequest
from station_desk.ui.session import Session


def ask_workbook(parent: QWidget, head: str, name: str = "") -> Path | None:
    """Where to save the ledger, always with .xlsx; None where it was given up."""
    chosen, _ = QFileDialog.getSaveFileName(
        parent,
        head,
        f"{name or catalogue.find('ledger').title.zh}.xlsx",
        translate("exporting", "Excel (*.xlsx)"),
    )
    if not chosen:
        return None
    target = Path(chosen)
    return target if target.suffix.lower() == ".xlsx" else target.with_name(f"{target.name}.xlsx")


def write_ledger(
    session: Session,
    owner: QWidget,
    wanted: Callable[[], MatterFilter],
    target: Path,
    failed: Callable[[UserError], object],
) -> None:
    """Write the ledger of the matters `wanted` names (asked on the worker); the foot says where it went."""
    desk, by = session.desk, session.actor.name

    def done(made: Made) -> None:
        session.said.emit(translate("exporting", "Saved {file}", file=made.path.name), False)

    session.jobs.read(
        lambda progress: catalogue.make(
            desk, "ledger", ReportRequest(filter=wanted(), made_by=by), target, progress
        ),
        done=done,
        failed=failed,
        text=translate("exporting", "Writing {file}", file=target.name),
        owner=owner,
    )
