"""carriers of shipments

Revision ID: c41d7aa0e932
Revises: 8b52e4c6d013
Create Date: 2026-08-03 11:15:00

"""
from typing import Sequence, Union

from alembic import op
import sqlalchemy as sa

revision: str = "c41d7aa0e932"
down_revision: Union[str, Sequence[str], None] = "8b52e4c6d013"
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


# The loader does not know this column.
def upgrade() -> None:
    op.add_column("shipments", sa.Column("carrier", sa.String(40), nullable=False), schema="raw")


def downgrade() -> None:
    op.drop_column("shipments", "carrier", schema="raw")
