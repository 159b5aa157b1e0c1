"""What the network learns from, and what it is measured on: shapes and their classes, 0…9 and 10 for what is no digit."""
import numpy as np

from degrade import bent, scanned, shown
from strokes import Hand, cut, scribble

NONE = 10
# Signs beside the blanks that look like no digit.
LETTERS = ["Số", "ố", "ngày", "à", "y", "tháng", "á", "n", "h", "năm", "ă", "m", "K", "H", "N", "R", "V", "X", "Đ", "Ủ", "KH", "TB", "QĐ", "UB", "a", "d", "e",
           "f", "k", "m", "p", "r", "v", "w", "x", "M", "W", "E", "F", "#", "%", "&", "@", "*", ":", "?"]


class Source:
    """Draws digits of one kind of writer."""

    def __init__(self, fonts, mnist, held):
        self.fonts, self.mnist = fonts, mnist
        self.written = fonts.held if held else fonts.written
        self.indices = mnist.held if held else mnist.training
        self.of = {d: self.indices[mnist.labels[self.indices] == d] for d in range(10)}

    def writer(self, rng, kind):
        """A function that draws a digit (grey, cut to the ink) so many pixels tall, always in one hand."""
        if kind == "strokes":
            hand = Hand(rng)
            return hand.draw
        if kind in ("font", "print"):
            choice = self.written if kind == "font" else self.fonts.printed
            path = choice[int(rng.integers(len(choice)))]
            state = rng.bit_generator.state
            extent = .3 if kind == "font" else .06
            def draw(digit, height):
                same = np.random.default_rng(int(state["state"]["state"] % 2**32))
                drawn = bent(self.fonts.draw(path, str(digit), height), same, extent, 20 * extent, extent)
                return cut(bent(drawn, rng, .08, 2, .06) if kind == "font" else drawn)
            return draw
        return lambda digit, height: cut(bent(self.mnist.draw(int(rng.choice(self.of[digit])), height), rng, .15, 6, .15))


def digits(source, rng, kind, count):
    """Single digits, four of each hand."""
    shapes, classes = [], []
    while len(shapes) < count:
        draw, height = source.writer(rng, kind), rng.uniform(18, 60)
        for _ in range(4):
            digit = int(rng.integers(10))
            shape = shown(scanned(draw(digit, height * rng.uniform(.85, 1.1)), rng))
            if shape is not None:
                shapes.append(shape)
                classes.append(digit)
    return shapes, classes


def beside(parts, spaces, rng, shake=.06):
    """Digits in a row: grey, with the columns at which each begins and ends."""
    height = max(p.shape[0] for p in parts)
    tall = int(height * 1.3)
    width = sum(p.shape[1] for p in parts) + sum(max(0, s) for s in spaces) + 4
    canvas, x, places = np.zeros((tall, int(width)), np.float32), 0, []
    for index, part in enumerate(parts):
        if index:
            x = max(0, x + spaces[index - 1])
        y = int(np.clip(tall - part.shape[0] - .12 * height + rng.normal(0, shake) * height, 0, tall - part.shape[0]))
        room = canvas[y:y + part.shape[0], x:x + part.shape[1]]
        np.maximum(room, part[:, :room.shape[1]], out=room)
        places.append((x, x + part.shape[1]))
        x += part.shape[1]
    return canvas[:, :max(1, max(b for _, b in places))], places


def others(source, rng, count):
    """Shapes that are no digit: two at once, halves, letters, dashes, dots, slashes, scribbles."""
    shapes = []
    kinds = ["strokes", "strokes", "font", "mnist"]
    while len(shapes) < count:
        choice, height = rng.random(), rng.uniform(18, 60)
        kind = kinds[int(rng.integers(4))]
        if choice < .4:
            draw = source.writer(rng, kind)
            parts = [draw(int(rng.integers(10)), height * rng.uniform(.9, 1.1)) for _ in range(2 if rng.random() < .85 else 3)]
            array, _ = beside(parts, [int(height * rng.uniform(-.12, .35)) for _ in parts[1:]], rng)
        elif choice < .6:
            draw = source.writer(rng, kind)
            whole = draw(int(rng.choice([0, 2, 3, 4, 5, 6, 8, 9])), height)
            h, w = whole.shape
            side, at = rng.random(), rng.uniform(.35, .65)
            array = whole[:, :int(w * at)] if side < .25 else whole[:, int(w * at):] if side < .5 else whole[:int(h * at)] if side < .75 else whole[int(h * at):]
            if array.shape[1] < .32 * array.shape[0]:
                continue
            if rng.random() < .35 and side < .5:
                array, _ = beside([array, draw(int(rng.integers(10)), height)], [int(height * rng.uniform(0, .2))], rng)
        elif choice < .78:
            fonts = source.fonts.printed[:6] + source.written
            text = LETTERS[int(rng.integers(len(LETTERS)))]
            array = bent(source.fonts.draw(fonts[int(rng.integers(len(fonts)))], text, height * rng.uniform(.5, 1)), rng, .2, 4, .1)
        elif choice < .9:
            array = scribble(rng, height)
        else:
            h, w = (rng.uniform(2, 8), rng.uniform(10, 40)) if rng.random() < .5 else (rng.uniform(3, 9),) * 2
            array = bent(np.pad(np.ones((int(h), int(w)), np.float32), 2), rng, .3, 14)
        if array.size < 9:
            continue
        shape = shown(scanned(array, rng))
        if shape is not None:
            shapes.append(shape)
    return shapes, [NONE] * len(shapes)
