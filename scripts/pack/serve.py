"""Serves the game beside it to this computer alone, and opens it in the browser.

Needs Python 3.7 or newer, nothing else.
"""

import functools
import http.server
import pathlib
import sys
import urllib.request
import webbrowser

HERE = pathlib.Path(__file__).resolve().parent
# What a learner did is kept under the address, so it is the same each time.
PORT = int(sys.argv[sys.argv.index("--port") + 1]) if "--port" in sys.argv else 8321
ADDRESS = f"http://localhost:{PORT}/"
HEADERS = [line.split(": ", 1) for line in (HERE / "headers.txt").read_text("utf-8").splitlines() if line]
TYPES = dict(line.split(" ", 1) for line in (HERE / "types.txt").read_text("utf-8").splitlines() if line)


class Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    extensions_map = {"": "application/octet-stream", **TYPES}

    def end_headers(self):
        for name, value in HEADERS:
            self.send_header(name, value)
        super().end_headers()

    def list_directory(self, path):
        self.send_error(404)

    def log_message(self, format, *args):
        pass


def is_batsign() -> bool:
    """Whether what answers at the address already is this game."""
    try:
        with urllib.request.urlopen(ADDRESS, timeout=3) as answer:
            return b"<title>Batsign" in answer.read()
    except OSError:
        return False


def main() -> int:
    serve = functools.partial(Handler, directory=str(HERE / "game"))
    try:
        server = http.server.ThreadingHTTPServer(("127.0.0.1", PORT), serve)
    except OSError:
        if is_batsign():
            print(f"Batsign runs already at {ADDRESS}")
            webbrowser.open(ADDRESS)
            return 0
        print(f"Another program uses port {PORT} of this computer. Close it, then start Batsign again.")
        return 1
    print(f"Batsign runs at {ADDRESS}\nClose this window to end it.", flush=True)
    if "--quiet" not in sys.argv:
        webbrowser.open(ADDRESS)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass
    return 0


if __name__ == "__main__":
    sys.exit(main())
