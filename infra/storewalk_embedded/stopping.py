"""Being asked to stop: by a signal, or because the make that started us is gone."""

import os
import signal
from types import FrameType

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class StopRequestedError(BaseException):
    """Somebody wants Storewalk to stop; unwinds like KeyboardInterrupt."""


class StopRequests:
    """Turns the first request to stop into StopRequestedError; later ones do not disturb the stopping."""

    def __init__(self) -> None:
        """Listen from now on, also where the shell has set SIGINT to be ignored."""
        self._parent = os.getppid() if "MAKELEVEL" in os.environ else None
        for sign in SIGNALS:
            signal.signal(sign, self._stop)

    def check_parent(self) -> None:
        """Raises StopRequestedError when make, as which the person knows us, has been killed."""
        if self._parent is not None and os.getppid() != self._parent:
            self._ignore()
            raise StopRequestedError

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        self._ignore()
        raise StopRequestedError

    def _ignore(self) -> None:
        for sign in SIGNALS:
            signal.signal(sign, signal.SIG_IGN)
