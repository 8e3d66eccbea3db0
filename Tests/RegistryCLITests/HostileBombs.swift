extension HostileStatement {
    private static let many = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c)"

    /// What would run for ever, or for long within one call of a function.
    static let bombs =
        endless([
            "\(many) SELECT count(*) FROM c", "\(many) SELECT x FROM c", "\(many) SELECT max(x) FROM c",
            "\(many) SELECT x FROM c WHERE x < 0", "\(many) SELECT sum(length(hex(randomblob(100)))) FROM c",
            "\(many) SELECT * FROM c, c AS d WHERE c.x < 0",
            "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT 1 FROM c) SELECT 1 FROM c WHERE x = 2",
            "\(many) SELECT count(*) FROM c, deal",
            "\(many) SELECT avg(x) OVER (ROWS CURRENT ROW) FROM c LIMIT 1 OFFSET 1000000000",
            """
            WITH t(x) AS (VALUES (1), (2), (3), (4), (5), (6), (7), (8), (9), (10))
            SELECT count(*) FROM t a, t b, t c, t d, t e, t f, t g, t h, t i, t j, t k, t l
            """,
            "SELECT instr(hex(zeroblob(8000000)), hex(zeroblob(3000000)) || '1')",
            "SELECT length(replace(hex(zeroblob(8000000)), hex(zeroblob(3000000)) || '1', ''))",
            "\(many) SELECT sum(instr(hex(zeroblob(7000000)), hex(zeroblob(3000000)) || '1')) FROM c",
        ])
        + heavy([
            "SELECT replace(hex(zeroblob(4000000)), '00', '1') LIKE replace(hex(zeroblob(200)), '00', '%0') || '2'",
            "SELECT hex(zeroblob(4000000)) GLOB replace(hex(zeroblob(200)), '00', '*0') || '1'",
            "SELECT hex(zeroblob(8000000)) LIKE replace(hex(zeroblob(150)), '00', '%0_') || '2'",
            "SELECT trim(hex(zeroblob(3000000)), printf('%.*c', 3000000, 'x') || '0')",
            "SELECT trim(hex(zeroblob(8000000)), hex(zeroblob(4000000)) || '1')",
            "SELECT length(trim(printf('%.*c', 8000000, ' '), printf('%.*c', 8000000, 'x')))",
            "SELECT length(replace(hex(zeroblob(4000000)), '0', '00'))", "SELECT length(printf('%.*c', 15000000, 'x'))",
            "SELECT length(printf('%15000000d', 1))", "SELECT length(printf('%.15000000f', 1.0))",
            "SELECT length(hex(hex(zeroblob(4000000))))", "SELECT length(quote(zeroblob(8000000)))",
            "SELECT json_valid(replace(hex(zeroblob(900)), '0', '['))",
            "SELECT json_valid(hex(zeroblob(8000000)))",
            "SELECT json('[' || replace(hex(zeroblob(500)), '00', '[') || '1')",
            "SELECT count(*) FROM json_each('[' || replace(hex(zeroblob(1000000)), '00', '0,') || '0]')",
            "SELECT count(*) FROM json_tree('[' || replace(hex(zeroblob(1000000)), '00', '[],') || '0]')",
            "SELECT length(json_quote(hex(zeroblob(7000000))))", "SELECT soundex(hex(zeroblob(8000000)))",
            "SELECT length(upper(lower(upper(lower(hex(zeroblob(8000000)))))))",
            "SELECT unicode(hex(zeroblob(8000000)))",
            "SELECT strftime(replace(hex(zeroblob(5000)), '00', '%Y'), 'now')",
            "SELECT date('now', '+99999999999 years')",
            "SELECT abs(-9223372036854775808)", "SELECT 1 / 0, 1 % 0, -9223372036854775808 / -1",
            "SELECT likelihood(1, 0.5), round(1e308, 99999999), char(1114112, -1)",
            "SELECT zeroblob(-1), substr('a', -9e18)",
            "SELECT * FROM deal a, deal b, deal c, deal d, deal e, deal f, deal g, deal h WHERE a.id + b.id < 0",
            "SELECT count(*) FROM corrections a, corrections b, corrections c, corrections d",
            "SELECT count(*) FROM sqlite_schema a, sqlite_schema b, sqlite_schema c, sqlite_schema d",
            "SELECT count(*) FROM pragma_function_list a, pragma_function_list b, pragma_function_list c",
        ])
        + wrong([
            "SELECT " + String(repeating: "(", count: 5000) + "1" + String(repeating: ")", count: 5000),
            "SELECT " + String(repeating: "-", count: 5001) + "1", "SELECT 1" + String(repeating: " + 1", count: 5000),
            "SELECT " + String(repeating: "NOT ", count: 5000) + "1",
            "SELECT " + String(repeating: "abs(", count: 5000) + "1" + String(repeating: ")", count: 5000),
            "SELECT 1" + String(repeating: " UNION ALL SELECT 1", count: 1000),
            "SELECT " + String(repeating: "1,", count: 5000) + "1",
            String(repeating: "SELECT * FROM (", count: 2000) + "SELECT 1" + String(repeating: ")", count: 2000),
            "SELECT max(" + String(repeating: "1,", count: 200) + "1)", "SELECT ?250001", "SELECT :a, :b, :c",
            "SELECT ?",
            "SELECT 'a' LIKE '\(String(repeating: "%_", count: 2000))'",
            "SELECT * FROM " + (1...65).map { "deal d\($0)" }.joined(separator: ", "),
            "WITH RECURSIVE a AS (SELECT * FROM b), b AS (SELECT * FROM a) SELECT * FROM a",
            "SELECT CASE " + String(repeating: "WHEN CASE WHEN 1 THEN ", count: 1000),
            "SELECT 1 IN (" + String(repeating: "SELECT 1 IN (", count: 1500),
        ])
}
