"""What scanners do to ink: blur, noise, threshold, breaks. And the form in which a shape is shown to the network."""
import numpy as np
from PIL import Image, ImageFilter

SIDE, INNER = 20, 18


def picture(array):
    return Image.fromarray((np.clip(array, 0, 1) * 255).astype(np.uint8))


def padded(array, pixels):
    return np.pad(array, pixels)


def bent(array, rng, slant=.25, turn=6, stretch=.2):
    """Slanted, turned and stretched a little, as if another person had written it."""
    h, w = array.shape
    image = picture(padded(array, max(4, h // 3)))
    a, k = np.radians(rng.normal(0, turn / 2)), rng.normal(0, slant / 2)
    sx, sy = 1 + rng.uniform(-stretch, stretch), 1 + rng.uniform(-stretch / 2, stretch / 2)
    m = np.linalg.inv(np.array([[np.cos(a), -np.sin(a)], [np.sin(a), np.cos(a)]]) @ np.array([[1, -k], [0, 1]]) @ np.diag([sx, sy]))
    c = np.array([image.width / 2, image.height / 2])
    o = c - m @ c
    image = image.transform(image.size, Image.AFFINE, (m[0, 0], m[0, 1], o[0], m[1, 0], m[1, 1], o[1]), Image.BICUBIC)
    return np.asarray(image, np.float32) / 255


def scanned(array, rng):
    """Black (True) where a scan at 200 dpi, thresholded, has ink."""
    array = padded(array, 4)
    kind = rng.random()
    if kind < .3:
        # Scanned at 300 dpi in one bit, then brought to 200.
        h, w = array.shape
        fine = picture(array).resize((max(1, int(w * 1.5)), max(1, int(h * 1.5))), Image.BICUBIC).filter(ImageFilter.GaussianBlur(rng.uniform(.3, 1.2)))
        fine = np.asarray(fine, np.float32) / 255 + rng.normal(0, rng.uniform(0, .12), (fine.height, fine.width))
        bits = fine > rng.uniform(.3, .6)
        array = np.asarray(picture(bits.astype(float)).resize((w, h), Image.BOX), np.float32) / 255
        mask = array > rng.uniform(.35, .6)
    else:
        soft = picture(array).filter(ImageFilter.GaussianBlur(rng.uniform(.2, 1.1)))
        array = np.asarray(soft, np.float32) / 255 * rng.uniform(.75, 1)
        array = array + rng.normal(0, rng.uniform(0, .13), array.shape)
        mask = array > rng.uniform(.3, .55)
    chance = rng.random()
    if chance < .08:
        mask = np.asarray(picture(mask.astype(float)).filter(ImageFilter.MaxFilter(3))) > 127
    elif chance < .13:
        thin = np.asarray(picture(mask.astype(float)).filter(ImageFilter.MinFilter(3))) > 127
        if thin.sum() > .3 * mask.sum():
            mask = thin
    if rng.random() < .5:
        mask = np.asarray(picture(mask.astype(float)).filter(ImageFilter.MedianFilter(3))) > 127 if mask.sum() > 120 else mask
    return mask


def weights(count, cells):
    """How much each of `count` pixels has part in each of `cells` equal cells: rows sum to 1."""
    edges = np.arange(cells + 1) * (count / cells)
    at = np.arange(count)
    return np.clip(np.minimum(edges[1:, None], at + 1) - np.maximum(edges[:-1, None], at), 0, None) * (cells / count)


def shown(mask):
    """A shape as the network sees it: its box fitted into 18 × 18, in the middle of 20 × 20; each cell its share of ink. Nil where there is none."""
    rows, columns = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
    if len(rows) < 2:
        return None
    ink = mask[rows[0]:rows[-1] + 1, columns[0]:columns[-1] + 1].astype(np.float32)
    h, w = ink.shape
    scale = INNER / max(h, w)
    oh, ow = max(1, int(h * scale + .5)), max(1, int(w * scale + .5))
    small = weights(h, oh) @ ink @ weights(w, ow).T
    out = np.zeros((SIDE, SIDE), np.float32)
    top, left = (SIDE - oh) // 2, (SIDE - ow) // 2
    out[top:top + oh, left:left + ow] = small
    return out
