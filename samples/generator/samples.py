"""Which file holds which papers, and how each was scanned. One function a file; `expected.json` comes from the same data."""

import os
from dataclasses import dataclass, field
from typing import Optional

from generator import papers
from generator.born_digital import write_born_digital
from generator.procedures import cover_sheet
from generator.raster import draw_sheet
from generator.scanner import Scanner, shown_through, write_images

SAMPLES = {}


def sample(file):
    def register(function):
        SAMPLES[file] = function
        return function

    return register


@dataclass
class Sample:
    """`parts` are (paper, dossier) in the order they lie in the feeder; a paper of None stands for the dossier's cover sheet."""

    parts: list
    scanner: Scanner = field(default_factory=Scanner)
    born_digital: bool = False
    blank_back: bool = False  # fed through a duplex scanner: an empty back after the last sheet
    page_turns: dict = field(default_factory=dict)  # page number -> how far that sheet was fed turned
    cut_at: Optional[float] = None  # the scanner lost the network here: the fraction of the bytes that arrived

    def make(self, root, file):
        """Writes the file and returns what a reader of it must find."""
        path = os.path.join(root, file)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        sheets, records = [], []
        for paper, dossier in self.parts:
            if paper is None:
                sheets += cover_sheet(dossier)
                continue
            laid_out = paper.layout()
            pages = list(range(len(sheets) + 1, len(sheets) + len(laid_out) + 1))
            sheets += laid_out
            record = {"pages": pages, **paper.expected(), "dossier": dossier}
            check_printed(file, record, " ".join(sheet.text() for sheet in laid_out))
            records.append(record)
        if self.born_digital:
            write_born_digital(path, sheets, records[0]["subject"])
        else:
            write_images(path, self.scanned(sheets, file), self.scanner)
        if self.cut_at:
            cut(path, self.cut_at)
            return outcome("rejected", None, [], {"code": "truncated"})
        pages = len(sheets) + (1 if self.blank_back else 0)
        mark = next((paper.mark for paper, _ in self.parts if getattr(paper, "mark", None)), None)
        if mark:
            return outcome("restricted", pages, [], {"code": "secret_mark", "mark": mark})
        return outcome("recorded", pages, records, None)

    def scanned(self, sheets, file):
        images = [draw_sheet(sheet, self.scanner.dpi) for sheet in sheets]
        if self.blank_back:
            images.append(shown_through(images[-1]))
        scans = []
        for number, image in enumerate(images, 1):
            scanner = self.scanner
            if number in self.page_turns:
                scanner = Scanner(**{**vars(scanner), "turn": self.page_turns[number]})
            scans.append(scanner.scan(image, f"{file} {number}"))
        return scans


def outcome(name, pages, records, reason):
    return {"outcome": name, "pages": pages, "reason": reason, "records": records}


def check_printed(file, record, text):
    """Nothing may be expected that is not on the paper."""
    plain = text.lower()
    wanted = list(record["words"]) + [record[key] for key in ("number", "symbol", "agency", "parent_agency", "subject", "signer_name")]
    wanted += [person[key] for person in record.get("persons", []) for key in ("name", "id_number")]
    for value in wanted:
        if value and value.lower() not in plain:
            raise SystemExit(f"generate: {file}: expected but not printed: {value!r}")


def cut(path, fraction):
    with open(path, "rb") as file:
        data = file.read()
    with open(path, "wb") as file:
        file.write(data[: int(len(data) * fraction)])


# --- archive -------------------------------------------------------------------------------------------------------------


@sample("archive/HS-2026-01.0000001.pdf")
def ke_hoach():
    return Sample([(papers.ke_hoach(), "HS-2026-01")], Scanner(skew=-0.4, holes=True, shadow=True))


@sample("archive/HS-2026-02/quyet-dinh-to-cong-nghe-so.pdf")
def quyet_dinh():
    return Sample([(papers.quyet_dinh(), "HS-2026-02")], Scanner(colour="rgb", skew=0.3))


@sample("archive/HS-2026-03/bao-cao-9-thang.tif")
def bao_cao():
    return Sample([(papers.bao_cao(), "HS-2026-03")], Scanner(colour="bilevel", skew=0.5, noise=6, blur=0.3))


@sample("archive/HS-2026-04/nghi-quyet-dang-uy.pdf")
def nghi_quyet_dang_uy():
    return Sample([(papers.nghi_quyet_dang_uy(), "HS-2026-04")], Scanner(colour="rgb", skew=-0.2, paper=(249, 245, 232)))


@sample("archive/HS-2026-07.0000001.pdf")
def chuong_trinh():
    return Sample([(papers.chuong_trinh(), "HS-2026-07")], born_digital=True)


@sample("archive/lo-quet-2-to-bia.pdf")
def batch():
    first, second = (papers.batch_first(), "HS-2026-05"), (papers.batch_second(), "HS-2026-06")
    return Sample([(None, "HS-2026-05"), first, (None, "HS-2026-06"), second], Scanner(skew=0.6))


@sample("archive/cong-van-dao-on.jpg")
def cong_van():
    return Sample([(papers.cong_van(), None)], Scanner(colour="rgb", skew=-0.7, noise=2.2, paper=(244, 242, 236), quality=50))


@sample("archive/thong-bao-tiep-cong-dan.png")
def thong_bao():
    return Sample([(papers.thong_bao(), None)], Scanner(colour="bilevel", skew=0.2, noise=5))


@sample("archive/to-trinh-nghieng-3-do.pdf")
def to_trinh():
    return Sample([(papers.to_trinh(), None)], Scanner(skew=3.0))


@sample("archive/giay-moi-nguoc-dau.pdf")
def giay_moi():
    return Sample([(papers.giay_moi(), None)], Scanner(skew=-0.5, turn=180))


@sample("archive/bien-ban-xoay-ngang.tif")
def bien_ban():
    return Sample([(papers.bien_ban(), None)], Scanner(colour="bilevel", skew=0.4, noise=5, blur=0.3, turn=90))


@sample("archive/huong-dan-hai-mat.pdf")
def huong_dan():
    return Sample([(papers.huong_dan(), None)], Scanner(skew=0.3), blank_back=True)


@sample("archive/nghi-quyet-hdnd-300dpi.pdf")
def nghi_quyet_hdnd():
    return Sample([(papers.nghi_quyet_hdnd(), None)], Scanner(dpi=300, skew=-0.3, quality=45))


@sample("archive/cong-van-bao-mat-mat-ong.pdf")
def cong_van_bao_mat():
    return Sample([(papers.cong_van_bao_mat(), None)], Scanner(skew=0.4, fade=0.15))


@sample("archive/dau-mat-do.pdf")
def mat():
    return Sample([(papers.mat(), None)], Scanner(colour="rgb", skew=0.4))


@sample("archive/dau-tuyet-mat-den-trang.tif")
def tuyet_mat():
    return Sample([(papers.tuyet_mat(), None)], Scanner(colour="bilevel", skew=-0.6, noise=8))


@sample("archive/dau-toi-mat-xam.pdf")
def toi_mat():
    return Sample([(papers.toi_mat(), None)], Scanner(skew=-0.3))


@sample("archive/quet-do-dang.pdf")
def cut_short():
    return Sample([(papers.thong_bao(), None)], Scanner(colour="bilevel"), cut_at=0.4)


# --- procedures ----------------------------------------------------------------------------------------------------------


@sample(f"tthc/{papers.CASE_BIRTH}/to-khai-khai-sinh.jpg")
def to_khai_khai_sinh():
    return Sample([(papers.to_khai_khai_sinh(), papers.CASE_BIRTH)], Scanner(skew=0.8, noise=2.4, paper=(243, 243, 241)))


@sample(f"tthc/{papers.CASE_BIRTH}/giay-khai-sinh.pdf")
def giay_khai_sinh():
    return Sample([(papers.giay_khai_sinh(), papers.CASE_BIRTH)], Scanner(colour="rgb", skew=-0.3, paper=(252, 244, 236)))


@sample("tthc/giay-tiep-nhan-qr.pdf")
def bien_nhan():
    return Sample([(papers.bien_nhan(), papers.CASE_BIRTH)], Scanner(skew=0.5))


@sample(f"tthc/{papers.CASE_SINGLE}.0000001.pdf")
def xac_nhan_hon_nhan():
    return Sample([(papers.xac_nhan_hon_nhan(), papers.CASE_SINGLE)], Scanner(colour="rgb", skew=0.2))


@sample(f"tthc/{papers.CASE_DEATH}/to-khai-khai-tu.pdf")
def to_khai_khai_tu():
    return Sample([(papers.to_khai_khai_tu(), papers.CASE_DEATH)], Scanner(colour="bilevel", skew=0.6, noise=8))


@sample(f"tthc/{papers.CASE_DEATH}/trich-luc-khai-tu.pdf")
def trich_luc_khai_tu():
    return Sample([(papers.trich_luc_khai_tu(), papers.CASE_DEATH)], Scanner(colour="rgb", skew=-0.4))


@sample("tthc/don-xac-nhan.png")
def don_xac_nhan():
    return Sample([(papers.don_xac_nhan(), None)], Scanner(colour="bilevel", skew=-0.5, noise=6))
