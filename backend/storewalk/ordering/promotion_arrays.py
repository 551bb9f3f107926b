"""Promotions as the forecast takes them."""

from collections.abc import Mapping, Sequence

from demand.history.promotions import Promotion, Promotions
from storewalk.ordering.queries.promotion_read import Promoted


def arranged(found: Sequence[Promoted], product: Mapping[bytes, int]) -> Promotions:
    """Arrange promotions for panels, by the codes of products; the same serves every shard of a night."""
    return Promotions.of(
        [
            Promotion(
                each.first_day,
                each.last_day,
                None if each.store_ids is None else [store.bytes for store in each.store_ids],
                [goods.bytes for goods in each.product_ids],
                each.price,
                each.uplift,
            )
            for each in found
        ],
        product,
    )
