package io.schemactl.prove;

import io.schemactl.rows.Fate;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of rows there and back. */
public final class RowVerdict {

    private final Identifier defaultSchema;
    private final List<Loss> losses = new ArrayList<>();
    private final List<Damage> damages = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /**
     * Rows that the rollback damages.
     *
     * @param table the table
     * @param words what the rollback does to it
     */
    public record Damage(String table, String words) {}

    RowVerdict(Identifier defaultSchema) {
        this.defaultSchema = defaultSchema;
    }

    /** What the rollback takes with it. */
    public List<Loss> losses() {
        return List.copyOf(losses);
    }

    /** What the rollback damages. */
    public List<Damage> damages() {
        return List.copyOf(damages);
    }

    /** What could not be compared. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    void lost(QualifiedName table, @Nullable Identifier column, Loss.Kind kind, long amount) {
        losses.add(new Loss(
                column == null ? shown(table) : "%s.%s".formatted(shown(table), column.display()), kind, amount));
    }

    void deleted(QualifiedName table, long rows) {
        lost(table, null, Loss.Kind.DELETED_ROWS, rows);
    }

    void damaged(QualifiedName table, String words) {
        damages.add(new Damage(shown(table), words));
    }

    void notCompared(QualifiedName table, String reason) {
        notes.add("the rows of %s could not be compared: %s".formatted(shown(table), reason));
    }

    void add(QualifiedName table, Fate fate) {
        String name = shown(table);
        if (fate.deleted() > 0) {
            deleted(table, fate.deleted());
        }
        fate.changed().forEach((column, amount) -> lost(table, column, Loss.Kind.CHANGED_VALUES, amount));
        if (fate.gone() > 0) {
            damaged(table, "takes rows of %s that the story left alone: %s gone".formatted(name, are(fate.gone())));
        }
        if (fate.kept() > 0) {
            damaged(table, "leaves rows in %s that the story put in: %s".formatted(name, rows(fate.kept())));
        }
        if (fate.strange() > 0) {
            damaged(
                    table,
                    "puts rows into %s that were not there before the story: %s".formatted(name, rows(fate.strange())));
        }
        fate.damaged()
                .forEach((column, amount) -> damaged(
                        table,
                        "changes values of %s.%s that the story left alone, in %s"
                                .formatted(name, column.display(), rows(amount))));
    }

    private static String rows(long amount) {
        return amount == 1 ? "1 row" : amount + " rows";
    }

    private static String are(long amount) {
        return amount == 1 ? "1 is" : amount + " are";
    }

    private String shown(QualifiedName name) {
        return name.schema().equals(defaultSchema) ? name.name().display() : name.display();
    }
}
