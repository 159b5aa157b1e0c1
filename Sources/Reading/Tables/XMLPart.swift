import CExpat
import CZip

/// One part of an archive, node by node: a chunk is inflated, Expat's callbacks queue what stands in it, and nothing else is kept.
/// Expat reads no external entities unless told to, and bounds how far internal ones grow.
@safe final class XMLPart {
    /// Kept, for the file is a part of it.
    private let archive: ZipArchive
    private let file: OpaquePointer
    private let parser: XML_Parser
    private let queue = NodeQueue()
    private var attributes: [String: String] = [:]
    private var isAtEnd = false
    /// Whether the walk ended because the text is no XML, or could not be inflated.
    private(set) var isBroken = false

    enum Node: Equatable {
        case begin(String)
        case end(String)
        case text(String)
    }

    private static let chunkBytes = 1 << 15

    init?(_ file: OpaquePointer, of archive: ZipArchive) {
        guard let parser = unsafe XML_ParserCreate(nil) else {
            _ = unsafe zip_fclose(file)
            return nil
        }
        self.archive = archive
        unsafe self.file = unsafe file
        unsafe self.parser = unsafe parser
        unsafe XML_SetUserData(parser, Unmanaged.passUnretained(queue).toOpaque())
        unsafe XML_SetElementHandler(
            parser,
            { context, name, attributes in unsafe NodeQueue.of(context)?.begin(name, attributes) },
            { context, name in unsafe NodeQueue.of(context)?.end(name) })
        unsafe XML_SetCharacterDataHandler(parser) { context, bytes, count in unsafe NodeQueue.of(context)?.text(bytes, count) }
    }

    deinit {
        unsafe XML_ParserFree(parser)
        _ = unsafe zip_fclose(file)
    }

    /// The next beginning, end or text; a longer text may come in pieces.
    func next() -> Node? {
        while true {
            if let (node, attributes) = queue.next() {
                self.attributes = attributes
                return node
            }
            guard !isAtEnd else { return nil }
            readChunk()
        }
    }

    /// Of the element whose beginning came last. A name without its prefix finds it under any.
    func attribute(_ name: String) -> String? {
        attributes[name] ?? attributes.first { $0.key.hasSuffix(":" + name) }?.value
    }

    private func readChunk() {
        guard let buffer = unsafe XML_GetBuffer(parser, Int32(Self.chunkBytes)) else { return stop() }
        let count = unsafe zip_fread(file, buffer, zip_uint64_t(Self.chunkBytes))
        guard count >= 0, unsafe XML_ParseBuffer(parser, Int32(count), count == 0 ? 1 : 0) == XML_STATUS_OK else { return stop() }
        if count == 0 { isAtEnd = true }
    }

    private func stop() { (isAtEnd, isBroken) = (true, true) }
}

/// What Expat's callbacks have seen and nobody has asked for yet.
private final class NodeQueue {
    private var nodes: [(XMLPart.Node, [String: String])] = []
    private var place = 0

    static func of(_ context: UnsafeMutableRawPointer?) -> NodeQueue? {
        unsafe context.map { unsafe Unmanaged<NodeQueue>.fromOpaque($0).takeUnretainedValue() }
    }

    func next() -> (XMLPart.Node, [String: String])? {
        guard place < nodes.count else {
            nodes.removeAll(keepingCapacity: true)
            place = 0
            return nil
        }
        place += 1
        return nodes[place - 1]
    }

    func begin(_ name: UnsafePointer<XML_Char>?, _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?) {
        var values: [String: String] = [:]
        if var pair = unsafe attributes {
            while let key = unsafe pair[0], let value = unsafe pair[1] {
                unsafe values[String(cString: key)] = unsafe String(cString: value)
                unsafe pair += 2
            }
        }
        nodes.append((.begin(unsafe Self.local(name)), values))
    }

    func end(_ name: UnsafePointer<XML_Char>?) { nodes.append((.end(unsafe Self.local(name)), [:])) }

    func text(_ bytes: UnsafePointer<XML_Char>?, _ count: Int32) {
        guard let bytes = unsafe bytes else { return }
        let buffer = unsafe UnsafeBufferPointer(start: bytes, count: Int(count))
        nodes.append((.text(unsafe String(decoding: buffer.map { UInt8(bitPattern: $0) }, as: UTF8.self)), [:]))
    }

    /// Without the prefix of a namespace.
    private static func local(_ name: UnsafePointer<XML_Char>?) -> String {
        let name = unsafe name.map { unsafe String(cString: $0) } ?? ""
        return name.split(separator: ":").last.map(String.init) ?? name
    }
}
