"""Which matters each peer was sent, and which package it last said it had taken."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables of scopes, and note of each package whether it came whole."""
    op.add_column("stream", sa.Column("whole", sa.Integer, nullable=False, server_default="1"))
    op.create_table(
        "scope",
        sa.Column("peer", sa.Text, primary_key=True),
        sa.Column("record", sa.LargeBinary(16), primary_key=True),
        sa.Column("number", sa.Integer, nullable=False),
    )
    op.create_index("scope_record", "scope", ["record"])
    op.create_table(
        "base",
        sa.Column("peer", sa.Text, primary_key=True),
        sa.Column("hash", sa.LargeBinary(32), nullable=False),
    )
