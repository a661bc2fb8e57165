"""What was erased for good is remembered, so that whatever else comes of it is erased too."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "redacted",
        sa.Column("record", sa.LargeBinary(16), primary_key=True),
        sa.Column("change", sa.LargeBinary(32), primary_key=True),
    )
