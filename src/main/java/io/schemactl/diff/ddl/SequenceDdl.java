package io.schemactl.diff.ddl;

import io.schemactl.catalog.Part;
import io.schemactl.catalog.Persistence;
import io.schemactl.catalog.Sequence;
import io.schemactl.diff.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Commands about sequences; see <a href="https://www.postgresql.org/docs/current/sql-createsequence.html">CREATE SEQUENCE</a>. */
final class SequenceDdl implements Ddl<Sequence> {

    @Override
    public String name(Sequence sequence) {
        return "SEQUENCE " + sequence.name().quoted();
    }

    @Override
    public List<Step> create(Sequence sequence, Context context) {
        String form = sequence.persistence() == Persistence.UNLOGGED ? "UNLOGGED " : "";
        Part made = Part.of(sequence.key());
        return List.of(Step.making(
                made,
                Statement.of("CREATE %sSEQUENCE %s AS %s%s"
                        .formatted(form, sequence.name().quoted(), sequence.type(), options(sequence)))));
    }

    @Override
    public Optional<List<Step>> alter(Sequence from, Sequence to, Context context) {
        var statements = new ArrayList<Statement>();
        if (from.persistence() != to.persistence()) {
            statements.add(Statement.of("ALTER %s SET %s"
                    .formatted(name(to), to.persistence() == Persistence.UNLOGGED ? "UNLOGGED" : "LOGGED")));
        }
        String type = from.type().equals(to.type()) ? "" : " AS " + to.type();
        if (!type.isEmpty() || !options(from).equals(options(to))) {
            statements.add(Statement.of("ALTER " + name(to) + type + options(to)));
        }
        return Optional.of(List.of(Step.changing(Part.of(to.key()), statements.toArray(Statement[]::new))));
    }

    /** All options, said explicitly; in the words that identity columns take too. */
    static String options(Sequence sequence) {
        return " START WITH %d INCREMENT BY %d MINVALUE %d MAXVALUE %d CACHE %d %s"
                .formatted(
                        sequence.start(),
                        sequence.increment(),
                        sequence.minimum(),
                        sequence.maximum(),
                        sequence.cache(),
                        sequence.cycle() ? "CYCLE" : "NO CYCLE");
    }
}
