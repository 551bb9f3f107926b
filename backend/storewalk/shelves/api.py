"""What other rooms may use: readings by photo, availability for reports, the detector, a look at how its model does."""

from storewalk.shelves.detector import Detector, Sight
from storewalk.shelves.models import ReadingState
from storewalk.shelves.photo_shelves import PhotoShelves
from storewalk.shelves.queries.readings import availability_ref, reading_for
from storewalk.shelves.schemas import PhotoView, Reading
from storewalk.shelves.service.drift import watch as watch_model

__all__ = [
    "Detector",
    "PhotoShelves",
    "PhotoView",
    "Reading",
    "ReadingState",
    "Sight",
    "availability_ref",
    "reading_for",
    "watch_model",
]
