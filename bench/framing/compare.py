"""Sends every message through every proxy and prints what became of it."""

import argparse
import contextlib
import datetime
import signal
import socket
import sys
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import proxies
import table
from answers import answers
from framings import framings
from heads import heads
from origin import Origin
from readers import Stream
from verdicts import AnswerTrial, RequestTrial

PATIENCE = 1.5  # seconds for the first byte
QUIET = 0.25  # seconds after which nothing more is to come
STOPPING = threading.Event()


class Client:
    """A connection to a proxy, and what came by it."""

    def __init__(self, port):
        self.sock = socket.create_connection(("127.0.0.1", port), 5)
        self.closed = False

    def ask(self, data, enough=lambda came: False):
        """Sends data and answers what came until it is enough, quiet, or closed."""
        came = b""
        with contextlib.suppress(ConnectionError):
            self.sock.sendall(data)
        try:
            self.sock.settimeout(PATIENCE)
            while piece := self.sock.recv(65536):
                came += piece
                if enough(came):
                    return came
                self.sock.settimeout(QUIET)
            self.closed = True
        except TimeoutError:
            pass
        except ConnectionError:
            self.closed = True
        return came

    def close(self):
        self.sock.close()


def plain(target):
    return b"GET %s HTTP/1.1\r\nHost: a.example\r\n\r\n" % target


def asked(client, target):
    """Whether the answer to a plain request is the one to it."""
    came = answers_of(client.ask(plain(target), answers_of))
    return bool(came) and came[0].body == target


def answers_of(came):
    return Stream(came, answers=True).read()[0]


def try_request(case, proxy, origin):
    origin.begin()
    client = Client(proxy.port)
    came = client.ask(case.data)
    trial = RequestTrial(case, came, client.closed, origin.received())
    client.close()
    return trial


def try_answer(case, proxy, origin):
    origin.begin(case.script)
    client, other = Client(proxy.port), Client(proxy.port)
    came = client.ask(plain(b"/case").replace(b"GET", case.method, 1))
    trial = AnswerTrial(case, came, client.closed)
    own = client.closed or not trial.is_whole() or asked(client, b"/second")
    trial = replace(trial, sound_after=asked(other, b"/third") and own)
    client.close()
    other.close()
    return trial


def run(start, word):
    """Answers a proxy's trials, in the order of the cases."""
    with tempfile.TemporaryDirectory(prefix="framing-") as home:
        origin = Origin()
        proxy = start(home, origin)
        try:
            proxy.await_ready()
            requests = [(try_request, case) for case in [*framings(), *heads()]]
            replies = [(try_answer, case) for case in answers()]
            wanted = [(attempt, case) for attempt, case in requests + replies if word in case.name]
            return [attempt(case, proxy, origin) for attempt, case in wanted if not STOPPING.is_set()]
        finally:
            proxy.close()
            origin.close()


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--into")
    options.add_argument("--only", default="")
    options = options.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    starts = [proxies.haproxy, proxies.nginx, proxies.lbctl]
    with ThreadPoolExecutor(len(starts)) as pool:
        try:
            columns = list(pool.map(lambda start: run(start, options.only), starts))
        except BaseException:
            STOPPING.set()
            raise
    if options.only:
        print(table.bytes_of(columns))
        return
    text = table.markdown(columns, proxies.versions(), datetime.date.today())
    print(text)
    if options.into:
        table.put_into(options.into, text)


main()
