"""The log: local notes, commits, changes."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the first tables."""
    op.create_table(
        "meta", sa.Column("key", sa.Text, primary_key=True), sa.Column("value", sa.Text, nullable=False)
    )
    op.create_table(
        "cmt",
        sa.Column("n", sa.Integer, primary_key=True),
        sa.Column("hash", sa.LargeBinary(32), nullable=False, unique=True),
        sa.Column("replica", sa.LargeBinary(16), nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("lamport", sa.Integer, nullable=False),
        sa.Column("site", sa.Text, nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("verb", sa.Text, nullable=False),
        sa.Column("undoes", sa.LargeBinary(32)),
        sa.Column("header", sa.LargeBinary, nullable=False),
        sa.Column("signature", sa.LargeBinary(64), nullable=False),
        sa.Column("package", sa.Integer),
    )
    op.create_index("cmt_replica", "cmt", ["replica", "seq"])
    op.create_index("cmt_lamport", "cmt", ["lamport"])
    op.create_index("cmt_undoes", "cmt", ["undoes"], sqlite_where=sa.text("undoes IS NOT NULL"))
    op.create_table(
        "chg",
        sa.Column("n", sa.Integer, primary_key=True),
        sa.Column("cmt", sa.Integer, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("record", sa.LargeBinary(16)),
        sa.Column("made", sa.Integer, nullable=False),
        sa.Column("body", sa.LargeBinary),
    )
    op.create_index("chg_record", "chg", ["record"])
    op.create_index("chg_cmt", "chg", ["cmt"])
