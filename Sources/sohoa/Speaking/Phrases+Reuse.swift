import Records

/// What is said of a reuse that is none, on the command line and over HTTP.
extension Phrases {
    /// - Parameter option: how the reason is given.
    static func refusal(_ refusal: ReuseRefusal, because option: String) -> String {
        switch refusal {
        case .incomplete: say("phải ghi rõ thành phần và người thực hiện", "the component and who does it must be named")
        case .unknownCase:
            say(
                "không có hồ sơ mang mã này; xem sohoa cases list, hoặc nhập sổ hồ sơ trước",
                "no such case; see sohoa cases list, or import the register")
        case .unknownRecord: say("không có bản ghi mang mã này; xem sohoa reuse find", "no such record; see sohoa reuse find")
        case .notOfCase(let asked):
            say(
                "hồ sơ này không có thành phần ấy; các thành phần: \(asked.joined(separator: ", ")). Nếu sổ ghi thiếu, hãy sửa sổ rồi nhập lại",
                "the case does not ask for it; it asks for: \(asked.joined(separator: ", ")). If the register is wrong, mend and import it again")
        case .madeForEachCase:
            say(
                "thành phần này lập riêng cho từng hồ sơ nên không dùng lại được (reuse: never trong pipelines/procedures.yaml)",
                "this component is made for each case anew (reuse: never in pipelines/procedures.yaml)")
        case .onlyShown:
            say(
                "thành phần này chỉ xuất trình, không lưu nên không tính là dùng lại (reuse: shown trong pipelines/procedures.yaml)",
                "this component is only shown, which is no reuse (reuse: shown in pipelines/procedures.yaml)")
        case .heldBack: say("giấy tờ này đang bị giữ lại nên không dùng lại được", "this paper is held back")
        case .rejected: say("giấy tờ này đã bị loại khi rà soát nên không dùng lại được", "this paper was rejected in review")
        case .damaged:
            say(
                "bản gốc hoặc bản lưu trữ của giấy tờ này đã bị thay đổi nên không dùng lại được; hãy chạy sohoa verify",
                "the original or archival copy of this paper has changed; run sohoa verify")
        case .sameCase: say("giấy tờ này nằm trong chính hồ sơ đó nên không phải là dùng lại", "this paper is the case's own, which is no reuse")
        case .newer:
            say("giấy tờ này ban hành sau ngày tiếp nhận hồ sơ nên không phải là dùng lại", "this paper was issued after the case was received")
        case .noReason(let fault): reason(fault)
        case .unexplained(let doubts):
            say(
                "\(doubts.map(doubt).joined(separator: "; ")). Nếu vẫn đúng, hãy ghi lý do bằng \(option)",
                "\(doubts.map(doubt).joined(separator: "; ")). If it is right all the same, say why with \(option)")
        }
    }

    /// A message by itself, without the name of what it is about before it.
    static func sentence(_ message: String) -> String { message.prefix(1).uppercased() + message.dropFirst() + "." }

    static func doubt(_ doubt: ReuseDoubt) -> String {
        switch doubt {
        case .otherForm: say("giấy tờ không thuộc loại thay được thành phần này", "a paper of this form does not serve this component")
        case .expired: say("giấy tờ đã hết hạn vào ngày tiếp nhận hồ sơ", "the paper had expired when the case was received")
        case .anotherPerson: say("giấy tờ mang tên người khác, không phải người nộp hồ sơ", "the paper names another person than the applicant")
        case .otherMarks:
            say(
                "họ tên trên giấy tờ khác dấu với họ tên người nộp, không có số định danh hay năm sinh để đối chiếu",
                "the name on the paper has other marks than the applicant's, and neither number nor birth to compare by")
        }
    }

    /// Why a reason is none.
    static func reason(_ fault: ReasonFault) -> String {
        switch fault {
        case .saysNothing: say("đó không phải là lý do; hãy ghi rõ bằng chữ", "that is no reason; write one in words")
        case .holdsIdentityNumber:
            say("lý do không được ghi số định danh (9 hoặc 12 chữ số)", "a reason must hold no identity number (9 or 12 digits)")
        }
    }

    /// Said with a reuse that is written.
    static func remark(_ remark: ReuseRemark) -> String {
        switch remark {
        case .componentsUnknown:
            say(
                "chưa đối chiếu được thành phần: bảng thủ tục chưa có thủ tục của hồ sơ, sổ cũng không ghi",
                "component held against nothing: neither the table of procedures nor the register says what the case asks for")
        case .personUnknown:
            say(
                "không đối chiếu được người: giấy tờ và hồ sơ không có gì chung để so",
                "the person could not be compared: paper and case share nothing")
        case .takenLater: say("giấy tờ được số hóa sau ngày tiếp nhận hồ sơ", "the paper was taken in after the case was received")
        }
    }

    /// What a register lists and nothing knows; nil where all is known.
    static func unknownComponents(_ asked: CaseComponents) -> String? {
        guard !asked.unknown.isEmpty else { return nil }
        let words = asked.unknown.map { "\"\($0)\"" }.joined(separator: ", ")
        if asked.procedure == nil {
            return say("Không hiểu thành phần trong sổ: \(words).", "Not understood in the register: \(words).")
        }
        return say(
            "Không hiểu thành phần trong sổ: \(words); dùng danh sách của thủ tục. Sửa sổ hoặc thêm vào pipelines/procedures.yaml.",
            "Not understood in the register: \(words); the procedure's list stands in. Mend the register or pipelines/procedures.yaml.")
    }
}
