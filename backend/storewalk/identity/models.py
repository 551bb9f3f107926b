"""Organization, scope tree, roles, accounts and what they hold, sessions and tokens."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ARRAY, CheckConstraint, Index, LargeBinary, Text, func
from sqlalchemy.orm import Mapped, mapped_column

from storewalk.core.ids import new_id
from storewalk.core.orm import Base, Tenanted, belongs_to, text_enum


class Organization(Base):
    """A chain: everything else belongs to one."""

    __tablename__ = "organization"
    __table_args__ = (Index(None, "code", unique=True),)

    id: Mapped[UUID] = mapped_column(primary_key=True, default=new_id)
    code: Mapped[str]
    name: Mapped[str]
    recorded_at: Mapped[datetime] = mapped_column(server_default=func.clock_timestamp())


class NodeKind(StrEnum):
    """What a place in the scope tree is."""

    ORGANIZATION = "organization"
    REGION = "region"
    STORE = "store"


class ScopeNode(Tenanted, Base):
    """A place in the tree on which permissions are held. `path` is "/" for the root, then ids in hex with slashes."""

    __tablename__ = "scope_node"
    __table_args__ = (
        belongs_to("scope_node", "parent_id"),
        Index(None, "org_id", "path", unique=True),
        CheckConstraint("(kind = 'organization') = (parent_id IS NULL)", name="only_root_has_no_parent"),
    )

    parent_id: Mapped[UUID | None]
    kind: Mapped[NodeKind] = mapped_column(text_enum(NodeKind))
    name: Mapped[str]
    path: Mapped[str] = mapped_column(Text(collation="C"))


class RoleRow(Tenanted, Base):
    """A named set of permission codes; "*" is every one."""

    __tablename__ = "role"
    __table_args__ = (Index(None, "org_id", "code", unique=True),)

    code: Mapped[str]
    permissions: Mapped[list[str]] = mapped_column(ARRAY(Text()))


class Account(Tenanted, Base):
    """A person who logs in. With `password_until` the password is a temporary one, to be changed at the log-in.

    The phone number is sealed by the vault.
    """

    __tablename__ = "account"
    __table_args__ = (
        Index(None, "org_id", "username", unique=True),
        CheckConstraint("username = lower(username)", name="username_is_lower"),
        CheckConstraint("locale IN ('zh', 'en')", name="locale_is_known"),
    )

    username: Mapped[str]
    name: Mapped[str]
    locale: Mapped[str]
    password_hash: Mapped[str] = mapped_column(info={"secret": True})
    password_until: Mapped[datetime | None]
    phone: Mapped[str | None] = mapped_column(info={"secret": True})
    deactivated_at: Mapped[datetime | None]


class AccessGrant(Tenanted, Base):
    """An account holds a role on a place and all below it."""

    __tablename__ = "access_grant"
    __table_args__ = (
        belongs_to("account"),
        belongs_to("role"),
        belongs_to("scope_node", "node_id"),
        Index(None, "org_id", "account_id", "role_id", "node_id", unique=True),
        Index(None, "org_id", "node_id"),
    )

    account_id: Mapped[UUID]
    role_id: Mapped[UUID]
    node_id: Mapped[UUID]


class LoginSession(Tenanted, Base):
    """A device that is logged in. Only the token's SHA-256 is kept."""

    __tablename__ = "login_session"
    __table_args__ = (
        belongs_to("account"),
        Index(None, "token_hash", unique=True),
        Index(None, "org_id", "account_id"),
    )

    account_id: Mapped[UUID]
    token_hash: Mapped[bytes] = mapped_column(LargeBinary, info={"secret": True})
    device_name: Mapped[str]
    client: Mapped[str]
    expires_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]


class ApiToken(Tenanted, Base):
    """An integration's key: acts as its account, within its scopes. Only the SHA-256 is kept."""

    __tablename__ = "api_token"
    __table_args__ = (
        belongs_to("account"),
        Index(None, "token_hash", unique=True),
        Index(None, "org_id", "account_id"),
    )

    account_id: Mapped[UUID]
    name: Mapped[str]
    token_hash: Mapped[bytes] = mapped_column(LargeBinary, info={"secret": True})
    scopes: Mapped[list[str]] = mapped_column(ARRAY(Text()))
    expires_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]
