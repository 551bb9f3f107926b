"""A launcher to be killed: both services and one more child, on the folder given as argument."""

import json
import sys
from contextlib import ExitStack
from pathlib import Path

from storewalk_embedded.api import EmbeddedError, Process, Supervisor, start_services
from storewalk_embedded.run import say, watch
from storewalk_embedded.stopping import StopRequestedError, StopRequests

TOLD = ("owner_url", "s3_endpoint", "s3_access_key", "s3_secret_key")


def main() -> int:
    stops = StopRequests()
    try:
        with ExitStack() as undo:
            services = start_services(Path(sys.argv[1]))
            undo.callback(services.stop)
            supervisor = Supervisor(say, pid_file=services.folder.processes_file)
            undo.callback(supervisor.stop)
            supervisor.watch(services.objects)
            supervisor.watch(services.postgres)
            log = services.folder.logs / "sleeper.log"
            supervisor.start(Process("sleeper", ["sleep", "1000"], log, services.guard))
            say(json.dumps({name: getattr(services, name) for name in TOLD}))
            watch(supervisor, stops)
    except StopRequestedError:
        return 0
    except EmbeddedError as error:
        say(str(error))
        return 1


if __name__ == "__main__":
    sys.exit(main())
