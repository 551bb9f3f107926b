"""What other rooms may use of counts."""

from storewalk.counts.queries.counts import changed_counts
from storewalk.counts.schemas import CountOut

__all__ = ["CountOut", "changed_counts"]
