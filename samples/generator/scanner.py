"""What a scanner makes of a page: a little turned, a little grey, a little dirty; and the files it writes."""

import io
import os
import time
from dataclasses import dataclass

import numpy
from PIL import Image, ImageDraw, ImageFilter, ImageOps

from generator.raster import rng_for

WRITTEN_ON = time.gmtime(int(os.environ.get("SOURCE_DATE_EPOCH", "1793491200")))  # 2026-11-01


@dataclass
class Scanner:
    """Settings of a scan. `colour` is rgb, grey or bilevel."""

    dpi: int = 200
    colour: str = "grey"
    skew: float = 0.3  # degrees, anticlockwise
    turn: int = 0  # quarter turns the sheet was fed with, in degrees anticlockwise
    paper: tuple = (250, 249, 246)
    noise: float = 1.6
    blur: float = 0.45
    fade: float = 0.0  # 0 = black ink, 0.5 = half as dark
    shadow: bool = False  # the spine of a bound file, at the left
    holes: bool = False  # punched for a ring binder
    quality: int = 48

    def scan(self, image, name):
        rng = rng_for("scan " + name)
        image = image.rotate(self.skew, Image.BICUBIC, fillcolor="white")
        if self.holes:
            image = punched(image, self.dpi)
        image = image.filter(ImageFilter.GaussianBlur(self.blur * self.dpi / 200))
        if self.turn:
            image = image.rotate(self.turn, expand=True)
        pixels = numpy.asarray(image, "float32")
        if self.fade:
            pixels = 255 - (255 - pixels) * (1 - self.fade)
        pixels = pixels * (numpy.array(self.paper, "float32") / 255)
        if self.shadow:
            columns = numpy.arange(pixels.shape[1]) / self.dpi * 25.4
            pixels *= (1 - 0.42 * numpy.exp(-columns / 4.5))[None, :, None]
        pixels += rng.normal(0, self.noise, pixels.shape[:2])[..., None]
        image = Image.fromarray(pixels.clip(0, 255).astype("uint8"))
        specks(image, rng)
        if self.colour == "rgb":
            return image
        image = ImageOps.grayscale(image)
        if self.colour == "grey":
            return image
        return image.point(lambda value: 255 if value > 158 else 0).convert("1", dither=Image.Dither.NONE)


def punched(image, dpi):
    image = image.copy()
    pen = ImageDraw.Draw(image)
    for y in (108.5, 188.5):
        x, radius = 11.0 / 25.4 * dpi, 2.7 / 25.4 * dpi
        y = y / 25.4 * dpi
        pen.ellipse([x - radius, y - radius, x + radius, y + radius], fill=(58, 58, 60))
    return image


def specks(image, rng):
    pen = ImageDraw.Draw(image)
    for _ in range(rng.integers(4, 14)):
        x, y = rng.uniform(0, image.width), rng.uniform(0, image.height)
        radius = rng.uniform(0.4, 1.3)
        shade = int(rng.uniform(90, 190))
        pen.ellipse([x - radius, y - radius, x + radius, y + radius], fill=(shade,) * 3)


def shown_through(front):
    """The empty back of a sheet: the front, mirrored and nearly gone."""
    pale = ImageOps.mirror(front).filter(ImageFilter.GaussianBlur(2.2))
    return pale.point(lambda value: round(255 - (255 - value) * 0.055))


def write_images(path, images, scanner):
    """One file of the kind its name says: PDF, TIFF, JPEG or PNG."""
    first, rest = images[0], images[1:]
    kind = os.path.splitext(path)[1].lower()
    resolution = (scanner.dpi, scanner.dpi)
    if kind == ".pdf":
        buffer = io.BytesIO()
        first.save(
            buffer, "PDF", save_all=True, append_images=rest, resolution=float(scanner.dpi), quality=scanner.quality,
            producer="SoHoa samples", creationDate=WRITTEN_ON, modDate=WRITTEN_ON,
        )
        data = buffer.getvalue()
    elif kind == ".tif":
        buffer = io.BytesIO()
        first.save(buffer, "TIFF", save_all=True, append_images=rest, dpi=resolution, compression="group4")
        data = buffer.getvalue()
    elif kind == ".jpg":
        buffer = io.BytesIO()
        first.save(buffer, "JPEG", quality=scanner.quality, dpi=resolution)
        data = buffer.getvalue()
    elif kind == ".png":
        buffer = io.BytesIO()
        first.save(buffer, "PNG", optimize=True, dpi=resolution)
        data = buffer.getvalue()
    else:
        raise ValueError(path)
    with open(path, "wb") as file:
        file.write(data)
