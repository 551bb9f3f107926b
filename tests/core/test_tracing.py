"""Traces go to a collector where one is named."""

import subprocess
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

SENDER = """
import sys
from storewalk.core import otlp
from storewalk.core.tracing import TRACER
provider = otlp.export(sys.argv[1], "api")
with TRACER.start_as_current_span("getStore"):
    pass
provider.shutdown()
"""


def test_a_span_reaches_the_collector_under_the_processs_name() -> None:
    received: list[bytes] = []

    class Collector(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            received.append(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
            del format, args

    server = HTTPServer(("127.0.0.1", 0), Collector)
    Thread(target=server.serve_forever, daemon=True).start()
    endpoint = f"http://127.0.0.1:{server.server_port}/v1/traces"
    subprocess.run([sys.executable, "-c", SENDER, endpoint], check=True, timeout=60)
    server.shutdown()
    server.server_close()
    assert b"storewalk-api" in received[0]
    assert b"getStore" in received[0]
