"""The server behind each proxy: it records what it receives byte by byte, and answers by script."""

import contextlib
import random
import socket
import threading
import time

from readers import Stream

QUIET = 0.08  # seconds without a byte, after which what is unreadable counts as all that comes
SETTLE = 0.02  # seconds that what is under way takes to arrive
PROBE = b"GET /health "


class Origin:
    """Listens on a loopback address of its own, where no stranger comes by. Keeps what each connection brought since begin."""

    def __init__(self):
        self.lock = threading.Lock()
        self.connections = []
        self.script = None
        self.listener = socket.create_server((f"127.{random.randint(1, 254)}.{random.randint(0, 255)}.1", 0))
        self.address = "%s:%d" % self.listener.getsockname()
        threading.Thread(target=self.accept, daemon=True).start()

    def begin(self, script=None):
        """Forgets what was. The request for /case is answered by script, every other one plainly."""
        for _ in range(2):
            with self.lock:
                for connection in self.connections:
                    connection.close()
                self.connections, self.script = [], script
            time.sleep(SETTLE)  # for the proxy to see them closed, and for what it still had under way

    def received(self):
        """The bytes of each connection that brought any."""
        time.sleep(SETTLE)
        with self.lock:
            records = [bytes(connection.record) for connection in self.connections]
        return [record for record in records if record and not record.startswith(PROBE)]

    def accept(self):
        with contextlib.suppress(OSError):
            while True:
                sock, _ = self.listener.accept()
                sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                connection = OriginConnection(self, sock)
                with self.lock:
                    self.connections.append(connection)
                threading.Thread(target=connection.serve, daemon=True).start()

    def close(self):
        self.listener.close()
        self.begin()


class OriginConnection:
    """One connection: answers each request that a strict reader finds, and once what it cannot read."""

    def __init__(self, origin, sock):
        self.origin, self.sock, self.record, self.answered = origin, sock, bytearray(), 0

    def serve(self):
        with contextlib.suppress(OSError):
            while True:
                try:
                    piece = self.sock.recv(65536)
                except TimeoutError:
                    self.answer_unreadable()
                    continue
                if not piece:
                    return
                self.record += piece
                self.answer_all()

    def answer_all(self):
        messages, end = Stream(bytes(self.record)).read()
        for message in messages[self.answered :]:
            self.answered += 1
            target = message.start[1]
            if target.endswith(b"/case") and self.origin.script:
                self.play(self.origin.script)
            else:
                self.send(plain(target, head=message.start[0] == b"HEAD"))
        self.sock.settimeout(QUIET if end == "refused" else None)

    def answer_unreadable(self):
        self.send(plain(b"unreadable", b"Connection: close\r\n"))
        self.sock.shutdown(socket.SHUT_WR)
        self.sock.settimeout(None)

    def play(self, script):
        for step in script:
            if isinstance(step, float):
                time.sleep(step)
            elif step is None:
                self.sock.shutdown(socket.SHUT_WR)
            else:
                self.send(step)

    def send(self, data):
        self.sock.sendall(data)

    def close(self):
        with contextlib.suppress(OSError):
            self.sock.shutdown(socket.SHUT_RDWR)
        self.sock.close()


def plain(body, fields=b"", head=False):
    """An ordinary answer that says whose it is."""
    return b"HTTP/1.1 200 OK\r\nX-Origin: yes\r\n%sContent-Length: %d\r\n\r\n%s" % (fields, len(body), b"" if head else body)
