"""One report for every station, a file each, into a folder: what cannot be made is said, the rest is made."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from station_desk.casework import browse
from station_desk.casework.browse import MatterFilter
from station_desk.casework.context import Desk
from station_desk.domain.vocabulary import SiteRole
from station_desk.errors import Cancelled, UserError
from station_desk.i18n import translate
from station_desk.progress import Progress, silent
from station_desk.reports import catalogue
from station_desk.reports.declared import PeriodNeed, Report
from station_desk.reports.request import ReportRequest

_BAD_NAME = re.compile(r'[\x00-\x1f<>:"/\\|?*]')
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class StationFile:
    """What became of one station's report: its file and pages, or why there is none."""

    station: str
    name: str
    path: Path | None = None
    pages: int = 0
    why: str = ""


@dataclass(frozen=True, slots=True)
class Batch:
    """What became of all: `stopped` where the person asked to stop before the last."""

    folder: Path
    files: tuple[StationFile, ...]
    stations: int
    stopped: bool = False

    @property
    def made(self) -> tuple[StationFile, ...]:
        """Those with a file."""
        return tuple(file for file in self.files if file.path is not None)

    @property
    def failed(self) -> tuple[StationFile, ...]:
        """Those without, each with its reason."""
        return tuple(file for file in self.files if file.path is None)

    @property
    def whole(self) -> bool:
        """Whether every station has its file."""
        return len(self.made) == self.stations

    def sentences(self, named: int = 2) -> tuple[str, ...]:
        """The summary in words: how many were made and where, whether it was stopped, what failed and why;
        of more than `named` it tells how many."""
        said = [
            translate(
                "batch",
                "{made} of {stations} stations: their files are in {folder}.",
                made=len(self.made),
                stations=self.stations,
                folder=self.folder,
            )
        ]
        if self.stopped:
            rest = self.stations - len(self.files)
            said.append(translate("batch", "Stopped as you asked; {n} were not begun.", n=rest))
        said += (
            translate("batch", "Not made: {station}. {why}", station=file.name, why=file.why)
            for file in self.failed[:named]
        )
        more = len(self.failed) - named
        if more > 0:
            said.append(translate("batch", "And {n} more.", n=more))
        return tuple(said)


def stations(desk: Desk) -> tuple[tuple[str, str], ...]:
    """The stations a batch is made for: code and name, in the order of the list; one entered twice once. A
    station knows its neighbours by name alone: it makes them for itself and those it registers for."""
    me = desk.identity
    found: dict[str, str] = {}
    for _, station in browse.office(desk).stations:
        code = station.code or ""
        ours = me.role is not SiteRole.STATION or code == me.site
        if code and (ours or browse.page(desk, MatterFilter(station=code), limit=1)):
            found.setdefault(code, station.name or code)
    return tuple(found.items())


def check(report: Report, request: ReportRequest, suffix: str) -> None:
    """UserError where this report is not made by stations, or lacks what it asks for."""
    if not report.per_station:
        raise UserError(translate("batch", "“{title}” is not made for each station.", title=report.title))
    catalogue.check(report, request, suffix)


class Run:
    """A batch under way, a station each `step`; `left` are to come.

    A station whose report cannot be made is said and passed over. When the person asks to stop, what is
    written stays, and the one under way leaves nothing. A file of that name stays and the new one is
    numbered, unless `replacing`. UserError where there is no such report or folder, or no station.
    """

    def __init__(
        self,
        desk: Desk,
        name: str,
        request: ReportRequest,
        folder: Path,
        suffix: str,
        *,
        replacing: bool = False,
    ) -> None:
        self._report = catalogue.find(name)
        check(self._report, request, suffix)
        self._stations = stations(desk)
        if not self._stations:
            raise UserError(translate("batch", "This desk knows no station yet. Enter them in the settings."))
        if not folder.is_dir():
            raise UserError(
                translate("batch", "The folder {folder} does not exist. Create it first.", folder=folder)
            )
        self._desk, self._request, self._folder = desk, request, folder
        self._suffix, self._replacing = suffix, replacing
        self._stems = _stems(self._report, request, self._stations)
        self._files: list[StationFile] = []

    @property
    def left(self) -> int:
        """How many stations are to come."""
        return len(self._stations) - len(self._files)

    def step(self, progress: Progress) -> None:
        """Make the next station's file. Cancelled where `progress` says so."""
        at = len(self._files)
        code, called = self._stations[at]
        within = _Within(progress, at, len(self._stations), called)
        within(0, 0, "")
        path = self._folder / f"{self._stems[at]}.{self._suffix}"
        if not self._replacing:
            path = _free(path)
        self._files.append(
            _one(self._desk, self._report, replace(self._request, scope=code), called, path, within)
        )

    def batch(self) -> Batch:
        """What became of it so far: stopped, where stations are left."""
        return Batch(self._folder, tuple(self._files), len(self._stations), stopped=self.left > 0)


def each_station(
    desk: Desk,
    name: str,
    request: ReportRequest,
    folder: Path,
    suffix: str,
    progress: Progress = silent,
    *,
    replacing: bool = False,
) -> Batch:
    """Make the report for every station this desk knows, one whole file each; see `Run`."""
    run = Run(desk, name, request, folder, suffix, replacing=replacing)
    with suppress(Cancelled):
        while run.left:
            run.step(progress)
    return run.batch()


_FINE = 100
"""Steps of the batch's progress that one station takes."""


@dataclass(frozen=True, slots=True)
class _Within:
    """The progress of one report told as that of the batch: which station, of how many. It stops both."""

    outer: Progress
    at: int
    stations: int
    called: str

    def __call__(self, done: int, total: int, text: str) -> None:
        part = _FINE * min(done, total) // total if total else 0
        self.outer(self.at * _FINE + part, self.stations * _FINE, " ".join(filter(None, (self.called, text))))


def _one(
    desk: Desk, report: Report, request: ReportRequest, called: str, path: Path, progress: Progress
) -> StationFile:
    try:
        made = catalogue.make(desk, report.name, request, path, progress)
    except Cancelled:
        raise
    except UserError as error:
        return StationFile(request.scope, called, why=str(error))
    except Exception as error:
        # A record that one station's figures stumble over is no reason to leave the others without theirs.
        kind = type(error).__name__
        why = translate("batch", "The program met an error of its own ({kind}). Make it alone.", kind=kind)
        return StationFile(request.scope, called, why=why)
    return StationFile(request.scope, called, made.path, made.pages)


def _stems(report: Report, request: ReportRequest, wanted: Sequence[tuple[str, str]]) -> list[str]:
    """Names of the files without their ending; two stations of one name are told apart by their codes."""
    names = [called for _, called in wanted]
    period = request.period.official if request.period is not None else ""
    if report.period is PeriodNeed.NONE:
        period = f"{request.today:%Y-%m-%d}"
    return [
        file_name(called if names.count(called) == 1 else f"{called} {code}", report.title.zh, period)
        for code, called in wanted
    ]


def file_name(*parts: str) -> str:
    """The parts as the name of a file that every system takes."""
    text = " ".join(_BAD_NAME.sub("", part).strip() for part in parts if part)
    return text[:_LONGEST].rstrip(". ") or "report"


def _free(path: Path) -> Path:
    """The path, or with the next number where a file of that name is there already."""
    found, n = path, 2
    while found.exists():
        found, n = path.with_name(f"{path.stem} ({n}){path.suffix}"), n + 1
    return found
