"""What other rooms join of counts: what approved ones found of each product."""

from typing import Any

from sqlalchemy import Select, and_, select

from storewalk.counts.models import CountResult, CountStatus, StockCount

count_result_ref: Select[*tuple[Any, ...]] = (
    select(
        StockCount.org_id,
        StockCount.store_id,
        StockCount.id.label("count_id"),
        StockCount.approved_at,
        CountResult.product_id,
        (CountResult.variance == CountResult.explained).label("exact"),
    )
    .join(CountResult, and_(CountResult.org_id == StockCount.org_id, CountResult.count_id == StockCount.id))
    .where(StockCount.status == CountStatus.APPROVED, ~CountResult.uncounted)
)
"""One row a product that an approved count counted; `exact`: the book was right, or late facts explained all."""
