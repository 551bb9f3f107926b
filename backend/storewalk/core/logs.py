"""Logs: one JSON object a line on standard error, with the request's or the job's id."""

import logging
import re
import sys
from typing import Final

import structlog
from structlog.typing import EventDict

# Where the database and its driver repeat values in an error: "DETAIL:  Key (username)=(li.mei) already exists.",
# "invalid input for query argument $1: 'li.mei'"; also as `repr` shows them.
VALUES: Final = re.compile(r"(?:\n|\\n)DETAIL: [^\n]*|(?<=query argument )\$\d+: [^\n]*")


def configure(level: str) -> None:
    """Send structlog's and the libraries' records to standard error as JSON."""
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,  # plain tracebacks: no local variables, which hold secrets
        without_values,
    ]
    structlog.configure(
        processors=[*shared, structlog.processors.JSONRenderer(ensure_ascii=False)],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level]),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[*shared, structlog.stdlib.add_logger_name],
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer(ensure_ascii=False),
            ],
        )
    )
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)


def without_values(logger: object, method: str, record: EventDict) -> EventDict:
    """Take rows' values, which are people's, out of a record's texts (a structlog processor)."""
    del logger, method
    return {name: VALUES.sub("", value) if isinstance(value, str) else value for name, value in record.items()}
