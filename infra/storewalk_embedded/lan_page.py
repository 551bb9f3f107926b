"""A page over plain HTTP where a phone gets the CA's certificate, with the steps; then it can open Storewalk.

python -m storewalk_embedded.lan_page PORT CA.pem ORIGIN
"""

import html
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

CERTIFICATE = "/storewalk-ca.crt"
PAGE = Path(__file__).with_name("lan_page.html")


def server(port: int, ca: Path, origin: str) -> ThreadingHTTPServer:
    """A server of the page and the certificate, and of nothing else."""
    page = PAGE.read_text("utf-8").replace("{origin}", html.escape(origin)).replace("{certificate}", CERTIFICATE)
    found = {
        "/": ("text/html; charset=utf-8", page.encode()),
        CERTIFICATE: ("application/x-x509-ca-cert", ca.read_bytes()),
    }

    class Handler(BaseHTTPRequestHandler):
        timeout = 10

        def do_GET(self) -> None:
            kind, body = found.get(self.path, ("text/plain", b""))
            self.send_response(200 if self.path in found else 404)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
            """Say nothing."""

    return ThreadingHTTPServer(("0.0.0.0", port), Handler)  # noqa: S104 - phones are other machines


if __name__ == "__main__":
    server(int(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]).serve_forever()
