"""What other rooms may use: readings by photo, and availability for reports."""

from storewalk.shelves.models import ReadingState
from storewalk.shelves.queries.readings import availability_ref, reading_for
from storewalk.shelves.schemas import PhotoView, Reading

__all__ = ["PhotoView", "Reading", "ReadingState", "availability_ref", "reading_for"]
