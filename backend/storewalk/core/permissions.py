"""What may be done with the job queue, which belongs to no room."""

from typing import Final

from storewalk.core.access import Permission

JOBS_READ: Final = Permission("jobs.read")
JOBS_RETRY: Final = Permission("jobs.retry")
