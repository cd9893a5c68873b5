"""Requests whose end can be told in more than one way."""

from cases import EITHER, HELLO, NEXT, REFUSE, TAKE, Case, post


def lengths():
    """Content-Length, alone and against Transfer-Encoding."""
    both = b"0\r\n\r\n" + NEXT
    inner = b"%x\r\n%s\r\n0\r\n\r\n" % (len(NEXT), NEXT)
    yield Case(
        "length, then chunked",
        post(b"Content-Length: %d\r\nTransfer-Encoding: chunked\r\n" % len(both), both),
        b"Content-Length: %d\r\n" % len(both),
        EITHER,
        "9112 6.1",
    )
    yield Case(
        "chunked, then length",
        post(b"Transfer-Encoding: chunked\r\nContent-Length: 4\r\n", inner),
        b"Content-Length: 4\r\n",
        EITHER,
        "9112 6.1",
    )
    values = [
        ("two equal lengths", b"5\r\nContent-Length: 5", EITHER),
        ("two different lengths", b"5\r\nContent-Length: 0", REFUSE),
        ("two different lengths, the other way", b"0\r\nContent-Length: 5", REFUSE),
        ("list of equal lengths", b"5, 5", EITHER),
        ("list of different lengths", b"5, 0", REFUSE),
        ("length with plus", b"+5", REFUSE),
        ("negative length", b"-5", REFUSE),
        ("hexadecimal length", b"0x5", REFUSE),
        ("length with a space inside", b"5 0", REFUSE),
        ("length with letters after", b"5a", REFUSE),
        ("length over 64 bits", b"18446744073709551621", REFUSE),
        ("empty length", b"", REFUSE),
        ("length with leading zeros", b"005", TAKE),
    ]
    for name, value, rule in values:
        line = b"Content-Length: " + value + b"\r\n"
        yield Case(name, post(line, b"hello"), line, rule, "9112 6.3" if rule != TAKE else "9110 8.6")


def codings():
    """Transfer-Encoding values; each comes with a length as well where only that makes two readings."""
    values = [
        ("unknown coding xchunked", b"Transfer-Encoding: xchunked\r\n", REFUSE, "9112 6.3"),
        ("unknown coding and a length", b"Transfer-Encoding: xchunked\r\nContent-Length: 15\r\n", REFUSE, "9112 6.3"),
        ("chunked twice in a list", b"Transfer-Encoding: chunked, chunked\r\n", EITHER, "9112 6.1"),
        ("chunked in two fields", b"Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", EITHER, "9112 6.1"),
        ("chunked, then identity", b"Transfer-Encoding: chunked, identity\r\n", REFUSE, "9112 6.3"),
        ("identity and a length", b"Transfer-Encoding: identity\r\nContent-Length: 15\r\n", REFUSE, "9112 6.3"),
        ("gzip, then chunked", b"Transfer-Encoding: gzip, chunked\r\n", EITHER, "9112 6.1"),
        ("chunked with a trailing comma", b"Transfer-Encoding: chunked,\r\n", TAKE, "9110 5.6.1"),
        ("chunked after a tab", b"Transfer-Encoding:\tchunked\r\n", TAKE, "9110 5.5"),
        ("chunked after a vertical tab", b"Transfer-Encoding: \x0bchunked\r\n", REFUSE, "9112 6.3"),
        ("chunked in capitals", b"TRANSFER-ENCODING: CHUNKED\r\n", TAKE, "9112 7"),
        ("chunked in quotes", b'Transfer-Encoding: "chunked"\r\n', REFUSE, "9112 6.3"),
        ("empty coding and a length", b"Transfer-Encoding:\r\nContent-Length: 15\r\n", EITHER, "9112 6.1"),
        ("chunked on a folded line", b"Transfer-Encoding:\r\n chunked\r\n", EITHER, "9112 5.2"),
        ("space before the colon", b"Transfer-Encoding : chunked\r\nContent-Length: 15\r\n", REFUSE, "9112 5.1"),
        ("chunked behind a bare LF", b"X: a\nTransfer-Encoding: chunked\r\n", EITHER, "9112 2.2"),
        ("chunked behind a bare CR", b"X: a\rTransfer-Encoding: chunked\r\nContent-Length: 15\r\n", EITHER, "9112 2.2"),
        ("Connection names Transfer-Encoding", b"Connection: Transfer-Encoding\r\nTransfer-Encoding: chunked\r\n", EITHER, "9110 7.6.1"),
    ]
    for name, lines, rule, source in values:
        yield Case(name, post(lines, HELLO), lines, rule, source)
    old = b"Transfer-Encoding: chunked\r\n"
    yield Case("chunked in HTTP/1.0", post(old, HELLO, b"POST /case HTTP/1.0"), old, EITHER, "9112 6.1")


def chunks():
    """Chunked bodies that are not quite chunked."""
    long = b"a" * 20000
    bodies = [
        ("chunk size over 64 bits", b"10000000000000005\r\nhello\r\n0\r\n\r\n", REFUSE, "9112 7.1"),
        ("chunk size over 32 bits", b"100000000\r\n\r\n0\r\n\r\n", TAKE, "9112 7.1"),
        ("chunk size with 20 leading zeros", b"0" * 20 + b"5\r\nhello\r\n0\r\n\r\n", TAKE, "9112 7.1"),
        ("chunk size with plus", b"+5\r\nhello\r\n0\r\n\r\n", REFUSE, "9112 7.1"),
        ("negative chunk size", b"-5\r\nhello\r\n0\r\n\r\n", REFUSE, "9112 7.1"),
        ("chunk size with 0x", b"0x5\r\nhello\r\n0\r\n\r\n", REFUSE, "9112 7.1"),
        ("space before the chunk size", b" 5\r\nhello\r\n0\r\n\r\n", REFUSE, "9112 7.1"),
        ("space after the chunk size", b"5 \r\nhello\r\n0\r\n\r\n", REFUSE, "9112 7.1"),
        ("no chunk size", b"\r\nhello\r\n0\r\n\r\n", REFUSE, "9112 7.1"),
        ("chunk line ends in LF", b"5\nhello\r\n0\r\n\r\n", REFUSE, "9112 7.1"),
        ("chunk data ends in LF", b"5\r\nhello\n0\r\n\r\n", REFUSE, "9112 7.1"),
        ("last chunk line ends in LF", b"5\r\nhello\r\n0\n\r\n", REFUSE, "9112 7.1"),
        ("chunk longer than its size", b"5\r\nhello!\r\n0\r\n\r\n", REFUSE, "9112 7.1"),
        ("chunk extension", b"5;a=b\r\nhello\r\n0\r\n\r\n", TAKE, "9112 7.1.1"),
        ("chunk extension in quotes, with a semicolon", b'5;a="b;c"\r\nhello\r\n0\r\n\r\n', TAKE, "9112 7.1.1"),
        ("chunk extension of garbage", b"5;\x01=,;;\r\nhello\r\n0\r\n\r\n", REFUSE, "9112 7.1.1"),
        ("LF in a chunk extension", b"5;a\nb\r\nhello\r\n0\r\n\r\n", REFUSE, "9112 7.1.1"),
        ("CR in a chunk extension", b"5;a\rb\r\nhello\r\n0\r\n\r\n", REFUSE, "9112 7.1.1"),
        ("chunk extension of 20 000 bytes", b"5;" + long + b"\r\nhello\r\n0\r\n\r\n", EITHER, "9112 7.1.1"),
        ("trailer", b"5\r\nhello\r\n0\r\nX-Sum: 1\r\n\r\n", TAKE, "9112 7.1.2"),
        ("trailer Content-Length", b"5\r\nhello\r\n0\r\nContent-Length: 50\r\n\r\n", EITHER, "9110 6.5.1"),
        ("trailer Host", b"5\r\nhello\r\n0\r\nHost: evil.example\r\n\r\n", EITHER, "9110 6.5.1"),
    ]
    for name, body, rule, source in bodies:
        yield Case(name, post(b"Transfer-Encoding: chunked\r\n", body), body, rule, source)


def framings():
    return [*lengths(), *codings(), *chunks()]
