"""Packages sent and taken in, and what each peer has said it holds."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the stream tables."""
    op.create_table(
        "stream",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("direction", sa.Text, nullable=False),
        sa.Column("peer", sa.Text, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("hash", sa.LargeBinary(32), nullable=False),
        sa.Column("previous", sa.LargeBinary(32), nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("changes", sa.Integer, nullable=False),
        sa.Column("bytes", sa.Integer, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("incarnation", sa.Text, nullable=False, server_default=""),
    )
    op.create_index("stream_peer", "stream", ["peer", "direction", "number"])
    op.create_table(
        "receipt",
        sa.Column("peer", sa.Text, primary_key=True),
        sa.Column("replica", sa.LargeBinary(16), primary_key=True),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("hash", sa.LargeBinary(32), nullable=False),
    )
