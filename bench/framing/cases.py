"""What a request to send is made of."""

from dataclasses import dataclass

HOST = b"Host: a.example\r\n"
NEXT = b"GET /smuggled HTTP/1.1\r\nHost: a.example\r\n\r\n"
HELLO = b"5\r\nhello\r\n0\r\n\r\n"
TAKE, REFUSE, EITHER = "take", "refuse", "either"


@dataclass(frozen=True)
class Case:
    """A request to send.

    suspect: what is odd in it, to be looked for at the origin; rule: what the RFCs ask (take, refuse, or either), and where.
    """

    name: str
    data: bytes
    suspect: bytes
    rule: str
    source: str


def post(fields, body=b"", start=b"POST /case HTTP/1.1"):
    return start + b"\r\n" + HOST + fields + b"\r\n" + body
