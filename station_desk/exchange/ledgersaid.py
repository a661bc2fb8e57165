"""What a ledger's row says of its handling: what becomes a step, and what is kept in words as a note."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from station_desk.domain import declare
from station_desk.domain.records import Issue, Reply, Step, Visitor
from station_desk.domain.vocabulary import CHANNELS, FEEDBACK_METHODS, VERDICTS, Vocabulary
from station_desk.exchange.fields import LedgerKind, field_of
from station_desk.exchange.ledgerrows import IssueRow
from station_desk.i18n import translate

NOTE = declare.fields_of(Step)["text"].limit
LIMITS = {
    **{
        name: declare.fields_of(Issue)[name].limit
        for name in ("title", "text", "appeal", "category", "place", "source_number")
    },
    **{f"visitor_{name}": declare.fields_of(Visitor)[name].limit for name in ("name", "phone", "address")},
    "reply_text": declare.fields_of(Reply)["text"].limit,
}
"""Characters that a record takes of each column."""


def cut(name: str, text: str) -> str:
    """A column's text as its record takes it; `Said.remarks` tells the person where that lost something."""
    return text[: LIMITS[name]]


def out_of_order(row: IssueRow) -> list[str]:
    """Days that lie before the matter was raised, in words: such a row is a mistyped one."""
    if row.opened_on is None:
        return []
    return [
        translate(
            "ledgers",
            "{field}: {day} lies before the day it was raised ({opened}).",
            field=_label(name),
            day=day.isoformat(),
            opened=row.opened_on.isoformat(),
        )
        for name in ("handed_on", "replied_on", "closed_on", "feedback_on")
        if (day := getattr(row, name)) is not None and day < row.opened_on
    ]


class Said:
    """A row's handling as steps can hold it. What finds no place there is kept as notes, never dropped.

    `replied_on` is the day of a reply that becomes a record; `verdict`, `method` and `channel` are codes.
    """

    def __init__(self, row: IssueRow) -> None:
        known = row.opened_on or row.handed_on or row.replied_on or row.closed_on or row.feedback_on
        self.opened = known or date.today()
        self.dated = known is not None
        self.text = row.text
        if not row.text and len(row.title) > LIMITS["title"]:
            self.text = row.title
        self.channel = _code(CHANNELS, row.source)
        self.replied_on = row.replied_on if row.reply_text else None
        self.handed_on = row.handed_on if row.unit else None
        told = self.replied_on is not None or row.closed_on is not None
        self.told_on = row.feedback_on if told else None
        self.method = _code(FEEDBACK_METHODS, row.feedback_channel) or "phone"
        judged = self.replied_on is not None or self.told_on is not None
        self.verdict = _code(VERDICTS, row.verdict) if judged else ""
        self.notes = tuple(_notes(row, self))
        self._row = row

    def remarks(self) -> Iterator[str]:
        """What the person should know of how the row was taken."""
        if not self.dated:
            yield translate("ledgers", "No date in the row: today's was taken.")
        for name, limit in LIMITS.items():
            if len(getattr(self._row, name)) > limit and not (name == "title" and not self._row.text):
                yield translate(
                    "ledgers", "{field}: only the first {limit} characters were taken.", field=_label(name),
                    limit=limit,
                )  # fmt: skip


def _label(name: str) -> str:
    return str(field_of(LedgerKind.ISSUES, name).label)


def _notes(row: IssueRow, said: Said) -> Iterator[str]:
    kept: list[tuple[str, str]] = [(name, getattr(row, name)) for name in ("deputy", "grid", "station")]
    if row.source and not said.channel:
        kept.append(("source", row.source))
    if row.unit and said.handed_on is None and said.replied_on is None:
        kept.append(("unit", row.unit))
    if row.handed_on is not None and said.handed_on is None:
        kept.append(("handed_on", row.handed_on.isoformat()))
    if row.due_on is not None:
        kept.append(("due_on", row.due_on.isoformat()))
    if row.reply_text and said.replied_on is None:
        kept.append(("reply_text", row.reply_text))
    finished = row.closed_on is not None and said.replied_on is None
    if row.outcome and not finished:
        kept.append(("outcome", row.outcome))
    if row.closed_on is not None and not finished:
        kept.append(("closed_on", row.closed_on.isoformat()))
    if row.feedback_on is not None and said.told_on is None:
        kept.append(("feedback_on", row.feedback_on.isoformat()))
    if row.feedback_channel and (said.told_on is None or not _code(FEEDBACK_METHODS, row.feedback_channel)):
        kept.append(("feedback_channel", row.feedback_channel))
    if row.verdict and not said.verdict:
        kept.append(("verdict", row.verdict))
    spoken = bool(said.verdict) or (finished and not row.outcome)
    if row.remark and not (spoken and len(row.remark) <= NOTE):
        kept.append(("remark", row.remark))
    whole = "\n".join(
        translate("ledgers", "{field}: {value}", field=_label(name), value=value)
        for name, value in kept
        if value
    )
    for start in range(0, len(whole), NOTE):
        yield whole[start : start + NOTE]


def _code(vocabulary: Vocabulary, text: str) -> str:
    """The code whose official term a cell holds; "" where none does."""
    wanted = text.strip()
    for code, term in vocabulary.terms.items():
        if wanted and wanted in (term.zh, term.en, code):
            return code
    return ""
