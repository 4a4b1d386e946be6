package io.schemactl.prove;

import io.schemactl.catalog.Sequence;
import io.schemactl.finding.Finding;
import io.schemactl.prove.RowJudge.Stage;
import io.schemactl.rows.TableContents.Content;
import io.schemactl.sql.QualifiedName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/** Tells what a story and its rollback did to sequences, large objects and the database itself. */
public final class HoldingsJudge {

    private final Returning returning;
    private final Stage before;
    private final Holdings was;
    private final Holdings there;
    private final List<Loss> losses = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    /**
     * A judge of one story.
     *
     * @param returning says what is wrong
     * @param before schema and rows before the story
     * @param was what the database held then
     * @param there what it holds right after the story
     */
    public HoldingsJudge(Returning returning, Stage before, Holdings was, Holdings there) {
        this.returning = returning;
        this.before = before;
        this.was = was;
        this.there = there;
    }

    /** What the rollback takes with it. */
    public List<Loss> losses() {
        return List.copyOf(losses);
    }

    /** What the rollback makes wrong. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /**
     * Judges what the database holds after the rollback.
     *
     * @param after the schema and rows then
     * @param holdings what else it holds then
     */
    public void judge(Stage after, Holdings holdings) {
        before.catalog()
                .all(Sequence.class)
                .filter(sequence -> !sequence.cycle())
                .forEach(sequence -> {
                    BigDecimal value = was.sequences().get(sequence.name());
                    BigDecimal now = holdings.sequences().get(sequence.name());
                    if (value != null && now != null && isBehind(sequence, value, now)) {
                        judgeSequence(sequence, after, value, now);
                    }
                });
        SortedSet<Long> objects = new TreeSet<>(was.largeObjects().keySet());
        objects.addAll(holdings.largeObjects().keySet());
        objects.forEach(id -> judgeLargeObject(id, holdings));
        judgeOwner(was.owner(), holdings.owner());
    }

    private static boolean isBehind(Sequence sequence, BigDecimal value, BigDecimal now) {
        return sequence.increment() > 0 ? now.compareTo(value) < 0 : now.compareTo(value) > 0;
    }

    private void judgeSequence(Sequence sequence, Stage after, BigDecimal value, BigDecimal now) {
        QualifiedName name = sequence.name();
        Sequence.Owner owner = sequence.owner();
        if (owner != null && rows(after, owner.relation()) == 0) {
            return;
        }
        if (owner == null && !there.sequences().containsKey(name)) {
            losses.add(new Loss(returning.shown(name), Loss.Kind.POSITION, value.longValue()));
            return;
        }
        findings.add(returning.rollback(
                "rollback-sequence",
                "sequence " + returning.shown(name),
                "sequence %s gives out numbers again: its next one is %s, and was %s before the story"
                        .formatted(returning.shown(name), now.toPlainString(), value.toPlainString()),
                owner == null
                        ? "set it in the rollback block with `setval`, or leave it alone"
                        : "set it in the rollback block: SELECT setval('%s', max(%s)) FROM %s"
                                .formatted(
                                        name.quoted(),
                                        owner.column().quoted(),
                                        owner.relation().quoted())));
    }

    private static long rows(Stage stage, QualifiedName table) {
        Content content = stage.contents().tables().get(table);
        return content == null ? 0 : RowCounting.rows(content);
    }

    private void judgeLargeObject(long id, Holdings holdings) {
        String old = was.largeObjects().get(id);
        String now = holdings.largeObjects().get(id);
        if (Objects.equals(old, now)) {
            return;
        }
        String object = "large object " + id;
        if (old != null && !old.equals(there.largeObjects().get(id))) {
            losses.add(new Loss(object, Loss.Kind.LARGE_OBJECT, 1));
            return;
        }
        String words = old == null ? "exists, but should not" : "is not what it was";
        findings.add(returning.rollback(
                "rollback-large-object",
                object,
                "%s %s".formatted(object, now == null ? "is missing" : words),
                "make the rollback block take back all that the changes do, and no more"));
    }

    private void judgeOwner(String old, String now) {
        if (!old.equals(now)) {
            findings.add(returning.rollback(
                    "rollback-setting",
                    "database owner",
                    "database owner is %s, expected %s".formatted(now, old),
                    "make the rollback block set it back"));
        }
    }
}
