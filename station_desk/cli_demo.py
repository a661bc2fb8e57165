"""Commands to look around and to try an installation: the demo desk, the headless tour, the self-test."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

from station_desk import paths
from station_desk.cli_context import LANGUAGE, Command, Context, Option, pass_context
from station_desk.errors import UserError
from station_desk.i18n import translate

_FILE = click.Path(dir_okay=False, path_type=Path)


def has_screen() -> bool:
    """True where a window could be seen."""
    if os.environ.get("QT_QPA_PLATFORM", "") in ("offscreen", "minimal", "vnc"):
        return False
    if sys.platform.startswith("linux"):
        return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return True


@click.command(
    "demo", cls=Command,
    say=lambda: translate(
        "cli", "Make a made-up desk; without --desk, open the demo desk in the window (made if missing)."
    ),
)  # fmt: skip
@click.option(
    "--desk", "file", type=_FILE, cls=Option, metavar="FILE",
    say=lambda: translate("cli", "The file to make."),
)  # fmt: skip
@click.option(
    "--stations", type=click.IntRange(1, 2_000), default=8, show_default=True, cls=Option,
    say=lambda: translate("cli", "How many stations the town has."),
)  # fmt: skip
@click.option(
    "--matters", type=click.IntRange(1), default=300, show_default=True, cls=Option,
    say=lambda: translate(
        "cli", "How many matters; from 3,000 on the desk made is the town's, with all its stations."
    ),
)  # fmt: skip
@click.option(
    "--seed", type=int, default=1, show_default=True, cls=Option,
    say=lambda: translate("cli", "The same seed makes the same matters."),
)  # fmt: skip
@pass_context
def demo(context: Context, file: Path | None, stations: int, matters: int, seed: int) -> None:
    """`demo`: `{"desk", "town", "matters"}`; the window opens where there is a screen and no file named."""
    wanted = file or context.desk_path
    desk = wanted or paths.user_data() / "demo" / "station.desk"
    town = desk.with_name(f"{desk.stem}-town.desk")
    if wanted is not None or not desk.exists():
        from station_desk.demo import make_demo
        from station_desk.demo.make import remove_desk

        if wanted is None:
            remove_desk(town)  # left over from a demo whose station was deleted by hand
        made = make_demo(
            desk.parent, stations=stations, matters=matters, seed=seed, today=date.today(),
            progress=context.progress, station=desk, town=town,
        )  # fmt: skip
        town = made.town
        count = made.matters
    else:
        from station_desk.casework import browse
        from station_desk.casework.browse import MatterFilter
        from station_desk.casework.context import Desk

        opened = Desk.open(desk, context.progress)
        count = browse.count(opened, MatterFilter())
        opened.close()
    context.tell(
        {"desk": str(desk), "town": str(town), "matters": count},
        translate("cli", "The demo desk holds {count} made-up matters: {path}", count=count, path=desk),
    )
    if wanted is None and not context.as_json and has_screen():
        from station_desk.app import run

        here = click.get_current_context()
        here.exit(run(desk, language=here.meta.get(LANGUAGE, "")))


@click.command(
    "demo-tour", cls=Command,
    say=lambda: translate("cli", "Do the main job from end to end into a folder, and say where to look."),
)  # fmt: skip
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), metavar="DIR")
@click.option(
    "--no-pictures", is_flag=True, cls=Option,
    say=lambda: translate("cli", "Leave out the pictures of the pages."),
)  # fmt: skip
@pass_context
def demo_tour(context: Context, folder: Path, no_pictures: bool) -> None:
    """`demo-tour`: `{"folder", "steps": […]}`."""
    from station_desk.demo import tour

    steps: list[str] = []

    def say(line: str) -> None:
        steps.append(line)
        if not context.as_json:
            context.done()
            click.echo(line)

    tour.run(folder, say, today=date.today(), progress=context.progress, pictures=not no_pictures)
    context.tell(
        {"folder": str(folder), "steps": steps}, translate("cli", "All of it is in {folder}.", folder=folder)
    )


# --- the self-test ------------------------------------------------------------------------------------


def self_test() -> int:
    """Try every part; an OK line for each that works, and what failed. Returns the exit code."""
    with tempfile.TemporaryDirectory() as scratch:
        parts: tuple[tuple[str, Callable[[Path], str]], ...] = (
            (translate("cli", "Words"), _words),
            (translate("cli", "Fonts"), _fonts),
            (translate("cli", "Desk"), _desk),
            ("PDF", lambda folder: _report(folder, "pdf")),
            ("xlsx", lambda folder: _report(folder, "xlsx")),
            (translate("cli", "Forms"), _forms),
        )
        failed = 0
        for name, part in parts:
            try:
                click.echo(f"OK  {name}: {part(Path(scratch))}")
            except Exception as error:  # whatever it is, the rest is tried too
                failed += 1
                click.echo(f"{translate('cli', 'FAILED')}  {name}: {type(error).__name__}: {error}", err=True)
    return 1 if failed else 0


def _words(_folder: Path) -> str:
    from station_desk.i18n import CHINESE, language, set_language

    before = language()
    set_language(CHINESE)
    chinese = translate("cli", "Words")
    set_language(before)
    if chinese == "Words":
        raise UserError(translate("cli", "The Chinese catalogue is missing."))
    return chinese


def _fonts(_folder: Path) -> str:
    found = sorted(file.name for file in paths.resource("fonts").glob("*.ttf"))
    if len(found) < 5:
        raise UserError(translate("cli", "Fonts are missing; install the program again."))
    return ", ".join(found)


def _desk(folder: Path) -> str:
    from station_desk.casework import browse
    from station_desk.casework.browse import MatterFilter
    from station_desk.casework.context import Desk
    from station_desk.demo import fill
    from station_desk.domain.vocabulary import SiteRole

    desk = Desk.create(folder / "try.desk", site="TRY", name="自检", role=SiteRole.TOWN)
    try:
        fill(desk, stations=2, matters=60, today=date.today())
        problems = desk.check()
        if problems:
            raise UserError("; ".join(problems))
        found = browse.count(desk, MatterFilter(text="路"))
        return translate("cli", "60 matters written, {found} found, checked", found=found)
    finally:
        desk.close()


def _report(folder: Path, suffix: str) -> str:
    from station_desk.casework.context import Desk
    from station_desk.casework.statistics import Period
    from station_desk.reports import catalogue
    from station_desk.reports.request import ReportRequest

    desk = Desk.open(folder / "try.desk")
    try:
        today = date.today()
        period = Period(today.replace(day=1), today)
        out = folder / f"monthly.{suffix}"
        catalogue.make(desk, "monthly", ReportRequest(period=period), out)
    finally:
        desk.close()
    return translate("cli", "{bytes} bytes", bytes=out.stat().st_size)


def _forms(_folder: Path) -> str:
    from station_desk.ui.selftest import open_forms

    return ", ".join(open_forms())
