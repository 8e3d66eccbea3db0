import CSQLite
import TestSupport
import Testing

/// The memory that the released program gives to SQLite.
@Suite("Pieces of memory")
struct SmallPieceTests {
    private struct Piece {
        var place: UnsafeMutableRawPointer
        var size: Int
        var mark: UInt8

        var isWhole: Bool { UnsafeRawBufferPointer(start: place, count: size).allSatisfy { $0 == mark } }
        func fill() { place.initializeMemory(as: UInt8.self, repeating: mark, count: size) }
    }

    @Test("keep what was written into them, through every change of size", arguments: 1...4)
    func contents(seed: UInt64) throws {
        var dice = Dice(seed: seed)
        var pieces: [Piece] = []
        func size() -> Int { Int.random(in: 1...(Bool.random(using: &dice) ? 600 : 20_000), using: &dice) }
        for step in 0..<20_000 {
            let mark = UInt8(truncatingIfNeeded: step)
            switch Int.random(in: 0...2, using: &dice) {
            case 0 where pieces.count > 100, 1 where pieces.count > 300:
                let piece = pieces.remove(at: Int.random(in: pieces.indices, using: &dice))
                #expect(piece.isWhole)
                registry_piece_give_back(piece.place)
            case 1 where !pieces.isEmpty:
                let index = Int.random(in: pieces.indices, using: &dice)
                let size = size()
                pieces[index].place = try #require(registry_piece_resize(pieces[index].place, Int32(size)))
                pieces[index].size = min(size, pieces[index].size)
                #expect(pieces[index].isWhole)
                (pieces[index].size, pieces[index].mark) = (size, mark)
                pieces[index].fill()
            default:
                let size = size()
                let piece = Piece(
                    place: try #require(registry_piece_take(Int32(size))), size: size, mark: mark)
                #expect(Int(bitPattern: piece.place) % 8 == 0)
                #expect(registry_piece_size(piece.place) == registry_piece_room(Int32(size)))
                #expect(Int(registry_piece_size(piece.place)) >= size)
                piece.fill()
                pieces.append(piece)
            }
        }
        for piece in pieces {
            #expect(piece.isWhole)
            registry_piece_give_back(piece.place)
        }
    }

    @Test("of one size are the same again, once given back")
    func again() throws {
        let first = try #require(registry_piece_take(100))
        registry_piece_give_back(first)
        #expect(registry_piece_take(98) == first)
        registry_piece_give_back(first)
        #expect(registry_piece_size(nil) == 0)
        registry_piece_give_back(nil)
    }
}
