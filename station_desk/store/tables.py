"""SQLAlchemy tables: the log's few by hand, the record tables made from the declarations."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from types import MappingProxyType
from typing import Any

from sqlalchemy import Column, Index, Integer, LargeBinary, MetaData, Table, Text, text
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from station_desk.domain import declare
from station_desk.domain.declare import Kind, Record
from station_desk.domain.records import MATTERS, TYPES, Matter

LOG_FORMAT = 7
"""Version of the log's tables; older ones are migrated by Alembic after a backup."""

PROJECTION = 5
"""Raised when the projection computes something differently; the record tables are then made again."""

LOG = MetaData()

meta = Table("meta", LOG, Column("key", Text, primary_key=True), Column("value", Text, nullable=False))

commit_log = Table(
    "cmt",
    LOG,
    Column("n", Integer, primary_key=True),
    Column("hash", LargeBinary(32), nullable=False, unique=True),
    Column("replica", LargeBinary(16), nullable=False),
    Column("seq", Integer, nullable=False),
    Column("lamport", Integer, nullable=False),
    Column("site", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("verb", Text, nullable=False),
    Column("undoes", LargeBinary(32)),
    Column("header", LargeBinary, nullable=False),
    Column("signature", LargeBinary(64), nullable=False),
    Column("package", Integer),  # the inbox row it came by; NULL: written here
    Index("cmt_replica", "replica", "seq"),
    Index("cmt_lamport", "lamport"),
    Index("cmt_undoes", "undoes", sqlite_where=Column("undoes", LargeBinary).is_not(None)),
)

change_log = Table(
    "chg",
    LOG,
    Column("n", Integer, primary_key=True),
    Column("cmt", Integer, nullable=False),
    Column("place", Integer, nullable=False),  # its place in the commit's list of digests
    Column("record", LargeBinary(16)),
    Column("made", Integer, nullable=False),
    Column("body", LargeBinary),  # NULL: withheld from this desk, known by its digest alone
    Index("chg_record", "record"),
    Index("chg_cmt", "cmt"),
    Index("chg_withheld", "cmt", sqlite_where=Column("record", LargeBinary).is_(None)),
)

stream_log = Table(
    "stream",
    LOG,
    Column("id", Integer, primary_key=True),
    Column("direction", Text, nullable=False),  # "out", "in"; "alone": a receipt that came alone
    Column("peer", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("hash", LargeBinary(32), nullable=False),  # of the package's manifest
    Column("previous", LargeBinary(32), nullable=False),
    Column("at", Text, nullable=False),
    Column("changes", Integer, nullable=False),
    Column("bytes", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("incarnation", Text, nullable=False, server_default=""),
    Column("whole", Integer, nullable=False, server_default="1"),  # what it builds on was taken before it
    Index("stream_peer", "peer", "direction", "number"),
)

receipt_log = Table(
    "receipt",
    LOG,
    Column("peer", Text, primary_key=True),
    Column("incarnation", Text, primary_key=True),  # the peer's replica that said so, in hex
    Column("replica", LargeBinary(16), primary_key=True),
    Column("hash", LargeBinary(32), primary_key=True),  # of the last commit; of each branch's, where forked
    Column("seq", Integer, nullable=False),
)
"""What each installation of a peer has said it holds of each replica: exports carry everything after it."""

fork_log = Table(
    "fork",
    LOG,
    Column("replica", LargeBinary(16), primary_key=True),
    Column("seq", Integer, nullable=False),  # the lowest number met with two hashes
    Column("at", Text, nullable=False),
    Column("peer", Text, nullable=False),  # whose package brought the second
)
"""Replicas as which two installations wrote: their chains branch here."""

scope_log = Table(
    "scope",
    LOG,
    Column("peer", Text, primary_key=True),
    Column("record", LargeBinary(16), primary_key=True),
    Column("number", Integer, nullable=False),  # of the first package that carried it; 0: left since
    Column("told", Integer, nullable=False, server_default="0"),  # package that said it left; 0: never did
    Index("scope_record", "record"),
)
"""Which matters each peer was sent: one that is not among them is sent whole, however old."""

withdrawn_log = Table(
    "withdrawn",
    LOG,
    Column("matter", LargeBinary(16), primary_key=True),
    Column("site", Text, nullable=False),  # the office above, which said so
    Column("number", Integer, nullable=False),  # of its package
    Column("gone", Integer, nullable=False),  # 1: taken back; 0: within the scope again
)
"""Which matters the office above took back from this desk."""

redacted_log = Table(
    "redacted",
    LOG,
    Column("record", LargeBinary(16), primary_key=True),
    Column("change", LargeBinary(32), primary_key=True),  # digest of one that was erased; empty: the record
)
"""Which records were erased for good, whatever else may come of them, and which changes of them were here."""

word_log = Table(
    "word",
    LOG,
    Column("peer", Text, primary_key=True),
    Column("incarnation", Text, primary_key=True),  # the peer's replica that said so, in hex; "" for our own
    Column("kind", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
"""What each installation of a peer last said it took, lacks or holds otherwise: packages, attached files,
types and months."""

tally_log = Table(
    "tally",
    LOG,
    Column("kind", Text, primary_key=True),
    Column("month", Text, primary_key=True),
    Column("sum", Text, nullable=False),
)
"""The sums of change ids by record type and month as far as they were reckoned; empty: to be made again."""

_COLUMN: Mapping[Kind, Any] = {
    Kind.TEXT: Text,
    Kind.LONG: Text,
    Kind.CODE: Text,
    Kind.DATE: Text,
    Kind.MOMENT: Text,
    Kind.REFS: Text,  # hex ids joined by commas
    Kind.INT: Integer,
    Kind.FLAG: Integer,
    Kind.REF: LargeBinary(16),
}

RECORDS = MetaData()

COMPUTED = (
    "stage",
    "outcome",
    "due_on",
    "clock",
    "clock_from",
    "holder",
    "closed_on",
    "finished_on",
    "told_on",
    "verdict",
    "redone",
    "urged",
    "odd",
)
"""Columns of `matter` that the fold computes and nobody writes."""

_INDEXED: Mapping[str, tuple[tuple[str, ...], ...]] = MappingProxyType(
    {
        "step": (("matter",),),
        "assignment": (("matter",), ("unit",)),
        "reply": (("matter",),),
        "feedback": (("matter",),),
        "consultation": (("matter",),),
        "promise": (("matter",), ("by",)),
        "supervision": (("matter",),),
        "honour": (("matter",),),
        "attachment": (("matter",), ("sha256",)),
        "signer": (("matter",), ("deputy",)),
        "link": (("source",), ("target",)),
        "visit": (("visitor",), ("began",), ("number",), ("deputies",), ("others",), ("station",)),
        "visitor": (("name",), ("phone",)),
        "issue": (("visitor",), ("visit",), ("source_key",)),
    }
)


def _record_table(cls: type[Record]) -> Table:
    columns: list[Column[Any]] = [Column("id", LargeBinary(16), primary_key=True)]
    for name, declared in declare.fields_of(cls).items():
        if issubclass(cls, Matter) and name in _MATTER_FIELDS:
            continue
        columns.append(Column(name, _COLUMN[declared.kind]))
    if cls.type_name == "step":
        # Who may have done it decides whether it applies: kept beside the step, from its commit.
        columns += [Column("lamport", Integer), Column("site", Text), Column("role", Text)]
    table = Table(cls.type_name, RECORDS, *columns, sqlite_with_rowid=False)
    for names in _INDEXED.get(cls.type_name, ()):
        Index(f"{cls.type_name}_{'_'.join(names)}", *(table.c[name] for name in names))
    return table


_MATTER_FIELDS = tuple(declare.fields_of(Matter))

matter = Table(
    "matter",
    RECORDS,
    # The local rank: the opening day in the high bits, so that newest-first needs no sort. Never exchanged.
    Column("n", Integer, primary_key=True),
    Column("id", LargeBinary(16), nullable=False, unique=True),
    Column("track", Text, nullable=False),
    *(Column(name, _COLUMN[f.kind]) for name, f in declare.fields_of(Matter).items()),
    Column("stage", Text),
    Column("outcome", Text),
    Column("due_on", Text),
    Column("clock", Text),
    Column("clock_from", Text),
    Column("holder", LargeBinary(16)),
    Column("closed_on", Text),
    Column("finished_on", Text),
    Column("told_on", Text),
    Column("verdict", Text),
    Column("redone", Integer),
    Column("urged", Integer),
    Column("odd", Text),
    Index(
        "matter_due",
        "due_on",
        "n",
        "closed_on",
        "void",
        "track",
        "stage",
        "urgency",
        sqlite_where=Column("due_on", Text).is_not(None),
    ),
    Index("matter_stage", "track", "stage", "n", "closed_on", "void"),  # counts read no row
    Index("matter_number", "number"),
    # Numbers given twice, and what is to be checked: few among many, found without reading the rest.
    Index(
        "matter_official",
        *("office", "track", "official_number", "id"),
        sqlite_where=text("official_number IS NOT NULL AND void IS NULL"),
    ),
    Index("matter_odd", "n", "id", sqlite_where=text("odd IS NOT NULL AND void IS NULL")),
    Index("matter_station", "station", "n"),
    # What was handed to another station, which is sent it.
    Index("matter_owner", "owner", sqlite_where=text("owner IS NOT station")),
    Index("matter_profile", "profile"),
    # What is open, in the order of due days: the day's list and its counts, without reading a row.
    Index(
        "matter_open",
        text("COALESCE(due_on, '9999')"),
        text("urgency IS NOT 'urgent'"),
        text("-n"),
        "track",
        "stage",
        "due_on",
        "closed_on",
        "void",
        sqlite_where=text("closed_on IS NULL AND void IS NULL"),
    ),
    Index("matter_urgent", "n", "closed_on", "void", sqlite_where=text("urgency = 'urgent'")),
    Index("matter_sensitive", "n", "closed_on", "void", sqlite_where=text("sensitive = 1")),
    # Partial on purpose: without statistics the planner would take a whole one for every filter.
    Index("matter_shown", "n", "void", sqlite_where=text("void IS NULL")),
    Index("matter_void", "n", "void", sqlite_where=text("void IS NOT NULL")),
    # Everything the figures of a period read, so that they never touch the wide rows (store.counts).
    Index(
        "matter_figures",
        *("opened_on", "track", "station", "category", "stage", "outcome", "finished_on", "told_on"),
        *("verdict", "due_on", "closed_on", "void", "id"),
    ),
)

TABLES: Mapping[str, Table] = MappingProxyType(
    {name: _record_table(cls) for name, cls in TYPES.items()} | {"matter": matter}
)

mark = Table(
    "mark",
    RECORDS,
    Column("record", LargeBinary(16), primary_key=True),
    Column("field", Text, primary_key=True),
    Column("kind", Text, primary_key=True),  # "conflict", "proposal" or "stub"
    Column("change", LargeBinary(32), primary_key=True),
    sqlite_with_rowid=False,
)

SEARCH_DDL = (
    "CREATE VIRTUAL TABLE ft USING fts5(b, content='', contentless_delete=1, tokenize=\"ascii\")",
    "CREATE VIRTUAL TABLE fc USING fts5(c, content='', contentless_delete=1, detail=none,"
    ' tokenize="ascii")',
)

FIELD_COLUMNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        name: tuple(n for n in declare.fields_of(cls) if name not in MATTERS or n not in _MATTER_FIELDS)
        for name, cls in TYPES.items()
    }
)
"""The declared columns of each record table in order; a track's table holds what is its own alone."""

MATTER_FIELDS = _MATTER_FIELDS


def projection_version() -> str:
    """Changes whenever the record tables do: then they are projected again from the log."""
    dialect = sqlite.dialect()
    ddl = [str(PROJECTION), *SEARCH_DDL]
    for table in RECORDS.sorted_tables:
        ddl.append(str(CreateTable(table).compile(dialect=dialect)))
        ddl.extend(sorted(str(CreateIndex(index).compile(dialect=dialect)) for index in table.indexes))
    return sha256("\n".join(ddl).encode()).hexdigest()
