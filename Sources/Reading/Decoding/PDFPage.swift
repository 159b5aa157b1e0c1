import CPoppler
import Glibc
import Records

/// One page of a PDF as Poppler sees it. Owns the page and its document.
@safe struct PDFPage: ~Copyable {
    private let document: OpaquePointer
    /// Only for use while this page lives.
    let pointer: OpaquePointer
    /// Points (1/72 inch), as displayed: `/Rotate` is applied.
    let width: Double
    let height: Double

    init(_ path: String, number: Int) throws(ReadingFailure) {
        PopplerErrors.listen()
        // Poppler closes the descriptor.
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw ReadingFailure(.unreadable, "open: errno \(errno)", mayPass: true) }
        guard let document = unsafe poppler_document_new_from_fd(descriptor, nil, nil) else {
            throw ReadingFailure(.unreadable, "Poppler does not open the PDF")
        }
        guard let page = unsafe poppler_document_get_page(document, Int32(clamping: number - 1)) else {
            unsafe g_object_unref(gpointer(document))
            throw ReadingFailure(.unreadable, "Poppler finds no page \(number)")
        }
        var width = 0.0
        var height = 0.0
        unsafe poppler_page_get_size(page, &width, &height)
        guard width.isFinite, height.isFinite, width >= 1, height >= 1 else {
            unsafe g_object_unref(gpointer(page))
            unsafe g_object_unref(gpointer(document))
            throw ReadingFailure(.unreadable, "a page without size")
        }
        unsafe self.document = document
        unsafe pointer = unsafe page
        self.width = width
        self.height = height
    }

    deinit {
        unsafe g_object_unref(gpointer(pointer))
        unsafe g_object_unref(gpointer(document))
    }

    /// The largest share of the page (0...1) that one image covers.
    func largestImageShare() -> Double {
        let mappings = unsafe poppler_page_get_image_mapping(pointer)
        defer { unsafe poppler_page_free_image_mapping(mappings) }
        var largest = 0.0
        var node = unsafe mappings
        while let item = unsafe node {
            if let mapping = unsafe item.pointee.data?.assumingMemoryBound(to: PopplerImageMapping.self) {
                let area = unsafe mapping.pointee.area
                largest = max(largest, abs((area.x2 - area.x1) * (area.y2 - area.y1)) / (width * height))
            }
            unsafe node = unsafe item.pointee.next
        }
        return min(largest, 1)
    }

    /// The page on white, so many pixels wide and high.
    func render(width pixelWidth: Int, height pixelHeight: Int) throws(ReadingFailure) -> Raster {
        let surface = unsafe cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(clamping: pixelWidth), Int32(clamping: pixelHeight))
        defer { unsafe cairo_surface_destroy(surface) }
        let context = unsafe cairo_create(surface)
        defer { unsafe cairo_destroy(context) }
        unsafe cairo_set_source_rgb(context, 1, 1, 1)
        unsafe cairo_paint(context)
        unsafe cairo_scale(context, Double(pixelWidth) / width, Double(pixelHeight) / height)
        let errorsBefore = PopplerErrors.count
        unsafe poppler_page_render(pointer, context)
        guard unsafe cairo_status(context) == CAIRO_STATUS_SUCCESS, PopplerErrors.count == errorsBefore else {
            throw ReadingFailure(.unreadable, "the page's data is damaged")
        }
        unsafe cairo_surface_flush(surface)
        guard let pixels = unsafe cairo_image_surface_get_data(surface) else { throw ReadingFailure(.tooLarge, "no memory for the page") }
        return try unsafe Raster(
            cairoPixels: pixels, stride: Int(cairo_image_surface_get_stride(surface)), width: pixelWidth, height: pixelHeight)
    }
}
