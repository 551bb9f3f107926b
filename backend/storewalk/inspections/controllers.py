"""Checklists, plans and visits over HTTP."""

from datetime import date
from typing import Annotated
from uuid import UUID

from litestar import Router
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter

from storewalk.core.http import command, query
from storewalk.core.schemas import Page
from storewalk.core.tx import ReadTx, Tx
from storewalk.inspections.check_in import CheckInLook
from storewalk.inspections.kinds import VisitStatus
from storewalk.inspections.permissions import ANSWER, CONDUCT, MANAGE_TEMPLATES, PLAN, READ
from storewalk.inspections.queries.details import read_visit
from storewalk.inspections.queries.origins import photo_origins
from storewalk.inspections.queries.templates import list_templates, read_template
from storewalk.inspections.queries.visit_answers import read_answer
from storewalk.inspections.queries.visit_filter import VisitFilter
from storewalk.inspections.queries.visits import list_visits
from storewalk.inspections.schemas.listed import ListedVisit
from storewalk.inspections.schemas.templates import NewTemplate, NewTemplateVersion, TemplateItem, TemplateOut
from storewalk.inspections.schemas.visits import (
    AnswerOut,
    CancelVisit,
    DecideAnswer,
    GiveAnswer,
    ListScope,
    PhotoOrigin,
    PlanVisit,
    StartOwnCheck,
    StartPlanned,
    StartVisit,
    SubmitVisit,
    VisitOut,
)
from storewalk.inspections.service import answer, plan, publish, start, submit


@query("/inspection-templates", operation_id="listTemplates", permission=READ)
async def get_templates(
    tx: ReadTx, limit: FromQuery[int | None] = None, cursor: FromQuery[str | None] = None
) -> Page[TemplateItem]:
    """List the checklists by their current version."""
    return await list_templates(tx, limit, cursor)


@query("/inspection-templates/{template_id:uuid}", operation_id="getTemplate", permission=READ)
async def get_template(tx: ReadTx, template_id: FromPath[UUID]) -> TemplateOut:
    """Show a checklist's current version."""
    return await read_template(tx, template_id)


@command("/inspection-templates", operation_id="publishTemplate", permission=MANAGE_TEMPLATES, status=201)
async def publish_template(tx: Tx, data: JSONBody[NewTemplate]) -> TemplateOut:
    """Publish a new checklist."""
    template_id = await publish.publish_template(tx, data)
    await tx.flush()
    return await read_template(tx, template_id)


@command(
    "/inspection-templates/{template_id:uuid}/versions",
    operation_id="publishTemplateVersion",
    permission=MANAGE_TEMPLATES,
    status=201,
)
async def publish_version(tx: Tx, template_id: FromPath[UUID], data: JSONBody[NewTemplateVersion]) -> TemplateOut:
    """Publish the next version of a checklist; earlier visits keep theirs."""
    await publish.publish_version(tx, template_id, data)
    await tx.flush()
    return await read_template(tx, template_id)


@command("/inspection-plans", operation_id="planVisit", permission=PLAN, status=201)
async def plan_visit(tx: Tx, data: JSONBody[PlanVisit]) -> VisitOut:
    """Ask an inspector to visit a store."""
    visit = await plan.plan(tx, data)
    return await _show(tx, visit.id)


@query("/photos/{photo_id:uuid}/origins", operation_id="listPhotoOrigins", permission=READ)
async def get_photo_origins(tx: ReadTx, photo_id: FromPath[UUID]) -> list[PhotoOrigin]:
    """Say what a photograph was taken for: the visits, checkpoints and tasks behind it."""
    return await photo_origins(tx, photo_id)


@query("/inspections", operation_id="listVisits", permission=READ)
async def get_visits(
    tx: ReadTx,
    *,
    within: Annotated[ListScope, QueryParameter(name="scope")] = ListScope.ALL,
    mine: FromQuery[bool] = False,
    store: FromQuery[UUID | None] = None,
    status: FromQuery[VisitStatus | None] = None,
    from_: Annotated[date | None, QueryParameter(name="from")] = None,
    to: FromQuery[date | None] = None,
    check_in: Annotated[CheckInLook | None, QueryParameter(name="checkIn")] = None,
    limit: FromQuery[int | None] = None,
    cursor: FromQuery[str | None] = None,
) -> Page[ListedVisit]:
    """List the visits in the reader's scope, the latest day first, planned ones the nearest; `mine` keeps one's own."""
    # Litestar keeps an argument named `scope` for itself, hence the alias.
    return await list_visits(tx, VisitFilter(within, mine, store, status, from_, to, check_in), limit, cursor)


@query("/inspections/{visit_id:uuid}", operation_id="getVisit", permission=READ)
async def get_visit(tx: ReadTx, visit_id: FromPath[UUID]) -> VisitOut:
    """Show a visit with its checklist, answers and score."""
    return await read_visit(tx, visit_id)


@command("/inspections", operation_id="startVisit", permission=CONDUCT, status=201)
async def start_visit(tx: Tx, data: JSONBody[StartVisit]) -> VisitOut:
    """Begin a visit under the phone's own id."""
    visit = await start.start(tx, data)
    return await _show(tx, visit.id)


@command("/own-checks", operation_id="startOwnCheck", permission=ANSWER, status=201)
async def start_own_check(tx: Tx, data: JSONBody[StartOwnCheck]) -> VisitOut:
    """Begin a store's own check that no schedule asks for."""
    visit = await start.start_own_check(tx, data)
    return await _show(tx, visit.id)


@command("/inspections/{visit_id:uuid}/start", operation_id="startPlannedVisit", permission=ANSWER)
async def start_planned(tx: Tx, visit_id: FromPath[UUID], data: JSONBody[StartPlanned]) -> VisitOut:
    """Begin a planned visit."""
    await start.start_planned(tx, visit_id, data)
    return await _show(tx, visit_id)


@command("/inspections/{visit_id:uuid}/cancellation", operation_id="cancelVisit", permission=ANSWER)
async def cancel_visit(tx: Tx, visit_id: FromPath[UUID], data: JSONBody[CancelVisit]) -> VisitOut:
    """Call a visit off."""
    await plan.cancel(tx, visit_id, data)
    return await _show(tx, visit_id)


@command(
    "/inspections/{visit_id:uuid}/answers/{checkpoint_id:uuid}",
    operation_id="answerCheckpoint",
    permission=ANSWER,
    method="PUT",
)
async def answer_checkpoint(
    tx: Tx, visit_id: FromPath[UUID], checkpoint_id: FromPath[UUID], data: JSONBody[GiveAnswer]
) -> AnswerOut:
    """Answer a checkpoint, or change its answer."""
    await answer.answer(tx, visit_id, checkpoint_id, data)
    await tx.flush()
    return await read_answer(tx, visit_id, checkpoint_id)


@command(
    "/inspections/{visit_id:uuid}/answers/{checkpoint_id:uuid}/decision",
    operation_id="decideAnswer",
    permission=ANSWER,
)
async def decide_answer(
    tx: Tx, visit_id: FromPath[UUID], checkpoint_id: FromPath[UUID], data: JSONBody[DecideAnswer]
) -> VisitOut:
    """Settle a pending answer of a submitted visit by hand."""
    await submit.decide(tx, visit_id, checkpoint_id, data)
    return await _show(tx, visit_id)


@command("/inspections/{visit_id:uuid}/submission", operation_id="submitVisit", permission=ANSWER)
async def submit_visit(tx: Tx, visit_id: FromPath[UUID], data: JSONBody[SubmitVisit]) -> VisitOut:
    """End a visit."""
    await submit.submit(tx, visit_id, data)
    return await _show(tx, visit_id)


async def _show(tx: Tx, visit_id: UUID) -> VisitOut:
    await tx.flush()
    return await read_visit(tx, visit_id)


ROUTER = Router(
    "/api",
    route_handlers=[
        get_templates,
        get_template,
        publish_template,
        publish_version,
        plan_visit,
        get_photo_origins,
        get_visits,
        get_visit,
        start_visit,
        start_own_check,
        start_planned,
        cancel_visit,
        answer_checkpoint,
        decide_answer,
        submit_visit,
    ],
)
