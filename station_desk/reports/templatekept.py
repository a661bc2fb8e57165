"""The workbook a town fills instead of a report's own, one for each report, kept on this computer."""

from __future__ import annotations

import shutil
from pathlib import Path

from station_desk import paths
from station_desk.i18n import Label
from station_desk.reports import catalogue, templatelosses
from station_desk.whole import whole


def of(report: str) -> Path | None:
    """The template kept for the report; None where there is none."""
    folder = _folder(report)
    return next(iter(sorted(folder.glob("*.xlsx"))), None) if folder.is_dir() else None


def keep(report: str, source: Path) -> tuple[Label, ...]:
    """Keep a copy for the report in place of an earlier one; returns what of it filling will lose. UserError
    where it cannot serve, or cannot be copied."""
    lost = templatelosses.look(source)
    folder = _folder(catalogue.find(report).name)
    kept = folder / f"{source.stem}.xlsx"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with source.open("rb") as chosen, whole(kept) as file:
            shutil.copyfileobj(chosen, file)
        for old in folder.glob("*.xlsx"):
            if old.name != kept.name:
                old.unlink()
    except OSError as error:
        raise catalogue.cannot_write(folder, error) from error
    return lost


def remove(report: str) -> None:
    """The report is written as its own again. UserError where the copy cannot be removed."""
    found = of(report)
    if found is None:
        return
    try:
        found.unlink()
    except OSError as error:
        raise catalogue.cannot_write(found, error) from error


def _folder(report: str) -> Path:
    return paths.user_data() / "templates" / report
