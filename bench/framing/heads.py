"""Requests whose head can be read in more than one way, or not at all."""

from cases import EITHER, HOST, NEXT, REFUSE, TAKE, Case, post


def lines():
    """Field lines and line ends."""
    get = b"GET /case HTTP/1.1\r\n" + HOST
    odd = [
        ("all lines end in LF", b"GET /case HTTP/1.1\nHost: a.example\n\n", b"HTTP/1.1\nHost", EITHER, "9112 2.2"),
        ("one line ends in LF", get + b"X: a\nY: b\r\n\r\n", b"a\nY", EITHER, "9112 2.2"),
        ("bare CR in a value", get + b"X: a\rY: b\r\n\r\n", b"a\rY", EITHER, "9112 2.2"),
        ("NUL in a value", get + b"X: a\0b\r\n\r\n", b"a\0b", EITHER, "9110 5.5"),
        ("NUL in a name", get + b"X\0: a\r\n\r\n", b"X\0:", REFUSE, "9110 5.1"),
        ("control byte in a value", get + b"X: a\x01b\r\n\r\n", b"a\x01b", EITHER, "9110 5.5"),
        ("tab in a value", get + b"X: a\tb\r\n\r\n", b"a\tb", TAKE, "9110 5.5"),
        ("empty value", get + b"X:\r\n\r\n", b"X:", TAKE, "9110 5.5"),
        ("byte over 127 in a value", get + b"X: \xe9\r\n\r\n", b"X: \xe9", TAKE, "9110 5.5"),
        ("byte over 127 in a name", get + b"X\xe9: a\r\n\r\n", b"X\xe9:", REFUSE, "9110 5.1"),
        ("folded value", get + b"X: a\r\n b\r\n\r\n", b"a\r\n b", EITHER, "9112 5.2"),
        ("first field line begins with a space", b"GET /case HTTP/1.1\r\n X: a\r\n" + HOST + b"\r\n", b"\r\n X: a", EITHER, "9112 2.2"),
        ("field without a name", get + b": a\r\n\r\n", b"\r\n: a", REFUSE, "9110 5.1"),
        ("line without a colon", get + b"X a\r\n\r\n", b"X a", REFUSE, "9112 5"),
        ("parenthesis in a name", get + b"X(a): b\r\n\r\n", b"X(a)", REFUSE, "9110 5.1"),
        ("underscore in a name", get + b"X_Forwarded_For: 6.6.6.6\r\n\r\n", b"X_Forwarded_For", TAKE, "9110 5.1"),
        ("field of 40 000 bytes", get + b"X: " + b"a" * 40000 + b"\r\n\r\n", b"aaa", EITHER, "9110 5.4"),
        ("1 000 fields", get + b"X: a\r\n" * 1000 + b"\r\n", b"X: a", EITHER, "9110 5.4"),
        ("Connection names Host", get + b"Connection: Host\r\n\r\n", b"Connection: Host", EITHER, "9110 7.6.1"),
        (
            "Connection names X-Forwarded-For",
            get + b"X-Forwarded-For: 6.6.6.6\r\nConnection: X-Forwarded-For\r\n\r\n",
            b"X-Forwarded-For: 6.6.6.6",
            TAKE,
            "9110 7.6.1",
        ),
        (
            "Connection names Content-Length",
            post(b"Connection: Content-Length\r\nContent-Length: %d\r\n" % len(NEXT), NEXT),
            b"Connection: Content-Length",
            TAKE,
            "9110 7.6.1",
        ),
        ("Expect of nonsense", get + b"Expect: nonsense\r\n\r\n", b"Expect: nonsense", EITHER, "9110 10.1.1"),
        ("GET with a body", get + b"Content-Length: 5\r\n\r\nhello", b"hello", TAKE, "9110 9.3.1"),
        (
            "upgrade to HTTP/2 in the clear",
            get + b"Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n\r\n",
            b"Upgrade: h2c",
            TAKE,
            "9110 7.8",
        ),
        (
            "first WebSocket draft's key",
            get + b"Upgrade: WebSocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key1: 1\r\n\r\n" + NEXT,
            b"Sec-WebSocket-Key1",
            TAKE,
            "9112 6.3",
        ),
    ]
    for case in odd:
        yield Case(*case)


def hosts():
    """Who is meant."""
    values = [
        ("no Host", b"", REFUSE, "9112 3.2"),
        ("two Hosts", b"Host: a.example\r\nHost: b.example\r\n", REFUSE, "9112 3.2"),
        ("two equal Hosts", b"Host: a.example\r\nHost: a.example\r\n", REFUSE, "9112 3.2"),
        ("empty Host", b"Host:\r\n", EITHER, "9110 7.2"),
        ("space in Host", b"Host: a.example b.example\r\n", REFUSE, "9112 3.2"),
        ("path in Host", b"Host: a.example/b\r\n", REFUSE, "9112 3.2"),
        ("user in Host", b"Host: a.example@b.example\r\n", REFUSE, "9112 3.2"),
        ("address in brackets and port in Host", b"Host: [2001:db8::1]:8080\r\n", TAKE, "3986 3.2.2"),
        ("comma in Host", b"Host: a.example,b.example\r\n", TAKE, "3986 3.2.2"),
        ("port over 65535 in Host", b"Host: a.example:99999\r\n", EITHER, "9110 4.2.1"),
    ]
    for name, host, rule, source in values:
        yield Case(name, b"GET /case HTTP/1.1\r\n" + host + b"\r\n", host, rule, source)
    two = b"GET /case HTTP/1.1\r\nHost: a.example\r\nHost: b.example\r\n\r\n"
    yield Case("a good request behind one with two Hosts", two + NEXT, NEXT, REFUSE, "9112 9.6")
    same = b"GET HTTP://A.example/case HTTP/1.1\r\n" + HOST + b"\r\n"
    yield Case("absolute target and its Host, in other letters", same, b"HTTP://A.example", TAKE, "9112 3.2.2")
    absolute = b"GET http://b.example/case HTTP/1.1\r\n" + HOST + b"\r\n"
    yield Case("absolute target and another Host", absolute, b"http://b.example", EITHER, "9112 3.2.2")


def starts():
    """Request lines."""
    starts = [
        ("fragment in the target", b"GET /case#b HTTP/1.1", REFUSE, "9112 3.2.1"),
        ("byte over 127 in the target", b"GET /\xe9/case HTTP/1.1", REFUSE, "9112 3.2"),
        ("control byte in the target", b"GET /\x01/case HTTP/1.1", REFUSE, "9112 3.2"),
        ("NUL in the target", b"GET /\0/case HTTP/1.1", REFUSE, "9112 3.2"),
        ("space in the target", b"GET /a /case HTTP/1.1", REFUSE, "9112 3.2"),
        ("two spaces in the request line", b"GET  /case HTTP/1.1", EITHER, "9112 3"),
        ("tab in the request line", b"GET\t/case HTTP/1.1", EITHER, "9112 3"),
        ("space after the version", b"GET /case HTTP/1.1 ", EITHER, "9112 3"),
        ("target without a slash", b"GET case HTTP/1.1", REFUSE, "9112 3.2"),
        ("braces and a bar in the target", b"GET /{a|b}/case HTTP/1.1", EITHER, "9112 3.2"),
        ("asterisk with OPTIONS", b"OPTIONS * HTTP/1.1", TAKE, "9112 3.2.4"),
        ("unknown method", b"BREW /case HTTP/1.1", TAKE, "9110 9.1"),
        ("asterisk with GET", b"GET * HTTP/1.1", REFUSE, "9112 3.2.4"),
        ("HTTP/1.2", b"GET /case HTTP/1.2", TAKE, "9110 2.5"),
        ("HTTP/2.0", b"GET /case HTTP/2.0", REFUSE, "9110 15.6.6"),
        ("http/1.1 in small letters", b"GET /case http/1.1", REFUSE, "9112 2.3"),
        ("HTTP/1.10", b"GET /case HTTP/1.10", REFUSE, "9112 2.3"),
        ("HTTP/01.1", b"GET /case HTTP/01.1", REFUSE, "9112 2.3"),
        ("method with a brace", b"G{T /case HTTP/1.1", REFUSE, "9110 9.1"),
        ("target of 20 000 bytes", b"GET /" + b"a" * 20000 + b"/case HTTP/1.1", EITHER, "9112 3"),
    ]
    for name, start, rule, source in starts:
        yield Case(name, start + b"\r\n" + HOST + b"\r\n", start + b"\r\n", rule, source)
    yield Case("HTTP/0.9", b"GET /case\r\n", b"GET /case\r\n", REFUSE, "9112 2.3")
    get = b"GET /case HTTP/1.1\r\n" + HOST + b"\r\n"
    yield Case("an empty line first", b"\r\n" + get, b"\r\nGET", TAKE, "9112 2.2")
    yield Case("a bare LF first", b"\n" + get, b"\nGET", EITHER, "9112 2.2")


def heads():
    return [*lines(), *hosts(), *starts()]
