"""Let organizations ask for a second factor, and passwords be temporary."""

import sqlalchemy as sa
from alembic import op

from storewalk.core.orm import belongs_to
from storewalk.core.schema import drop_tenant_table, tenant_table, text_enum

revision = "0044_second_factor"
down_revision = "0043_label_places"
branch_labels = None
depends_on = None

TABLES = ("access_policy", "second_factor", "recovery_code")


def upgrade() -> None:
    """Add three tables and one column."""
    op.add_column("account", sa.Column("password_until", sa.DateTime(timezone=True)))
    tenant_table(
        "access_policy",
        sa.Column("second_factor", text_enum("factor_rule", "off", "optional", "required"), nullable=False),
        sa.Column("permissions", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "(second_factor = 'required') = (cardinality(permissions) > 0)", name="required_of_somebody"
        ),
    )
    op.create_index(None, "access_policy", ["org_id"], unique=True)
    tenant_table(
        "second_factor",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("secret", sa.Text(), nullable=False),
        sa.Column("last_step", sa.BigInteger(), nullable=False),
        sa.Column("confirmed_at", sa.DateTime(timezone=True)),
        belongs_to("account"),
    )
    op.create_index(None, "second_factor", ["org_id", "account_id"], unique=True)
    tenant_table(
        "recovery_code",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("code_hash", sa.LargeBinary(), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True)),
        belongs_to("account"),
    )
    op.create_index(None, "recovery_code", ["org_id", "account_id", "code_hash"], unique=True)


def downgrade() -> None:
    """Drop what upgrade made."""
    for table in reversed(TABLES):
        drop_tenant_table(table)
    op.drop_column("account", "password_until")
