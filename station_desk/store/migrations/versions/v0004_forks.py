"""Replicas met twice, and receipts by the installation that gave them and the branches it holds."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the table of forks; keep the receipts as those of the installation last heard."""
    op.create_table(
        "fork",
        sa.Column("replica", sa.LargeBinary(16), primary_key=True),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("peer", sa.Text, nullable=False),
    )
    connection = op.get_bind()
    connection.exec_driver_sql(
        "INSERT INTO fork SELECT replica, min(seq), strftime('%Y-%m-%dT%H:%M:%S', 'now', 'localtime'), ''"
        " FROM (SELECT replica, seq FROM cmt GROUP BY replica, seq HAVING count(*) > 1) GROUP BY replica"
    )
    kept = connection.exec_driver_sql(
        "SELECT r.peer, coalesce((SELECT s.incarnation FROM stream s WHERE s.peer = r.peer"
        " AND s.direction = 'in' ORDER BY s.id DESC LIMIT 1), ''), r.replica, r.hash, r.seq FROM receipt r"
    ).all()
    op.drop_table("receipt")
    op.create_table(
        "receipt",
        sa.Column("peer", sa.Text, primary_key=True),
        sa.Column("incarnation", sa.Text, primary_key=True),
        sa.Column("replica", sa.LargeBinary(16), primary_key=True),
        sa.Column("hash", sa.LargeBinary(32), primary_key=True),
        sa.Column("seq", sa.Integer, nullable=False),
    )
    for row in kept:
        connection.exec_driver_sql("INSERT INTO receipt VALUES (?, ?, ?, ?, ?)", tuple(row))
