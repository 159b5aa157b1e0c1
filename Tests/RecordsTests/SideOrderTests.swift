import Records
import Testing

@Suite("The order of sides") struct SideOrderTests {
    @Test(
        "Fronts and backs are put together sheet by sheet",
        arguments: [
            (SideOrder.asScanned, 5, [1, 2, 3, 4, 5]), (.backsReversed, 6, [1, 6, 2, 5, 3, 4]), (.backsInOrder, 6, [1, 4, 2, 5, 3, 6]),
            (.backsReversed, 1, [1]), (.backsInOrder, 2, [1, 2]), (.backsReversed, 0, [1]),
        ])
    func order(order: SideOrder, count: Int, expected: [Int]) {
        #expect(order.pages(of: count) == expected)
    }

    @Test("Where a side is missing, no order is told", arguments: [SideOrder.backsReversed, .backsInOrder])
    func missing(order: SideOrder) {
        #expect(order.pages(of: 5) == nil)
    }
}
