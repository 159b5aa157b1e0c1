"""Draws sheets as pixels: text, rules, QR codes, seals, signatures and secrecy marks, on white paper."""

import math
import zlib

import numpy
import qrcode
from PIL import Image, ImageChops, ImageDraw

from generator.page import (
    BLUE, HEIGHT, POINT, RED, WIDTH, Line, QRCode, Seal, SecrecyMark, Signature, Text, font, width_of,
)

OVERSAMPLE = 3  # ink that is turned or bent is drawn larger, then reduced


def rng_for(name):
    return numpy.random.Generator(numpy.random.PCG64(zlib.crc32(name.encode())))


def draw_sheet(sheet, dpi):
    scale = dpi / 25.4
    image = Image.new("RGB", (round(WIDTH * scale), round(HEIGHT * scale)), "white")
    pen = ImageDraw.Draw(image)
    for item in sheet.items:
        if isinstance(item, Text):
            draw_text(pen, item, scale)
        elif isinstance(item, Line):
            points = [round(v * scale) for v in (item.x0, item.y0, item.x1, item.y1)]
            pen.line(points, fill=item.colour, width=max(1, round(item.thickness * scale)))
        elif isinstance(item, QRCode):
            draw_qr(pen, item, scale)
    for item in sheet.items:  # ink goes over print
        if isinstance(item, Signature):
            stamp(image, signature(item, scale), item.x * scale, item.y * scale)
        elif isinstance(item, Seal):
            ink = seal(item, scale)
            stamp(image, ink, item.x * scale - ink.width / 2, item.y * scale - ink.height / 2)
        elif isinstance(item, SecrecyMark):
            stamp(image, secrecy_mark(item, scale), item.x * scale, item.y * scale)
    return image


def draw_text(pen, item, scale):
    face = font(item.style, round(item.points * POINT * scale))
    space = width_of(" ", item.style, item.points) + item.word_gap
    x = item.x
    for word in item.text.split(" "):
        pen.text((round(x * scale), round(item.y * scale)), word, font=face, fill=item.colour, anchor="ls")
        x += width_of(word, item.style, item.points) + space


def qr_modules(text):
    code = qrcode.QRCode(border=0, error_correction=qrcode.constants.ERROR_CORRECT_M)
    code.add_data(text)
    code.make(fit=True)
    return code.get_matrix()


def draw_qr(pen, item, scale):
    modules = qr_modules(item.text)
    cell = item.size / len(modules) * scale
    for row, line in enumerate(modules):
        for column, dark in enumerate(line):
            if dark:
                x, y = item.x * scale + column * cell, item.y * scale + row * cell
                pen.rectangle([round(x), round(y), round(x + cell) - 1, round(y + cell) - 1], fill=(20, 20, 20))


def stamp(image, ink, x, y):
    """Ink is see-through: what lies under it still shows."""
    box = (round(x), round(y), round(x) + ink.width, round(y) + ink.height)
    image.paste(ImageChops.multiply(image.crop(box), ink), box)


def inked(mask, colour, strength, rng, patchy):
    """A mask (white = ink) as coloured ink on white, thicker here and thinner there as a real stamp is."""
    coarse = rng.uniform(1 - patchy, 1, (9, 9))
    cloud = Image.fromarray((coarse * 255).astype("uint8")).resize(mask.size, Image.BICUBIC)
    cover = numpy.asarray(mask, "float32") * numpy.asarray(cloud, "float32") / 255 / 255 * strength
    paper = 255 - cover[..., None] * (255 - numpy.array(colour, "float32"))
    return Image.fromarray(paper.clip(0, 255).astype("uint8"))


def reduced(mask):
    return mask.resize((mask.width // OVERSAMPLE, mask.height // OVERSAMPLE), Image.LANCZOS)


def seal(item, scale):
    unit = scale * OVERSAMPLE
    size = round(37 * unit)
    mask = Image.new("L", (size, size), 0)
    pen = ImageDraw.Draw(mask)
    centre = size / 2

    def ring(radius, thickness):
        box = [centre - radius * unit, centre - radius * unit, centre + radius * unit, centre + radius * unit]
        pen.ellipse(box, outline=255, width=max(1, round(thickness * unit)))

    ring(17.5, 0.9)
    ring(16.2, 0.3)
    ring(11.2, 0.35)
    star = []
    for corner in range(10):
        radius = (7.0 if corner % 2 == 0 else 2.75) * unit
        angle = math.pi * corner / 5 - math.pi / 2
        star.append((centre + radius * math.cos(angle), centre + radius * math.sin(angle)))
    pen.polygon(star, fill=255)
    curved_text(mask, item.top, 12.6 * unit, 2.5 * unit, upper=True, sweep=225)
    curved_text(mask, item.bottom, 12.6 * unit, 2.1 * unit, upper=False, sweep=95)
    rng = rng_for("seal " + item.top + item.bottom)
    tilted = mask.rotate(rng.uniform(-9, 9), Image.BICUBIC)
    return inked(reduced(tilted), RED, 0.86, rng, patchy=0.35)


def curved_text(mask, text, radius, height, upper, sweep):
    """Letters standing on a circle, over the top or along the bottom, within `sweep` degrees."""
    centre = mask.width / 2
    room = math.radians(sweep) * radius
    natural = sum(font("b", round(height * 1.25)).getlength(letter) for letter in text)
    height *= min(1, room / natural)
    face = font("b", round(height * 1.25))
    widths = [face.getlength(letter) for letter in text]
    spacing = min(0.16 * height, max(0, (room - sum(widths)) / len(text)))
    widths = [width + spacing for width in widths]
    base = radius if upper else radius + height * 0.86
    angle = -sum(widths) / 2 / radius
    for letter, width in zip(text, widths):
        middle = angle + width / 2 / radius
        side = round(height * 3)
        tile = Image.new("L", (side, side), 0)
        ImageDraw.Draw(tile).text((side / 2, side / 2), letter, font=face, fill=255, anchor="ms")
        turn = -math.degrees(middle) if upper else math.degrees(middle)
        tile = tile.rotate(turn, Image.BICUBIC)
        x = centre + base * math.sin(middle)
        y = centre - base * math.cos(middle) if upper else centre + base * math.cos(middle)
        at = (round(x - side / 2), round(y - side / 2))
        mask.paste(255, at, tile)
        angle += width / radius


def signature(item, scale):
    """A quick pen: a tall first loop, a run of smaller ones, and a stroke that leaves or comes back under them."""
    rng = rng_for("signature " + item.name)
    unit = scale * OVERSAMPLE
    width, height = item.width * unit, 20 * unit
    mask = Image.new("L", (round(width), round(height)), 0)
    pen = ImageDraw.Draw(mask)
    path = signature_path(rng)
    thickness = rng.uniform(0.30, 0.46)
    phase = rng.uniform(0, math.tau)
    for number, ((xa, ya), (xb, yb)) in enumerate(zip(path, path[1:])):
        thick = thickness * (0.75 + 0.35 * math.sin(number / 23 + phase)) * unit
        a, b = (xa * width, ya * height), (xb * width, yb * height)
        pen.line([a, b], fill=255, width=max(1, round(thick)))
        pen.ellipse([b[0] - thick / 2, b[1] - thick / 2, b[0] + thick / 2, b[1] + thick / 2], fill=255)
    return inked(reduced(mask), BLUE, 0.9, rng, patchy=0.2)


def signature_path(rng):
    """Points in the unit square, 600 steps through randomly placed knots: each wave has its own height, width and lean."""
    knots = [(0.03, rng.uniform(0.55, 0.75))]
    x = rng.uniform(0.10, 0.16)
    tall = rng.uniform(0.02, 0.12)
    knots += [(x + 0.10, tall), (x - rng.uniform(0.02, 0.08), rng.uniform(0.72, 0.92))]
    for wave in range(rng.integers(2, 6)):
        x += rng.uniform(0.07, 0.13)
        top = rng.uniform(0.28, 0.52) if rng.uniform() < 0.75 else rng.uniform(0.05, 0.2)
        knots += [(x + rng.uniform(0.02, 0.09), top), (x + rng.uniform(-0.03, 0.03), rng.uniform(0.56, 0.70))]
    if rng.uniform() < 0.5:  # leaves to the right
        knots += [(x + 0.14, rng.uniform(0.45, 0.6)), (min(0.97, x + rng.uniform(0.25, 0.4)), rng.uniform(0.3, 0.5))]
    else:  # comes back under the letters, then crosses them
        knots += [(x + 0.13, 0.6), (0.22, rng.uniform(0.80, 0.9)), (0.3, 0.93), (min(0.97, x + rng.uniform(0.2, 0.35)), rng.uniform(0.62, 0.75))]
    return smooth(knots, 600)


def smooth(knots, steps):
    """A Catmull-Rom curve through the knots."""
    points = numpy.array([knots[0], *knots, knots[-1]], "float64")
    path = []
    for step in range(steps + 1):
        place = step / steps * (len(knots) - 1)
        index = min(int(place), len(knots) - 2)
        t = place - index
        p0, p1, p2, p3 = points[index : index + 4]
        point = 0.5 * (2 * p1 + (p2 - p0) * t + (2 * p0 - 5 * p1 + 4 * p2 - p3) * t**2 + (3 * p1 - p0 - 3 * p2 + p3) * t**3)
        path.append(tuple(point.clip(0.02, 0.98)))
    return path


def secrecy_mark(item, scale):
    """Bold capitals in a double frame, put on by hand and so never quite straight."""
    sizes = {"MẬT": (22, 9), "TỐI MẬT": (32, 9), "TUYỆT MẬT": (42, 9)}
    wide, high = sizes[item.text]
    unit = scale * OVERSAMPLE
    mask = Image.new("L", (round((wide + 4) * unit), round((high + 5) * unit)), 0)
    pen = ImageDraw.Draw(mask)
    for inset, thickness in ((2.0, 0.6), (3.0, 0.25)):
        box = [inset * unit, inset * unit, mask.width - inset * unit, mask.height - inset * unit]
        pen.rectangle(box, outline=255, width=round(thickness * unit))
    face = font("b", round(13.5 * POINT * unit))
    middle = (mask.width / 2, mask.height / 2 + 0.25 * unit)
    box = pen.textbbox(middle, "M", font=face, anchor="mm")
    pen.text((middle[0], box[3] + 0.3 * unit), item.text, font=face, fill=255, anchor="ms")
    rng = rng_for("mark " + item.text)
    tilted = mask.rotate(rng.uniform(0.8, 2.0), Image.BICUBIC)
    return inked(reduced(tilted), item.colour, 0.92, rng, patchy=0.2)
