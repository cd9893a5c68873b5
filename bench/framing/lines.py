"""Lines and fields, read as the rules want."""

import re

TOKEN = re.compile(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+")


class Refused(Exception):
    """This reader does not take the message."""


class Partial(Exception):
    """The message is not whole yet."""


class Lines:
    """Takes lines and fields off a stream by its rules."""

    def __init__(self, data, rules, closed=False, bodiless=False):
        self.data, self.rules, self.closed, self.at = data, rules, closed, 0
        self.bodiless = bodiless

    def line(self):
        rules, at = self.rules, self.at
        while True:
            ends = [(self.data.find(mark, at), len(mark)) for mark in self.marks()]
            ends = sorted(((end, -size) for end, size in ends if end >= 0))
            if not ends:
                raise Partial
            end, size = ends[0][0], -ends[0][1]
            if rules.cr and self.data[end : end + 1] == b"\r" and end + 1 == len(self.data):
                raise Partial
            line = self.data[self.at : end]
            self.at = end + size
            if rules.strict and re.search(rb"[\x00-\x08\x0a-\x1f\x7f]", line):
                raise Refused("control byte")
            return line

    def marks(self):
        if self.rules.strict:
            if re.search(rb"^[^\r\n]*(\n|\r[^\n])", self.data[self.at :]):
                raise Refused("bare CR or LF")
            return [b"\r\n"]
        return [b"\r\n"] + ([b"\n"] if self.rules.lf else []) + ([b"\r"] if self.rules.cr else [])

    def take(self, count):
        if len(self.data) - self.at < count:
            raise Partial
        self.at += count
        return self.data[self.at - count : self.at]

    def fields(self):
        fields = []
        while line := self.line():
            if line[:1] in (b" ", b"\t"):
                self.fold(fields, line)
            else:
                fields.append(self.one_field(line))
        return [(name, value) for name, value in fields if name is not None]

    def fold(self, fields, line):
        if self.rules.strict or not fields:
            raise Refused("folded line")
        name, value = fields[-1]
        if self.rules.fold == "join" and name is not None:
            fields[-1] = (name, (value + b" " + line.strip(b" \t")).strip(b" \t"))

    def one_field(self, line):
        name, colon, value = line.partition(b":")
        rules = self.rules
        if rules.strict and not (colon and TOKEN.fullmatch(name)):
            raise Refused("field name")
        if not colon:
            return (None, b"")
        if rules.colon == "trim":
            name = name.rstrip(b" \t")
        if rules.nul:
            name, value = name.split(b"\0")[0], value.split(b"\0")[0]
        if rules.underscore:
            name = name.replace(b"_", b"-")
        return (name.lower(), value.strip(b" \t"))
