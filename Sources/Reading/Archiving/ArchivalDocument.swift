import Records

/// The parts of the copy and how they refer to each other.
final class ArchivalDocument {
    /// Pages of one node of the page tree; an array holds 8,191 entries at most (ISO 19005-1, 6.1.12).
    private static let pagesPerNode = 500

    private let objects: PDFObjects
    private let fonts: InvisibleFonts
    /// Whether anything is in colour: then greys mean what they mean there.
    private var isColoured = false
    /// Above the nodes of the page tree, once there are several.
    private var root: Int?
    /// Nodes of the page tree that are full, with the pages of each.
    private var nodes: [(number: Int, pages: Int)] = []
    private var node: Int
    private var pages: [Int] = []
    /// The colour profile and the JBIG2 globals that were written last: pages of one scanner share theirs.
    private var lastProfile: (bytes: [UInt8], number: Int)?
    private var lastGlobals: (bytes: [UInt8], number: Int)?

    init(_ file: DraftFile) throws(ReadingFailure) {
        objects = try PDFObjects(file)
        fonts = InvisibleFonts(objects)
        node = objects.reserve()
    }

    func add(_ page: ArchivalPage, _ reading: PageReading) throws(ReadingFailure) {
        if pages.count == Self.pagesPerNode {
            try closeNode(under: root ?? objects.reserve())
            node = objects.reserve()
        }
        let rotation = (page.rotation + reading.rotation) % 360
        var contents: [UInt8] = []
        var names = ""
        for (index, placed) in page.images.enumerated() {
            names += "/I\(index) \(try add(placed.image)) 0 R"
            let colour = placed.colour.map { "\($0) " } ?? ""
            if placed.colour?.hasSuffix("rg") == true || placed.image.colourSpace.isColoured { isColoured = true }
            contents += Array("q \(colour)\(PDFSyntax.numbers(placed.matrix.values)) cm/I\(index) Do Q\n".utf8)
        }
        let text = TextLayer(reading, width: page.width, height: page.height, rotation: rotation).contents(fonts)
        contents += text.operators
        let stream = try objects.addCompressedStream("", contents)
        let resources = "/XObject<<\(names)>>" + fonts.resources(text.fonts)
        let turn = rotation == 0 ? "" : "/Rotate \(rotation)"
        let size = PDFSyntax.numbers([0, 0, page.width, page.height])
        pages.append(
            try objects.add(
                "<</Type/Page/Parent \(node) 0 R/MediaBox[\(size)]\(turn)/Resources<<\(resources)>>/Contents \(stream) 0 R>>"))
    }

    func finish(_ metadata: ArchivalMetadata) throws(ReadingFailure) {
        try fonts.finish()
        let tree = try closeTree()
        let (bytes, condition) = try isColoured ? (ColourProfile.sRGB(), "sRGB IEC61966-2.1") : (ColourProfile.grey(), "Gray Gamma 2.2")
        let profile = try objects.addCompressedStream("/N \(isColoured ? 3 : 1)", bytes)
        let packet = try objects.addStream("/Type/Metadata/Subtype/XML", metadata.packet)
        let info = objects.reserve()
        try objects.write(info, metadata.information)
        let intent = "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(\(condition))/Info(\(condition))/DestOutputProfile \(profile) 0 R>>"
        let catalog = try objects.add("<</Type/Catalog/Pages \(tree) 0 R/Lang(vi-VN)/Metadata \(packet) 0 R/OutputIntents[\(intent)]>>")
        try objects.finish(root: catalog, info: info)
    }

    private func closeNode(under root: Int?) throws(ReadingFailure) {
        self.root = root
        let parent = root.map { "/Parent \($0) 0 R" } ?? ""
        try objects.write(node, "<</Type/Pages\(parent)/Count \(pages.count)/Kids[\(Self.references(pages))]>>")
        nodes.append((node, pages.count))
        pages = []
    }

    private func closeTree() throws(ReadingFailure) -> Int {
        try closeNode(under: root)
        guard let root else { return node }
        let count = nodes.reduce(0) { $0 + $1.pages }
        try objects.write(root, "<</Type/Pages/Count \(count)/Kids[\(Self.references(nodes.map(\.number)))]>>")
        return root
    }

    private static func references(_ numbers: [Int]) -> String { numbers.map { "\($0) 0 R" }.joined(separator: " ") }

    private func add(_ image: ImageStream) throws(ReadingFailure) -> Int {
        var entries = "/Type/XObject/Subtype/Image/Width \(image.width)/Height \(image.height)/BitsPerComponent \(image.bitsPerComponent)"
        entries += image.colourSpace == .stencil ? "/ImageMask true" : "/ColorSpace \(try written(image.colourSpace))"
        entries += "/Filter\(image.filter)"
        if let globals = image.globals {
            entries += "/DecodeParms<</JBIG2Globals \(try shared(globals, "", &lastGlobals)) 0 R>>"
        } else if let parameters = image.parameters {
            entries += "/DecodeParms\(parameters)"
        }
        if let decode = image.decode { entries += "/Decode\(decode)" }
        return try objects.addStream(entries, image.bytes)
    }

    private func written(_ space: ImageStream.ColourSpace) throws(ReadingFailure) -> String {
        switch space {
        case .plain(let name): name
        case .stencil: "/DeviceGray"
        case .profile(let bytes, let components): "[/ICCBased \(try shared(bytes, "/N \(components)", &lastProfile)) 0 R]"
        case .indexed(let base, let highest, let colours):
            "[/Indexed \(try written(base)) \(highest) \(PDFSyntax.hexadecimal(colours))]"
        }
    }

    /// The number of a stream of these bytes: that of the last one where it is the same.
    private func shared(_ bytes: [UInt8], _ entries: String, _ last: inout (bytes: [UInt8], number: Int)?) throws(ReadingFailure) -> Int {
        if let last, last.bytes == bytes { return last.number }
        let number = try objects.addCompressedStream(entries, bytes)
        last = (bytes, number)
        return number
    }
}
