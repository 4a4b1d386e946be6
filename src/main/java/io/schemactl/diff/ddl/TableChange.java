package io.schemactl.diff.ddl;

import io.schemactl.catalog.Column;
import io.schemactl.catalog.ForeignKey;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Part;
import io.schemactl.catalog.Persistence;
import io.schemactl.catalog.Table;
import io.schemactl.diff.Hazard;
import io.schemactl.diff.Statement;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What turns one table into another of the same name, columns aside. */
final class TableChange {

    private static final Identifier HEAP = new Identifier("heap");

    /** The version from which on a table's access method can be changed. */
    private static final int ACCESS_METHOD_CHANGES = 15;

    private final Table from;
    private final Table to;
    private final Context context;

    TableChange(Table from, Table to, Context context) {
        this.from = from;
        this.to = to;
        this.context = context;
    }

    List<Step> steps() {
        refuseOtherForm();
        var steps = new ArrayList<Step>();
        var statements = new ArrayList<Statement>();
        statements.addAll(storage());
        statements.addAll(security(from.rowSecurity(), to));
        if (from.foreign() != null && to.foreign() != null) {
            String changes = Words.foreignOptionChanges(
                    from.foreign().options(), to.foreign().options());
            if (!changes.isEmpty()) {
                statements.add(Statement.of(
                        "ALTER FOREIGN TABLE " + to.name().quoted() + changes,
                        Hazard.accessExclusive(to.name().display())));
            }
        }
        if (!statements.isEmpty()) {
            steps.add(Step.changing(Part.of(to.key()), statements.toArray(Statement[]::new)));
        }
        if (from.persistence() != to.persistence()) {
            steps.add(persistence());
        }
        steps.addAll(replicaIdentity(from.replicaIdentity(), to));
        steps.addAll(inheritance());
        steps.addAll(typeOf(from.ofType(), to, context));
        return steps;
    }

    private void refuseOtherForm() {
        String name = to.name().display();
        if (from.form() != to.form()) {
            throw new Unmigratable("table %s: %s cannot become %s without moving its rows to another table"
                    .formatted(name, from.form().word(), to.form().word()));
        }
        if (!Objects.equals(from.inheritance().partitionKey(), to.inheritance().partitionKey())) {
            throw new Unmigratable("table %s: its partition key cannot change from %s to %s without moving its rows"
                    .formatted(
                            name,
                            from.inheritance().partitionKey(),
                            to.inheritance().partitionKey()));
        }
    }

    private List<Statement> storage() {
        var statements = new ArrayList<Statement>();
        String name = to.name().display();
        String alter = "ALTER TABLE " + to.name().quoted() + " ";
        var rewrite = new Hazard(Hazard.Type.TABLE_REWRITE, name, "ACCESS EXCLUSIVE");
        Words.parameterChanges(from.storage().options(), to.storage().options())
                .forEach(change -> statements.add(OptionLocks.statement(alter, change, to.name(), context)));
        if (!Objects.equals(from.storage().tablespace(), to.storage().tablespace())) {
            Identifier tablespace = to.storage().tablespace() == null
                    ? new Identifier("pg_default")
                    : to.storage().tablespace();
            statements.add(Statement.of(
                    alter + "SET TABLESPACE " + tablespace.quoted(),
                    to.form() == Table.Form.PARTITIONED
                            ? new Hazard[] {Hazard.accessExclusive(name)}
                            : new Hazard[] {rewrite, Hazard.accessExclusive(name)}));
        }
        statements.addAll(accessMethod());
        return statements;
    }

    /** A partitioned table has none of its own: it has one for its partitions, or leaves that to the database. */
    private List<Statement> accessMethod() {
        String old = TableCreation.accessMethod(from).orElse("DEFAULT");
        String wanted = TableCreation.accessMethod(to).orElse("DEFAULT");
        if (old.equals(wanted)) {
            return List.of();
        }
        String name = to.name().display();
        if (context.majorVersion() < ACCESS_METHOD_CHANGES) {
            throw new Unmigratable("table %s: its access method cannot change before PostgreSQL %d"
                    .formatted(name, ACCESS_METHOD_CHANGES));
        }
        boolean partitioned = to.form() == Table.Form.PARTITIONED;
        String method = partitioned ? wanted : TableCreation.accessMethod(to).orElse(HEAP.quoted());
        var rewrite = new Hazard(Hazard.Type.TABLE_REWRITE, name, "ACCESS EXCLUSIVE");
        return List.of(Statement.of(
                "ALTER TABLE %s SET ACCESS METHOD %s".formatted(to.name().quoted(), method),
                partitioned
                        ? new Hazard[] {Hazard.accessExclusive(name)}
                        : new Hazard[] {rewrite, Hazard.accessExclusive(name)}));
    }

    /** A permanent table refers to no unlogged one, not even for a moment. */
    private Step persistence() {
        boolean unlogged = to.persistence() == Persistence.UNLOGGED;
        String name = to.name().display();
        var statement = Statement.of(
                "ALTER TABLE %s SET %s".formatted(to.name().quoted(), unlogged ? "UNLOGGED" : "LOGGED"),
                new Hazard(Hazard.Type.TABLE_REWRITE, name, "ACCESS EXCLUSIVE"),
                Hazard.accessExclusive(name));
        Stream<ForeignKey> keys = unlogged
                ? context.from().relationships().foreignKeysTo(to.name()).stream()
                : context.from().partsOf(to.name(), Kind.CONSTRAINT, ForeignKey.class);
        Set<Part> after = keys.filter(key -> !key.relation().equals(key.referenced()))
                .map(key -> persistence(unlogged ? key.relation() : key.referenced()))
                .collect(Collectors.toSet());
        return new Step(List.of(statement), Set.of(persistence(to.name())), Set.of(), after);
    }

    private static Part persistence(QualifiedName table) {
        return new Part(ObjectKey.of(Kind.TABLE, table), new Identifier("\u0001persistence"), true);
    }

    /** What makes a table one of a composite type, and what ends that. */
    static List<Step> typeOf(@Nullable QualifiedName from, Table to, Context context) {
        if (Objects.equals(from, to.ofType())) {
            return List.of();
        }
        String alter = "ALTER TABLE " + to.name().quoted();
        Hazard[] lock = Hazards.on(context, to.name(), Hazards.ACCESS_EXCLUSIVE);
        if (to.ofType() == null) {
            return List.of(Step.changing(Part.of(to.key()), Statement.of(alter + " NOT OF", lock)));
        }
        return List.of(new Step(
                        List.of(Statement.of(alter + " OF " + to.ofType().quoted(), lock)), Set.of(), Set.of())
                .after(TableDdl.parts(to)));
    }

    /** What turns some row security into a table's. */
    static List<Statement> security(Table.RowSecurity from, Table to) {
        var statements = new ArrayList<Statement>();
        var lock = Hazard.accessExclusive(to.name().display());
        String alter = "ALTER TABLE " + to.name().quoted() + " ";
        if (from.enabled() != to.rowSecurity().enabled()) {
            statements.add(Statement.of(
                    alter + (to.rowSecurity().enabled() ? "ENABLE" : "DISABLE") + " ROW LEVEL SECURITY", lock));
        }
        if (from.forced() != to.rowSecurity().forced()) {
            statements.add(
                    Statement.of(alter + (to.rowSecurity().forced() ? "" : "NO ") + "FORCE ROW LEVEL SECURITY", lock));
        }
        return statements;
    }

    /** What gives a table its replica identity; that of an index comes after the index. */
    static List<Step> replicaIdentity(Table.@Nullable ReplicaIdentity from, Table to) {
        Table.ReplicaIdentity wanted = to.replicaIdentity();
        boolean usual = from == null && wanted.choice() == Table.ReplicaIdentity.Choice.DEFAULT;
        if (usual || wanted.equals(from) || to.form() == Table.Form.FOREIGN) {
            return List.of();
        }
        String choice = wanted.index() == null
                ? wanted.choice().name()
                : "USING INDEX " + wanted.index().quoted();
        var statement = Statement.of(
                "ALTER TABLE ONLY %s REPLICA IDENTITY %s".formatted(to.name().quoted(), choice),
                Hazard.accessExclusive(to.name().display()));
        var step = new Step(List.of(statement), Set.of(), Set.of());
        return List.of(
                wanted.index() == null
                        ? step.after(Set.of(Part.of(to.key())))
                        : step.after(Set.of(
                                Part.of(to.key()),
                                Part.of(ObjectKey.ofPart(Kind.INDEX, to.name(), wanted.index())),
                                Part.of(ObjectKey.ofPart(Kind.CONSTRAINT, to.name(), wanted.index())))));
    }

    private List<Step> inheritance() {
        Table.Inheritance old = from.inheritance();
        Table.Inheritance wanted = to.inheritance();
        if (wanted.detachPending() && !old.detachPending()) {
            throw new Unmigratable("TABLE " + to.name().quoted(), "DETACH PARTITION CONCURRENTLY that did not end");
        }
        if (old.equals(wanted)) {
            return List.of();
        }
        if (Rebinding.contains(to.name(), context)) {
            return Rebinding.steps(to, context);
        }
        var steps = new ArrayList<Step>();
        if (old.partitionBound() != null) {
            steps.add(Detachment.step(from, to, context));
        }
        if (wanted.partitionBound() != null) {
            steps.add(PartitionSteps.attach(to, context));
        }
        if (old.partitionBound() == null && wanted.partitionBound() == null) {
            steps.addAll(parents(old.parents(), wanted.parents()));
        }
        return steps;
    }

    private List<Step> parents(List<QualifiedName> old, List<QualifiedName> wanted) {
        var order = new ArrayList<>(old);
        order.retainAll(wanted);
        wanted.stream().filter(parent -> !old.contains(parent)).forEach(order::add);
        if (!order.equals(wanted)) {
            return List.of(reorder(old, wanted));
        }
        var steps = new ArrayList<Step>();
        if (to.columns().stream().anyMatch(Column::inherited) && !wanted.containsAll(old) && !old.containsAll(wanted)) {
            return List.of(moving(old, wanted));
        }
        for (QualifiedName parent : old) {
            if (!wanted.contains(parent)) {
                var statements = new ArrayList<Statement>();
                statements.add(inherit("NO INHERIT ", parent));
                statements.addAll(NotNullName.restored(to, context));
                steps.add(new Step(statements, Set.of(Part.of(to.key())), Set.of(PartitionSteps.detachment(to.key()))));
            }
        }
        for (QualifiedName parent : wanted) {
            if (!old.contains(parent)) {
                steps.add(new Step(List.of(inherit("INHERIT ", parent)), Set.of(), Set.of()).after(TableDdl.parts(to)));
            }
        }
        return steps;
    }

    /** New parents come before old ones go, lest columns and checks become the table's own in between. */
    private Step moving(List<QualifiedName> old, List<QualifiedName> wanted) {
        var statements = new ArrayList<Statement>();
        wanted.stream()
                .filter(parent -> !old.contains(parent))
                .forEach(parent -> statements.add(inherit("INHERIT ", parent)));
        old.stream()
                .filter(parent -> !wanted.contains(parent))
                .forEach(parent -> statements.add(inherit("NO INHERIT ", parent)));
        statements.addAll(NotNullName.restored(to, context));
        return new Step(statements, Set.of(), Set.of(PartitionSteps.move(to.key()))).after(TableDdl.parts(to));
    }

    /** A parent's place follows from when it became one; what is only inherited would become the table's own meanwhile. */
    private Step reorder(List<QualifiedName> old, List<QualifiedName> wanted) {
        if (to.columns().stream().anyMatch(Column::inherited)) {
            throw new Unmigratable(
                    "table %s: the order of its parents cannot change while it inherits columns from them"
                            .formatted(to.name().display()));
        }
        int kept = 0;
        while (kept < Math.min(old.size(), wanted.size()) && old.get(kept).equals(wanted.get(kept))) {
            kept++;
        }
        var statements = new ArrayList<Statement>();
        old.subList(kept, old.size()).forEach(parent -> statements.add(inherit("NO INHERIT ", parent)));
        wanted.subList(kept, wanted.size()).forEach(parent -> statements.add(inherit("INHERIT ", parent)));
        return new Step(statements, Set.of(), Set.of()).after(TableDdl.parts(to));
    }

    private Statement inherit(String verb, QualifiedName parent) {
        return Statement.of(
                "ALTER TABLE " + to.name().quoted() + " " + verb + parent.quoted(),
                Hazard.accessExclusive(to.name().display()));
    }
}
