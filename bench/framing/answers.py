"""The answers of an origin that have more than one reading, or bring what nobody asked for."""

from dataclasses import dataclass

from cases import EITHER, HELLO, REFUSE, TAKE

POISON = b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\npoison"


@dataclass(frozen=True)
class Answer:
    """What the origin sends for /case: bytes, pauses in seconds, None for its end; otherwise as Case."""

    name: str
    script: tuple
    suspect: bytes
    rule: str
    source: str
    method: bytes = b"GET"


def ok(fields, body, start=b"HTTP/1.1 200 OK"):
    return start + b"\r\n" + fields + b"\r\n" + body


def framings():
    """Where the answer ends."""
    values = [
        ("length and chunked", b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", HELLO, EITHER, "9112 6.1"),
        ("two different lengths", b"Content-Length: 5\r\nContent-Length: 2\r\n", b"hello", REFUSE, "9112 6.3"),
        ("two equal lengths", b"Content-Length: 5\r\nContent-Length: 5\r\n", b"hello", EITHER, "9112 6.3"),
        ("negative length", b"Content-Length: -5\r\n", b"hello", REFUSE, "9112 6.3"),
        ("length with plus", b"Content-Length: +5\r\n", b"hello", REFUSE, "9112 6.3"),
        ("unknown coding", b"Transfer-Encoding: xchunked\r\n", HELLO, EITHER, "9112 6.3"),
        ("chunked twice", b"Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", HELLO, REFUSE, "9112 6.1"),
        ("bad chunk size", b"Transfer-Encoding: chunked\r\n", b"5\r\nhello\r\nxyz\r\n\r\n", REFUSE, "9112 7.1"),
        ("chunk size with 0x", b"Transfer-Encoding: chunked\r\n", b"0x5\r\nhello\r\n0\r\n\r\n", REFUSE, "9112 7.1"),
        ("chunk line ends in LF", b"Transfer-Encoding: chunked\r\n", b"5\nhello\r\n0\r\n\r\n", REFUSE, "9112 7.1"),
        ("chunk longer than its size", b"Transfer-Encoding: chunked\r\n", b"5\r\nhello!\r\n0\r\n\r\n", REFUSE, "9112 7.1"),
        ("space before the colon", b"Transfer-Encoding : chunked\r\nContent-Length: 15\r\n", HELLO, EITHER, "9112 5.1"),
    ]
    for name, fields, body, rule, source in values:
        yield Answer(name, (ok(fields, body), None), fields + b"\r\n" + body, rule, source)
    fields = b"Transfer-Encoding: chunked\r\n"
    yield Answer("chunked in HTTP/1.0", (ok(fields, HELLO, b"HTTP/1.0 200 OK"), None), fields, EITHER, "9112 6.1")


def lines():
    """Fields and line ends."""
    values = [
        ("folded value", b"X: a\r\n b\r\n", EITHER, "9112 5.2"),
        ("one line ends in LF", b"X: a\nY: b\r\n", EITHER, "9112 2.2"),
        ("bare CR in a value", b"X: a\rY: b\r\n", EITHER, "9112 2.2"),
        ("NUL in a value", b"X: a\0b\r\n", EITHER, "9110 5.5"),
        ("field without a name", b": a\r\n", REFUSE, "9110 5.1"),
        ("line without a colon", b"X a\r\n", REFUSE, "9112 5"),
    ]
    for name, fields, rule, source in values:
        yield Answer(name, (ok(b"Content-Length: 5\r\n" + fields, b"hello"),), fields, rule, source)
    five = b"Content-Length: 5\r\n"
    for name, start in [("HTTP/2.0", b"HTTP/2.0 200 OK"), ("status of two digits", b"HTTP/1.1 20 OK")]:
        yield Answer(name, (ok(five, b"hello", start), None), start, REFUSE, "9112 4")
    yield Answer("no head at all", (b"hello\r\n", None), b"hello", REFUSE, "9112 2.1")


def ends():
    """What comes beside the answer, or does not come."""
    two = ok(b"Content-Length: 2\r\n", b"ok")
    yield Answer("another answer at once after it", (two + POISON,), POISON, TAKE, "9112 6.3")
    yield Answer("another answer a little later", (two, 0.05, POISON), POISON, TAKE, "9112 6.3")
    yield Answer("garbage after the last chunk", (ok(b"Transfer-Encoding: chunked\r\n", HELLO + POISON),), POISON, TAKE, "9112 6.3")
    trailer = b"5\r\nhello\r\n0\r\nSet-Cookie: a=b\r\n\r\n"
    yield Answer("trailer Set-Cookie", (ok(b"Transfer-Encoding: chunked\r\n", trailer),), b"Set-Cookie", EITHER, "9110 6.5.1")
    yield Answer("body of an answer to HEAD", (ok(b"Content-Length: %d\r\n" % len(POISON), POISON),), POISON, TAKE, "9112 6.3", b"HEAD")
    yield Answer("body of a 204", (ok(b"", POISON, b"HTTP/1.1 204 No Content"),), POISON, TAKE, "9112 6.3")
    length = b"Content-Length: %d\r\n" % len(POISON)
    yield Answer("length and body of a 304", (ok(length, POISON, b"HTTP/1.1 304 Not Modified"),), POISON, TAKE, "9112 6.3")
    yield Answer("end inside a body of known length", (ok(b"Content-Length: 9\r\n", b"hello"), None), b"hello", EITHER, "9112 8")
    yield Answer("end inside a chunked body", (ok(b"Transfer-Encoding: chunked\r\n", b"5\r\nhello\r\n"), None), b"hello", EITHER, "9112 8")
    yield Answer("end inside the head", (b"HTTP/1.1 200 OK\r\nContent-Le", None), b"Content-Le", REFUSE, "9112 8")
    hints = b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
    yield Answer("interim 103", (hints + two, None), b"103", TAKE, "9110 15.2")
    upgrade = b"HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n"
    yield Answer("101 that nobody asked for", (upgrade + POISON, None), b"101", REFUSE, "9110 15.2.2")


def answers():
    """Every answer, in the order of the table."""
    return [*framings(), *lines(), *ends()]
