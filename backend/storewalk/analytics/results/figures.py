"""Figures from sums: rates over what they are rates of, null where there is nothing."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from storewalk.analytics.results.outputs import (
    Accuracy,
    Approvals,
    Claims,
    Deliveries,
    FillRate,
    Overrides,
    StockResults,
    Verdict,
)
from storewalk.analytics.results.sums import ORDER_SUMS, STOCK_SUMS
from storewalk.core.quantities import plain

ENOUGH: Final = 30
"""Below so many changed lines nobody is told whether changing helps: a handful of lucky ones would decide it."""
HUNDRED: Final = 100
NO_ORDERS: Final[Mapping[str, Any]] = dict.fromkeys(ORDER_SUMS, 0)
NO_STOCK: Final[Mapping[str, Any]] = dict.fromkeys(STOCK_SUMS, 0)
PLACES: Final = 4


def accuracy(sums: Mapping[str, Any]) -> Accuracy:
    """Hold what was suggested and what was approved against what was needed."""
    needed = sums["needed_cents"]
    system, human = rate(sums["system_cents"], needed), rate(sums["human_cents"], needed)
    return Accuracy(
        lines=sums["compared"],
        needed_cents=needed,
        system_error_cents=sums["system_cents"],
        human_error_cents=sums["human_cents"],
        system_bias_cents=sums["system_bias_cents"],
        human_bias_cents=sums["human_bias_cents"],
        system_accuracy=None if system is None else round(1 - system, PLACES),
        human_accuracy=None if human is None else round(1 - human, PLACES),
        system_bias=rate(sums["system_bias_cents"], needed),
        human_bias=rate(sums["human_bias_cents"], needed),
    )


def overrides(sums: Mapping[str, Any]) -> Overrides:
    """Tell what changing suggestions brought."""
    lines, gained = sums["changed"], sums["changed_system_cents"] - sums["changed_human_cents"]
    return Overrides(
        lines=lines,
        helped=sums["helped"],
        hurt=sums["hurt"],
        helped_share=rate(sums["helped"], lines),
        system_error_cents=sums["changed_system_cents"],
        human_error_cents=sums["changed_human_cents"],
        value_added_cents=gained,
        value_added=plain(Decimal(sums["changed_system"]) - Decimal(sums["changed_human"])),
        verdict=_verdict(lines, gained),
    )


def stock_results(sums: Mapping[str, Any]) -> StockResults:
    """Tell what ran out, how long the stock lasts, and what was wasted."""
    return StockResults(
        product_days=sums["products"],
        out_days=sums["out_days"],
        out_rate=rate(sums["out_days"], sums["products"]),
        out_share=rate(sums["out_hundredths"], HUNDRED * sums["products"]),
        stock_cents=sums["stock_cents"],
        cost_cents=sums["cost_cents"],
        stock_days=rate(sums["stock_cents"], sums["cost_cents"]),
        sales_cents=sums["sales_cents"],
        perished_cents=sums["perished_cents"],
        waste_cents=sums["waste_cents"],
        perished_rate=rate(sums["perished_cents"], sums["sales_cents"]),
        waste_rate=rate(sums["waste_cents"], sums["sales_cents"]),
    )


def fill_rate(sums: Mapping[str, Any]) -> FillRate:
    """Tell what came of what was ordered."""
    return FillRate(
        lines=sums["ordered_lines"],
        full_lines=sums["full_lines"],
        ordered_cents=sums["ordered_cents"],
        received_cents=sums["received_cents"],
        fill_rate=rate(sums["received_cents"], sums["ordered_cents"]),
        full_rate=rate(sums["full_lines"], sums["ordered_lines"]),
    )


def deliveries(sums: Mapping[str, Any] | None) -> Deliveries:
    """Tell how many deliveries came in time."""
    came, on_time = (sums["deliveries"], sums["on_time"]) if sums else (0, 0)
    return Deliveries(deliveries=came, on_time=on_time, on_time_rate=rate(on_time, came))


def approvals(sums: Mapping[str, Any] | None) -> Approvals:
    """Tell how orders were decided on, and how long people took."""
    if sums is None:
        return Approvals(
            orders=0, by_rules=0, by_rules_share=None, escalated=0, waited_median_s=None, waited_p90_s=None
        )
    return Approvals(
        orders=sums["orders"],
        by_rules=sums["by_rules"],
        by_rules_share=rate(sums["by_rules"], sums["orders"]),
        escalated=sums["escalated"],
        waited_median_s=_seconds(sums["median"]),
        waited_p90_s=_seconds(sums["ninth"]),
    )


def claims(sums: Mapping[str, Any] | None) -> Claims:
    """Tell what is held against sources."""
    if sums is None:
        return Claims(claims=0, open=0, claimed_cents=0, settled_cents=0)
    return Claims(
        claims=sums["claims"],
        open=sums["open"],
        claimed_cents=sums["value_cents"],
        settled_cents=sums["settled_cents"],
    )


def rate(part: int, whole: int) -> float | None:
    """Return a part over its whole to four places, None of nothing."""
    return round(part / whole, PLACES) if whole > 0 else None


def _verdict(lines: int, gained: int) -> Verdict:
    if lines < ENOUGH:
        return Verdict.TOO_FEW
    return Verdict.HELPS if gained > 0 else Verdict.HURTS if gained < 0 else Verdict.EVEN


def _seconds(value: float | None) -> int | None:
    return None if value is None else round(value)
