"""What happens to reports. `subject_id` is the visit's."""

from storewalk.core.events import Event


class ReportTaken(Event, kind="inspections.report_taken"):
    """Somebody took a visit's report, to keep or to send on."""
