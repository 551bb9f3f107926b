"""The one place that says how an order goes on: which steps there are, from which states, and to which."""

from enum import StrEnum
from typing import Final

from storewalk.core.errors import WrongState


class OrderState(StrEnum):
    """Where an order is.

    draft → (waiting →) approved → accepted → partly_shipped, shipped → partly_received, received → closed; what waits
    may be returned to the store or refused, and until it is accepted an order may be withdrawn or cancelled.
    """

    DRAFT = "draft"
    RETURNED = "returned"
    WAITING = "waiting"
    APPROVED = "approved"
    REFUSED = "refused"
    ACCEPTED = "accepted"
    PARTLY_SHIPPED = "partly_shipped"
    SHIPPED = "shipped"
    PARTLY_RECEIVED = "partly_received"
    RECEIVED = "received"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class Step(StrEnum):
    """What is done to an order."""

    SET_LINES = "set_lines"
    SUBMIT = "submit"
    DECIDE = "decide"
    WITHDRAW = "withdraw"
    CANCEL = "cancel"
    ACCEPT = "accept"
    SHIP = "ship"
    RECEIVE = "receive"
    GIVE_UP = "give_up"
    CLOSE = "close"


_S = OrderState
EDITABLE: Final = frozenset({_S.DRAFT, _S.RETURNED})
UNDER_WAY: Final = frozenset({_S.APPROVED, _S.ACCEPTED, _S.PARTLY_SHIPPED, _S.SHIPPED, _S.PARTLY_RECEIVED})
"""States of orders whose goods are still to come."""
FROM: Final[dict[Step, frozenset[OrderState]]] = {
    Step.SET_LINES: EDITABLE,
    Step.SUBMIT: EDITABLE,
    Step.DECIDE: frozenset({_S.WAITING}),
    Step.WITHDRAW: frozenset({_S.WAITING, _S.APPROVED}),
    Step.CANCEL: EDITABLE | {_S.WAITING, _S.APPROVED},
    Step.ACCEPT: frozenset({_S.APPROVED}),
    Step.SHIP: frozenset({_S.ACCEPTED, _S.PARTLY_SHIPPED, _S.PARTLY_RECEIVED}),
    Step.RECEIVE: frozenset({_S.PARTLY_SHIPPED, _S.SHIPPED, _S.PARTLY_RECEIVED}),
    Step.GIVE_UP: frozenset({_S.PARTLY_SHIPPED}),
    Step.CLOSE: UNDER_WAY - {_S.APPROVED} | {_S.RECEIVED},
}
"""From which states each step leads on."""
TO: Final[dict[Step, frozenset[OrderState]]] = {
    Step.SET_LINES: EDITABLE,
    Step.SUBMIT: frozenset({_S.WAITING, _S.APPROVED}),
    Step.DECIDE: frozenset({_S.APPROVED, _S.RETURNED, _S.REFUSED}),
    Step.WITHDRAW: frozenset({_S.DRAFT}),
    Step.CANCEL: frozenset({_S.CANCELLED}),
    Step.ACCEPT: frozenset({_S.ACCEPTED}),
    Step.SHIP: frozenset({_S.PARTLY_SHIPPED, _S.SHIPPED, _S.PARTLY_RECEIVED}),
    Step.RECEIVE: frozenset({_S.PARTLY_RECEIVED, _S.RECEIVED}),
    Step.GIVE_UP: frozenset({_S.SHIPPED}),
    Step.CLOSE: frozenset({_S.CLOSED, _S.CANCELLED}),  # cancelled if nothing was sent
}
"""To which states each step may lead."""
_REFUSED: Final[dict[Step, str]] = {
    Step.SET_LINES: "ordering.order_not_editable",
    Step.SUBMIT: "ordering.order_not_editable",
    Step.DECIDE: "ordering.order_not_waiting",
    Step.WITHDRAW: "ordering.order_not_withdrawable",
    Step.CANCEL: "ordering.order_not_cancellable",
    Step.ACCEPT: "ordering.order_not_acceptable",
    Step.SHIP: "ordering.order_not_shippable",
    Step.RECEIVE: "ordering.order_not_receivable",
    Step.GIVE_UP: "ordering.order_not_closable",
    Step.CLOSE: "ordering.order_not_closable",
}


def require_step(state: OrderState, step: Step) -> None:
    """Raise WrongState unless `step` leads on from `state`."""
    if state not in FROM[step]:
        raise WrongState(_REFUSED[step])


def next_state(state: OrderState, step: Step, to: OrderState) -> OrderState:
    """Return `to`, which a step leads to. Raises WrongState unless it may be taken from `state`."""
    require_step(state, step)
    if to not in TO[step]:
        raise ValueError(f"{step} does not lead to {to}")
    return to
