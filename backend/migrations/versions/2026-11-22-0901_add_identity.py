"""Add identity: organizations, scope tree, roles, accounts, sessions, tokens, and the doors before log-in."""

import sqlalchemy as sa
from alembic import op

from storewalk.core.orm import belongs_to
from storewalk.core.schema import APP_ROLE, protect, tenant_table, text_enum

revision = "0002_identity"
down_revision = "0001_core"
branch_labels = None
depends_on = None

# The three doors that work before an organization is known, and the throttle that guards the first. They run as the
# owner; the tables they read stay closed to the application beyond its own organization.
DOORS = """
CREATE TABLE login_throttle (key text PRIMARY KEY, failures int NOT NULL, blocked_until timestamptz NOT NULL);
ALTER TABLE login_throttle ENABLE ROW LEVEL SECURITY;

CREATE FUNCTION storewalk_grants(p_org uuid, p_account uuid) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT json_agg(json_build_array(n.path, r.permissions))::text
  FROM access_grant g
  JOIN role r ON r.org_id = g.org_id AND r.id = g.role_id
  JOIN scope_node n ON n.org_id = g.org_id AND n.id = g.node_id
  WHERE g.org_id = p_org AND g.account_id = p_account
$$;

CREATE FUNCTION storewalk_session(p_hash bytea)
RETURNS TABLE (org_id uuid, account_id uuid, name text, locale text, session_id uuid, grants text, scopes text[])
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  SELECT s.org_id, a.id, a.name, a.locale, s.id INTO org_id, account_id, name, locale, session_id
  FROM login_session s JOIN account a ON a.org_id = s.org_id AND a.id = s.account_id
  WHERE s.token_hash = p_hash AND s.revoked_at IS NULL AND s.expires_at > now() AND a.deactivated_at IS NULL;
  IF NOT FOUND THEN RETURN; END IF;
  grants := storewalk_grants(org_id, account_id);
  PERFORM set_config('storewalk.org_id', org_id::text, true);
  RETURN NEXT;
END $$;

CREATE FUNCTION storewalk_token(p_hash bytea)
RETURNS TABLE (org_id uuid, account_id uuid, name text, locale text, session_id uuid, grants text, scopes text[])
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  SELECT t.org_id, a.id, t.name, a.locale, NULL::uuid, t.scopes
  INTO org_id, account_id, name, locale, session_id, scopes
  FROM api_token t JOIN account a ON a.org_id = t.org_id AND a.id = t.account_id
  WHERE t.token_hash = p_hash AND t.revoked_at IS NULL AND (t.expires_at IS NULL OR t.expires_at > now())
    AND a.deactivated_at IS NULL;
  IF NOT FOUND THEN RETURN; END IF;
  grants := storewalk_grants(org_id, account_id);
  PERFORM set_config('storewalk.org_id', org_id::text, true);
  RETURN NEXT;
END $$;

CREATE FUNCTION storewalk_log_in(p_username text, p_organization text, p_keys text[])
RETURNS TABLE (retry_after int, org_id uuid, account_id uuid, password_hash text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  SELECT ceil(extract(epoch FROM max(t.blocked_until) - clock_timestamp()))::int INTO retry_after
  FROM login_throttle t WHERE t.key = ANY (p_keys);
  IF retry_after > 0 THEN RETURN NEXT; RETURN; END IF;
  retry_after := 0;
  -- A name in several organizations without saying which is nobody's.
  SELECT a.org_id, a.id, a.password_hash INTO org_id, account_id, password_hash
  FROM account a JOIN organization o ON o.id = a.org_id
  WHERE a.username = lower(p_username) AND (p_organization IS NULL OR o.code = p_organization)
    AND a.deactivated_at IS NULL
    AND (p_organization IS NOT NULL
         OR (SELECT count(*) FROM account b WHERE b.username = a.username AND b.deactivated_at IS NULL) = 1);
  IF org_id IS NOT NULL THEN PERFORM set_config('storewalk.org_id', org_id::text, true); END IF;
  RETURN NEXT;
END $$;

-- Waits: none for the first `free` failures of a key, then 15 s doubling up to 15 minutes; forgotten after a day.
CREATE FUNCTION storewalk_log_in_failed(p_keys text[], p_free int[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  INSERT INTO login_throttle AS t (key, failures, blocked_until)
  SELECT k, 1, clock_timestamp() FROM unnest(p_keys) WITH ORDINALITY AS u(k, n) ORDER BY k
  ON CONFLICT (key) DO UPDATE SET
    failures = CASE WHEN t.blocked_until < clock_timestamp() - interval '1 day' THEN 1 ELSE t.failures + 1 END,
    blocked_until = clock_timestamp() + CASE
      WHEN t.failures + 1 < p_free[array_position(p_keys, t.key)] THEN interval '0'
      ELSE least(interval '15 s' * power(2, least(t.failures + 1 - p_free[array_position(p_keys, t.key)], 10)),
                 interval '15 min') END
$$;

CREATE FUNCTION storewalk_log_in_passed(p_keys text[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  DELETE FROM login_throttle WHERE key = ANY (p_keys)
$$;

-- Schedules fan out over organizations; the worker sees their ids and nothing else.
CREATE FUNCTION storewalk_organizations() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$ SELECT id FROM organization $$;
"""
FUNCTIONS = (
    "storewalk_grants(uuid, uuid)",
    "storewalk_session(bytea)",
    "storewalk_token(bytea)",
    "storewalk_log_in(text, text, text[])",
    "storewalk_log_in_failed(text[], int[])",
    "storewalk_log_in_passed(text[])",
    "storewalk_organizations()",
)


def upgrade() -> None:
    """Create the tables and the doors."""
    op.create_table(
        "organization",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), server_default=sa.func.clock_timestamp(), nullable=False),
    )
    op.create_index(None, "organization", ["code"], unique=True)
    protect("organization", column="id")
    tenant_table(
        "scope_node",
        sa.Column("parent_id", sa.Uuid()),
        sa.Column("kind", text_enum("node_kind", "organization", "region", "store"), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(collation="C"), nullable=False),
        belongs_to("scope_node", "parent_id"),
        sa.CheckConstraint("(kind = 'organization') = (parent_id IS NULL)", name="only_root_has_no_parent"),
    )
    op.create_index(None, "scope_node", ["org_id", "path"], unique=True)
    tenant_table(
        "role",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("permissions", sa.ARRAY(sa.Text()), nullable=False),
    )
    op.create_index(None, "role", ["org_id", "code"], unique=True)
    tenant_table(
        "account",
        sa.Column("username", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("locale", sa.Text(), nullable=False),
        sa.Column("password_hash", sa.Text(), nullable=False),
        sa.Column("deactivated_at", sa.DateTime(timezone=True)),
        sa.CheckConstraint("username = lower(username)", name="username_is_lower"),
        sa.CheckConstraint("locale IN ('zh', 'en')", name="locale_is_known"),
    )
    op.create_index(None, "account", ["org_id", "username"], unique=True)
    tenant_table(
        "access_grant",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("role_id", sa.Uuid(), nullable=False),
        sa.Column("node_id", sa.Uuid(), nullable=False),
        belongs_to("account"),
        belongs_to("role"),
        belongs_to("scope_node", "node_id"),
    )
    op.create_index(None, "access_grant", ["org_id", "account_id", "role_id", "node_id"], unique=True)
    op.create_index(None, "access_grant", ["org_id", "node_id"])
    tenant_table(
        "login_session",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("device_name", sa.Text(), nullable=False),
        sa.Column("client", sa.Text(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True)),
        belongs_to("account"),
    )
    tenant_table(
        "api_token",
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("scopes", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True)),
        sa.Column("revoked_at", sa.DateTime(timezone=True)),
        belongs_to("account"),
    )
    for table in ("login_session", "api_token"):
        op.create_index(None, table, ["token_hash"], unique=True)
        op.create_index(None, table, ["org_id", "account_id"])
    for statement in _split(DOORS):
        op.execute(sa.text(statement.replace(":", r"\:")))
    for function in FUNCTIONS:
        op.execute(f"REVOKE ALL ON FUNCTION {function} FROM PUBLIC")
        if not function.startswith("storewalk_grants"):
            op.execute(f"GRANT EXECUTE ON FUNCTION {function} TO {APP_ROLE}")


def downgrade() -> None:
    """Drop what upgrade made."""
    for function in FUNCTIONS:
        op.execute(f"DROP FUNCTION {function}")
    for table in ("login_throttle", "api_token", "login_session", "access_grant", "account", "role", "scope_node"):
        op.drop_table(table)
    op.drop_table("organization")


def _split(script: str) -> list[str]:
    """Cut the script at semicolons that stand at the end of a line outside a function's body."""
    statements: list[str] = []
    current: list[str] = []
    inside = False
    for line in script.splitlines():
        if line.count("$$") % 2:
            inside = not inside
        current.append(line)
        if line.rstrip().endswith(";") and not inside:
            statements.append("\n".join(current))
            current = []
    return [s for s in statements if s.strip()]
