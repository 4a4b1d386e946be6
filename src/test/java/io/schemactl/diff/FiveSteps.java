package io.schemactl.diff;

import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.Reading;
import io.schemactl.diff.ddl.Unmigratable;
import io.schemactl.diff.plan.Migration;
import io.schemactl.diff.plan.PlanOptions;
import io.schemactl.diff.plan.Planner;
import io.schemactl.diff.plan.Renaming;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The proof of a pair of schemas: they differ as expected, the plan applies to the first, gives the second exactly, leaves no
 * difference, and the plan for the way back does the same.
 */
final class FiveSteps {

    private final PlanOptions options;
    private final List<String> complaints = new ArrayList<>();
    private final List<Way> ways = new ArrayList<>();

    FiveSteps(PlanOptions options) {
        this.options = options;
    }

    /** What went wrong, empty if nothing did. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** How each migration went. */
    List<Way> ways() {
        return List.copyOf(ways);
    }

    static List<Difference> differences(Reading from, Reading to) {
        return Differ.differences(from.catalog(), to.catalog());
    }

    /**
     * Migrates a database and compares what it has become.
     *
     * @param way such as {@code forward}
     * @param database the database, as {@code from} says
     */
    void migrate(String way, CaseDatabase database, Ends ends, Expectation expectation) throws SQLException {
        Optional<String> refusal = expectation.refusal();
        var witness = new Witness(database);
        var done = new ArrayList<Statement>();
        Migration migration;
        try {
            Reading from = rename(database, ends, witness, done);
            migration = Planner.plan(from, ends.to(), options);
            done.addAll(migration.statements());
        } catch (Unmigratable e) {
            ways.add(new Way(way, done, e.getMessage()));
            if (refusal.isEmpty()) {
                complaints.add(way + ": there is no plan: " + e.getMessage());
            } else if (!contains(String.valueOf(e.getMessage()), refusal.get())) {
                complaints.add("%s: the refusal lacks \"%s\": %s".formatted(way, refusal.get(), e.getMessage()));
            }
            return;
        } catch (RuntimeException e) {
            complaints.add(way + ": the planner failed: " + e + at(e));
            return;
        }
        if (refusal.isPresent()) {
            complaints.add("%s: there is a plan although \"%s\"%s".formatted(way, refusal.get(), script(migration)));
            return;
        }
        ways.add(new Way(way, done, null));
        apply(way, database, migration, witness, expectation.kept());
        List<String> contradictions = witness.contradictions();
        if (!contradictions.isEmpty()) {
            complaints.add(
                    "%s: %s%s".formatted(way, String.join("\n" + way + ": ", contradictions), script(migration)));
        }
        compare(way, database.read(), ends.to(), migration);
    }

    /** Gives objects their new names, and says what the database is then. */
    private static Reading rename(CaseDatabase database, Ends ends, Witness witness, List<Statement> done)
            throws SQLException {
        Reading is = ends.from();
        for (int round = 0; round < 5; round++) {
            int before = done.size();
            for (Statement rename : Renaming.statements(differences(is, ends.to()))) {
                if (database.attempt(rename, witness)) {
                    done.add(rename);
                }
            }
            if (done.size() == before) {
                break;
            }
            is = database.read();
        }
        return is;
    }

    private void apply(String way, CaseDatabase database, Migration migration, Witness witness, Optional<String> kept)
            throws SQLException {
        List<String> before = kept.isPresent() ? database.query(kept.get()) : List.of();
        try {
            database.apply(migration.statements(), witness);
        } catch (SQLException e) {
            complaints.add("%s: the plan does not apply: %s%s".formatted(way, e.getMessage(), script(migration)));
            return;
        }
        if (kept.isPresent()) {
            keeps(way, before, database, kept.get(), migration);
        }
    }

    private void keeps(String way, List<String> before, CaseDatabase database, String query, Migration migration) {
        try {
            List<String> after = database.query(query);
            if (!after.equals(before)) {
                complaints.add("%s: rows were %s and are %s%s".formatted(way, before, after, script(migration)));
            }
        } catch (SQLException e) {
            complaints.add("%s: rows cannot be asked for: %s%s".formatted(way, e.getMessage(), script(migration)));
        }
    }

    private void compare(String way, Reading is, Reading shall, Migration migration) {
        List<Difference> left = Differ.differences(is.catalog(), shall.catalog()).stream()
                .filter(difference -> !ColumnOrder.isAllThatDiffers(difference))
                .toList();
        if (!left.isEmpty()) {
            complaints.add("%s: the result differs:%s%s"
                    .formatted(way, differing(left, is.catalog(), shall.catalog()), script(migration)));
        }
        if (!is.unseen().equals(shall.unseen())) {
            complaints.add("%s: unseen objects are %s, not %s".formatted(way, is.unseen(), shall.unseen()));
        }
        if (is.catalog().equals(shall.catalog()) != differences(is, shall).isEmpty()) {
            complaints.add(way + ": the differ and equality disagree");
        }
    }

    private static String differing(List<Difference> differences, Catalog is, Catalog shall) {
        var text = new StringBuilder();
        for (Difference difference : differences) {
            text.append("\n  ").append(GoldenText.headline(difference));
            text.append(GoldenText.contrast(
                    String.valueOf(is.objects().get(difference.key())),
                    String.valueOf(shall.objects().get(difference.key()))));
        }
        return text.toString();
    }

    private static String script(Migration migration) {
        var text = new StringBuilder("\n  by:");
        for (Statement statement : migration.statements()) {
            text.append("\n    ")
                    .append(statement.transactional() ? "" : "alone: ")
                    .append(statement.sql().replace("\n", "\n      "))
                    .append(';');
        }
        return text.toString();
    }

    private static String at(RuntimeException e) {
        return e.getStackTrace().length == 0 ? "" : "\n  at " + e.getStackTrace()[0];
    }

    private static boolean contains(String message, String words) {
        return message.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
    }

    /** Where a migration begins and where it leads to. */
    record Ends(Reading from, Reading to) {
        Ends back() {
            return new Ends(to, from);
        }
    }

    /**
     * How a migration went.
     *
     * @param name such as {@code forward}
     * @param statements what was done, the giving of new names included
     * @param refusal why it ended there; null if it did not
     */
    record Way(
            String name,
            List<Statement> statements,
            @Nullable String refusal) {
        Way {
            statements = List.copyOf(statements);
        }
    }

    /** Words of the reason why there is no migration, or a query whose answer it must not change. */
    record Expectation(Optional<String> refusal, Optional<String> kept) {
        static Expectation none() {
            return new Expectation(Optional.empty(), Optional.empty());
        }
    }
}
