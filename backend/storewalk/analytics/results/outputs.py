"""Results of ordering on the wire. What figures mean is said in `analytics.results`; a rate of nothing is null."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from storewalk.analytics.result_models import ChangeSize
from storewalk.core.schemas import Output, Words
from storewalk.ordering.api import ClaimKind, ClaimState, DeviationReason


class GroupedBy(StrEnum):
    """What a table has a row for."""

    REGION = "region"
    STORE = "store"
    SOURCE = "source"
    CATEGORY = "category"


class Verdict(StrEnum):
    """Whether changing suggestions came nearer to what was needed; `too_few` lines say nothing."""

    HELPS = "helps"
    HURTS = "hurts"
    EVEN = "even"
    TOO_FEW = "too_few"


class Accuracy(Output):
    """Over `lines` compared, at cost: how far suggested (`system`) and approved (`human`) missed what was needed."""

    lines: int
    needed_cents: int
    system_error_cents: int
    human_error_cents: int
    system_bias_cents: int
    human_bias_cents: int
    system_accuracy: float | None
    human_accuracy: float | None
    system_bias: float | None
    human_bias: float | None


class Overrides(Output):
    """What changing suggestions brought, over `lines` that were changed; what is left of them changed nothing.

    `value_added` is in base units of whatever was changed, `value_added_cents` at cost.
    """

    lines: int
    helped: int
    hurt: int
    helped_share: float | None
    system_error_cents: int
    human_error_cents: int
    value_added_cents: int
    value_added: str
    verdict: Verdict


class StockResults(Output):
    """Stock-outs over product-days, what is there against what is sold, and what was written off.

    `stock_cents` is the sum of what was there at the end of each day, `cost_cents` what the goods sold had cost.
    """

    product_days: int
    out_days: int
    out_rate: float | None
    out_share: float | None
    stock_cents: int
    cost_cents: int
    stock_days: float | None
    sales_cents: int
    perished_cents: int
    waste_cents: int
    perished_rate: float | None
    waste_rate: float | None


class FillRate(Output):
    """What came of what was ordered, at cost and in lines."""

    lines: int
    full_lines: int
    ordered_cents: int
    received_cents: int
    fill_rate: float | None
    full_rate: float | None


class Deliveries(Output):
    """Deliveries that have come, and those of them that came by the day they were promised for."""

    deliveries: int
    on_time: int
    on_time_rate: float | None


class Approvals(Output):
    """Orders decided on: passed by the rules, or by people after waiting; those told further up."""

    orders: int
    by_rules: int
    by_rules_share: float | None
    escalated: int
    waited_median_s: int | None
    waited_p90_s: int | None


class Claims(Output):
    """What stores hold against sources, and what was settled of it."""

    claims: int
    open: int
    claimed_cents: int
    settled_cents: int


class Results(Output):
    """One period's figures; null where what is asked for does not tell: stock by source, approvals by category."""

    accuracy: Accuracy
    overrides: Overrides
    fill: FillRate
    claims: Claims
    stock: StockResults | None
    deliveries: Deliveries | None
    approvals: Approvals | None


class OrderingResults(Output):
    """The figures of business days `first` to `last`, and of as many days before them; facts reach to `known_until`."""

    first: date
    last: date
    known_until: datetime | None
    now: Results
    before: Results


class ResultRow(Output):
    """The figures of a region, a store, a source or a category; `code` is null for what has none."""

    id: UUID
    code: str | None
    name: Words
    region_name: str | None
    now: Results
    before: Results


class OverrideRow(Output):
    """What changing suggestions brought for one reason or by one size of change; without a reason both are null."""

    reason: DeviationReason | None
    size: ChangeSize | None
    overrides: Overrides


class OverrideTables(Output):
    """The same lines by reason and by size of change."""

    by_reason: list[OverrideRow]
    by_size: list[OverrideRow]


class LineRow(Output):
    """A judged line of an order, in base units and at cost; null where nobody can tell."""

    order_id: UUID
    day: date
    last_day: date
    store_id: UUID
    store_name: str
    source_name: str
    product_id: UUID
    product_code: str
    product_name: Words
    unit_name: Words
    suggested: str | None
    ordered: str
    received: str
    needed: str | None
    lost: str | None
    ordered_cents: int
    received_cents: int
    needed_cents: int | None
    system_error_cents: int | None
    human_error_cents: int | None
    system_bias_cents: int | None
    human_bias_cents: int | None
    reason: DeviationReason | None
    size: ChangeSize | None


class DayRow(Output):
    """A store's day in one category; its products add up to it."""

    day: date
    store_id: UUID
    store_name: str
    category_id: UUID
    category_name: Words
    product_days: int
    out_days: int
    out_hundredths: int
    stock_cents: int
    cost_cents: int
    sales_cents: int
    perished_cents: int
    waste_cents: int


class ProductRow(Output):
    """A product on a store's day; `out_hundredths` is the share of the opening hours without it, in per cent.

    What is being counted blind has no `stock_cents` for those who may count it.
    """

    product_id: UUID
    product_code: str
    product_name: Words
    unit_name: Words
    carried: bool
    sold: str
    out_hundredths: int
    stock_cents: int | None
    cost_cents: int
    sales_cents: int
    perished_cents: int
    waste_cents: int


class DecidedRow(Output):
    """An order that was decided on; nobody stands behind one that passed by the rules."""

    order_id: UUID
    day: date
    store_id: UUID
    store_name: str
    source_name: str
    submitted_at: datetime
    decided_at: datetime
    decided_by_name: str | None
    waited_s: int
    escalated: bool
    total_cents: int


class DeliveryRow(Output):
    """A delivery that has come."""

    id: UUID
    order_id: UUID
    number: int
    day: date
    store_id: UUID
    store_name: str
    source_name: str
    expected_on: date
    received_on: date
    on_time: bool


class ClaimRow(Output):
    """A claim against a source."""

    id: UUID
    order_id: UUID
    day: date
    store_id: UUID
    store_name: str
    source_name: str
    product_code: str
    product_name: Words
    kind: ClaimKind
    state: ClaimState
    quantity: str
    claimed_cents: int
    settled_cents: int | None
