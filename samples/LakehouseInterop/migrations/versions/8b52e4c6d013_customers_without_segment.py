"""customers without segment

Revision ID: 8b52e4c6d013
Revises: 3f0c1a9d7b21
Create Date: 2026-05-18 14:30:00

"""
from typing import Sequence, Union

from alembic import op

revision: str = "8b52e4c6d013"
down_revision: Union[str, Sequence[str], None] = "3f0c1a9d7b21"
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    op.drop_column("customers", "segment", schema="raw")


# Nobody can go back from here.
def downgrade() -> None:
    pass
