"""The steps of transfers between the two stores of a chain, each held against what it must do."""

from collections.abc import Sequence
from datetime import datetime
from decimal import ROUND_DOWN, Decimal
from typing import Any, Final
from uuid import uuid4

from tests.stock.chain import Chain, Moved

TENTH: Final = Decimal("0.1")
STATES: Final = {
    "approval": ("requested",),
    "refusal": ("requested",),
    "cancellation": ("requested", "approved"),
    "shipment": ("approved",),
    "receipt": ("shipped",),
}
"""From which state each step leads on."""
NEXT: Final = {"requested": "approval", "approved": "shipment", "shipped": "receipt"}
"""The straight way to the other store."""
Difference = tuple[Decimal, str]
"""Which share of a part arrived, and why not all of it."""


async def request(chain: Chain, sender: int, quantities: Sequence[Decimal]) -> bool:
    """Ask a store for goods, if there are any to ask for."""
    wanted = {product: quantity for product, quantity in enumerate(quantities) if quantity}
    if not wanted:
        return False
    people = chain.people(sender)
    lines = [(str(chain.goods[product].id), str(quantity)) for product, quantity in wanted.items()]
    form = people.form(*lines, id=str(uuid4()))
    answer = await chain.send(people.receiver, "/api/stock/transfers", form, expect=201)
    chain.transfers.append(Moved(sender, answer.json(), "requested", wanted))
    return True


async def step(
    chain: Chain, moved: Moved, name: str, at: datetime, *, share: Decimal, differences: Sequence[Difference]
) -> None:
    """Take a step, as far as the state of the transfer and the book allow."""
    form: dict[str, Any] = {"ifVersion": moved.told["version"]}
    if moved.status not in STATES[name]:
        reason = {"reason": "?"} if name in {"refusal", "cancellation"} else {}
        await _send(chain, moved, name, {**form, **reason}, at, expect=409)
    elif name in {"refusal", "cancellation"}:
        if moved.status == "approved":
            chain.oracle.promise(moved.sender, moved.quantities, -1)
        await _send(chain, moved, name, {**form, "reason": "不需要了"}, at)
    elif name == "receipt":
        await _receive(chain, moved, max(at, moved.shipped_at), differences)
    else:
        chosen = {p: (q * share).quantize(TENTH, ROUND_DOWN) for p, q in moved.quantities.items()}
        form["lines"] = [{"lineId": _line(chain, moved, p)["id"], "quantity": str(q)} for p, q in chosen.items()]
        await (_approve if name == "approval" else _ship)(chain, moved, form, chosen, at)


async def _approve(chain: Chain, moved: Moved, form: dict[str, Any], chosen: dict[int, Decimal], at: datetime) -> None:
    can = any(chosen.values()) and chain.oracle.can_promise(moved.sender, chosen)
    await _send(chain, moved, "approval", form, at, expect=200 if can else 422)
    if can:
        chain.oracle.promise(moved.sender, chosen)
        moved.quantities = chosen


async def _ship(chain: Chain, moved: Moved, form: dict[str, Any], chosen: dict[int, Decimal], at: datetime) -> None:
    can = any(chosen.values()) and chain.oracle.leave_together(moved.sender, chosen, at)
    await _send(chain, moved, "shipment", form, at, expect=200 if can else 422)
    if not can:
        return
    chain.oracle.promise(moved.sender, moved.quantities, -1)
    moved.quantities, moved.shipped_at = chosen, at
    for product, quantity in chosen.items():
        chain.oracle.coming[1 - moved.sender, product] += quantity
        line = _line(chain, moved, product)
        assert Decimal(line["shipped"]) == quantity == sum(Decimal(part["shipped"]) for part in line["parts"])
        assert line["shippedValueCents"] == sum(part["valueCents"] for part in line["parts"])


async def _receive(chain: Chain, moved: Moved, at: datetime, differences: Sequence[Difference]) -> None:
    parts = [(product, part) for product in moved.quantities for part in _line(chain, moved, product)["parts"]]
    said: list[dict[str, Any]] = []
    receiver = 1 - moved.sender
    for number, (product, part) in enumerate(parts):
        share, reason = differences[number % len(differences)]
        sent = Decimal(part["shipped"])
        arrived = (sent * share).quantize(TENTH, ROUND_DOWN)
        if arrived < sent:
            said.append({"partId": part["id"], "received": str(arrived), "reason": reason})
        chain.oracle.coming[receiver, product] -= sent
        chain.oracle.come((receiver, product), arrived, at)
        if reason == "not_loaded":  # it was at the sender's all the time
            chain.oracle.come((moved.sender, product), sent - arrived, moved.shipped_at)
    await _send(chain, moved, "receipt", {"ifVersion": moved.told["version"], "differences": said}, at)


async def _send(
    chain: Chain, moved: Moved, name: str, form: dict[str, Any], at: datetime, *, expect: int = 200
) -> None:
    people = chain.people(moved.sender)
    who = {"shipment": people.sender, "receipt": people.receiver, "cancellation": people.receiver}
    path = f"/api/stock/transfers/{moved.told['id']}/{name}"
    answer = await chain.send(who.get(name, people.regional), path, form, at, expect=expect)
    if expect == 200:
        moved.told, moved.status = answer.json(), answer.json()["status"]


def _line(chain: Chain, moved: Moved, product: int) -> dict[str, Any]:
    product_id = str(chain.goods[product].id)
    return next(each for each in moved.told["lines"] if each["productId"] == product_id)
