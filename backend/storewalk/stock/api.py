"""What other rooms may use of the ledger."""

from storewalk.stock.models import Cause, PlaceKind
from storewalk.stock.permissions import READ
from storewalk.stock.places import standard_place
from storewalk.stock.quantities import is_quantity, plain
from storewalk.stock.queries.books import lock_books
from storewalk.stock.queries.books_of import BookLine, book_of
from storewalk.stock.queries.proof import Difference, differences
from storewalk.stock.queries.since import Point, changes_since
from storewalk.stock.service.marks import mark_counted
from storewalk.stock.service.post import move, post
from storewalk.stock.wanted import NotEnough, Posted, Wanted, Way

__all__ = [
    "READ",
    "BookLine",
    "Cause",
    "Difference",
    "NotEnough",
    "PlaceKind",
    "Point",
    "Posted",
    "Wanted",
    "Way",
    "book_of",
    "changes_since",
    "differences",
    "is_quantity",
    "lock_books",
    "mark_counted",
    "move",
    "plain",
    "post",
    "standard_place",
]
