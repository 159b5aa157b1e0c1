"""Text layers that lie: what a page shows is one thing, what its text says another."""

import io
import unicodedata

from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics, ttfonts
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from generator.page import HEIGHT, WIDTH, Line, Text, font_file
from generator.raster import draw_sheet

MM = 72 / 25.4
STYLES = {"": "", "b": "-Bold", "i": "-Italic", "bi": "-BoldItalic"}

TCVN3 = dict(zip(
    "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
    bytes.fromhex(
        "A1A2A3A4A5A6A7A8A9AAABACADAE" "B5B6B7B8B9" "BBBCBDBE" "C6C7C8C9CACB" "CCCECFD0D1" "D2D3D4D5D6" "D7D8DCDDDE" "DFE1E2E3E4" "E5E6E7E8E9"
        "EAEBECEDEE" "EFF1F2F3F4" "F5F6F7F8F9" "FAFBFCFDFE").decode("latin-1")))
VNI_MARKS = {
    "\u0300": "ø", "\u0301": "ù", "\u0309": "û", "\u0303": "õ", "\u0323": "ï", "\u0302": "â", "\u0302\u0300": "à", "\u0302\u0301": "á", "\u0302\u0309": "å",
    "\u0302\u0303": "ã", "\u0302\u0323": "ä", "\u0306": "ê", "\u0306\u0300": "è", "\u0306\u0301": "é", "\u0306\u0309": "ú", "\u0306\u0303": "ü", "\u0306\u0323": "ë",
}
VNI_LETTERS = {"đ": "ñ", "ơ": "ô", "ư": "ö", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "ỵ": "î", "ì": "ì", "í": "í"}


def tcvn3(letter):
    """Capitals with tones are small letters in a font of capitals."""
    return TCVN3.get(letter) or TCVN3.get(letter.lower(), letter)


def vni(letter):
    if letter.lower() in VNI_LETTERS:
        code = VNI_LETTERS[letter.lower()]
        return code if letter.islower() else code.upper()
    parts = unicodedata.normalize("NFD", letter)
    horn = "\u031b" in parts
    base, marks = parts[0], parts[1:].replace("\u031b", "")
    # Marks from the letter outwards, not in canonical order.
    marks = "".join(sorted(marks, key=lambda mark: mark not in "\u0302\u0306"))
    if not marks and not horn:
        return letter
    if horn:
        base = {"o": "ô", "u": "ö", "O": "Ô", "U": "Ö"}[base]
    code = VNI_MARKS[marks] if marks else ""
    return base + (code if letter.islower() else code.upper())


def shifted(letter):
    """As a font without meaning has it: every letter another."""
    return chr(ord(letter) + 3) if letter.isalpha() else letter


def write_lying(path, sheet, says, names):
    """A page in fonts whose letters say `says(letter)`; `names` has the fonts' names: of text, and of capitals."""
    kept = ttfonts.makeToUnicodeCMap
    ttfonts.makeToUnicodeCMap = lambda name, subset: unicode_map(subset, says)
    try:
        canvas = Canvas(path, pagesize=(WIDTH * MM, HEIGHT * MM), invariant=1)
        fonts = {}
        for item in sheet.items:
            if not isinstance(item, Text):
                continue
            key = (item.style, item.text.upper() == item.text)
            if key not in fonts:
                fonts[key] = f"{names[key[1]]}{STYLES[item.style]}"
                font = TTFont(fonts[key], font_file(item.style))
                font.face.name = fonts[key].encode()
                pdfmetrics.registerFont(font)
            draw(canvas, item, fonts[key])
        canvas.showPage()
        canvas.save()
    finally:
        ttfonts.makeToUnicodeCMap = kept


def write_over_picture(path, pages):
    """Pages of (sheet that is shown as a picture or none, its share of the page, sheet whose text lies over it or none, whether that is seen,
    how far down it is moved in mm)."""
    for style in STYLES:
        pdfmetrics.registerFont(TTFont("Layer" + style, font_file(style)))
    canvas = Canvas(path, pagesize=(WIDTH * MM, HEIGHT * MM), invariant=1)
    for shown, share, said, is_seen, down in pages:
        if shown:
            buffer = io.BytesIO()
            draw_sheet(shown, 200).convert("L").save(buffer, "JPEG", quality=80)
            canvas.drawImage(ImageReader(buffer), 0, 0, WIDTH * MM * share, HEIGHT * MM * share)
        for item in said.items if said else []:
            if isinstance(item, Text):
                draw(canvas, item, "Layer" + item.style, mode=0 if is_seen else 3, down=down)
            elif isinstance(item, Line) and is_seen:
                canvas.line(item.x0 * MM, (HEIGHT - item.y0) * MM, item.x1 * MM, (HEIGHT - item.y1) * MM)
        canvas.showPage()
    canvas.save()


def draw(canvas, item, font, mode=0, down=0):
    text = canvas.beginText(item.x * MM, (HEIGHT - item.y - down) * MM)
    text.setFont(font, item.points)
    text.setTextRenderMode(mode)
    text.setWordSpace(item.word_gap * MM)
    text.textOut(item.text)
    canvas.drawText(text)


def unicode_map(subset, says):
    entries = [f"<{code:02X}> <{says(chr(letter)).encode('utf-16-be').hex().upper()}>" for code, letter in enumerate(subset)]
    blocks = [entries[start:start + 100] for start in range(0, len(entries), 100)]
    body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Layer def /CMapType 2 def\n"
        "1 begincodespacerange <00> <FF> endcodespacerange\n" + body + "\nendcmap CMapName currentdict /CMap defineresource pop end end")
