"""What a peer last said is kept for each of its installations: a copied desk is two, and says two things.

What is withheld from this desk is found without reading the rest of its commit.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_LATEST = (
    "(SELECT s.incarnation FROM stream s WHERE s.direction = 'in' AND s.peer = {0}.peer"
    " ORDER BY s.id DESC LIMIT 1)"
)


def upgrade() -> None:
    """Give what was said to the installation that spoke last; what it took moves to the rest of its word."""
    connection = op.get_bind()
    op.rename_table("word", "said")
    op.create_table(
        "word",
        sa.Column("peer", sa.Text, primary_key=True),
        sa.Column("incarnation", sa.Text, primary_key=True),
        sa.Column("kind", sa.Text, primary_key=True),
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )
    connection.exec_driver_sql(
        "INSERT INTO word SELECT peer, name, kind, '', value FROM said WHERE kind = 'heard'"
    )
    connection.exec_driver_sql(
        "INSERT INTO word SELECT peer, '', kind, name, value FROM said WHERE kind = 'alone'"
    )
    latest = _LATEST.format("said")
    connection.exec_driver_sql(
        f"INSERT INTO word SELECT peer, {latest}, kind, name, value FROM said"
        f" WHERE kind NOT IN ('heard', 'alone') AND {latest} IS NOT NULL"
    )
    latest = _LATEST.format("base")
    connection.exec_driver_sql(
        f"INSERT INTO word SELECT peer, {latest}, 'took', '', lower(hex(hash)) FROM base"
        f" WHERE {latest} IS NOT NULL"
    )
    op.create_index("chg_withheld", "chg", ["cmt"], sqlite_where=sa.text("record IS NULL"))
    op.drop_table("said")
    op.drop_table("base")
