"""Digits drawn stroke by stroke, each in the ways that people write it in Vietnam, in a hand that differs from writer to writer."""
import numpy as np
from PIL import Image, ImageDraw

# A way of writing is a list of strokes; a stroke is a list of points (x to the right, y down, the digit's box being 0…1), joined by a smooth
# curve. A point given twice is a corner.
L = {
    0: [
        [[(.55, .02), (.2, .15), (.05, .5), (.2, .88), (.5, 1), (.82, .85), (.95, .5), (.8, .12), (.5, .02)]],
        [[(.5, .02), (.12, .2), (.08, .65), (.4, 1), (.85, .8), (.92, .3), (.62, .03)]],
        [[(.75, .1), (.35, .02), (.06, .4), (.15, .85), (.55, 1), (.92, .7), (.88, .2), (.5, .05), (.35, .12)]],
    ],
    1: [
        [[(.5, 0), (.5, .5), (.5, 1)]],
        [[(.52, 0), (.48, .5), (.5, 1)]],
        [[(.25, .25), (.55, 0), (.55, 0), (.55, .5), (.55, 1)]],
        [[(.15, .3), (.6, 0), (.6, 0), (.58, .5), (.58, 1)]],
        [[(.0, .48), (.6, 0), (.6, 0), (.6, .5), (.6, 1)]],
        [[(.25, .22), (.55, 0), (.55, 0), (.55, 1)], [(.2, 1), (.55, .99), (.9, 1)]],
    ],
    2: [
        [[(.08, .25), (.3, .02), (.75, .06), (.85, .32), (.5, .65), (.04, .97), (.04, .97), (.5, .96), (.96, .97)]],
        [[(.1, .2), (.4, 0), (.82, .15), (.75, .45), (.35, .75), (.02, .98), (.02, .98), (.45, .92), (.95, 1)]],
        [[(.1, .25), (.4, .01), (.8, .15), (.7, .5), (.3, .88), (.06, .92), (.1, .74), (.35, .8), (.6, .98), (.97, .88)]],
        [[(.05, .18), (.3, .02), (.7, .04), (.8, .28), (.5, .62), (.15, .95), (.15, .8), (.45, .9), (.95, .95)]],
    ],
    3: [
        [[(.1, .15), (.4, 0), (.82, .15), (.7, .4), (.35, .47), (.35, .47), (.8, .55), (.9, .8), (.5, 1), (.06, .88)]],
        [[(.08, .03), (.5, .03), (.85, .03), (.85, .03), (.42, .4), (.42, .4), (.85, .52), (.88, .82), (.45, 1), (.05, .88)]],
        [[(.15, .1), (.55, 0), (.8, .2), (.45, .45), (.55, .46), (.9, .65), (.7, .95), (.3, 1), (.05, .85)]],
    ],
    4: [
        [[(.4, 0), (.2, .35), (.04, .64), (.04, .64), (.5, .63), (.97, .6)], [(.7, .3), (.67, .65), (.64, 1)]],
        [[(.68, .02), (.35, .35), (.03, .68), (.03, .68), (.5, .67), (.97, .67)], [(.7, .0), (.7, .5), (.68, 1)]],
        [[(.15, .02), (.1, .3), (.12, .52), (.4, .56), (.8, .48)], [(.82, .0), (.8, .5), (.76, 1)]],
        [[(.3, .05), (.15, .3), (.05, .58), (.05, .58), (.4, .6), (.85, .56)], [(.75, .02), (.7, .5), (.68, 1)]],
        [[(.72, .98), (.72, .5), (.72, .02), (.72, .02), (.35, .4), (.03, .7), (.03, .7), (.5, .68), (.97, .66)]],
    ],
    5: [
        [[(.28, .04), (.2, .42), (.2, .42), (.55, .36), (.9, .62), (.65, .95), (.3, 1), (.04, .9)], [(.27, .04), (.6, .03), (.93, .0)]],
        [[(.9, .02), (.55, .04), (.28, .05), (.28, .05), (.2, .42), (.2, .42), (.55, .36), (.9, .64), (.6, .97), (.04, .92)]],
        [[(.85, .03), (.4, .02), (.25, .2), (.3, .4), (.7, .5), (.85, .75), (.5, 1), (.06, .93)]],
        [[(.2, .1), (.15, .45), (.15, .45), (.5, .38), (.88, .6), (.7, .92), (.1, .97)], [(.3, .02), (.9, -.04)]],
    ],
    6: [
        [[(.78, .02), (.4, .2), (.1, .6), (.25, .95), (.65, .98), (.9, .75), (.7, .5), (.35, .55), (.12, .8)]],
        [[(.6, .0), (.25, .35), (.06, .7), (.3, 1), (.75, .92), (.85, .65), (.5, .5), (.15, .65)]],
        [[(.35, .0), (.12, .4), (.1, .8), (.45, 1), (.85, .85), (.8, .6), (.45, .52), (.18, .7)]],
        [[(.85, .1), (.5, .02), (.15, .35), (.1, .75), (.45, 1), (.88, .8), (.6, .5), (.2, .62)]],
    ],
    7: [
        [[(.04, .05), (.5, .05), (.93, .04), (.93, .04), (.6, .5), (.38, 1)]],
        [[(.04, .06), (.5, .05), (.93, .04), (.93, .04), (.6, .5), (.4, 1)], [(.22, .5), (.55, .48), (.85, .47)]],
        [[(.06, .2), (.1, .05), (.1, .05), (.5, .06), (.95, .03), (.95, .03), (.55, .55), (.45, 1)], [(.3, .52), (.8, .5)]],
        [[(.05, .16), (.3, .02), (.6, .1), (.92, .02), (.92, .02), (.62, .5), (.5, 1)]],
    ],
    8: [
        [[(.8, .15), (.45, .0), (.15, .2), (.5, .47), (.88, .75), (.5, 1), (.1, .78), (.5, .47), (.85, .2), (.7, .08)]],
        [[(.5, .48), (.15, .25), (.45, .0), (.82, .2), (.5, .48), (.1, .75), (.45, 1), (.9, .78), (.5, .48)]],
        [[(.5, .0), (.18, .2), (.45, .46), (.8, .25), (.52, .0)], [(.48, .46), (.08, .72), (.45, 1), (.92, .75), (.5, .46)]],
        [[(.88, .12), (.5, .02), (.2, .22), (.6, .5), (.85, .8), (.45, 1), (.12, .8), (.45, .5), (.9, .05)]],
    ],
    9: [
        [[(.82, .18), (.5, .0), (.12, .22), (.3, .5), (.7, .4), (.85, .12), (.85, .12), (.8, .5), (.72, 1)]],
        [[(.82, .2), (.45, .0), (.1, .25), (.35, .52), (.75, .35), (.84, .12), (.84, .12), (.82, .65), (.55, .98), (.1, .9)]],
        [[(.85, .1), (.4, .02), (.1, .3), (.4, .52), (.82, .25), (.85, .5), (.7, .85), (.25, 1)]],
        [[(.75, .1), (.3, .05), (.15, .4), (.5, .5), (.85, .2), (.85, .2), (.85, .6), (.84, 1)]],
    ],
}


class Hand:
    """How one person writes: slant, breadth, shake, pen. Ways are chosen once and kept, mostly."""

    def __init__(self, rng):
        self.rng = rng
        self.slant = rng.normal(.12, .16)
        self.turn = rng.normal(0, .05)
        self.breadth = float(np.clip(rng.normal(.66, .13), .38, 1.05))
        self.shake = abs(rng.normal(.025, .015)) + .008
        self.pen = rng.uniform(.035, .15)
        self.pressure = rng.uniform(0, .35)
        self.hook = rng.random() < .25
        self.ways = {digit: int(rng.integers(len(ways))) for digit, ways in L.items()}

    def points(self, digit):
        rng = self.rng
        ways = L[digit]
        way = ways[self.ways[digit] if rng.random() < .9 else int(rng.integers(len(ways)))]
        breadth = self.breadth * rng.uniform(.85, 1.15) * (.5 if digit == 1 else 1)
        slant, turn = self.slant + rng.normal(0, .04), self.turn + rng.normal(0, .04)
        bend = rng.normal(0, .06, 2)
        strokes = []
        for stroke in way:
            at = np.array(stroke, float)
            jitter = rng.normal(0, self.shake * 1.3, at.shape)
            same = np.concatenate([[False], np.all(at[1:] == at[:-1], axis=1)])
            jitter[same] = jitter[np.flatnonzero(same) - 1]
            at = at + jitter + rng.normal(0, self.shake * .8, 2)
            if self.hook and rng.random() < .3:
                at = np.vstack([at[0] + rng.normal(0, .06, 2), at])
            x, y = at[:, 0] - .5, at[:, 1] - .5
            x = x + bend[0] * (4 * y * y - .3)
            y = y + bend[1] * (4 * x * x - .3) * .6
            x = x * breadth - slant * y
            c, s = np.cos(turn), np.sin(turn)
            strokes.append(np.stack([c * x - s * y, s * x + c * y], 1))
        return strokes

    def draw(self, digit, height):
        """Grey (0 paper … 1 ink), cut to the ink, about `height` pixels tall."""
        return ink(self.points(digit), height, self.pen * self.rng.uniform(.9, 1.1), self.pressure, self.rng)


def curve(points, step=.03):
    """A smooth line through points; it turns sharply where one is given twice."""
    parts, start = [], 0
    for i in range(1, len(points)):
        if np.all(points[i] == points[i - 1]) or i == len(points) - 1:
            part = points[start:i + (0 if np.all(points[i] == points[i - 1]) else 1)]
            start = i
            if len(part) > 1:
                parts.append(part)
    out = []
    for part in parts:
        padded = np.vstack([2 * part[0] - part[1], part, 2 * part[-1] - part[-2]])
        for p0, p1, p2, p3 in zip(padded, padded[1:], padded[2:], padded[3:]):
            n = max(2, int(np.hypot(*(p2 - p1)) / step))
            t = np.linspace(0, 1, n)[:, None]
            out.append(.5 * (2 * p1 + (p2 - p0) * t + (2 * p0 - 5 * p1 + 4 * p2 - p3) * t**2 + (3 * p1 - p0 - 3 * p2 + p3) * t**3))
    return np.vstack(out) if out else points


FINE = 3


def ink(strokes, height, pen, pressure, rng):
    lines = [curve(s) for s in strokes]
    low = np.min([l.min(0) for l in lines], 0)
    high = np.max([l.max(0) for l in lines], 0)
    scale = height * FINE / max(.3, high[1] - low[1])
    width = max(1.2, pen * height) * FINE
    margin = width + 2
    size = ((high - low) * scale + 2 * margin + 1).astype(int)
    picture = Image.new("L", (int(size[0]), int(size[1])))
    draw = ImageDraw.Draw(picture)
    for line in lines:
        at = (line - low) * scale + margin
        phase, turns = rng.uniform(0, 6), rng.uniform(.5, 2)
        breadth = width * (1 + pressure * np.sin(phase + turns * np.linspace(0, 6, len(at))))
        for (x0, y0), (x1, y1), w in zip(at, at[1:], breadth):
            draw.line([x0, y0, x1, y1], fill=255, width=max(1, int(round(w))))
            r = w / 2
            draw.ellipse([x1 - r, y1 - r, x1 + r, y1 + r], fill=255)
        r = breadth[0] / 2
        draw.ellipse([at[0][0] - r, at[0][1] - r, at[0][0] + r, at[0][1] + r], fill=255)
    small = picture.resize((max(1, picture.width // FINE), max(1, picture.height // FINE)), Image.BOX)
    return cut(np.asarray(small, np.float32) / 255)


def cut(picture, level=.3):
    """Without the empty margins."""
    rows, columns = np.flatnonzero((picture > level).any(1)), np.flatnonzero((picture > level).any(0))
    if not len(rows):
        return picture[:1, :1]
    return picture[rows[0]:rows[-1] + 1, columns[0]:columns[-1] + 1]


def scribble(rng, height):
    """Strokes that are no digit: of signatures, crossings-out, flourishes."""
    strokes = [rng.uniform(0, 1, (int(rng.integers(4, 11)), 2)) * [rng.uniform(.6, 1.6), 1] for _ in range(int(rng.integers(1, 3)))]
    return ink(strokes, height, rng.uniform(.04, .12), .2, rng)
