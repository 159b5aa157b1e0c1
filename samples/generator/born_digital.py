"""Writes sheets as a PDF that never was paper: embedded fonts, real text."""

from reportlab.lib.colors import Color
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from generator.page import HEIGHT, WIDTH, Line, Text, font_file

MM = 72 / 25.4
NAMES = {"": "Serif", "b": "Serif-Bold", "i": "Serif-Italic", "bi": "Serif-BoldItalic"}


def write_born_digital(path, sheets, title):
    for style, name in NAMES.items():
        pdfmetrics.registerFont(TTFont(name, font_file(style)))
    canvas = Canvas(path, pagesize=(WIDTH * MM, HEIGHT * MM), invariant=1, initialFontName=NAMES[""])
    canvas.setTitle(title)
    canvas.setAuthor("SoHoa samples")
    for sheet in sheets:
        for item in sheet.items:
            if isinstance(item, Text):
                text = canvas.beginText(item.x * MM, (HEIGHT - item.y) * MM)
                text.setFont(NAMES[item.style], item.points)
                text.setFillColor(Color(*(part / 255 for part in item.colour)))
                text.setWordSpace(item.word_gap * MM)
                text.textOut(item.text)
                canvas.drawText(text)
            elif isinstance(item, Line):
                canvas.setLineWidth(item.thickness * MM)
                canvas.line(item.x0 * MM, (HEIGHT - item.y0) * MM, item.x1 * MM, (HEIGHT - item.y1) * MM)
        canvas.showPage()
    canvas.save()
