"""Orders as head office looks at them: lists over many stores, figures, and what happened to one."""

from datetime import date, datetime
from uuid import UUID

from storewalk.core.schemas import Output
from storewalk.ordering.order_rule_models import RuleKind
from storewalk.ordering.order_schemas import HitOut, OrderHead
from storewalk.ordering.order_states import OrderState


class DeskOrder(OrderHead):
    """An order in a list of head office.

    `hits` are the rules that it met when it was last submitted, `explained` counts its lines that depart so far from
    what was suggested that the store said why. `may_decide` tells whether the reader may decide on it now.
    """

    hits: list[HitOut]
    explained: int
    may_decide: bool


class OrderFigures(Output):
    """How ordering stands. `before` is the same weekday a week ago; shares passed by the rules are of a week each.

    `stores_open` have not sent off an order yet that is still taken; the first of those closes at `next_cut_off_at`.
    """

    orders: int
    orders_before: int
    cents: int
    cents_before: int
    waiting: int
    oldest_waits_since: datetime | None
    decided: int
    by_rules: int
    decided_before: int
    by_rules_before: int
    stores_open: int
    next_cut_off_at: datetime | None


class UnorderedOut(Output):
    """An order of today that a store has not sent off; `state` is that of what it has begun, null for nothing."""

    store_id: UUID
    store_code: str
    store_name: str
    source_id: UUID
    source_name: str
    day: date
    cut_off_at: datetime
    order_id: UUID | None
    state: OrderState | None


class UnorderedList(Output):
    """What is still open, by the hour at which it closes."""

    items: list[UnorderedOut]


class OrderStep(Output):
    """Something that happened to an order; what does not belong to its kind is null.

    `waited_s` is how long it has waited in all, `changes` how many lines were changed, `rules` which kinds it met.
    """

    id: UUID
    kind: str
    at: datetime
    by_name: str
    reason: str | None
    total_cents: int | None
    lines: int | None
    by_rules: bool | None
    urgent: bool | None
    waited_s: int | None
    changes: int | None
    rules: list[RuleKind]


class OrderHistory(Output):
    """What happened to an order, the first step first."""

    items: list[OrderStep]
