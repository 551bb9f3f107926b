"""The column that keeps marks beside the name of a photo, in whatever room names it."""

from typing import Any, Final

import msgspec
from sqlalchemy import TypeDecorator
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.engine.interfaces import Dialect

from storewalk.photos.drawn import Mark

_PLACE: Final = "@.{0} >= 0 && @.{0} <= 1 && @.{1} >= 0 && @.{1} <= 1"
_WORDS: Final = '@.kind == "text" && @.text like_regex "^.{1,60}$" flag "s"'
_ENDED: Final = f'(@.kind == "arrow" || @.kind == "circle") && {_PLACE.format("toX", "toY")}'
_WHOLE: Final = f"({_PLACE.format('x', 'y')} && (({_WORDS}) || ({_ENDED})))"
MARKS_FIT: Final = (
    "jsonb_typeof(marks) = 'array' AND jsonb_array_length(marks) <= 20"
    f" AND NOT jsonb_path_exists(marks, '$[*] ? (!{_WHOLE} || {_WHOLE} is unknown)')"
)
"""The CHECK of such a column, as its migration wrote it too."""


class MarksType(TypeDecorator[list[Mark]]):
    """A photo's marks, kept as they go over the wire."""

    impl = JSONB
    cache_ok = True

    def process_bind_param(self, value: list[Mark] | None, dialect: Dialect) -> object:
        """Turn marks into JSON values."""
        del dialect
        return None if value is None else msgspec.to_builtins(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> list[Mark] | None:
        """Turn JSON values into marks."""
        del dialect
        return None if value is None else msgspec.convert(value, list[Mark])
