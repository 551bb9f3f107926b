"""The products of a finding, each with how much of it was seen and of which lot."""

from collections.abc import Sequence

from storewalk.catalog.api import NamedProduct
from storewalk.inspections.report import words
from storewalk.inspections.report.pen import Pen


def goods(products: Sequence[NamedProduct], pen: Pen) -> str:
    """Return products one after another, as far as something was said of each."""
    return pen.say(words.COMMA).join(_one(each, pen) for each in products)


def _one(product: NamedProduct, pen: Pen) -> str:
    much = product.quantity and pen.say(words.AMOUNT, quantity=product.quantity, unit=pen.say(product.unit_name))
    lot = [
        *([pen.say(words.LOT, code=product.lot_code)] if product.lot_code else []),
        *([pen.say(words.EXPIRES, day=product.expires_on.isoformat())] if product.expires_on else []),
    ]
    about = pen.say(words.IN_BRACKETS, said=pen.say(words.COMMA).join(lot)) if lot else ""
    return f"{pen.say(product.name)}{much or ''}{about}"
