#!/usr/bin/env python3
"""Draws what `tmux capture-pane -ep` prints (standard input) as an SVG (standard output)."""
import html
import re
import sys

CELL, LINE, BASE = 8.4, 18, 13
GROUND, TEXT = "#1a1b26", "#d0d0d0"
ANSI = ["#000000", "#d75f5f", "#5faf5f", "#d78700", "#5f87d7", "#af87d7", "#5fafd7", "#d0d0d0",
        "#8a8a8a", "#ff8787", "#87d787", "#ffd75f", "#87afff", "#d7afff", "#87d7ff", "#ffffff"]
BLOCKS = {block: (0, 8 - eighths, 8, eighths) for eighths, block in enumerate("▁▂▃▄▅▆▇█", 1)}
BLOCKS |= {block: (0, 0, eighths, 8) for eighths, block in enumerate("▏▎▍▌▋▊▉", 1)}


def indexed(number):
    if number < 16:
        return ANSI[number]
    if number >= 232:
        return "#" + "%02x" % (8 + 10 * (number - 232)) * 3
    steps = [0, 95, 135, 175, 215, 255]
    number -= 16
    return "#%02x%02x%02x" % (steps[number // 36], steps[number // 6 % 6], steps[number % 6])


class Style:
    """Select Graphic Rendition (ECMA-48, 8.3.117), as far as it is used."""

    def __init__(self):
        self.fg, self.bg, self.bold, self.under, self.inverse = None, None, False, False, False

    def colour(self, codes):
        if codes.pop(0) == 5:
            return indexed(codes.pop(0))
        return "#%02x%02x%02x" % (codes.pop(0), codes.pop(0), codes.pop(0))

    def apply(self, codes):
        while codes:
            code = codes.pop(0)
            if code == 0:
                self.__init__()
            elif code in (1, 22):
                self.bold = code == 1
            elif code in (4, 24):
                self.under = code == 4
            elif code in (7, 27):
                self.inverse = code == 7
            elif code == 38:
                self.fg = self.colour(codes)
            elif code == 48:
                self.bg = self.colour(codes)
            elif code in (39, 49):
                setattr(self, "fg" if code == 39 else "bg", None)
            elif 30 <= code <= 37 or 90 <= code <= 97:
                self.fg = ANSI[code - 30 if code < 90 else code - 82]
            elif 40 <= code <= 47:
                self.bg = ANSI[code - 40]

    def key(self):
        fg, bg = self.fg or TEXT, self.bg
        if self.inverse:
            fg, bg = bg or GROUND, fg
        return fg, bg, self.bold, self.under


def runs(line, style):
    """Pieces of one style: where each begins, and its text."""
    at, found = 0, []
    for part in re.split(r"(\033\[[0-9;]*m)", line):
        if part.startswith("\033["):
            style.apply([int(code or 0) for code in part[2:-1].split(";")])
        elif part:
            found.append((at, part, style.key()))
            at += len(part)
    return found, at


def drawn(row, at, text, style):
    fg, bg, bold, under = style
    x, y, width = 10 + at * CELL, 10 + row * LINE, len(text) * CELL
    if bg:
        yield f'<rect x="{x:.1f}" y="{y}" width="{width:.1f}" height="{LINE}" fill="{bg}"/>'
    if under:
        yield f'<rect x="{x:.1f}" y="{y + LINE - 1}" width="{width:.1f}" height="1" fill="#444b5a"/>'
    for place, letter in enumerate(text):
        if letter in BLOCKS:
            left, top, wide, high = (part / 8 for part in BLOCKS[letter])
            yield (f'<rect x="{x + (place + left) * CELL:.1f}" y="{y + top * LINE:.1f}" '
                   f'width="{wide * CELL:.1f}" height="{high * LINE:.1f}" fill="{fg}"/>')
    for word in re.finditer(r"[^\s▁-▏]+( [^\s▁-▏]+)*", text):
        weight = ' font-weight="bold"' if bold else ""
        yield (f'<text x="{x + word.start() * CELL:.1f}" y="{y + BASE}" fill="{fg}"{weight} '
               f'textLength="{len(word.group()) * CELL:.1f}">{html.escape(word.group())}</text>')


def main():
    style, body, width, lines = Style(), [], 0, sys.stdin.read().rstrip("\n").split("\n")
    for row, line in enumerate(lines):
        found, end = runs(line, style)
        width = max(width, end)
        for piece in found:
            body.extend(drawn(row, *piece))
    wide, high = 20 + width * CELL, 20 + len(lines) * LINE
    print(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:.0f} {high}" '
          f'font-family="ui-monospace,Menlo,Consolas,\'DejaVu Sans Mono\',monospace" font-size="14">')
    print(f'<rect width="100%" height="100%" rx="8" fill="{GROUND}"/>')
    print("\n".join(body))
    print("</svg>")


main()
