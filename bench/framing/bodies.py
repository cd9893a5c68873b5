"""Bodies, delimited as the rules want."""

import re

from lines import Lines, Partial, Refused

FORBIDDEN = (b"content-length", b"transfer-encoding", b"host", b"x-forwarded-for", b"trailer", b"connection")


class Bodies(Lines):
    """Takes bodies off a stream, too."""

    def body(self, message, answer):
        kind, length = self.framing(message, answer)
        if kind == "chunked":
            message.body = self.chunked(message)
        elif kind == "length":
            message.body = self.take(length)
        elif kind == "close":
            if not self.closed:
                raise Partial
            message.body = self.take(len(self.data) - self.at)

    def framing(self, message, answer):
        rules = self.rules
        codings, lengths = message.values(b"transfer-encoding"), message.values(b"content-length")
        if rules.strict and (len(codings) + len(lengths) > 1):
            raise Refused("two framings")
        chunked = bool(codings) and self.is_chunked(codings) and (rules.old or message.start[-1] != b"HTTP/1.0")
        if rules.strict and codings and message.start[-1] == b"HTTP/1.0":
            raise Refused("coding in HTTP/1.0")
        length = self.length(lengths)
        if chunked and not (rules.both == "length" and length is not None):
            return ("chunked", 0)
        if length is not None:
            return ("length", length)
        return ("close" if answer else "none", 0)

    def is_chunked(self, codings):
        value = b", ".join(codings).lower()
        if self.rules.strict and value != b"chunked":
            raise Refused("unknown coding")
        if self.rules.coding == "contains":
            return b"chunked" in value
        if self.rules.coding == "exact":
            return value == b"chunked"
        tokens = [token.strip(b" \t") for token in value.split(b",") if token.strip(b" \t")]
        return bool(tokens) and tokens[-1] == b"chunked"

    def length(self, values):
        rules = self.rules
        if not values:
            return None
        value = values[rules.which]
        if rules.which and b"," in value:
            value = value.rpartition(b",")[2].strip(b" \t")
        if re.fullmatch(rb"[0-9]+", value):
            if rules.strict and len(value) > 18:
                raise Refused("length")
            return int(value) & 0xFFFFFFFFFFFFFFFF if rules.number == "c" else int(value)
        if rules.strict:
            raise Refused("length")
        if rules.number == "ignore":
            return None
        pattern = rb"[+]?(0x[0-9a-fA-F]+|[0-9]+)" if rules.number == "c" else rb"[+]?([0-9]+)"
        found = re.match(pattern, value)
        if not found:
            raise Refused("length")
        return int(found[1], 0 if found[1].startswith(b"0x") else 10)

    def chunked(self, message):
        body = b""
        while size := self.size():
            body += self.take(size)
            end = self.line()
            if end and self.rules.strict:
                raise Refused("chunk end")
            if end:
                raise Refused("chunk longer than its size")
        trailers = self.fields()
        if self.rules.strict and any(name in FORBIDDEN for name, _ in trailers):
            raise Refused("forbidden trailer")
        if self.rules.merge:
            merged = [trailer for trailer in trailers if trailer[0] in FORBIDDEN]
            names = {name for name, _ in merged}
            message.fields = [kept for kept in message.fields if kept[0] not in names] + merged
        return body

    def size(self):
        line = self.line()
        if self.rules.strict:
            extension = rb'(;[!#$%&\'*+.^_`|~0-9A-Za-z-]+(=([!#$%&\'*+.^_`|~0-9A-Za-z-]+|"[^"\\]*"))?)*'
            if not re.fullmatch(rb"[0-9a-fA-F]{1,16}" + extension, line):
                raise Refused("chunk size")
        prefix = {"c": rb"[ \t]*[+]?(?:0x)?([0-9a-fA-F]+)"}.get(self.rules.size, rb"([0-9a-fA-F]+)")
        found = re.match(prefix, line)
        if not found:
            raise Refused("chunk size")
        bits = 0xFFFFFFFF if self.rules.size == "32" else 0xFFFFFFFFFFFFFFFF
        return int(found[1], 16) & bits
