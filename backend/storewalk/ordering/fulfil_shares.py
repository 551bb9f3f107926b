"""What the orders of a wave get of what is there, before anything of it is written, and what people make of it."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from hashlib import sha256
from typing import Final
from uuid import UUID

from msgspec import Struct

from storewalk.core.errors import FieldError
from storewalk.core.quantities import is_quantity, plain
from storewalk.ordering.fulfil_models import ConfirmedWhy
from storewalk.ordering.fulfil_schemas import AdjustedShare
from storewalk.ordering.fulfil_share import Ask, needed, share
from storewalk.ordering.queries.fulfil_lines import Confirmed
from storewalk.ordering.queries.fulfil_wave_lines import WaveLine

ZERO: Final = Decimal(0)


class ProductShares(Struct, frozen=True):
    """What there is of a product, what all orders ask for together, and what each gets, in the order of the lines."""

    there: Decimal
    asked: Decimal
    lines: list[WaveLine]
    got: list[Confirmed]

    @property
    def short(self) -> bool:
        """Whether somebody gets less than they ask for because there is not enough."""
        return self.asked > self.there

    @property
    def spoken_for(self) -> bool:
        """Whether people have to look at it: there is not enough, or somebody has set a share by hand."""
        return self.short or any(each.why is ConfirmedWhy.ADJUSTED for each in self.got)


def share_wave(
    lines: Iterable[WaveLine], free: Mapping[UUID, Decimal], first: set[UUID], freed: set[tuple[UUID, UUID]]
) -> dict[UUID, ProductShares]:
    """Return what each order gets, by product. What was set by hand before stays so, unless it is `freed`."""
    by_product: dict[UUID, list[WaveLine]] = {}
    for line in lines:
        by_product.setdefault(line.product_id, []).append(line)
    return {
        product_id: _product(group, max(free[product_id], ZERO), first, freed)
        for product_id, group in by_product.items()
    }


def seen_as(shares: Mapping[UUID, ProductShares]) -> str:
    """Return a word for these shares: another one tells that they are not what somebody has looked at."""
    told = sorted(
        f"{line.order_id} {product_id} {plain(got.quantity)} {plain(each.there)}"
        for product_id, each in shares.items()
        for line, got in zip(each.lines, each.got, strict=True)
    )
    return sha256("\n".join(told).encode()).hexdigest()[:16]


def adjust(
    shares: Mapping[UUID, ProductShares], wanted: Sequence[AdjustedShare]
) -> tuple[dict[UUID, list[Confirmed]], list[FieldError]]:
    """Return what each order gets once people's own shares are laid over the computed ones, and what cannot be so."""
    fixed, faults = dict[tuple[UUID, UUID], AdjustedShare](), list[FieldError]()
    places = {(line.order_id, id_): line for id_, each in shares.items() for line in each.lines}
    for number, each in enumerate(wanted):
        fault = _fault(each, places.get((each.order_id, each.product_id)))
        if fault is not None:
            faults.append(FieldError(f"adjusted.{number}.{fault[0]}", fault[1], fault[2]))
        elif each.quantity is not None:
            fixed[each.order_id, each.product_id] = each
    confirmed: dict[UUID, list[Confirmed]] = {line.order_id: [] for line in places.values()}
    for product_id, each in shares.items():
        final = [
            _fixed(got, fixed.get((line.order_id, product_id)), each)
            for line, got in zip(each.lines, each.got, strict=True)
        ]
        given = sum((got.quantity for got in final), ZERO)
        numbers = [number for number, one in enumerate(wanted) if one.product_id == product_id]
        if numbers and given > each.there:
            params: dict[str, object] = {"code": each.lines[0].code, "there": plain(each.there), "given": plain(given)}
            faults.append(FieldError(f"adjusted.{numbers[0]}.quantity", "ordering.above_what_is_there", params))
        for line, got in zip(each.lines, final, strict=True):
            confirmed[line.order_id].append(got)
    return confirmed, faults


def _product(group: list[WaveLine], there: Decimal, first: set[UUID], freed: set[tuple[UUID, UUID]]) -> ProductShares:
    kept = {
        line.order_id: line.by_hand
        for line in group
        if line.by_hand is not None and (line.order_id, line.product_id) not in freed
    }
    open_lines = [line for line in group if line.order_id not in kept]
    left = max(there - sum(kept.values(), ZERO), ZERO)
    asked = sum((line.wanted for line in group), ZERO)
    enough = sum((line.wanted for line in open_lines), ZERO) <= left
    asks = [
        Ask(
            line.order_id,
            line.wanted,
            line.pack_quantity,
            needed(line.arithmetic, line.wanted),
            line.order_id in first,
        )
        for line in open_lines
    ]
    given = {} if enough else share(left, asks)
    got = [
        _by_hand(line, by_hand, there, asked)
        if (by_hand := kept.get(line.order_id)) is not None
        else _in_full(line)
        if enough
        else Confirmed(
            line.product_id,
            given[line.order_id],
            ConfirmedWhy.SHARED,
            there,
            asked,
            needed(line.arithmetic, line.wanted),
        )
        for line in group
    ]
    return ProductShares(there, asked, group, got)


def _in_full(line: WaveLine) -> Confirmed:
    return Confirmed(line.product_id, line.wanted, ConfirmedWhy.SOURCE if line.cut else ConfirmedWhy.IN_FULL)


def _by_hand(line: WaveLine, quantity: Decimal, there: Decimal, asked: Decimal) -> Confirmed:
    need = needed(line.arithmetic, line.wanted)
    return Confirmed(line.product_id, quantity, ConfirmedWhy.ADJUSTED, there, asked, need, line.note)


def _fixed(got: Confirmed, fixed: AdjustedShare | None, each: ProductShares) -> Confirmed:
    if fixed is None or fixed.quantity is None or fixed.quantity == got.quantity:
        return got
    line = next(line for line in each.lines if line.order_id == fixed.order_id)
    need = needed(line.arithmetic, line.wanted)
    why, note = ConfirmedWhy.ADJUSTED, fixed.reason.strip()
    return Confirmed(got.product_id, fixed.quantity, why, each.there, each.asked, need, note)


def _fault(each: AdjustedShare, line: WaveLine | None) -> tuple[str, str, dict[str, object]] | None:
    if line is None:
        return "productId", "ordering.line_not_in_wave", {}
    if each.quantity is None:
        return None
    if not is_quantity(each.quantity, zero=True) or each.quantity > line.quantity:
        return "quantity", "ordering.above_what_is_left", {"code": line.code, "most": plain(line.quantity)}
    if not each.reason.strip():
        return "reason", "ordering.share_needs_reason", {"code": line.code}
    return None
