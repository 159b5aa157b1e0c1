import Foundation
import Records

/// What the copy says of itself, twice and the same: as XMP, and in the information dictionary that older programs read.
struct ArchivalMetadata {
    private static let producer = "SoHoa"

    private let properties: ArchivalRequest.Properties

    init(_ properties: ArchivalRequest.Properties) { self.properties = properties }

    /// The information dictionary: what programs list.
    var information: [UInt8] {
        var entries = Array("<</Title".utf8) + PDFSyntax.text(Self.clean(properties.title))
        if let agency { entries += Array("/Author".utf8) + PDFSyntax.text(agency) }
        let date = Self.format(properties.createdAt, "yyyyMMddHHmmss")
        return entries + Array("/Producer(\(Self.producer))/CreationDate(D:\(date)Z)>>".utf8)
    }

    /// The XMP packet (ISO 19005-1, 6.7), on one line: it may not be compressed.
    var packet: [UInt8] {
        let date = Self.format(properties.createdAt, "yyyy-MM-dd'T'HH:mm:ss") + "Z"
        let spaces = [
            ("dc", "http://purl.org/dc/elements/1.1/"), ("xmp", "http://ns.adobe.com/xap/1.0/"), ("pdf", "http://ns.adobe.com/pdf/1.3/"),
            ("pdfaid", "http://www.aiim.org/pdfa/ns/id/"),
        ]
        let single = [("pdf:Producer", Self.producer), ("xmp:CreateDate", date)]
        var text = "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?><x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
        text += "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description rdf:about=\"\""
        for (prefix, space) in spaces { text += " xmlns:\(prefix)=\"\(space)\"" }
        for (name, value) in single { text += " \(name)=\"\(value)\"" }
        // Simple readers look for these as elements.
        text += ">" + Self.element("pdfaid:part", "1") + Self.element("pdfaid:conformance", "B")
        return Array((text + "\(structured)</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"w\"?>").utf8)
    }

    private var agency: String? { properties.agency.map(Self.clean).flatMap { $0.isEmpty ? nil : $0 } }
    private var subject: String? { properties.subject.map(Self.clean).flatMap { $0.isEmpty ? nil : $0 } }

    /// What is not one word: the number is one of the paper's identifiers.
    private var structured: String {
        var text = "<dc:title>\(Self.alternatives(properties.title))</dc:title>" + Self.element("dc:identifier", properties.identifier)
        if let agency { text += "<dc:creator>\(Self.list("Seq", agency))</dc:creator>" }
        if let subject, !Self.clean(properties.title).hasSuffix(subject) { text += "<dc:description>\(Self.alternatives(subject))</dc:description>" }
        if let date = properties.issuedOn { text += "<dc:date>\(Self.list("Seq", date.description))</dc:date>" }
        if let number = properties.number { text += "<xmp:Identifier>\(Self.list("Bag", number))</xmp:Identifier>" }
        return text
    }

    private static func element(_ name: String, _ text: String) -> String { "<\(name)>\(escaped(text))</\(name)>" }
    private static func list(_ kind: String, _ text: String) -> String { "<rdf:\(kind)><rdf:li>\(escaped(text))</rdf:li></rdf:\(kind)>" }
    private static func alternatives(_ text: String) -> String { "<rdf:Alt><rdf:li xml:lang=\"x-default\">\(escaped(text))</rdf:li></rdf:Alt>" }

    private static func escaped(_ text: String) -> String {
        clean(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }

    /// NFC on one line, without what XML cannot hold.
    private static func clean(_ text: String) -> String {
        let scalars = text.precomposedStringWithCanonicalMapping.unicodeScalars.map { scalar -> Unicode.Scalar in
            scalar.value < 32 || (0x7F...0x9F).contains(scalar.value) || (0xFFFE...0xFFFF).contains(scalar.value) ? " " : scalar
        }
        return String(String.UnicodeScalarView(scalars)).split(separator: " ").joined(separator: " ")
    }

    private static func format(_ date: Date, _ pattern: String) -> String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.calendar = Calendar(identifier: .gregorian)
        formatter.timeZone = TimeZone(secondsFromGMT: 0)
        formatter.dateFormat = pattern
        return formatter.string(from: date)
    }
}
