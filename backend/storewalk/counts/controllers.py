"""Counts over HTTP."""

from uuid import UUID

from litestar import Router
from litestar.params import FromPath, FromQuery, JSONBody

from storewalk.core.http import command, query
from storewalk.core.schemas import Page
from storewalk.core.tx import ReadTx, Tx
from storewalk.counts import office
from storewalk.counts.models import CountKind, CountStatus
from storewalk.counts.permissions import APPROVE, OPEN, PLAN, READ, REVIEW, SET_RULE, TAKE
from storewalk.counts.queries.counts import list_counts
from storewalk.counts.queries.lines import list_lines
from storewalk.counts.queries.read import read_count
from storewalk.counts.queries.variances import Which, list_variances, read_variance
from storewalk.counts.schemas.counts import CountItem, CountOut
from storewalk.counts.schemas.open import OpenCount, PlanCounts
from storewalk.counts.schemas.review import NameProduct, ReviewVariance, VarianceOut, Variances
from storewalk.counts.schemas.rules import CycleRuleOut, RuleOut, SetCountRule, SetCycleRule
from storewalk.counts.schemas.steps import ApproveCount, AskRecount, CancelCount, SubmitCount
from storewalk.counts.schemas.take import LineOut, LinesTaken, TakeLines
from storewalk.counts.service import approve, open, review, submit, take  # noqa: A004 - the verb of the trade
from storewalk.counts.service.cycles import cycle_rule, cycle_rule_out, set_cycle_rule
from storewalk.counts.service.rule import rule_of, rule_out, set_rule


@query("/", operation_id="listCounts", permission=READ)
async def get_counts(
    tx: ReadTx,
    *,
    store: FromQuery[UUID | None] = None,
    kind: FromQuery[CountKind | None] = None,
    status: FromQuery[list[CountStatus] | None] = None,
    limit: FromQuery[int | None] = None,
    cursor: FromQuery[str | None] = None,
) -> Page[CountItem]:
    """List counts, the newest first."""
    return await list_counts(tx, store=store, kind=kind, status=status or (), limit=limit, cursor=cursor)


@command("/", operation_id="openCount", permission=OPEN, status=201)
async def open_count(tx: Tx, data: JSONBody[OpenCount]) -> CountOut:
    """Open a count of one store."""
    return await read_count(tx, await open.open_count(tx, data))


@command("/plans", operation_id="planCounts", permission=PLAN, status=201)
async def plan_counts(tx: Tx, data: JSONBody[PlanCounts]) -> list[CountOut]:
    """Open the same count at many stores."""
    return [await read_count(tx, count_id) for count_id in await open.plan_counts(tx, data)]


@query("/rule", operation_id="getCountRule", permission=READ)
async def get_rule(tx: ReadTx) -> RuleOut:
    """Return when to recount, and how much one person may approve."""
    return rule_out(await rule_of(tx))


@command("/rule", operation_id="setCountRule", permission=SET_RULE, method="PUT")
async def put_rule(tx: Tx, data: JSONBody[SetCountRule]) -> RuleOut:
    """Change when to recount, and how much one person may approve."""
    await set_rule(tx, data)
    return rule_out(await rule_of(tx))


@query("/cycle-rule", operation_id="getCycleRule", permission=READ)
async def get_cycle_rule(tx: ReadTx) -> CycleRuleOut:
    """Return how stores count in turns."""
    return cycle_rule_out(await cycle_rule(tx))


@command("/cycle-rule", operation_id="setCycleRule", permission=SET_RULE, method="PUT")
async def put_cycle_rule(tx: Tx, data: JSONBody[SetCycleRule]) -> CycleRuleOut:
    """Change how stores count in turns."""
    await set_cycle_rule(tx, data)
    return cycle_rule_out(await cycle_rule(tx))


@query("/{count_id:uuid}", operation_id="getCount", permission=READ)
async def get_count(tx: ReadTx, count_id: FromPath[UUID]) -> CountOut:
    """Return one count, without anything the book says."""
    return await read_count(tx, count_id)


@query("/{count_id:uuid}/lines", operation_id="listCountLines", permission=READ)
async def get_lines(
    tx: ReadTx,
    count_id: FromPath[UUID],
    *,
    product: FromQuery[UUID | None] = None,
    unknown: FromQuery[bool] = False,
    limit: FromQuery[int | None] = None,
    cursor: FromQuery[str | None] = None,
) -> Page[LineOut]:
    """List lines with their scans and photos."""
    return await list_lines(tx, count_id, product=product, unknown=unknown, limit=limit, cursor=cursor)


@command("/{count_id:uuid}/lines", operation_id="takeCountLines", permission=TAKE, method="PUT")
async def put_lines(tx: Tx, count_id: FromPath[UUID], data: JSONBody[TakeLines]) -> LinesTaken:
    """Take a batch of lines from a counter's device."""
    return await take.take_lines(tx, count_id, data)


@command("/{count_id:uuid}/lines/{line_id:uuid}/product", operation_id="nameCountedProduct", permission=REVIEW)
async def name_product(tx: Tx, count_id: FromPath[UUID], line_id: FromPath[UUID], data: JSONBody[NameProduct]) -> None:
    """Say which product an unknown code is."""
    await review.name_product(tx, count_id, line_id, data.product_id)


@command("/{count_id:uuid}/zones/{zone_id:uuid}/closing", operation_id="closeCountZone", permission=TAKE)
async def close_zone(tx: Tx, count_id: FromPath[UUID], zone_id: FromPath[UUID]) -> CountOut:
    """Say that a zone is counted."""
    await take.close_zone(tx, count_id, zone_id)
    return await read_count(tx, count_id)


@command("/{count_id:uuid}/submission", operation_id="submitCount", permission=TAKE)
async def submit_count(tx: Tx, count_id: FromPath[UUID], data: JSONBody[SubmitCount]) -> CountOut:
    """End a round."""
    await submit.submit(tx, count_id, data)
    return await read_count(tx, count_id)


@query("/{count_id:uuid}/variances", operation_id="listVariances", permission=REVIEW)
async def get_variances(
    tx: ReadTx,
    count_id: FromPath[UUID],
    *,
    which: FromQuery[Which] = Which.ALL,
    limit: FromQuery[int | None] = None,
    cursor: FromQuery[str | None] = None,
) -> Variances:
    """List the variances of a submitted count, the dearest first."""
    return await list_variances(tx, count_id, which=which, limit=limit, cursor=cursor)


@query("/{count_id:uuid}/variances/{product_id:uuid}", operation_id="getVariance", permission=REVIEW)
async def get_variance(tx: ReadTx, count_id: FromPath[UUID], product_id: FromPath[UUID]) -> VarianceOut:
    """Return one product's variance."""
    return await read_variance(tx, count_id, product_id)


@command("/{count_id:uuid}/variances/{product_id:uuid}", operation_id="reviewVariance", permission=REVIEW, method="PUT")
async def review_variance(
    tx: Tx, count_id: FromPath[UUID], product_id: FromPath[UUID], data: JSONBody[ReviewVariance]
) -> VarianceOut:
    """Give a reason, or decide on what nobody counted."""
    await review.review(tx, count_id, product_id, data)
    return await read_variance(tx, count_id, product_id)


@command("/{count_id:uuid}/recount", operation_id="askRecount", permission=APPROVE)
async def ask_recount(tx: Tx, count_id: FromPath[UUID], data: JSONBody[AskRecount]) -> CountOut:
    """Have products counted again by somebody else."""
    await review.ask_recount(tx, count_id, data)
    return await read_count(tx, count_id)


@command("/{count_id:uuid}/approval", operation_id="approveCount", permission=APPROVE)
async def approve_count(tx: Tx, count_id: FromPath[UUID], data: JSONBody[ApproveCount]) -> CountOut:
    """Approve a count and put the book right."""
    await approve.approve(tx, count_id, data)
    return await read_count(tx, count_id)


@command("/{count_id:uuid}/cancellation", operation_id="cancelCount", permission=OPEN)
async def cancel_count(tx: Tx, count_id: FromPath[UUID], data: JSONBody[CancelCount]) -> CountOut:
    """Give a count up."""
    await approve.cancel(tx, count_id, data)
    return await read_count(tx, count_id)


ROUTER = Router(
    "/api/counts",
    route_handlers=[
        get_counts,
        open_count,
        plan_counts,
        get_rule,
        put_rule,
        get_cycle_rule,
        put_cycle_rule,
        get_count,
        get_lines,
        put_lines,
        name_product,
        close_zone,
        submit_count,
        get_variances,
        get_variance,
        review_variance,
        ask_recount,
        approve_count,
        cancel_count,
        *office.HANDLERS,
    ],
)
