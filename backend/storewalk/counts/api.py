"""What other rooms may use of counts."""

from storewalk.counts.queries.read import changed_counts
from storewalk.counts.queries.refs import count_result_ref
from storewalk.counts.schemas.counts import CountOut
from storewalk.counts.service.spot import open_spot
from storewalk.counts.sheets.shape import Cells, Column, Form, Sheet, Table
from storewalk.counts.sheets.write import write as write_sheet

__all__ = [
    "Cells",
    "Column",
    "CountOut",
    "Form",
    "Sheet",
    "Table",
    "changed_counts",
    "count_result_ref",
    "open_spot",
    "write_sheet",
]
