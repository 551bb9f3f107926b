"""Prometheus metrics of this process."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

REGISTRY = CollectorRegistry()
REQUESTS = Histogram(
    "storewalk_request_seconds", "Time to answer, by operation", ["operation"], registry=REGISTRY,
    buckets=(0.005, 0.02, 0.1, 0.5, 2.0),
)  # fmt: skip
REFUSALS = Counter("storewalk_refusals", "Refused requests, by code", ["code"], registry=REGISTRY)
JOBS = Histogram(
    "storewalk_job_seconds", "Time to run a job, by name and outcome", ["job", "outcome"], registry=REGISTRY,
    buckets=(0.02, 0.1, 0.5, 2.0, 10.0),
)  # fmt: skip
SEAL_LAG = Gauge("storewalk_audit_seal_lag_seconds", "Age of the oldest audit entry not yet sealed", registry=REGISTRY)
LISTENERS = Gauge("storewalk_live_listeners", "Open live connections", registry=REGISTRY)


def exposition() -> bytes:
    """Return all metrics in Prometheus' text format."""
    return generate_latest(REGISTRY)
