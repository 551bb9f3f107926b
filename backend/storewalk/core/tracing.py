"""Traces, off by default: spans of requests and jobs go to an OTLP collector where one is named.

Without an endpoint OpenTelemetry's own no-op tracer stands behind `TRACER`, and its SDK is not loaded.
"""

from importlib import import_module
from typing import Final

from opentelemetry import trace

TRACER: Final = trace.get_tracer("storewalk")


def start(endpoint: str | None, process: str) -> None:
    """Send this process's spans to `endpoint` (an OTLP/HTTP traces URL); None leaves tracing off."""
    if endpoint is not None:
        import_module("storewalk.core.otlp").export(endpoint, process)
