"""Administrative and Party papers: the header, the body and the signature block, with the places NĐ 30/2020 gives them."""

from dataclasses import dataclass, field
from datetime import date
from typing import Optional

from generator.page import (
    BLACK, CENTRE, LEFT, LEFT_COLUMN, MEASURE, POINT, RED, RIGHT_COLUMN, Document, Seal, SecrecyMark, Signature, Text,
)

MARKS = {"mat": "MẬT", "toi_mat": "TỐI MẬT", "tuyet_mat": "TUYỆT MẬT"}


@dataclass
class Office:
    """Who issues: the lines at the top left, and what its seal says."""

    parent: tuple
    name: tuple
    place: str
    seal: tuple  # over the top, along the bottom


@dataclass
class Paper:
    office: Office
    type_code: str
    type_name: Optional[str]  # None: a công văn, which has none
    number: Optional[str]  # None: left blank, to be written in by hand
    symbol: str
    issued_on: Optional[date]  # None: the day is left blank
    subject: list  # lines
    body: list  # paragraphs; a callable draws itself
    recipients: list
    signer_title: list  # lines
    signer: str
    words: list
    month_when_blank: str = ""
    addressed_to: Optional[str] = None
    grounds: list = field(default_factory=list)  # căn cứ
    decided_by: Optional[str] = None  # the line before and after the căn cứ of a decision
    mark: Optional[str] = None
    mark_colour: tuple = RED
    party: bool = False
    sealed: bool = True

    def expected(self):
        return {
            "kind": "archive",
            "form": "van_ban",
            "type_code": self.type_code,
            "number": self.number,
            "symbol": self.symbol,
            "issued_on": self.issued_on.isoformat() if self.issued_on else None,
            "place": self.office.place,
            "agency": " ".join(self.office.name),
            "parent_agency": " ".join(self.office.parent) or None,
            "subject": " ".join(self.subject),
            "signer_name": self.signer,
            "words": self.words,
        }

    def date_line(self):
        if self.issued_on:
            # NĐ 30 pads days under 10 and the months January and February.
            month = f"{self.issued_on.month:02}" if self.issued_on.month < 3 else str(self.issued_on.month)
            return f"{self.office.place}, ngày {self.issued_on.day:02} tháng {month} năm {self.issued_on.year}"
        return f"{self.office.place}, ngày        {self.month_when_blank}"

    def number_line(self):
        if self.party:
            return f"Số {self.number}-{self.symbol}"
        return f"Số: {self.number or '       '}/{self.symbol}"

    def layout(self):
        document = Document()
        header(document, self)
        title(document, self)
        if self.decided_by:
            document.centred(self.decided_by, CENTRE, 14, "b")
            document.skip(2)
        for ground in self.grounds:
            document.paragraph(ground, style="i", after=0.8)
        if self.decided_by:
            document.skip(1.5)
            document.centred(f"{self.type_name}:", CENTRE, 14, "b")
            document.skip(2)
        for index, part in enumerate(self.body):
            # A signature never stands alone on a page, nor does a heading at the foot of one.
            rest = self.body[index:]
            if len(rest) == 1 or (len(rest) == 2 and is_heading(part)):
                document.room(sum(document.height_of(text) + 1.6 for text in rest) + closing_height(self))
            elif is_heading(part):
                document.room(3 * document.line_height())
            if callable(part):
                part(document)
            else:
                document.paragraph(part)
        closing(document, self)
        return document.sheets


def is_heading(part):
    return isinstance(part, str) and part.startswith("*") and part.endswith("*")


def header(document, paper):
    top = document.y
    step = 5.3
    y = top
    for line in paper.office.parent:
        document.centred(line, LEFT_COLUMN, 12, "", top=y)
        y += step
    width = 0
    for line in paper.office.name:
        width = document.centred(line, LEFT_COLUMN, 12, "b", top=y)
        y += step
    if paper.party:
        document.centred("*", LEFT_COLUMN, 13, "", top=y - 0.2)
        y += step - 0.8
    else:
        document.rule(LEFT_COLUMN, width * 0.5, y + 0.6)
        y += 2.2
    document.centred(paper.number_line(), LEFT_COLUMN, 13, "", top=y)
    number_y = y
    y += step + 0.8
    if paper.type_name is None:
        for index, line in enumerate(paper.subject):
            document.centred(("V/v " if index == 0 else "") + line, LEFT_COLUMN, 12, "", top=y)
            y += 5.0
    if paper.mark:
        document.add(SecrecyMark(LEFT + 2, y + 0.5, MARKS[paper.mark], paper.mark_colour))
        y += 13

    if paper.party:
        width = document.centred("ĐẢNG CỘNG SẢN VIỆT NAM", RIGHT_COLUMN, 13, "b", top=top)
        document.rule(RIGHT_COLUMN, width, top + 6.3, 0.35)
    else:
        document.centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", RIGHT_COLUMN, 12, "b", top=top)
        width = document.centred("Độc lập - Tự do - Hạnh phúc", RIGHT_COLUMN, 13, "b", top=top + step)
        document.rule(RIGHT_COLUMN, width, top + step + 6.5, 0.35)
    document.centred(paper.date_line(), RIGHT_COLUMN, 13, "i", top=number_y)
    document.y = y + 5


def title(document, paper):
    if paper.type_name:
        document.centred(paper.type_name, CENTRE, 14, "b")
        for line in paper.subject:
            width = document.centred(line, CENTRE, 14, "b")
        if paper.party:
            document.centred("-----", CENTRE, 14)
        else:
            document.rule(CENTRE, min(width, MEASURE) * 0.4, document.y + 1)
        document.skip(4.5)
    if paper.addressed_to:
        document.centred(f"Kính gửi: {paper.addressed_to}", CENTRE, 14)
        document.skip(3.5)


def closing_height(paper):
    return max(6 * len(paper.signer_title) + 38, 8 + 4.7 * len(paper.recipients))


def closing(document, paper):
    """Nơi nhận at the left, titles, signature, seal and name at the right; never split over two pages."""
    document.room(closing_height(paper))
    document.skip(2)
    top = document.y
    left = document.y
    document.add(text_at(LEFT, left, "Nơi nhận:", "bi", 12))
    left += 5.2
    for index, line in enumerate(paper.recipients):
        mark = "." if index == len(paper.recipients) - 1 else ";"
        document.add(text_at(LEFT, left, f"- {line}{mark}", "", 11))
        left += 4.7
    y = top
    for line in paper.signer_title:
        document.centred(line, RIGHT_COLUMN, 13.5, "b", top=y)
        y += 6
    sign(document, RIGHT_COLUMN, y, paper.signer, paper.office.seal if paper.sealed else None)
    document.y = max(left, y + 38)


def sign(document, centre, y, name, seal, space=30):
    """A signature in the space under `y`, the name below it, and the seal over the signature's left third."""
    document.add(Signature(centre - 20, y + 3, 46, name))
    if seal:
        document.add(Seal(centre - 23, y + 12.5, *seal))
    document.centred(name, centre, 14, "b", top=y + space)


def text_at(x, top, text, style, points, colour=BLACK):
    return Text(x, top + points * POINT, text, style, points, colour=colour)
