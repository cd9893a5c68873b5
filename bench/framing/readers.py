"""Reads a byte stream as HTTP/1.1 the way different programs do, to tell whether it has one meaning."""

import re
from dataclasses import dataclass, field

from bodies import Bodies
from lines import Partial, Refused
from rules import READERS, STRICT, TOLERANT

HOST = re.compile(rb"(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._~!$&'()*+,;=%-]+)(:[0-9]{1,5})?")
FRAMING = (b"content-length", b"transfer-encoding", b"connection", b"host")


@dataclass
class Message:
    """One request or answer as a reader understood it."""

    start: tuple
    fields: list = field(default_factory=list)
    body: bytes = b""
    whole: bool = True

    def values(self, name):
        return [value for known, value in self.fields if known == name]


class Reader(Bodies):
    """Takes whole messages off a stream."""

    def request(self):
        line = self.line() or self.line()
        message = Message(self.request_line(line))
        if message.start[-1]:
            message.fields = self.fields()
            if self.rules.strict:
                self.check_host(message)
            self.body(message, False)
        return message

    def request_line(self, line):
        if self.rules.strict:
            found = re.fullmatch(rb"([!#$%&'*+.^_`|~0-9A-Za-z-]+) ([\x21\x22\x24-\x7e]+) (HTTP/1\.[01])", line)
            if not found:
                raise Refused("request line")
            return found.groups()
        words = line.split(b" ") if self.rules.spaces else line.split()
        if len(words) < 2:
            raise Refused("request line")
        if self.rules.spaces:
            return (words[0], words[1], words[2] if len(words) > 2 else b"")
        version = words[-1] if len(words) > 2 else b""
        return (words[0], b" ".join(words[1:-1] if version else words[1:]), version)

    def check_host(self, message):
        hosts = message.values(b"host")
        if len(hosts) > 1 or (not hosts and message.start[-1] == b"HTTP/1.1"):
            raise Refused("Host")
        if hosts and not HOST.fullmatch(hosts[0]):
            raise Refused("Host")
        absolute = re.match(rb"https?://([^/?]*)", message.start[1], re.I)
        if absolute and absolute[1].lower() != hosts[0].lower():
            raise Refused("Host")

    def answer(self):
        line = self.line()
        found = re.fullmatch(rb"(HTTP/1\.[01]) ([1-5][0-9]{2})( .*)?", line)
        if not found:
            raise Refused("status line")
        message = Message((found[2], found[1]), self.fields())
        if found[2][:1] != b"1":
            if found[2] not in (b"204", b"304") and not self.bodiless:
                self.body(message, True)
            self.bodiless = False
        return message


@dataclass(frozen=True)
class Stream:
    """What one side received on a connection: requests, or answers, of which the first may be one to HEAD."""

    data: bytes
    answers: bool = False
    closed: bool = False
    bodiless: bool = False

    def read(self, rules=STRICT):
        """Answers the whole messages, and how the stream ends: clean, partial, or refused."""
        reader, messages = Reader(self.data, rules, self.closed, self.bodiless), []
        while reader.at < len(self.data):
            try:
                messages.append(reader.answer() if self.answers else reader.request())
            except Partial:
                return messages, "partial"
            except Refused:
                return messages, "refused"
        return messages, "clean"

    def disagreement(self):
        """Two readers that understand it differently; None when all that take it agree. A refusal is no difference."""
        first, first_end = self.read(TOLERANT)
        first = [meaning(message, TOLERANT) for message in first]
        for rules in READERS[1:]:
            other, other_end = self.read(rules)
            other = [meaning(message, rules) for message in other]
            both = min(len(first), len(other))
            end = first_end if len(first) < len(other) else other_end
            if first[:both] != other[:both] or (len(first) != len(other) and end != "refused"):
                return rules.name
        return None


def meaning(message, rules):
    """What an application acts on: who, where and what; the fields that tell the body's end aside."""
    rest = sorted(known for known in message.fields if known[0] not in FRAMING)
    if len(message.start) == 2:
        return (message.start[0], rest, message.body)
    method, target, _ = message.start
    hosts = message.values(b"host")
    host = hosts[rules.which] if hosts else b""
    absolute = re.match(rb"(?i)https?://([^/?#]*)(.*)", target)
    if absolute:
        target = absolute[2] or b"/"
        host = absolute[1] if rules.target or not host else host
    if rules.fragment:
        target = target.split(b"#")[0]
    if rules.cut and (odd := HOST.match(host)):
        host = odd[0]
    return (method, target, host.lower(), rest, message.body)
