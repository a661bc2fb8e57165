"""What is erased for good: the word that goes to every desk."""

from __future__ import annotations

from datetime import date

from station_desk.domain import declare as d
from station_desk.domain.declare import Record, Write, record


@record("redaction", "Erased for good", "永久删除")
class Redaction(Record):
    """One record is to be erased wherever it is. What it says of it stays for ever, so it says no more than
    the record's id (hex) and why.

    Ids are codes and no references: nothing hangs on what is erased. `within`: the matter on which the record
    hung, so that whoever was sent that matter is told. `replica` and `nonce` are of the change that made the
    record and prove who made it, also to a desk that has it no more or never had; they are left out for what
    never leaves its site, since with the nonce a guess at the content could be tried on its digest.
    """

    record: str | None = d.code("Record", "记录", required=True, limit=32, write=Write.ADDED)
    within: str | None = d.code("Of the matter", "所属事项", limit=32, write=Write.ADDED)
    reason: str | None = d.text("Reason", "理由", required=True, limit=100, write=Write.ADDED)
    on: date | None = d.day("Date", "日期", required=True, write=Write.ADDED)
    replica: str | None = d.code("Replica", "副本", limit=32, write=Write.ADDED)
    nonce: str | None = d.code("Nonce", "随机数", limit=32, write=Write.ADDED)
