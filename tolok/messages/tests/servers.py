"""A mail server and a webhook's server on this machine, for as long as a test needs them."""

import socketserver
import ssl
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

CERTIFICATE = Path(__file__).with_name("localhost.pem")  # made for these tests alone


@contextmanager
def running(server):
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class MailHandler(socketserver.StreamRequestHandler):
    """As much SMTP as one mail needs; a recipient "penuh@…" is refused."""

    def handle(self):
        self.say("220 uji")
        while line := self.rfile.readline().decode().strip():
            match line.upper().split()[0]:
                case "DATA":
                    self.say("354 mulai")
                    self.server.mails.append(b"".join(iter(self.rfile.readline, b".\r\n")).decode())
                    self.say("250 diterima")
                case "RCPT" if "penuh@" in line:
                    self.say("550 penuh@contoh.id tidak ada")
                case "QUIT":
                    self.say("221 selesai")
                    return
                case _:
                    self.say("250 baik")

    def say(self, line):
        self.wfile.write(f"{line}\r\n".encode())


def mail_server():
    server = socketserver.TCPServer(("127.0.0.1", 0), MailHandler)
    server.mails = []
    return running(server)


class CallHandler(BaseHTTPRequestHandler):
    """Keeps what it is called with; "/pindah" leads elsewhere, "/rusak" is broken."""

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.calls.append((self.path, dict(self.headers), body))
        self.send_response({"/pindah": 302, "/rusak": 500}.get(self.path, 204))
        if self.path == "/pindah":
            self.send_header("Location", "https://127.0.0.1:1/rahasia")
        self.end_headers()

    def log_message(self, *args):
        """Tests are quiet."""


def webhook_server():
    """Its certificate is that of "localhost"; SSL_CERT_FILE makes it one to trust."""
    server = HTTPServer(("127.0.0.1", 0), CallHandler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    server.calls = []
    return running(server)
