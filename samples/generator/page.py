"""A paper before it is printed: sheets of A4, each a list of things drawn at millimetre positions.

Nothing here knows about pixels. `raster.py` draws the sheets the way a scanner would see them, `born_digital.py` writes
them as a PDF with real text, and the text that was laid out is what `expected.json` is checked against.
"""

import os
import re
from dataclasses import dataclass, field
from functools import lru_cache

from PIL import ImageFont

WIDTH, HEIGHT = 210.0, 297.0
LEFT, RIGHT, TOP, BOTTOM = 30.0, 192.0, 20.0, 277.0
MEASURE = RIGHT - LEFT  # width of the text
POINT = 25.4 / 72  # millimetres

# Where the columns of the header and of the signature are centred, as NĐ 30/2020 places them.
LEFT_COLUMN = LEFT + 0.21 * MEASURE
RIGHT_COLUMN = LEFT + 0.74 * MEASURE
CENTRE = LEFT + 0.5 * MEASURE

GAP = "\N{NO-BREAK SPACE}" * 6  # between two entries of a form on one line

BLACK = (24, 24, 28)
BLUE = (28, 44, 150)
RED = (208, 32, 38)

FACES = {
    "": "LiberationSerif-Regular.ttf",
    "b": "LiberationSerif-Bold.ttf",
    "i": "LiberationSerif-Italic.ttf",
    "bi": "LiberationSerif-BoldItalic.ttf",
}
# Version 1 of the fonts lacks most Vietnamese letters. Debian 12 keeps version 2 in a folder of its own.
FONT_FOLDERS = ["/usr/share/fonts/truetype/liberation2", "/usr/share/fonts/truetype/liberation"]


@lru_cache(maxsize=None)
def font_file(style):
    for folder in FONT_FOLDERS:
        path = os.path.join(folder, FACES[style])
        if os.path.exists(path) and has_vietnamese(path):
            return path
    raise SystemExit("generate: Liberation Serif 2 is missing: apt-get install fonts-liberation2 (from Debian 13 on: fonts-liberation)")


def has_vietnamese(path):
    face = ImageFont.truetype(path, 40)
    missing = bytes(face.getmask("\uffff"))
    return all(bytes(face.getmask(letter)) != missing for letter in "ơưạảấộữỹĐ")


@lru_cache(maxsize=None)
def font(style, pixels):
    return ImageFont.truetype(font_file(style), pixels, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=None)
def width_of(text, style, points):
    """Width in millimetres, measured at one large size so that every resolution gets the same lines."""
    return font(style, 1000).getlength(text) / 1000 * points * POINT


@dataclass
class Text:
    x: float
    y: float  # baseline
    text: str
    style: str = ""
    points: float = 14
    word_gap: float = 0.0  # added to every space, for justified lines
    colour: tuple = BLACK

    @property
    def width(self):
        return width_of(self.text, self.style, self.points) + self.word_gap * self.text.count(" ")


@dataclass
class Line:
    x0: float
    y0: float
    x1: float
    y1: float
    thickness: float = 0.25
    colour: tuple = BLACK


@dataclass
class QRCode:
    x: float
    y: float
    size: float
    text: str


@dataclass
class Seal:
    x: float  # centre
    y: float
    top: str
    bottom: str


@dataclass
class Signature:
    x: float  # left end
    y: float
    width: float
    name: str  # decides the shape


@dataclass
class SecrecyMark:
    x: float  # left top corner
    y: float
    text: str
    colour: tuple


@dataclass
class Sheet:
    items: list = field(default_factory=list)

    def text(self):
        """What is printed, in the order it was laid out; runs on one baseline form one line."""
        lines, baseline = [], None
        for item in self.items:
            if not isinstance(item, Text):
                continue
            if baseline is not None and abs(item.y - baseline) < 0.01:
                lines[-1] += " " + item.text
            else:
                lines.append(item.text)
            baseline = item.y
        return re.sub(r"\s+", " ", " ".join(lines)).strip()


class Document:
    """Sheets being filled from top to bottom. `y` is where the next line's top goes."""

    def __init__(self, points=14, leading=1.28):
        self.sheets = []
        self.points = points
        self.leading = leading
        self.y = TOP
        self.new_sheet()

    @property
    def sheet(self):
        return self.sheets[-1]

    def add(self, item):
        self.sheet.items.append(item)
        return item

    def new_sheet(self):
        self.sheets.append(Sheet())
        self.y = TOP
        if len(self.sheets) > 1:
            self.centred(str(len(self.sheets)), CENTRE, 13, top=12)
            self.y = TOP + 2

    def room(self, height):
        if self.y + height > BOTTOM:
            self.new_sheet()

    def skip(self, millimetres):
        self.y += millimetres

    def line_height(self, points=None):
        return (points or self.points) * POINT * self.leading

    def centred(self, text, centre, points, style="", top=None):
        """One line centred on `centre`; returns its width. Without `top` it goes at `y` and moves it."""
        at = self.y if top is None else top
        width = width_of(text, style, points)
        self.add(Text(centre - width / 2, at + points * POINT, text, style, points))
        if top is None:
            self.y += self.line_height(points)
        return width

    def rule(self, centre, width, y, thickness=0.25):
        self.add(Line(centre - width / 2, y, centre + width / 2, y, thickness))

    def paragraph(self, text, points=None, style="", indent=10.0, justify=True, left=LEFT, right=RIGHT, after=1.6):
        """Running text. `*words*` turns bold, `_words_` italic, in an otherwise upright paragraph."""
        points = points or self.points
        words = styled_words(text, style)
        lines = break_lines(words, points, right - left, indent)
        for number, line in enumerate(lines):
            self.room(self.line_height(points))
            start = left + (indent if number == 0 else 0)
            last = number == len(lines) - 1
            self.set_line(line, start, right, points, justify and not last)
            self.y += self.line_height(points)
        self.skip(after)

    def height_of(self, text, indent=10.0):
        return len(break_lines(styled_words(text, ""), self.points, MEASURE, indent)) * self.line_height()

    def set_line(self, words, start, right, points, justify):
        natural = line_width(words, points)
        gaps = len(words) - 1
        extra = (right - start - natural) / gaps if justify and gaps else 0.0
        baseline = self.y + points * POINT
        x = start
        for text, style in runs(words):
            run = self.add(Text(x, baseline, text, style, points, extra))
            x += run.width + width_of(" ", style, points) + extra

    def table(self, widths, rows, points=12, head=True, aligned=None):
        """Ruled cells; the first row is the heading and is set in bold."""
        edges = [LEFT]
        for width in widths:
            edges.append(edges[-1] + width)
        for row_number, row in enumerate(rows):
            heading = head and row_number == 0
            style = "b" if heading else ""
            cells = [break_lines(styled_words(str(cell), style), points, width - 3, 0) for cell, width in zip(row, widths)]
            height = max(len(lines) for lines in cells) * self.line_height(points) + 1.6
            if self.y + height > BOTTOM:
                self.new_sheet()
            top = self.y
            for column, lines in enumerate(cells):
                alignment = "c" if heading else (aligned or "l" * len(widths))[column]
                block = len(lines) * self.line_height(points)
                y = top + (height - block) / 2
                for line in lines:
                    text = " ".join(word for word, _ in line)
                    width = width_of(text, style, points)
                    x = edges[column] + 1.5 if alignment == "l" else (edges[column] + edges[column + 1] - width) / 2
                    self.add(Text(x, y + points * POINT, text, style, points))
                    y += self.line_height(points)
            for edge in edges:
                self.add(Line(edge, top, edge, top + height))
            for y in (top, top + height):
                self.add(Line(edges[0], y, edges[-1], y))
            self.y += height
        self.skip(3)


def styled_words(text, style):
    words = []
    for part in re.split(r"(\*[^*]+\*|_[^_]+_)", text):
        own = style
        if len(part) > 2 and part[0] == part[-1] == "*":
            part, own = part[1:-1], "b"
        elif len(part) > 2 and part[0] == part[-1] == "_":
            part, own = part[1:-1], "i"
        # Punctuation right after an emphasised word belongs to it.
        if words and part and part[0] in ",.;:)" and own != words[-1][1]:
            mark, part = part[0], part[1:]
            words[-1] = (words[-1][0] + mark, words[-1][1])
        words += [(word, own) for word in part.split(" ") if word]
    return words


def runs(words):
    """Neighbouring words of one style, joined."""
    joined = []
    for word, style in words:
        if joined and joined[-1][1] == style:
            joined[-1][0].append(word)
        else:
            joined.append(([word], style))
    return [(" ".join(text), style) for text, style in joined]


def line_width(words, points):
    return sum(width_of(w, s, points) for w, s in words) + sum(width_of(" ", s, points) for _, s in words[:-1])


def break_lines(words, points, width, indent):
    lines, line = [], []
    for word in words:
        room = width - (indent if not lines else 0)
        if line and line_width(line + [word], points) > room:
            lines.append(line)
            line = []
        line.append(word)
    return lines + [line] if line else lines
