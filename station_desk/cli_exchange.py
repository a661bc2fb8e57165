"""Commands that exchange: packages out, one or all that are due; packages in; a folder watched."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from station_desk.cli_context import (
    Command,
    Context,
    Json,
    Option,
    pass_context,
    passphrase_option,
    read_passphrase,
)
from station_desk.errors import UserError
from station_desk.i18n import translate

if TYPE_CHECKING:
    from station_desk.casework.context import Desk
    from station_desk.casework.set_aside import SetAside
    from station_desk.exchange.inbox import Preview
    from station_desk.exchange.outbox import Written
    from station_desk.exchange.post import Collected
    from station_desk.exchange.watching import Watcher

_FILE = click.Path(path_type=Path)
_FOLDER = click.Path(file_okay=False, path_type=Path)


@click.command(
    "export", cls=Command,
    say=lambda: translate("cli", "Write the next package for another site: all it has not confirmed."),
)  # fmt: skip
@click.option(
    "--to", default="", cls=Option, metavar="CODE",
    say=lambda: translate("cli", "The site it is for."),
)  # fmt: skip
@click.option(
    "--out", "folder", type=_FOLDER, cls=Option, metavar="DIR",
    say=lambda: translate("cli", "The folder it goes into, for instance a USB stick."),
)  # fmt: skip
@click.option(
    "--all", "every", type=_FOLDER, cls=Option, metavar="DIR",
    say=lambda: translate("cli", "Instead: all packages that are due, above and below, into this folder."),
)  # fmt: skip
@click.option(
    "--encrypt", is_flag=True, cls=Option,
    say=lambda: translate("cli", "Encrypt it for the site's own key, or with --passphrase-from."),
)  # fmt: skip
@passphrase_option
@click.pass_context
def export(
    ctx: click.Context, to: str, folder: Path | None, every: Path | None, encrypt: bool, passphrase_from: str
) -> None:
    """`export`: `{"path", "number", "commits", "changes", "bytes"}`; with `--all`
    `{"packages": [{"path", "number", "commits", "changes", "bytes"}…], "failed": [{"name", "reason"}…]}`."""
    context = ctx.ensure_object(Context)
    if every is not None:
        if to or folder is not None or encrypt or passphrase_from:
            raise click.UsageError(translate("cli", "Either --all or --to and --out, not both."), ctx)
        _export_all(ctx, context, every)
        return
    if not to or folder is None:
        raise click.UsageError(translate("cli", "Say --to and --out, or --all."), ctx)
    from station_desk.exchange import sealing, stream

    passphrase = read_passphrase(passphrase_from)
    with context.desk() as desk:
        context.writer(desk)
        if encrypt or passphrase:
            made = sealing.export(desk, to, folder, passphrase=passphrase, progress=context.progress)
        else:
            made = stream.export(desk, to, folder, context.progress)
    context.tell(
        {
            "path": str(made.path),
            "number": made.number,
            "commits": made.commits,
            "changes": made.changes,
            "bytes": made.bytes,
        },
        translate(
            "cli", "Package {number} for {site}: {changes} changes, {bytes} bytes. {path}",
            number=made.number, site=to, changes=made.changes, bytes=made.bytes, path=made.path,
        ),
    )  # fmt: skip


def _export_all(ctx: click.Context, context: Context, folder: Path) -> None:
    with context.desk() as desk:
        context.writer(desk)
        written = _write_due(context, desk, folder)
    context.tell(
        {
            "packages": [
                {
                    "path": str(made.path),
                    "number": made.number,
                    "commits": made.commits,
                    "changes": made.changes,
                    "bytes": made.bytes,
                }
                for made in written.made
            ],
            "failed": [{"name": one.name, "reason": one.reason} for one in written.failed],
        },
        *(made.path.name for made in written.made),
        written.sentence(),
    )
    if written.failed:
        ctx.exit(1)


def _write_due(context: Context, desk: Desk, folder: Path) -> Written:
    from station_desk.exchange import outbox

    sites = [one.site for one in outbox.due(desk)]
    return outbox.write_all(desk, sites, lambda _: folder, context.progress)


@click.command(
    "import", cls=Command,
    say=lambda: translate("cli", "Take packages in, also whole folders of them, or look into them."),
)  # fmt: skip
@click.argument("files", nargs=-1, required=True, type=_FILE, metavar="FILE|DIR...")
@click.option(
    "--preview", is_flag=True, cls=Option,
    say=lambda: translate("cli", "Only say what the packages would change; write nothing."),
)  # fmt: skip
@click.option(
    "--unsigned", is_flag=True, cls=Option,
    say=lambda: translate(
        "cli", "Take in packages of before there were signatures too; ask who sent them first."
    ),
)  # fmt: skip
@click.option(
    "--trust", "trusted", multiple=True, cls=Option, metavar="FINGERPRINT",
    say=lambda: translate("cli", "Accept the desk with this fingerprint, which you compared by telephone."),
)  # fmt: skip
@passphrase_option
@click.pass_context
def import_packages(
    ctx: click.Context,
    files: tuple[Path, ...],
    preview: bool,
    unsigned: bool,
    trusted: tuple[str, ...],
    passphrase_from: str,
) -> None:
    """`import`: `{"packages", "applied", "changes", "conflicts", "set_aside", "aside": […], "said": […],
    "refused": [{"name", "reason"}…], "waiting": [{"name", "kind", "reason"}…]}`. With `--preview`
    `{"packages": [{"name", "sender", "number", "new", "changed", "changes", "conflicts", "proposals",
    "set_aside", "aside": […], "said": […], "already", "signed",
    "strangers": [{"site", "name", "replica", "fingerprint"}…]}…], "refused": [{"name", "reason"}…]}`.
    `aside`, the first of the plain values that lost to others written at the same time, masked: `[{"record",
    "type", "field", "number", "title", "stands", "value", "actor", "site", "at"}…]`.

    Exit code 1 where a package was refused or waits; the others are taken in all the same.
    """
    context = ctx.ensure_object(Context)
    passphrase = read_passphrase(passphrase_from)
    if preview:
        if not _preview(context, files, passphrase):
            ctx.exit(1)
        return
    from station_desk.exchange import fingerprints, post

    compared = {fingerprints.read(text) for text in trusted}
    with context.desk() as desk:
        context.writer(desk)
        result = post.collect(
            desk, files, context.progress, unsigned=unsigned, passphrase=passphrase,
            trust=lambda one: one.fingerprint in compared,
        )  # fmt: skip
    context.tell(_collected(result), result.sentence())
    _say_left(result)
    if result.refused or result.waiting:
        ctx.exit(1)


def _collected(result: Collected) -> Mapping[str, Json]:
    return {
        "packages": result.taken,
        "applied": result.brought,
        "changes": result.changes,
        "conflicts": result.conflicts,
        "set_aside": result.set_aside,
        "aside": _aside(result.aside),
        "said": list(result.said),
        "refused": [{"name": one.name, "reason": one.reason} for one in result.refused],
        "waiting": [
            {"name": one.path.name, "kind": one.kind, "reason": one.reason} for one in result.waiting
        ],
    }


def _aside(found: Iterable[SetAside]) -> list[Json]:
    return [
        {
            "record": one.record.hex(),
            "type": one.type,
            "field": one.field,
            "number": one.number,
            "title": one.title,
            "stands": one.stands.shown,
            "value": one.aside.shown,
            "actor": one.aside.actor,
            "site": one.aside.site,
            "at": one.aside.at.isoformat(timespec="seconds"),
        }
        for one in found
    ]


def _say_left(result: Collected) -> None:
    for one in result.refused:
        click.echo(f"{one.name}: {one.reason}", err=True)
    for kept in result.waiting:
        click.echo(f"{kept.path.name}: {kept.reason}", err=True)


@click.command(
    "watch", cls=Command,
    say=lambda: translate("cli", "Watch a folder: take in what comes, until stopped with Ctrl+C."),
)  # fmt: skip
@click.argument("folders", nargs=-1, required=True, type=_FOLDER, metavar="DIR...")
@click.option(
    "--out", "out", type=_FOLDER, cls=Option, metavar="DIR",
    say=lambda: translate("cli", "Write what is due into this folder each time."),
)  # fmt: skip
@click.option(
    "--every", "seconds", type=click.IntRange(1, 86_400), default=30, cls=Option, metavar="SECONDS",
    say=lambda: translate("cli", "How often to look."),
)  # fmt: skip
@click.option(
    "--once", is_flag=True, cls=Option,
    say=lambda: translate("cli", "Look once, take what is whole for finished, and end."),
)  # fmt: skip
@pass_context
def watch(context: Context, folders: tuple[Path, ...], out: Path | None, seconds: int, once: bool) -> None:
    """`watch`: a line for each time that something came: as `import`, and `"written"`, the packages out."""
    from station_desk.exchange.spool import Spool
    from station_desk.exchange.watching import Watcher

    with context.desk() as desk:
        context.writer(desk)
        watcher = Watcher(Spool(desk.path), at_once=once)
        while True:
            _round(context, desk, watcher, [str(folder) for folder in folders], out)
            if once:
                if watcher.unreachable:
                    raise UserError(
                        translate("cli", "{folder} cannot be read.", folder=watcher.unreachable[0])
                    )
                return
            time.sleep(seconds)


def _round(context: Context, desk: Desk, watcher: Watcher, folders: list[str], out: Path | None) -> None:
    from station_desk.exchange import post

    found = watcher.look(folders)
    said: dict[str, Json] = {}
    words: list[str] = []
    if found:
        result = post.collect(desk, found, context.progress)
        watcher.meet(result.read_of(found))
        said.update(_collected(result))
        words.append(result.sentence())
        _say_left(result)
    if out is not None:
        written = _write_due(context, desk, out)
        if written.made or written.failed:
            said["written"] = [str(made.path) for made in written.made]
            words.append(written.sentence())
    if words:
        context.tell(said, *words)


def _preview(context: Context, files: tuple[Path, ...], passphrase: str) -> bool:
    """Whether every one of the files could be looked at."""
    from station_desk.exchange import inbox
    from station_desk.exchange.spool import packages_in

    found: list[Preview] = []
    refused: list[tuple[str, str]] = []
    with context.desk() as desk:
        packages = packages_in(files)
        for file in packages:
            try:
                found.append(inbox.preview(desk, file, context.progress, passphrase=passphrase))
            except UserError as error:
                if len(packages) == 1:
                    raise
                refused.append((file.name, str(error)))
    lines = [translate("cli", "{name}: {reason}", name=name, reason=reason) for name, reason in refused]
    for one in found:
        lines.append(
            translate(
                "cli", "{name}, package {number}: {new} new, {changed} changed, {conflicts} conflicts, "
                "{proposals} proposals.",
                name=one.sender_name or one.sender, number=one.number, new=one.new, changed=one.changed,
                conflicts=one.conflicts, proposals=one.proposals,
            )
        )  # fmt: skip
        if not one.signed:
            lines.append(translate("cli", "It is not signed: anybody may have written it."))
        lines.extend(
            translate(
                "cli",
                "{name} ({site}) is not known here, and nobody known vouches for it. Telephone them, compare "
                "the fingerprint {fingerprint}, and name it with --trust when importing.",
                name=stranger.name, site=stranger.site, fingerprint=stranger.fingerprint,
            )
            for stranger in one.strangers
        )  # fmt: skip
        if one.already:
            lines.append(translate("cli", "It has been taken in already; nothing in it is new."))
        lines.extend(one.said)
        if one.set_aside:
            lines.append(translate("cli", "Values set aside: {count}", count=one.set_aside))
            lines.extend(f"  {lost.sentence()}" for lost in one.aside)
        for line in one.lines[:50]:
            lines.append(f"  {line.number}  {line.title}  {line.what}")
            lines.extend(f"      {one.sentence()}" for one in line.differences)
    context.tell(
        {
            "packages": [
                {
                    "name": one.path.name,
                    "sender": one.sender,
                    "number": one.number,
                    "new": one.new,
                    "changed": one.changed,
                    "changes": one.changes,
                    "conflicts": one.conflicts,
                    "proposals": one.proposals,
                    "set_aside": one.set_aside,
                    "aside": _aside(one.aside),
                    "said": list(one.said),
                    "already": one.already,
                    "signed": one.signed,
                    "strangers": [
                        {
                            "site": stranger.site,
                            "name": stranger.name,
                            "replica": stranger.replica,
                            "fingerprint": stranger.fingerprint,
                        }
                        for stranger in one.strangers
                    ],
                }
                for one in found
            ],
            "refused": [{"name": name, "reason": reason} for name, reason in refused],
        },
        *lines,
    )
    return not refused
