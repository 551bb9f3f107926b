"""What each night's look at the shelf model found, and what it raised the alarm about."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ARRAY, CheckConstraint, Double, Index, Integer, text
from sqlalchemy.orm import Mapped, mapped_column

from storewalk.core.orm import Base, Tenanted, belongs_to, text_enum
from storewalk.shelves.detector import Label


class DriftKind(StrEnum):
    """What changed: the scores of a class of boxes, or how often a store's photos are corrected."""

    PRODUCT_SCORES = "product_scores"
    GAP_SCORES = "gap_scores"
    CORRECTIONS = "corrections"


class DriftEnd(StrEnum):
    """Why an alert is over."""

    RECOVERED = "recovered"
    NEW_MODEL = "new_model"


class ShelfScoreCheck(Base):
    """The scores of a class of boxes in the seven days before `day`, against those of a model's first photos.

    `psi` is None while there is too little to compare; the counts are boxes by the reference's tenths.
    """

    __tablename__ = "shelf_score_check"
    __table_args__ = (
        CheckConstraint("psi >= 0", name="psi_from_zero"),
        CheckConstraint("cardinality(reference) = cardinality(recent)", name="same_bins"),
    )
    org_id: Mapped[UUID] = mapped_column(primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    model_version: Mapped[str] = mapped_column(primary_key=True)
    label: Mapped[Label] = mapped_column(text_enum(Label), primary_key=True)
    psi: Mapped[float | None] = mapped_column(Double())
    drifted_from: Mapped[float | None] = mapped_column(Double())
    reference_photos: Mapped[int] = mapped_column(Integer)
    recent_photos: Mapped[int] = mapped_column(Integer)
    reference: Mapped[list[int]] = mapped_column(ARRAY(Integer()))
    recent: Mapped[list[int]] = mapped_column(ARRAY(Integer()))


class ShelfDrift(Tenanted, Base):
    """An alert, one for each cause until it is over; the figures are those of the night that raised it.

    Of scores, `figure` is the stability index and `usual` the index that is too much; of corrections, the store's
    share of corrected photos and everybody else's.
    """

    __tablename__ = "shelf_drift"
    __table_args__ = (
        belongs_to("scope_node", column="store_id"),
        CheckConstraint("(kind = 'corrections') = (store_id IS NOT NULL)", name="corrections_of_a_store"),
        CheckConstraint("(ended_at IS NULL) = (ended IS NULL)", name="end_has_reason"),
        CheckConstraint("figure >= 0 AND usual >= 0 AND photos > 0", name="measured"),
        Index(
            "uq_shelf_drift_open_scores",
            "org_id",
            "kind",
            unique=True,
            postgresql_where=text("ended_at IS NULL AND store_id IS NULL"),
        ),
        Index(
            "uq_shelf_drift_open_store",
            "org_id",
            "store_id",
            unique=True,
            postgresql_where=text("ended_at IS NULL AND store_id IS NOT NULL"),
        ),
        Index(None, "org_id", "recorded_at"),
    )
    kind: Mapped[DriftKind] = mapped_column(text_enum(DriftKind))
    model_version: Mapped[str]
    store_id: Mapped[UUID | None]
    figure: Mapped[float] = mapped_column(Double())
    usual: Mapped[float] = mapped_column(Double())
    photos: Mapped[int] = mapped_column(Integer)
    ended_at: Mapped[datetime | None]
    ended: Mapped[DriftEnd | None] = mapped_column(text_enum(DriftEnd))
