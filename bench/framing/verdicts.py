"""Judges what became of a message."""

from dataclasses import dataclass

from readers import TOLERANT, Stream

NOT_HTTP = "not HTTP/1"
REFUSED, ONE, AMBIGUOUS, DESYNC, WAITS = "refused", "one meaning", "**ambiguous**", "**desync**", "waits"


def at_origin(sent, record):
    """Whether what was odd arrived as it was sent; letter case aside, which proxies may change in names."""
    return "as sent" if sent.lower() in record.lower() else "rewritten"


@dataclass(frozen=True)
class RequestTrial:
    """One request through one proxy: what the client got, and each connection's bytes at the origin."""

    case: object
    came: bytes
    closed: bool
    records: list

    def answers(self):
        messages, _ = Stream(self.came, answers=True, closed=self.closed).read(TOLERANT)
        if self.came and not messages:
            return [("no head", True)]
        return [(message.start[0].decode(), bool(message.values(b"x-origin"))) for message in messages]

    def counts(self):
        """How many whole requests a strict reader finds at the origin, and a tolerant one."""
        streams = [Stream(record) for record in self.records]
        return sum(len(s.read()[0]) for s in streams), sum(len(s.read(TOLERANT)[0]) for s in streams)

    def saw(self):
        words = [status + (" relayed" if relayed else "") for status, relayed in self.answers()]
        words.append("closed" if self.closed else "open" if words else "no answer yet")
        return ", ".join(words) + "; origin: " + self.origin_saw()

    def origin_saw(self):
        strict, tolerant = self.counts()
        if not tolerant:
            return "nothing whole"
        ends = {Stream(record).read()[1] for record in self.records}
        if "refused" in ends:
            what = "unreadable" if not strict else f"{strict}, then unreadable"
        else:
            what = f"{strict} request" + ("s" if strict != 1 else "")
        return what + ", " + at_origin(self.case.suspect, b"".join(self.records))

    def verdict(self):
        for record in self.records:
            reader = Stream(record).disagreement()
            if reader:
                return f"{AMBIGUOUS}: {reader}"
        relayed = sum(relayed for _, relayed in self.answers())
        _, whole = self.counts()
        if whole > relayed:
            return f"{DESYNC}: {whole} at the origin, {relayed} answered"
        if relayed:
            return ONE
        return REFUSED if self.closed or self.answers() else WAITS


@dataclass(frozen=True)
class AnswerTrial:
    """One answer through one proxy: what the client got, and whether the requests after it got their own."""

    case: object
    came: bytes
    closed: bool
    sound_after: bool = True

    def stream(self):
        return Stream(self.came, answers=True, closed=self.closed, bodiless=self.case.method == b"HEAD")

    def saw(self):
        messages, end = self.stream().read(TOLERANT)
        words = [message.start[0].decode() for message in messages]
        if end == "partial":
            words.append(self.came.split()[1].decode() + (" broken off" if self.closed else " not whole"))
        if end == "refused":
            words.append("unreadable")
        words.append("closed" if self.closed else "open" if words else "no answer yet")
        own = messages and messages[-1].start[0] >= b"500"
        return ", ".join(words) + ("" if own or not self.came else "; " + at_origin(self.case.suspect, self.came))

    def verdict(self):
        if not self.sound_after or b"poison" in self.came:
            return DESYNC
        reader = self.stream().disagreement()
        if reader:
            return f"{AMBIGUOUS}: {reader}"
        messages, end = self.stream().read(TOLERANT)
        if end == "refused":
            return f"{AMBIGUOUS}: {NOT_HTTP}"
        if self.is_whole() and messages[-1].start[0] < b"500":
            return ONE
        return REFUSED if self.closed or messages else WAITS

    def is_whole(self):
        """Whether the client got an answer and can ask again."""
        messages, end = self.stream().read(TOLERANT)
        return bool(messages) and end == "clean" and not messages[-1].start[0].startswith(b"1")
