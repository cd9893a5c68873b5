"""Where readers of HTTP/1.1 differ, and the readers that a message is tried on."""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Rules:
    """Where readers differ. The defaults are those of a tolerant reader; strict refuses whatever RFC 9112 lets it refuse."""

    name: str = "tolerant"
    strict: bool = False
    lf: bool = True  # a bare LF ends a line
    cr: bool = False  # a bare CR ends a line
    fold: str = "join"  # join | drop: what a continued line is
    colon: str = "trim"  # trim | keep: space before the colon
    nul: bool = False  # NUL ends a value
    underscore: bool = False  # _ in a name stands for -
    both: str = "coding"  # coding | length: which wins
    which: int = 0  # 0 | -1: which of several lengths or hosts
    number: str = "decimal"  # decimal | c | ignore: how a length is read
    coding: str = "last"  # last | contains | exact: what makes a body chunked
    old: bool = True  # codings count in HTTP/1.0
    target: bool = True  # the target's host wins over Host
    fragment: bool = False  # a fragment is cut off
    spaces: bool = False  # every space in the request line separates
    size: str = "c"  # c | prefix | 32: how a chunk's size is read
    merge: bool = False  # trailers that belong among the headers are put there
    cut: bool = False  # a host ends before the first byte it cannot have


STRICT = Rules(name="strict", strict=True)
TOLERANT = Rules()
READERS = [
    TOLERANT,
    replace(TOLERANT, name="CRLF only", lf=False),
    replace(TOLERANT, name="CR ends a line", cr=True),
    replace(TOLERANT, name="drops folds", fold="drop"),
    replace(TOLERANT, name="space belongs to the name", colon="keep"),
    replace(TOLERANT, name="NUL ends a value", nul=True),
    replace(TOLERANT, name="_ is -", underscore=True),
    replace(TOLERANT, name="length wins", both="length"),
    replace(TOLERANT, name="takes the last", which=-1),
    replace(TOLERANT, name="C numbers", number="c"),
    replace(TOLERANT, name="ignores odd lengths", number="ignore"),
    replace(TOLERANT, name="contains chunked", coding="contains"),
    replace(TOLERANT, name="exactly chunked", coding="exact"),
    replace(TOLERANT, name="no codings in 1.0", old=False),
    replace(TOLERANT, name="Host wins", target=False),
    replace(TOLERANT, name="cuts fragments", fragment=True),
    replace(TOLERANT, name="splits at each space", spaces=True),
    replace(TOLERANT, name="hex prefix", size="prefix"),
    replace(TOLERANT, name="32-bit sizes", size="32"),
    replace(TOLERANT, name="merges trailers", merge=True),
    replace(TOLERANT, name="cuts odd hosts", cut=True),
]
