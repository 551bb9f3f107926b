"""What other rooms may use of the ledger."""

from storewalk.stock.consigned import Consigned, Dispatched, Ending, Fate, Load
from storewalk.stock.models import Cause, PlaceKind
from storewalk.stock.permissions import READ
from storewalk.stock.places import standard_place
from storewalk.stock.queries.arrivals import Goods, goods_to_see
from storewalk.stock.queries.blind import closed_at
from storewalk.stock.queries.books_of import BookLine, book_of, book_sql
from storewalk.stock.queries.day_facts import DayFacts, day_facts, first_days_touched
from storewalk.stock.queries.locks import hold_book
from storewalk.stock.queries.on_hand import Asked, on_hand
from storewalk.stock.queries.picks import Pick, ToPick, picks
from storewalk.stock.queries.proof import Difference, differences
from storewalk.stock.queries.reserved import promised
from storewalk.stock.queries.since import Point, changes_since
from storewalk.stock.queries.sold import StoreDay, days_touched, out_of_stock, sold_by_hour, sold_on
from storewalk.stock.queries.sold_days import came_in, lots_left, out_by_day, sold_by_day
from storewalk.stock.queries.stocked import copy_coming, copy_stocked
from storewalk.stock.queries.transfers import changed_transfers
from storewalk.stock.queries.whereabouts import Whereabouts, whereabouts
from storewalk.stock.schemas import StockOut
from storewalk.stock.service.blind import close_book, open_book
from storewalk.stock.service.consign import dispatch, land
from storewalk.stock.service.lots import Lot, LotKey, find_or_make
from storewalk.stock.service.marks import mark_counted
from storewalk.stock.service.post import move, post
from storewalk.stock.service.recall import note_recall_count
from storewalk.stock.service.reserve import free_of, kept_for, lock_free, release, reserve
from storewalk.stock.service.transfer.request import request as request_transfer
from storewalk.stock.transfer_schemas import RequestedLine, RequestTransfer, TransferOut
from storewalk.stock.wanted import NotEnough, Posted, Wanted, Way

__all__ = [
    "READ",
    "Asked",
    "BookLine",
    "Cause",
    "Consigned",
    "DayFacts",
    "Difference",
    "Dispatched",
    "Ending",
    "Fate",
    "Goods",
    "Load",
    "Lot",
    "LotKey",
    "NotEnough",
    "Pick",
    "PlaceKind",
    "Point",
    "Posted",
    "RequestTransfer",
    "RequestedLine",
    "StockOut",
    "StoreDay",
    "ToPick",
    "TransferOut",
    "Wanted",
    "Way",
    "Whereabouts",
    "book_of",
    "book_sql",
    "came_in",
    "changed_transfers",
    "changes_since",
    "close_book",
    "closed_at",
    "copy_coming",
    "copy_stocked",
    "day_facts",
    "days_touched",
    "differences",
    "dispatch",
    "find_or_make",
    "first_days_touched",
    "free_of",
    "goods_to_see",
    "hold_book",
    "kept_for",
    "land",
    "lock_free",
    "lots_left",
    "mark_counted",
    "move",
    "note_recall_count",
    "on_hand",
    "open_book",
    "out_by_day",
    "out_of_stock",
    "picks",
    "post",
    "promised",
    "release",
    "request_transfer",
    "reserve",
    "sold_by_day",
    "sold_by_hour",
    "sold_on",
    "standard_place",
    "whereabouts",
]
