package io.schemactl.catalog.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.schemactl.shadow.TestDatabase;
import io.schemactl.shadow.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Each column of the newest version's system catalogs is read, or stands in {@code unread-columns.txt} with the reason why not. */
final class CatalogColumnsTest {

    private static final int NEWEST = 18;

    private static final Path LIST = Path.of("src/test/resources/io/schemactl/catalog/read/unread-columns.txt");

    /** Attributes are counted from the first system column on, whose number is -7. */
    private static final String READ = """
            SELECT DISTINCT (m[1])::oid::regclass || ' ' || a.attname
            FROM pg_rewrite r,
                 regexp_matches(r.ev_action::text, '\\{RTEPERMISSIONINFO :relid (\\d+) [^}]*?:selectedCols \\(b([ \\d]*)\\)', 'g') m,
                 regexp_split_to_table(btrim(m[2]), ' ') c (number)
            JOIN pg_attribute a ON a.attnum = c.number::int - 7
            WHERE r.ev_class = 'asked'::regclass AND a.attrelid = (m[1])::oid AND a.attnum > 0""";

    private static final String ALL = """
            SELECT c.relname || ' ' || a.attname
            FROM pg_class c
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
            WHERE c.relkind = 'r' AND c.relnamespace = 'pg_catalog'::regnamespace""";

    @Test
    void eachIsReadOrHasAReasonNotToBe() throws SQLException, IOException {
        try (TestDatabase database = TestServers.freshDatabase(NEWEST);
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            Set<String> unread = new TreeSet<>(rows(statement, ALL));
            for (Query<?> query : Asked.ofReading(NEWEST)) {
                // The rule of a view holds no constant of this type.
                String text =
                        query.text(NEWEST).replace("::pg_catalog.regrole", "::pg_catalog.text::pg_catalog.regrole");
                statement.execute("CREATE TEMPORARY VIEW asked AS " + text);
                unread.removeAll(rows(statement, READ));
                statement.execute("DROP VIEW asked");
            }
            assertEquals(String.join("\n", unread), String.join("\n", listed(unread)));
        }
    }

    private static List<String> rows(Statement statement, String sql) throws SQLException {
        var rows = new ArrayList<String>();
        try (ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }

    /** What is listed; an asterisk stands for all columns of a catalog none of which is read. */
    private static Set<String> listed(Set<String> unread) throws IOException {
        var listed = new TreeSet<String>();
        for (String line : Files.readAllLines(LIST)) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            int colon = line.indexOf(": ");
            assertTrue(colon > 0 && colon + 2 < line.length(), "without a reason: " + line);
            String[] words = line.substring(0, colon).split(" ");
            for (int i = 1; i < words.length; i++) {
                String column = words[0] + " " + words[i];
                if (words[i].equals("*")) {
                    assertTrue(
                            listed.addAll(unread.stream()
                                    .filter(each -> each.startsWith(words[0] + " "))
                                    .toList()),
                            "nothing of " + words[0] + " is unread");
                } else {
                    assertTrue(listed.add(column), "twice: " + column);
                }
            }
        }
        return listed;
    }
}
