"""Heads of papers with blanks filled in by hand, as a scanner gives them, and what stands in each: to measure the reader on."""
import io
import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from samples import beside

CODES = ["KH-UBND", "QĐ-UBND", "BC-UBND", "TB-UBND", "TTr-UBND", "NQ-HĐND", "GM-UBND", "UBND-VX", "UBND-VHXH", "HD-UBND"]
PARTY = ["KH/ĐU", "NQ/ĐU", "BC/ĐU", "TB/ĐU", "CV/ĐU", "QĐ/ĐU"]
FINE = 300
# Lines of the head at 300 dpi, and of the whole sheet.
HEAD, SHEET = 1250, 3508


class Head:
    """One paper's head at 300 dpi: print, and what a hand wrote."""

    def __init__(self, rng, source, kind, typeface):
        self.rng = rng
        self.draw_digit = source.writer(rng, kind)
        self.party = rng.random() < .3
        points = rng.choice([13, 13, 14])
        self.size = int(points / 72 * FINE)
        self.upright = ImageFont.truetype(str(typeface / "LiberationSerif-Regular.ttf"), self.size)
        self.bold = ImageFont.truetype(str(typeface / "LiberationSerif-Bold.ttf"), self.size)
        self.italic = ImageFont.truetype(str(typeface / "LiberationSerif-Italic.ttf"), self.size)
        self.page = np.ones((HEAD, 2480, 3), np.float32)
        self.colour = np.array([[.08, .08, .1], [.1, .15, .55], [.05, .05, .35], [.25, .3, .7]][int(rng.integers(4))], np.float32)
        self.pressure = rng.uniform(.8, 1)
        self.truth = {}

    def print(self, x, y, text, font):
        """Print with its baseline at y; where it ends."""
        layer = Image.new("L", (int(font.getlength(text)) + 20, self.size * 2))
        ImageDraw.Draw(layer).text((5, self.size * 1.4), text, font=font, fill=255, anchor="ls")
        self.lay(np.asarray(layer, np.float32) / 255, int(x) - 5, int(y - self.size * 1.4), np.array([.05, .05, .05], np.float32))
        return x + font.getlength(text)

    def lay(self, ink, x, y, colour):
        h, w = ink.shape
        y, x = max(0, y), max(0, x)
        room = self.page[y:y + h, x:x + w]
        ink = ink[:room.shape[0], :room.shape[1], None]
        self.page[y:y + h, x:x + w] = room * (1 - ink) + colour * ink

    def write(self, x, y, width, digits):
        """Digits by hand into a blank, its baseline at y; they may run over its ends a little."""
        rng = self.rng
        height = self.size * .66 * rng.uniform(1, 1.75)
        parts = [self.draw_digit(int(d), height * rng.uniform(.92, 1.08)) for d in digits]
        spaces = [int(height * max(-.06, rng.normal(.16, .1))) for _ in parts[1:]]
        ink, _ = beside(parts, spaces, rng, .04)
        if ink.shape[1] > width * 1.1:
            image = Image.fromarray((ink * 255).astype(np.uint8)).resize((int(width * 1.05), int(ink.shape[0] * max(.8, width * 1.05 / ink.shape[1]))))
            ink = np.asarray(image, np.float32) / 255
        at = x + (width - ink.shape[1]) * rng.uniform(.2, .8)
        foot = y + height * rng.uniform(.0, .28)
        self.lay(ink * self.pressure, int(at), int(foot - ink.shape[0] + .12 * height), self.colour)

    def drawn(self):
        rng = self.rng
        y = 260
        left, right = 620, 1700
        agency = "ĐẢNG ỦY XÃ BUM NƯA" if self.party else "XÃ BUM NƯA"
        self.print(left - self.bold.getlength("ỦY BAN NHÂN DÂN") / 2, y, "ĐẢNG BỘ TỈNH LAI CHÂU" if self.party else "ỦY BAN NHÂN DÂN", self.upright if self.party else self.bold)
        title = "ĐẢNG CỘNG SẢN VIỆT NAM" if self.party else "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
        self.print(right - self.bold.getlength(title) / 2, y, title, self.bold)
        y += int(self.size * 1.25)
        self.print(left - self.bold.getlength(agency) / 2, y, agency, self.bold)
        if not self.party:
            self.print(right - self.bold.getlength("Độc lập - Tự do - Hạnh phúc") / 2, y, "Độc lập - Tự do - Hạnh phúc", self.bold)
            self.page[y + 16:y + 19, right - 300:right + 300] = .1
            self.page[y + 16:y + 19, left - 90:left + 90] = .1
        y += int(self.size * (1.9 if not self.party else 2.2))
        self.number(left, y)
        self.date(right, y + int(rng.integers(-6, 7)))
        y += int(self.size * 2.6)
        self.print(1240 - self.bold.getlength("KẾ HOẠCH") / 2, y, "KẾ HOẠCH", self.bold)
        for line in ("Thực hiện Nghị quyết về phát triển khoa học, công nghệ, đổi mới sáng tạo", "và chuyển đổi số trên địa bàn xã năm 2026"):
            y += int(self.size * 1.3)
            self.print(1240 - self.bold.getlength(line) / 2, y, line, self.bold)
        y += int(self.size * 2)
        for line in ("Căn cứ Nghị quyết của Bộ Chính trị về đột phá phát triển khoa học, công nghệ,", "đổi mới sáng tạo và chuyển đổi số quốc gia, xã xây dựng kế hoạch như sau:"):
            self.print(380, y, line, self.upright)
            y += int(self.size * 1.35)
        return self.page

    def number(self, middle, y):
        rng = self.rng
        value = str(int(rng.integers(1, 10)) if rng.random() < .12 else int(rng.integers(10, 100)) if rng.random() < .45 else int(rng.integers(100, 1000)))
        value = value.rjust(2, "0") if rng.random() < .6 else value
        blank = rng.random() < .12
        room = self.size * rng.uniform(1.5, 2.9) if len(value) < 3 else self.size * rng.uniform(2, 3)
        head, symbol = ("Số", "-" + str(rng.choice(PARTY))) if self.party else ("Số:", "/" + str(rng.choice(CODES)))
        x = self.print(middle - (room + self.upright.getlength(head + symbol)) / 2, y, head, self.upright)
        if rng.random() < .1:
            for dot in range(int(x), int(x + room), 9):
                self.page[y - 3:y, dot:dot + 3] = .1
        if not blank:
            self.write(x, y, room, value)
        self.print(x + room, y, symbol, self.upright)
        self.truth["number"] = None if blank else value
        self.truth["symbol"] = symbol[1:]

    def date(self, middle, y):
        rng = self.rng
        day, month, year = int(rng.integers(1, 29)), int(rng.integers(1, 13)), int(rng.integers(2015, 2026))
        blank, by_hand = rng.random() < .12, rng.random() < .3
        text = str(day) if rng.random() < .15 else f"{day:02}"
        room = self.size * rng.uniform(1.1, 1.9)
        x = self.print(middle - 420, y, "Bum Nưa, ngày", self.italic)
        if not blank:
            self.write(x + 6, y, room, text)
        x = self.print(x + room, y, " tháng" if rng.random() < .5 else "tháng", self.italic)
        if by_hand:
            if not blank:
                self.write(x + 6, y, room, str(month) if rng.random() < .5 else f"{month:02}")
            x += room
        else:
            x = self.print(x, y, f" {month:02}" if month < 3 else f" {month}", self.italic)
        self.print(x, y, f" năm {year}", self.italic)
        self.truth["date_iso"] = None if blank else f"{year:04}-{month:02}-{day:02}"


def scan(page, rng, level):
    """The page as scanned: JPEG or PNG bytes, its suffix, and how."""
    dpi = int(rng.choice([200, 300]))
    mode = str(rng.choice(["color", "gray", "bilevel"]))
    image = Image.fromarray((np.clip(page, 0, 1) * 255).astype(np.uint8))
    worn = {"clean": 0, "office": .5, "poor": 1}[level]
    image = image.rotate(rng.normal(0, .25 + .4 * worn), Image.BICUBIC, fillcolor=(255, 255, 255))
    image = image.filter(ImageFilter.GaussianBlur(rng.uniform(.3, .7 + .9 * worn)))
    if dpi != FINE:
        image = image.resize((image.width * dpi // FINE, image.height * dpi // FINE), Image.BOX)
    if mode != "color":
        image = image.convert("L")
    array = np.asarray(image, np.float32) / 255
    array = 1 - (1 - array) * rng.uniform(1 - .35 * worn, 1) - rng.uniform(0, .04 + .1 * worn)
    array = array + rng.standard_normal(array.shape, np.float32) * np.float32(.01 + .03 * worn)
    rest = np.full((SHEET * dpi // FINE - array.shape[0], *array.shape[1:]), np.median(array), np.float32)
    array = np.concatenate([array, rest])
    if mode == "bilevel":
        image = Image.fromarray(((array > array.max() * rng.uniform(.5, .72)) * 255).astype(np.uint8)).convert("1")
    else:
        image = Image.fromarray((np.clip(array, 0, 1) * 255).astype(np.uint8))
    out = io.BytesIO()
    if mode == "bilevel":
        image.save(out, "TIFF", compression="group4", dpi=(dpi, dpi))
        return out.getvalue(), "tif", dpi, mode
    image.save(out, "JPEG", quality=int(rng.integers(60, 92)), dpi=(dpi, dpi))
    return out.getvalue(), "jpg", dpi, mode
