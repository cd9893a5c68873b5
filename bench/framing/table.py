"""Lays trials out as one Markdown table."""

import pathlib
import re
from collections import Counter

BEGIN, END = "<!-- begin of what bench/framing/run wrote -->\n", "<!-- end of it -->"


def markdown(columns, versions, day):
    """One row for each message, two columns for each proxy, and their sums."""
    names = list(versions)
    head = ["message", "RFC"] + [cell for name in names for cell in (versions[name], "verdict")]
    rows = [head, ["---"] * len(head)]
    for trials in zip(*columns):
        rows.append(row(trials))
    rows.append(["**all**", ""] + [cell for column in columns for cell in ("", sums(column))])
    title = f"{day}, `bench/framing/run`: {len(columns[0])} messages.\n\n"
    return title + "".join("| " + " | ".join(cells) + " |\n" for cells in rows)


def row(trials):
    case = trials[0].case
    name = case.name if hasattr(case, "data") else "answer: " + case.name
    cells = [name, f"{case.rule}, {case.source}"]
    for trial in trials:
        cells += [trial.saw(), trial.verdict()]
    return [cell.replace("|", "\\|") for cell in cells]


def sums(column):
    counted = Counter(trial.verdict().split(":")[0].strip("*") for trial in column)
    return ", ".join(f"{count} {verdict}" for verdict, count in sorted(counted.items()))


def bytes_of(columns):
    """What was sent and what came, byte by byte, for reading by hand."""
    lines = []
    for trials in zip(*columns):
        case = trials[0].case
        lines.append(f"== {case.name}: {getattr(case, 'data', None) or case.script}"[:2000])
        for name, trial in zip(("haproxy", "nginx", "lbctl"), trials):
            lines.append(f"{name}: {trial.saw()} => {trial.verdict()}")
            lines.append(f"  client: {trial.came[:2000]}")
            lines += [f"  origin: {record[:2000]}" for record in getattr(trial, "records", [])]
    return "\n".join(lines)


def put_into(file, text):
    """Replaces what stands between the marks of a file."""
    path = pathlib.Path(file)
    whole = path.read_text()
    pattern = re.escape(BEGIN) + ".*?" + re.escape(END)
    written, times = re.subn(pattern, lambda _: BEGIN + text + END, whole, flags=re.S)
    if times != 1:
        raise SystemExit(f"{file} has no place for the table: {BEGIN}{END}")
    path.write_text(written)
