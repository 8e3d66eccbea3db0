extension HostileStatement {
    private static func counted(_ most: Int) -> String {
        "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < \(most))"
    }

    /// What would fill the memory, or the disk beside it.
    static let floods =
        large([
            "SELECT zeroblob(1000000000)", "SELECT hex(zeroblob(500000000))", "SELECT hex(zeroblob(16000000))",
            "SELECT replace(hex(zeroblob(8000000)), '0', 'aaaaaaaaaaaaaaaa')", "SELECT printf('%.*c', 1000000000, 'x')",
            "SELECT randomblob(1000000000)", "SELECT quote(zeroblob(16000000))",
            "SELECT hex(hex(hex(zeroblob(4000000))))", "SELECT zeroblob(9000000) || zeroblob(9000000)",
            "SELECT zeroblob(9000000), zeroblob(9000000) FROM deal ORDER BY random()",
            "\(counted(100_000_000)) SELECT x FROM c ORDER BY random()",
            "\(counted(1000)) SELECT randomblob(1000000) FROM c ORDER BY 1",
            "\(counted(1000)) SELECT group_concat(hex(randomblob(500000))) FROM c",
            "\(counted(1000)) SELECT DISTINCT randomblob(1000000) FROM c",
            "\(counted(1000)) SELECT count(DISTINCT randomblob(1000000)) FROM c",
            "\(counted(1000)) SELECT x FROM c GROUP BY randomblob(1000000)",
            "\(counted(1000)) SELECT min(x) OVER (PARTITION BY randomblob(1000000)) FROM c",
            "\(counted(1000)), d AS MATERIALIZED (SELECT randomblob(1000000) AS b FROM c) SELECT count(*) FROM d, d AS e",
            "\(counted(1000)) SELECT x FROM c UNION SELECT randomblob(1000000) FROM c",
            "\(counted(1000)) SELECT json_group_array(hex(randomblob(500000))) FROM c",
            "\(counted(1000)) SELECT json_group_object(x, hex(randomblob(500000))) FROM c",
            "WITH RECURSIVE c(x) AS (SELECT 'x' UNION ALL SELECT x || x FROM c) SELECT length(x) FROM c",
            "WITH RECURSIVE c(x) AS (SELECT zeroblob(1000000) UNION ALL SELECT zeroblob(1000000) FROM c, (VALUES (1), (2))) SELECT 1 FROM c WHERE x = 1",
            "SELECT json_array(\(Array(repeating: "hex(zeroblob(4000000))", count: 8).joined(separator: ", ")))",
            "SELECT \(Array(repeating: "hex(zeroblob(7000000))", count: 20).joined(separator: " || "))",
        ])
        + heavy([
            "SELECT printf('%1000000000d', 1)",
            "WITH RECURSIVE c(x) AS (SELECT 1 UNION SELECT x + 1 FROM c) SELECT count(*) FROM c",
            "WITH RECURSIVE c(x, y) AS (SELECT 1, randomblob(100) UNION SELECT x + 1, randomblob(100) FROM c) SELECT count(*) FROM c",
            "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c UNION ALL SELECT x + 2 FROM c) SELECT max(x) FROM c",
            "SELECT \(Array(repeating: "z", count: 400).joined(separator: ", ")) FROM (SELECT hex(zeroblob(8000000)) AS z)",
            "SELECT \(Array(repeating: "z", count: 400).joined(separator: ", ")) FROM (SELECT zeroblob(16000000) AS z)",
            "SELECT replace(hex(zeroblob(4000000)), '00', char(1))",
            "SELECT replace(hex(zeroblob(5000000)), '00', '\"')",
            "SELECT replace(hex(zeroblob(5000000)), '00', '中')", "SELECT CAST(zeroblob(16000000) AS TEXT)",
            "\(counted(100_000_000)) SELECT x, x, x, x FROM c",
            "\(counted(10_000)) SELECT hex(zeroblob(100000)) FROM c",
        ])
}
