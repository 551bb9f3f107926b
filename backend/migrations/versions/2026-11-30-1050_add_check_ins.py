"""Add stores' check-in codes, how visits began at their stores, and what an organization says of visits."""

import sqlalchemy as sa
from alembic import op

from storewalk.core.orm import belongs_to
from storewalk.core.schema import drop_tenant_table, protect, tenant_table, text_enum

revision = "0048_check_ins"
down_revision = "0047_photo_marks"
branch_labels = None
depends_on = None

CODE = sa.text("upper(replace(gen_random_uuid()::text, '-', ''))")


def upgrade() -> None:
    """Give every store a code of its own, and make the tables."""
    op.add_column("store", sa.Column("check_in_code", sa.Text(), nullable=False, server_default=CODE))
    op.add_column("store", sa.Column("former_check_in_code", sa.Text()))
    op.add_column("store", sa.Column("check_in_code_at", sa.DateTime(timezone=True)))
    op.create_check_constraint(
        "renewed_has_time", "store", "(former_check_in_code IS NULL) = (check_in_code_at IS NULL)"
    )
    tenant_table(
        "inspection_check_in",
        sa.Column("inspection_id", sa.Uuid(), nullable=False),
        sa.Column("way", text_enum("check_in_way", "position", "storeCode", "neither"), nullable=False),
        sa.Column("flag", text_enum("check_in_flag", "far", "vague", "noFix", "storeUnplaced")),
        sa.Column("distance_m", sa.BigInteger()),
        sa.Column("near_m", sa.BigInteger(), nullable=False),
        sa.Column("code", text_enum("code_verdict", "valid", "former", "wrong")),
        sa.Column("reason", text_enum("check_in_reason", "indoors", "refused", "storeElsewhere", "other")),
        sa.Column("note", sa.Text(), nullable=False),
        belongs_to("inspection"),
        sa.UniqueConstraint("org_id", "inspection_id"),
        sa.CheckConstraint("(way = 'position') = (flag IS NULL)", name="flagged_unless_placed"),
        sa.CheckConstraint("way <> 'storeCode' OR code IS NOT DISTINCT FROM 'valid'", name="by_a_valid_code"),
        sa.CheckConstraint(
            "(distance_m IS NULL) = (coalesce(flag, '') IN ('noFix', 'storeUnplaced'))", name="measured"
        ),
        sa.CheckConstraint("distance_m >= 0 AND near_m > 0", name="from_zero"),
    )
    op.create_table(
        "inspection_rule",
        sa.Column("org_id", sa.Uuid(), nullable=False),
        sa.Column("visits_a_day", sa.BigInteger(), nullable=False),
        sa.Column("near_m", sa.BigInteger(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("org_id"),
        sa.CheckConstraint("visits_a_day BETWEEN 1 AND 50", name="visits_a_day"),
        sa.CheckConstraint("near_m BETWEEN 20 AND 5000", name="near_m"),
    )
    protect("inspection_rule")


def downgrade() -> None:
    """Drop them; posters are worth nothing then."""
    drop_tenant_table("inspection_rule")
    drop_tenant_table("inspection_check_in")
    op.drop_constraint(op.f("ck_store_renewed_has_time"), "store")
    for column in ("check_in_code_at", "former_check_in_code", "check_in_code"):
        op.drop_column("store", column)
