"""What a store is advised to order on a day: one row of columns, written whole, so that millions a night are cheap."""

from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import ARRAY, CheckConstraint, Integer, LargeBinary, SmallInteger, Uuid, text
from sqlalchemy.orm import Mapped, mapped_column

from storewalk.core.orm import Base, belongs_to

NUMBERS: Final = (
    "expected", "safety", "display", "stock", "spoils", "on_order", "wanted", "shelf_life", "most", "capacity", "least",
    "pack", "budget", "quantity", "changes", "known",
)  # fmt: skip
"""Columns of thousandths of a base unit, in the order of the arithmetic.

expected + safety + display - (stock - spoils) - on_order is short; `wanted` is that, never below 0. `quantity` is
`wanted` and the changes from `shelf_life` to `budget`. `changes` is the root mean square of day-to-day changes of what
was sold, `known` on how many days (also in thousandths) it could have been sold here.
"""


class OrderSheet(Base):
    """The suggestions of a store for the orders of one business day, as they were computed from what was known then.

    All arrays run along `product_ids`. `sources` counts from 1 in `source_ids`, 0 for a product that nobody supplies.
    `arrival` and `cover` are days: from `day` (1) until this order can be sold, and until the day before the next one
    can. `service` is the level in thousandths. `forecast` holds little-endian 32-bit floats, units a day: a row for
    each day ahead, from `day` on. `out_days` says on how many of the last two weeks' days there was nothing to sell
    for a while; sheets from before it was told have none.
    """

    __tablename__ = "order_sheet"
    __table_args__ = (
        belongs_to("store"),
        CheckConstraint(
            " AND ".join(
                f"cardinality({each}) = cardinality(product_ids)"
                for each in ("sources", "arrival", "cover", "service", *NUMBERS)
            ),
            name="columns_alike",
        ),
        CheckConstraint("octet_length(forecast) % 4 = 0", name="forecast_of_floats"),
    )

    org_id: Mapped[UUID] = mapped_column(primary_key=True)
    store_id: Mapped[UUID] = mapped_column(primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    planned_at: Mapped[datetime]
    product_ids: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid()))
    source_ids: Mapped[list[UUID]] = mapped_column(ARRAY(Uuid()))
    sources: Mapped[list[int]] = mapped_column(ARRAY(SmallInteger()))
    arrival: Mapped[list[int]] = mapped_column(ARRAY(SmallInteger()))
    cover: Mapped[list[int]] = mapped_column(ARRAY(SmallInteger()))
    service: Mapped[list[int]] = mapped_column(ARRAY(SmallInteger()))
    expected: Mapped[list[int]] = mapped_column(ARRAY(Integer()))
    safety: Mapped[list[int]] = mapped_column(ARRAY(Integer()))
    display: Mapped[list[int]] = mapped_column(ARRAY(Integer()))
    stock: Mapped[list[int]] = mapped_column(ARRAY(Integer()))
    spoils: Mapped[list[int]] = mapped_column(ARRAY(Integer()))
    on_order: Mapped[list[int]] = mapped_column(ARRAY(Integer()))
    wanted: Mapped[list[int]] = mapped_column(ARRAY(Integer()))
    shelf_life: Mapped[list[int]] = mapped_column(ARRAY(Integer()))
    most: Mapped[list[int]] = mapped_column(ARRAY(Integer()))
    capacity: Mapped[list[int]] = mapped_column(ARRAY(Integer()))
    least: Mapped[list[int]] = mapped_column(ARRAY(Integer()))
    pack: Mapped[list[int]] = mapped_column(ARRAY(Integer()))
    budget: Mapped[list[int]] = mapped_column(ARRAY(Integer()))
    quantity: Mapped[list[int]] = mapped_column(ARRAY(Integer()))
    changes: Mapped[list[int]] = mapped_column(ARRAY(Integer()))
    known: Mapped[list[int]] = mapped_column(ARRAY(Integer()))
    forecast: Mapped[bytes] = mapped_column(LargeBinary())
    out_days: Mapped[list[int]] = mapped_column(ARRAY(SmallInteger()), server_default=text("'{}'"))
