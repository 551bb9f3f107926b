"""The OpenTelemetry SDK, for installations that trace (`pip install storewalk[tracing]`)."""

from opentelemetry import trace
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor


def export(endpoint: str, process: str) -> TracerProvider:
    """Send spans in batches to an OTLP/HTTP collector, named after the process; return the provider."""
    provider = TracerProvider(resource=Resource.create({"service.name": f"storewalk-{process}"}))
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter(endpoint=endpoint)))
    trace.set_tracer_provider(provider)
    return provider
