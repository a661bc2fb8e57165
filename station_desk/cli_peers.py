"""Commands that say how the exchange with each site stands, and that confirm what came."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from station_desk.cli_context import Command, Context, Option, pass_context
from station_desk.i18n import translate


@click.command(
    "peers", cls=Command,
    say=lambda: translate("cli", "How the exchange with each site stands: what is missing or not confirmed."),
)  # fmt: skip
@pass_context
def peers(context: Context) -> None:
    """`peers`: `[{"site", "name", "role", "sent", "received", "missing": […], "waiting", "unconfirmed",
    "withheld", "state", "sentences": […]}…]`."""
    from station_desk.exchange import board, stream

    with context.desk() as desk:
        found = [(peer, board.words(peer, date.today())) for peer in stream.peers(desk)]
    context.tell(
        [
            {
                "site": peer.site,
                "name": peer.name,
                "role": peer.role,
                "sent": peer.sent,
                "received": peer.received,
                "missing": list(peer.gaps),
                "waiting": peer.waiting,
                "unconfirmed": peer.unconfirmed,
                "withheld": peer.withheld,
                "state": said.state,
                "sentences": list(said.sentences),
            }
            for peer, said in found
        ],
        "\n".join(
            f"{peer.name} ({peer.site}): {said.state}\n" + "\n".join(f"  {text}" for text in said.sentences)
            for peer, said in found
        ),
    )


@click.command(
    "receipt", cls=Command,
    say=lambda: translate("cli", "Write a receipt alone: a small file that says what came and what lacks."),
)  # fmt: skip
@click.option(
    "--to", required=True, cls=Option, metavar="CODE", say=lambda: translate("cli", "The site it is for.")
)
@click.option(
    "--out", "folder", required=True, type=click.Path(file_okay=False, path_type=Path), cls=Option,
    metavar="DIR", say=lambda: translate("cli", "The folder it goes into, for instance a USB stick."),
)  # fmt: skip
@click.pass_context
def receipt(ctx: click.Context, to: str, folder: Path) -> None:
    """`receipt`: `{"path"}`."""
    from station_desk.exchange import confirming

    context = ctx.ensure_object(Context)
    with context.desk() as desk:
        context.writer(desk)
        path = confirming.write(desk, to, folder)
    context.tell({"path": str(path)}, str(path))
