"""The second factor of a log-in: an authenticator app's secret, codes for when it is lost, and who needs one."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ARRAY, CheckConstraint, Index, LargeBinary, Text
from sqlalchemy.orm import Mapped, mapped_column

from storewalk.core.orm import Base, Tenanted, belongs_to, text_enum


class FactorRule(StrEnum):
    """Whether people log in with a second factor."""

    OFF = "off"
    OPTIONAL = "optional"
    REQUIRED = "required"


class AccessPolicy(Tenanted, Base):
    """An organization's rule: with `required`, whoever holds one of `permissions` needs a second factor."""

    __tablename__ = "access_policy"
    __table_args__ = (
        Index(None, "org_id", unique=True),
        CheckConstraint("(second_factor = 'required') = (cardinality(permissions) > 0)", name="required_of_somebody"),
    )

    second_factor: Mapped[FactorRule] = mapped_column(text_enum(FactorRule))
    permissions: Mapped[list[str]] = mapped_column(ARRAY(Text()))
    version: Mapped[int]


class SecondFactor(Tenanted, Base):
    """A person's authenticator app. The secret is encrypted; `last_step` is the newest time step that was accepted."""

    __tablename__ = "second_factor"
    __table_args__ = (belongs_to("account"), Index(None, "org_id", "account_id", unique=True))

    account_id: Mapped[UUID]
    secret: Mapped[str] = mapped_column(info={"secret": True})
    last_step: Mapped[int]
    confirmed_at: Mapped[datetime | None]


class RecoveryCode(Tenanted, Base):
    """A code that stands in for the app once. Only its SHA-256 is kept."""

    __tablename__ = "recovery_code"
    __table_args__ = (belongs_to("account"), Index(None, "org_id", "account_id", "code_hash", unique=True))

    account_id: Mapped[UUID]
    code_hash: Mapped[bytes] = mapped_column(LargeBinary, info={"secret": True})
    used_at: Mapped[datetime | None]
