internal import CCairo

/// Draws on the pages of a PDF file, in points from the top left.
@safe struct CoverPen: ~Copyable {
    private let surface: OpaquePointer
    private let context: OpaquePointer

    /// In Debian wherever fontconfig is, and has every letter of Vietnamese.
    private static let family = "DejaVu Sans"

    init(path: String, title: String) throws(CoverFailure) {
        guard let surface = unsafe cairo_pdf_surface_create(path, CoverLayout.width, CoverLayout.height) else {
            throw CoverFailure(cause: "cairo_pdf_surface_create")
        }
        unsafe cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title)
        guard let context = unsafe cairo_create(surface) else {
            unsafe cairo_surface_destroy(surface)
            throw CoverFailure(cause: "cairo_create")
        }
        unsafe self.surface = unsafe surface
        unsafe self.context = unsafe context
    }

    deinit {
        unsafe cairo_destroy(context)
        unsafe cairo_surface_destroy(surface)
    }

    /// Ends the file; what went wrong while it was drawn is told here.
    func finish() throws(CoverFailure) {
        unsafe cairo_surface_finish(surface)
        for status in [unsafe cairo_status(context), unsafe cairo_surface_status(surface)] where status != CAIRO_STATUS_SUCCESS {
            throw CoverFailure(cause: unsafe String(cString: cairo_status_to_string(status)))
        }
    }

    func endPage() { unsafe cairo_show_page(context) }

    func setFont(size: Double, isBold: Bool) {
        unsafe cairo_select_font_face(
            context, Self.family, CAIRO_FONT_SLANT_NORMAL, isBold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL)
        unsafe cairo_set_font_size(context, size)
    }

    /// In the font that is set.
    func width(of text: String) -> Double {
        var extents = cairo_text_extents_t()
        unsafe cairo_text_extents(context, text, &extents)
        return extents.x_advance
    }

    func write(_ text: String, x: Double, baseline: Double) {
        unsafe cairo_move_to(context, x, baseline)
        unsafe cairo_show_text(context, text)
    }

    func fill(x: Double, y: Double, width: Double, height: Double) {
        unsafe cairo_rectangle(context, x, y, width, height)
        unsafe cairo_fill(context)
    }
}
