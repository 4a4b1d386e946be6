package io.schemactl.rows;

import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Draws values of network, geometric and the server's own types. */
final class Rarities {

    private static final Map<String, Scalars.Draw> DRAWS = Map.ofEntries(
            Map.entry("inet", (random, modifier) -> address(random) + "/24"),
            Map.entry("cidr", (random, modifier) -> "10." + random.nextInt(256) + "." + random.nextInt(256) + ".0/24"),
            Map.entry("macaddr", (random, modifier) -> "08002b" + Scalars.hexadecimal(random, 6)),
            Map.entry("macaddr8", (random, modifier) -> "08002b" + Scalars.hexadecimal(random, 10)),
            Map.entry("point", (random, modifier) -> point(random)),
            Map.entry("line", (random, modifier) -> "{1,%d,%d}".formatted(place(random), place(random))),
            Map.entry("lseg", (random, modifier) -> "[%s,%s]".formatted(point(random), point(random))),
            Map.entry("box", (random, modifier) -> box(random)),
            Map.entry(
                    "path", (random, modifier) -> "[%s,%s,%s]".formatted(point(random), point(random), point(random))),
            Map.entry(
                    "polygon",
                    (random, modifier) -> "(%s,%s,%s)".formatted(point(random), point(random), point(random))),
            Map.entry("circle", (random, modifier) -> "<%s,%d>".formatted(point(random), 1 + random.nextInt(5))),
            Map.entry("oid", (random, modifier) -> Scalars.number(random, 1_000_000)),
            Map.entry("xid", (random, modifier) -> Scalars.number(random, 1_000_000)),
            Map.entry("xid8", (random, modifier) -> Scalars.number(random, 1_000_000)),
            Map.entry("cid", (random, modifier) -> Scalars.number(random, 1_000)),
            Map.entry("tid", (random, modifier) -> "(%d,%d)".formatted(random.nextInt(1_000), 1 + random.nextInt(100))),
            Map.entry("pg_lsn", (random, modifier) -> "0/" + Scalars.hexadecimal(random, 7)),
            Map.entry("pg_snapshot", Rarities::snapshot),
            Map.entry("txid_snapshot", Rarities::snapshot),
            Map.entry("int2vector", (random, modifier) -> random.nextInt(100) + " " + random.nextInt(100)),
            Map.entry("oidvector", (random, modifier) -> random.nextInt(100) + " " + random.nextInt(100)),
            Map.entry("aclitem", (random, modifier) -> "=r/pg_monitor"),
            Map.entry("regclass", one("pg_catalog.pg_class", "pg_catalog.pg_type", "pg_catalog.pg_proc")),
            Map.entry("regtype", one("integer", "text", "boolean", "date")),
            Map.entry("regproc", one("pg_catalog.now", "pg_catalog.pi", "pg_catalog.version")),
            Map.entry("regprocedure", one("pg_catalog.now()", "pg_catalog.pi()", "pg_catalog.abs(integer)")),
            Map.entry("regoper", one("pg_catalog.|/", "pg_catalog.||/")),
            Map.entry("regoperator", one("pg_catalog.+(integer,integer)", "pg_catalog.*(integer,integer)")),
            Map.entry("regnamespace", one("pg_catalog", "information_schema")),
            Map.entry("regrole", one("pg_monitor", "pg_signal_backend")),
            Map.entry("regconfig", one("pg_catalog.simple", "pg_catalog.english")),
            Map.entry("regdictionary", one("pg_catalog.simple", "pg_catalog.english_stem")),
            Map.entry("regcollation", one("pg_catalog.\"C\"", "pg_catalog.\"POSIX\"")));

    private Rarities() {}

    static Optional<Scalars.Draw> find(String name) {
        return Optional.ofNullable(DRAWS.get(name));
    }

    private static Scalars.Draw one(String... values) {
        return (random, modifier) -> values[random.nextInt(values.length)];
    }

    private static String address(Random random) {
        return "10.%d.%d.%d".formatted(random.nextInt(256), random.nextInt(256), random.nextInt(256));
    }

    private static int place(Random random) {
        return random.nextInt(10_000);
    }

    private static String point(Random random) {
        return "(%d,%d)".formatted(place(random), place(random));
    }

    /** A small one, so that two of them seldom overlap. */
    private static String box(Random random) {
        int x = place(random);
        int y = place(random);
        return "((%d,%d),(%d,%d))".formatted(x + 1 + random.nextInt(9), y + 1 + random.nextInt(9), x, y);
    }

    private static String snapshot(Random random, int modifier) {
        int first = 1 + random.nextInt(1_000);
        return "%d:%d:%d".formatted(first, first + 5, first + 1);
    }
}
