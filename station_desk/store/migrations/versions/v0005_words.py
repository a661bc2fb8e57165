"""What left each peer's scope, what was taken back from this desk, what peers lack, and the sums kept."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the tables; what had left a scope before is told with the next package."""
    op.add_column("scope", sa.Column("told", sa.Integer, nullable=False, server_default="0"))
    op.get_bind().exec_driver_sql(
        "UPDATE scope SET told = 1 + (SELECT coalesce(max(s.number), 0) FROM stream s"
        " WHERE s.peer = scope.peer AND s.direction = 'out') WHERE number = 0"
    )
    op.create_table(
        "word",
        sa.Column("peer", sa.Text, primary_key=True),
        sa.Column("kind", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )
    op.create_table(
        "withdrawn",
        sa.Column("matter", sa.LargeBinary(16), primary_key=True),
        sa.Column("site", sa.Text, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("gone", sa.Integer, nullable=False),
    )
    op.create_table(
        "tally",
        sa.Column("kind", sa.Text, primary_key=True),
        sa.Column("month", sa.Text, primary_key=True),
        sa.Column("sum", sa.Text, nullable=False),
    )
