"""Papers of administrative procedures: declarations, civil-status papers, the receipt."""

from dataclasses import dataclass, field
from datetime import date
from typing import Optional

from generator.administrative import sign, text_at
from generator.page import CENTRE, LEFT, LEFT_COLUMN, RIGHT, RIGHT_COLUMN, Document, QRCode, width_of

# The codes that stand in the place of NĐ 30's for papers of administrative procedures.
PAPER_CODES = {
    "to_khai_khai_sinh": "TK_KHAI_SINH",
    "to_khai_khai_tu": "TK_KHAI_TU",
    "giay_khai_sinh": "GIAY_KHAI_SINH",
    "trich_luc_khai_tu": "TRICH_LUC_KHAI_TU",
    "xac_nhan_hon_nhan": "XN_HON_NHAN",
    "bien_nhan": "BIEN_NHAN",
    "don_xac_nhan": "DON_XAC_NHAN",
}


@dataclass
class Person:
    name: str
    sex: str  # Nam, Nữ
    born_on: date
    tail: str  # the six digits that tell people of one year apart
    area: str = "013"  # a number no province has, so that nobody has these identities

    @property
    def id_number(self):
        century = (self.born_on.year // 100 - 19) * 2 + (0 if self.sex == "Nam" else 1)
        return f"{self.area}{century}{self.born_on.year % 100:02}{self.tail}"


@dataclass
class Form:
    """A paper of a procedure: `rows` are what stands between the title and the signatures."""

    form: str
    title: str
    place: str
    rows: list
    signatures: list  # (centre, lines above, name, seal or None)
    words: list
    persons: list = field(default_factory=list)  # those whose name is printed: (person, fields printed beside the name)
    subtitle: Optional[str] = None
    agency: Optional[str] = None  # where the paper names it outside a header block
    header: Optional[tuple] = None  # parent, agency lines, for papers with an agency block
    number: Optional[str] = None
    symbol: Optional[str] = None
    number_line: Optional[str] = None
    issued_on: Optional[date] = None
    date_line: bool = True
    subject: Optional[str] = None
    signer: Optional[str] = None
    case_code: Optional[str] = None
    qr: bool = False
    addressed_to: Optional[str] = None

    def expected(self):
        return {
            "kind": "tthc",
            "form": self.form,
            "type_code": PAPER_CODES[self.form],
            "number": self.number,
            "symbol": self.symbol,
            "issued_on": self.issued_on.isoformat() if self.issued_on else None,
            "place": self.place if self.date_line else None,
            "agency": " ".join(self.header[1]) if self.header else self.agency,
            "parent_agency": self.header[0] if self.header else None,
            "subject": self.subject,
            "signer_name": self.signer,
            "words": self.words,
            "persons": [
                {
                    "name": person.name,
                    "id_number": person.id_number if "id" in printed else None,
                    "born_on": person.born_on.isoformat() if "born" in printed else None,
                    "sex": person.sex if "sex" in printed else None,
                }
                for person, printed in self.persons
            ],
        }

    def layout(self):
        document = Document(points=13.5, leading=1.42)
        if self.header:
            self.office_header(document)
        else:
            self.national_header(document)
        document.centred(self.title, CENTRE, 16 if len(self.title) < 30 else 14, "b")
        if self.subtitle:
            document.centred(self.subtitle, CENTRE, 13, "i")
        if self.case_code:
            document.centred(f"Mã hồ sơ: {self.case_code}", CENTRE, 13, "b")
        document.skip(3)
        if self.addressed_to:
            document.centred(f"Kính gửi: {self.addressed_to}", CENTRE, 14)
            document.skip(3)
        for row in self.rows:
            if callable(row):
                row(document)
            else:
                document.paragraph(row, indent=0, after=0.9)
        document.skip(3)
        self.sign(document)
        return document.sheets

    def national_header(self, document):
        document.centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", CENTRE, 13, "b", top=document.y)
        width = document.centred("Độc lập - Tự do - Hạnh phúc", CENTRE, 14, "b", top=document.y + 5.6)
        document.rule(CENTRE, width, document.y + 12.4, 0.35)
        document.skip(18)
        if self.number_line:
            right = RIGHT - width_of(self.number_line, "", 13)
            document.add(text_at(right, document.y - 2, self.number_line, "", 13))
            document.skip(6)

    def office_header(self, document):
        parent, lines = self.header
        top = document.y
        document.centred(parent, LEFT_COLUMN, 12, top=top)
        y = top + 5.3
        for line in lines:
            width = document.centred(line, LEFT_COLUMN, 12, "b", top=y)
            y += 5.3
        document.rule(LEFT_COLUMN, width * 0.5, y + 0.6)
        y += 2.2
        document.centred(self.number_line, LEFT_COLUMN, 13, top=y)
        document.centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", RIGHT_COLUMN, 12, "b", top=top)
        width = document.centred("Độc lập - Tự do - Hạnh phúc", RIGHT_COLUMN, 13, "b", top=top + 5.3)
        document.rule(RIGHT_COLUMN, width, top + 11.8, 0.35)
        if self.date_line:
            document.centred(self.dated(), RIGHT_COLUMN, 13, "i", top=y)
        document.y = y + 10
        if self.qr:
            document.add(QRCode(LEFT + 1, document.y, 24, self.case_code))
            document.skip(28)

    def dated(self):
        month = f"{self.issued_on.month:02}" if self.issued_on.month < 3 else str(self.issued_on.month)
        return f"{self.place}, ngày {self.issued_on.day:02} tháng {month} năm {self.issued_on.year}"

    def sign(self, document):
        document.room(62)
        top = document.y
        if self.date_line and not self.header:
            document.centred(self.dated(), RIGHT_COLUMN, 13, "i", top=top)
            top += 6.2
        for centre, lines, name, seal in self.signatures:
            y = top
            for line in lines:
                document.centred(line, centre, 13, "i" if line.startswith("(") else "b", top=y)
                y += 6
            if name:
                sign(document, centre, y, name, seal)


def cover_sheet(dossier):
    """The sheet that files the pages behind it."""
    document = Document()
    document.y = 62
    document.centred("TỜ BÌA SỐ HÓA", CENTRE, 30, "b")
    document.skip(6)
    size = 62
    document.add(QRCode(CENTRE - size / 2, document.y, size, f"SOHOA|1|dossier={dossier}"))
    document.skip(size + 10)
    document.centred(f"Mã hồ sơ: {dossier}", CENTRE, 24, "b")
    document.skip(6)
    document.centred("Đặt tờ này lên trên các trang của hồ sơ trước khi quét.", CENTRE, 14, "i")
    document.centred("Tờ bìa không lưu vào hồ sơ.", CENTRE, 14, "i")
    return document.sheets
