"""What other rooms may use of counts."""

from storewalk.counts.queries.read import changed_counts
from storewalk.counts.schemas.counts import CountOut
from storewalk.counts.service.spot import open_spot

__all__ = ["CountOut", "changed_counts", "open_spot"]
