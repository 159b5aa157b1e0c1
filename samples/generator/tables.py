"""The two tables of the demonstration: the inventory of files and the list of cases."""

import csv
import os

from generator import papers

INVENTORY_HEAD = [
    "Mã hồ sơ", "Tiêu đề", "Ngày bắt đầu", "Ngày kết thúc", "Thời hạn bảo quản", "Số trang", "Số văn bản", "Hộp", "Đơn vị", "Trạng thái",
]

# code, title, retention, pages not among the samples, documents not among the samples, box, unit, state
INVENTORY = [
    ("HS-2026-01", "Kế hoạch số hóa tài liệu lưu trữ và hồ sơ thủ tục hành chính năm 2026", "20 năm", 0, 0, "01", "UBND xã Nậm Sơn", "in_scope"),
    ("HS-2026-02", "Hồ sơ thành lập Tổ công nghệ số cộng đồng năm 2026", "20 năm", 5, 2, "01", "UBND xã Nậm Sơn", "in_scope"),
    ("HS-2026-03", "Báo cáo chuyển đổi số xã Hoa Ban năm 2026", "Vĩnh viễn", 0, 0, "02", "UBND xã Hoa Ban", "in_scope"),
    ("HS-2026-04", "Nghị quyết của Đảng ủy xã Hoa Ban nhiệm kỳ 2025 - 2030", "Vĩnh viễn", 11, 4, "02", "Đảng ủy xã Hoa Ban", "in_scope"),
    ("HS-2026-05", "Công văn về người có công và thân nhân liệt sĩ năm 2026", "10 năm", 0, 0, "01", "UBND xã Nậm Sơn", "in_scope"),
    ("HS-2026-06", "Hồ sơ khen thưởng Hội thao các dân tộc năm 2026", "10 năm", 3, 1, "03", "UBND xã Nậm Sơn", "in_scope"),
    ("HS-2026-07", "Chương trình trồng cây và bảo vệ rừng đầu nguồn năm 2026", "20 năm", 0, 0, "03", "UBND xã Nậm Sơn", "in_scope"),
    ("HS-2026-08", "Hồ sơ không thuộc diện số hóa", "Vĩnh viễn", 24, 6, "09", "UBND xã Nậm Sơn", "secret"),
    ("HS-2015-33", "Giấy mời, lịch công tác đã hết giá trị", "5 năm", 140, 61, "10", "UBND xã Nậm Sơn", "destroyed"),
]

CASES_HEAD = [
    "case_code", "procedure_code", "procedure_name", "unit", "applicant_name", "applicant_id", "received_on", "closed_on", "channel",
    "result_required", "components",
]
UNIT = "UBND xã Nậm Sơn"
BIRTH = ("1.001193", "Đăng ký khai sinh")
DEATH = ("1.000656", "Đăng ký khai tử")
MARRIAGE = ("1.000894", "Đăng ký kết hôn")
SINGLE = ("1.004873", "Cấp Giấy xác nhận tình trạng hôn nhân")

# code, procedure, applicant, received, closed, channel, result required, components
CASES = [
    ("H35.88.73-260915-0187", BIRTH, papers.VILLAGER, "2026-09-15", "2026-09-16", "counter", 1, ["to_khai_khai_sinh", "giay_chung_sinh"]),
    (papers.CASE_DEATH, DEATH, papers.DAUGHTER, "2026-10-06", "2026-10-08", "counter", 1, ["to_khai_khai_tu", "giay_bao_tu"]),
    (papers.CASE_BIRTH, BIRTH, papers.FATHER, "2026-10-12", "2026-10-14", "counter", 1, ["to_khai_khai_sinh", "giay_chung_sinh", "cccd"]),
    (papers.CASE_SINGLE, SINGLE, papers.BRIDE, "2026-10-19", "2026-10-21", "online", 1, ["to_khai_xac_nhan", "cccd"]),
    ("H35.88.73-261028-0254", MARRIAGE, papers.GROOM, "2026-10-28", "", "counter", 1, ["to_khai_ket_hon", "xac_nhan_hon_nhan", "cccd"]),
    ("H35.88.73-261103-0260", BIRTH, papers.FATHER, "2026-11-03", "", "post", 0, ["don_xac_nhan", "giay_khai_sinh"]),
]


def write_tables(folder, expected):
    write_inventory(os.path.join(folder, "muc_luc.csv"), expected)
    write_cases(os.path.join(folder, "ho_so_tthc.csv"))


def write_inventory(path, expected):
    records = [record for result in expected.values() for record in result["records"]]
    rows = []
    for code, title, retention, other_pages, other_documents, box, unit, state in INVENTORY:
        own = [record for record in records if record["dossier"] == code]
        dates = sorted(record["issued_on"] for record in own)
        start, end = (dates[0], dates[-1]) if dates else ("", "")
        pages = other_pages + sum(len(record["pages"]) for record in own)
        rows.append([code, title, start, end, retention, pages, other_documents + len(own), box, unit, state])
    write(path, INVENTORY_HEAD, rows, ";")


def write_cases(path):
    rows = []
    for code, (procedure, name), applicant, received, closed, channel, result, components in CASES:
        identity = [applicant.name, applicant.id_number]
        rows.append([code, procedure, name, UNIT, *identity, received, closed, channel, result, ";".join(components)])
    write(path, CASES_HEAD, rows, ",", quote_last=True)


def write(path, head, rows, delimiter, quote_last=False):
    with open(path, "w", encoding="utf-8", newline="") as file:
        plain = csv.writer(file, delimiter=delimiter, lineterminator="\n")
        plain.writerow(head)
        for row in rows:
            if quote_last:  # the components hold semicolons: quoted, so that no reader takes those for the delimiter
                file.write(delimiter.join(map(str, row[:-1])) + f'{delimiter}"{row[-1]}"\n')
            else:
                plain.writerow(row)
