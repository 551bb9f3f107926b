"""What is told beside an answer, each part as one column: its photographs, what it names as missing, its task."""

from itertools import chain
from typing import Any

from sqlalchemy import FromClause, Text, and_, any_, cast, func, select
from sqlalchemy.dialects.postgresql import JSONB, aggregate_order_by

from storewalk.catalog.api import product_label
from storewalk.identity.api import account_ref
from storewalk.inspections.models import (
    Inspection,
    InspectionAnswer,
    InspectionAnswerPhoto,
    InspectionAnswerProduct,
    InspectionCheckpoint,
)
from storewalk.photos.api import photo_spec
from storewalk.tasks.api import finding_ref


def photos() -> Any:
    """Return the photographs of an answer in their order, each as a `MarkedPhoto` in JSON."""
    photo, spec = InspectionAnswerPhoto, photo_spec.subquery("spec")
    named = func.jsonb_build_object("id", spec.c.id, "sha256", spec.c.sha256, "size", spec.c.size, "marks", photo.marks)
    return (
        select(func.jsonb_agg(aggregate_order_by(named, photo.position), type_=JSONB))
        .join(spec, and_(spec.c.org_id == photo.org_id, spec.c.id == photo.photo_id))
        .where(photo.org_id == InspectionAnswer.org_id, photo.answer_id == InspectionAnswer.id)
        .correlate(InspectionAnswer)
        .scalar_subquery()
    )


def voice() -> Any:
    """Return the spoken note of an answer as a `PhotoSpec` in JSON."""
    spec = photo_spec.subquery("voice")
    named = func.jsonb_build_object("id", spec.c.id, "sha256", spec.c.sha256, "size", spec.c.size, type_=JSONB)
    return (
        select(named)
        .where(spec.c.org_id == InspectionAnswer.org_id, spec.c.id == InspectionAnswer.voice_id)
        .correlate(InspectionAnswer)
        .scalar_subquery()
    )


def not_live() -> Any:
    """Return the ids of an answer's photographs that are no evidence, in their order."""
    photo = InspectionAnswerPhoto
    return (
        select(func.array_agg(aggregate_order_by(photo.photo_id, photo.position)))
        .where(photo.org_id == InspectionAnswer.org_id, photo.answer_id == InspectionAnswer.id, photo.not_live)
        .correlate(InspectionAnswer)
        .scalar_subquery()
    )


def photos_of(given: FromClause) -> Any:
    """Return the ids of another answer's photographs in their order."""
    photo = InspectionAnswerPhoto
    return (
        select(func.array_agg(aggregate_order_by(photo.photo_id, photo.position)))
        .where(photo.org_id == given.c.org_id, photo.answer_id == given.c.id)
        .correlate(given)
        .scalar_subquery()
    )


def marks_of(given: FromClause) -> Any:
    """Return what was drawn on another answer's photographs, each as a `PhotoMarks` in JSON."""
    photo = InspectionAnswerPhoto
    drawn = func.jsonb_build_object("photoId", photo.photo_id, "marks", photo.marks)
    return (
        select(func.jsonb_agg(aggregate_order_by(drawn, photo.position), type_=JSONB))
        .where(photo.org_id == given.c.org_id, photo.answer_id == given.c.id, photo.marks != [])
        .correlate(given)
        .scalar_subquery()
    )


def missing() -> Any:
    """Return the products that an answer names as missing in their order, each as a `NamedProduct` in JSON."""
    ref, named = product_label.subquery("missing"), InspectionAnswer.missing_product_ids
    seen = InspectionAnswerProduct
    told = {
        "id": ref.c.id,
        "code": ref.c.code,
        "name": ref.c.name,
        "unitName": ref.c.unit_name,
        "quantity": cast(func.trim_scale(seen.quantity), Text),
        "lotCode": seen.lot_code,
        "expiresOn": seen.expires_on,
    }
    product = func.jsonb_build_object(*chain.from_iterable(told.items()))
    return (
        select(func.jsonb_agg(aggregate_order_by(product, func.array_position(named, ref.c.id)), type_=JSONB))
        .select_from(ref)
        .outerjoin(
            seen,
            and_(seen.org_id == ref.c.org_id, seen.answer_id == InspectionAnswer.id, seen.product_id == ref.c.id),
        )
        .where(ref.c.org_id == InspectionAnswer.org_id, ref.c.id == any_(named))
        .correlate(InspectionAnswer)
        .scalar_subquery()
    )


def responsible() -> Any:
    """Return the name of who mends what an answer found."""
    return (
        select(account_ref.c.name)
        .where(account_ref.c.org_id == InspectionAnswer.org_id, account_ref.c.id == InspectionAnswer.responsible_id)
        .correlate(InspectionAnswer)
        .scalar_subquery()
    )


def task() -> Any:
    """Return the task that an answer's finding is in."""
    finding = finding_ref.subquery("finding")
    return (
        select(finding.c.task_id)
        .where(
            finding.c.org_id == Inspection.org_id,
            finding.c.inspection_id == Inspection.id,
            finding.c.checkpoint_id == InspectionCheckpoint.id,
        )
        .limit(1)
        .correlate(Inspection, InspectionCheckpoint)
        .scalar_subquery()
    )
