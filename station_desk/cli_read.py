"""Commands that only read: lists, one matter, digest, check."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import click

from station_desk.cli_context import Command, Context, Json, Option, find_detail, pass_context
from station_desk.i18n import translate

if TYPE_CHECKING:
    from station_desk.casework.browse import MatterDetail, MatterRow


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def row_json(row: MatterRow) -> dict[str, Json]:
    """A matter as `list` gives it; days are ISO text, a missing one is null."""
    return {
        "id": row.id.hex(),
        "number": row.number,
        "official_number": row.official_number,
        "track": row.track,
        "stage": row.stage,
        "outcome": row.outcome,
        "title": row.title,
        "category": row.category,
        "place": row.place,
        "opened_on": _iso(row.opened_on),
        "due_on": _iso(row.due_on),
        "closed_on": _iso(row.closed_on),
        "station": row.station,
        "unit": row.holder,
        "verdict": row.verdict,
    }


def _stage_label(track: str, code: str) -> str:
    from station_desk.domain.tracks import TRACKS

    found = TRACKS.get(track)
    stage = found.stages.get(code) if found is not None else None
    return str(stage.label) if stage is not None else code


def _codes(wanted: tuple[str, ...], *, stages: bool) -> tuple[str, ...]:
    """Codes as given, or found by their term in either language; a usage error names what there is."""
    from station_desk.domain.tracks import TRACKS

    if stages:
        terms = [(stage.code, stage.label) for track in TRACKS.values() for stage in track.stages.values()]
    else:
        terms = [(track.code, track.label) for track in TRACKS.values()]
    out: list[str] = []
    for text in wanted:
        found = [code for code, label in terms if text in (code, label.zh, label.en)]
        if not found:
            raise click.BadParameter(
                translate(
                    "cli",
                    "“{wanted}” is not one of {choices}.",
                    wanted=text,
                    choices=", ".join(dict.fromkeys(code for code, _ in terms)),
                ),
                param_hint="--stage" if stages else "--track",
            )
        out += found
    return tuple(out)


@click.command(
    "list", cls=Command,
    say=lambda: translate("cli", "List matters, newest first; the count is exact."),
)  # fmt: skip
@click.option(
    "--track", multiple=True, cls=Option, metavar="T",
    say=lambda: translate("cli", "Only this track: issue, suggestion."),
)  # fmt: skip
@click.option(
    "--stage", multiple=True, cls=Option, metavar="S",
    say=lambda: translate("cli", "Only this stage, by its code or its name."),
)  # fmt: skip
@click.option(
    "--text", default="", cls=Option, metavar="Q",
    say=lambda: translate("cli", "Only matters that hold all these words."),
)  # fmt: skip
@click.option(
    "--overdue", is_flag=True, cls=Option,
    say=lambda: translate("cli", "Only open matters past their due day, most urgent first."),
)  # fmt: skip
@click.option(
    "--station", default="", cls=Option, metavar="CODE",
    say=lambda: translate("cli", "Only matters of this station."),
)  # fmt: skip
@click.option(
    "--limit", type=click.IntRange(0), default=50, show_default=True, cls=Option, metavar="N",
    say=lambda: translate("cli", "At most so many rows."),
)  # fmt: skip
@pass_context
def list_matters(
    context: Context,
    track: tuple[str, ...],
    stage: tuple[str, ...],
    text: str,
    overdue: bool,
    station: str,
    limit: int,
) -> None:
    """`list`: `{"count", "rows": […]}`."""
    from station_desk.casework import browse
    from station_desk.casework.browse import MatterFilter, Sort

    wanted = MatterFilter(
        text=text, tracks=_codes(track, stages=False), stages=_codes(stage, stages=True), station=station,
        open=True if overdue else None, due_to=date.today() - timedelta(1) if overdue else None,
        sort=Sort.DUE if overdue else Sort.NEWEST,
    )  # fmt: skip
    with context.desk() as desk:
        count = browse.count(desk, wanted)
        rows = browse.page(desk, wanted, limit=limit) if limit else []
    context.tell(
        {"count": count, "rows": [row_json(row) for row in rows]},
        *(_line(row) for row in rows),
        translate("cli", "{shown} of {count} shown.", shown=len(rows), count=count),
    )


def _line(row: MatterRow) -> str:
    due = translate("cli", "due {day}", day=row.due_on.isoformat()) if row.due_on else ""
    parts = (
        row.official_number or row.number, _iso(row.opened_on) or "", _stage_label(row.track, row.stage), due,
        row.category, row.title,
    )  # fmt: skip
    return "  ".join(part for part in parts if part)


@click.command(
    "show", cls=Command, say=lambda: translate("cli", "Show one matter by its number or id.")
)  # fmt: skip
@click.argument("matter", metavar="NUMBER|ID")
@click.option(
    "--unmasked", is_flag=True, cls=Option,
    say=lambda: translate("cli", "Show the telephone number in full; that it was shown is written down."),
)  # fmt: skip
@pass_context
def show(context: Context, matter: str, unmasked: bool) -> None:
    """`show`: everything about one matter; telephone numbers masked."""
    from station_desk.casework import browse, reveal
    from station_desk.domain.privacy import masked_phone

    with context.desk() as desk:
        detail = find_detail(desk, matter)
        known = detail.visitor.phone if detail.visitor is not None else None
        phone = masked_phone(known or "")
        if unmasked and known:
            phone = reveal.phone(desk, context.actor(desk), detail.row.id)
        why = browse.why_due(detail)
    context.tell(_detail_json(detail, phone), *_detail_lines(detail, phone, why.sentences() if why else ()))


def _named(detail: MatterDetail) -> str | None:
    """The visitor's name, never of one who asked not to be named."""
    from station_desk.domain.privacy import shown_name

    visitor = detail.visitor
    return shown_name(visitor.name, detail.row.confidential) if visitor is not None else None


def _detail_json(detail: MatterDetail, phone: str) -> dict[str, Json]:
    visitor = detail.visitor
    return {
        **row_json(detail.row),
        "text": detail.record.text,
        "people": detail.record.people,
        "grid": detail.grid,
        "visit": detail.visit.number if detail.visit is not None else None,
        "visitor": {"name": _named(detail), "phone": phone} if visitor is not None else None,
        "deputies": list(detail.receiving),
        "signers": [
            {
                "name": row.name,
                "role": row.signer.role,
                "verdicts": [
                    {
                        "round": c.round,
                        "attitude": c.attitude,
                        "result": c.result,
                        "counts": record not in row.set_aside,
                    }
                    for record, c in row.verdicts
                ],
            }
            for row in detail.signers
        ],
        "steps": [
            {
                "on": _iso(row.step.on),
                "verb": row.step.verb,
                "by": row.actor,
                "unit": row.unit,
                "text": row.step.text,
                "to_be_checked": row.odd,
            }
            for row in detail.steps
        ],
        "assignments": [
            {
                "unit": row.unit,
                "role": row.assignment.role,
                "state": row.state,
                "handed_on": _iso(row.assignment.handed_on),
                "due_on": _iso(row.due_on),
                "replied_on": _iso(row.replied_on),
            }
            for row in detail.assignments
        ],
        "replies": [
            {"unit": unit, "number": r.number, "dated": _iso(r.dated), "class": r.reply_class, "text": r.text}
            for _, r, unit in detail.replies
        ],
        "feedback": [
            {"told_on": _iso(f.told_on), "method": f.method, "text": f.text} for _, f in detail.feedback
        ],
        "links": [
            {"kind": link.kind, "matter": link.matter.number if link.matter else link.other.hex()}
            for link in detail.links
        ],
    }  # fmt: skip


def _detail_lines(detail: MatterDetail, phone: str, why: tuple[str, ...] | list[str]) -> list[str]:
    from station_desk.domain.tracks import TRACKS

    row, visitor = detail.row, detail.visitor
    steps = TRACKS[row.track].steps if row.track in TRACKS else {}
    lines = [
        f"{row.official_number or row.number}  {row.title}",
        "  ".join(part for part in (_stage_label(row.track, row.stage), row.category, row.place) if part),
    ]
    if visitor is not None:
        lines.append(translate("cli", "Visitor: {name} {phone}", name=_named(detail) or "—", phone=phone))
    if detail.signers:
        names = "、".join(signer.name for signer in detail.signers)
        lines.append(translate("cli", "Deputies: {names}", names=names))
    if row.due_on is not None:
        lines.append(translate("cli", "Due {day}", day=row.due_on.isoformat()))
        lines += [f"  {sentence}" for sentence in why]
    lines += ["", detail.record.text or "", ""]
    for step in detail.steps:
        verb = step.step.verb or ""
        label = str(steps[verb].label) if verb in steps else verb
        parts = (_iso(step.step.on) or "", label, step.unit, step.step.text or "", step.actor)
        lines.append("  ".join(part for part in parts if part))
    return lines


# --- soundness ------------------------------------------------------------------------------------------


@click.command(
    "digest", cls=Command,
    say=lambda: translate("cli", "One figure over the casework that a station and its town both hold."),
)  # fmt: skip
@click.option(
    "--station", default="", cls=Option, metavar="CODE",
    say=lambda: translate("cli", "Only this station's casework, to compare with its own desk."),
)  # fmt: skip
@pass_context
def digest(context: Context, station: str) -> None:
    """`digest`: `{"digest"}`."""
    from station_desk.exchange import digest as figure

    with context.desk() as desk:
        value = figure.digest(desk, station)
    context.tell({"digest": value}, value)


@click.command(
    "check", cls=Command,
    say=lambda: translate("cli", "Build the records again from the log and compare."),
)  # fmt: skip
@click.pass_context
def check(ctx: click.Context) -> None:
    """`check`: `{"ok", "problems": […], "remarks": […]}`; exit code 1 where anything is wrong. A remark names
    an attached file that has not arrived, which is no fault."""
    from station_desk.casework import absent

    context = ctx.ensure_object(Context)
    with context.desk() as desk:
        problems = desk.check(context.progress)
        remarks = [file.words() for file in absent.files(desk)]
    context.tell(
        {"ok": not problems, "problems": problems, "remarks": remarks},
        *(problems or [translate("cli", "The desk is sound.")]),
        *remarks,
    )
    if problems:
        ctx.exit(1)
