package io.schemactl.diff.ddl;

import io.schemactl.catalog.Collation;
import io.schemactl.catalog.Part;
import io.schemactl.diff.Statement;
import io.schemactl.sql.Literal;
import io.schemactl.sql.QualifiedName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Commands about collations; see <a href="https://www.postgresql.org/docs/current/sql-createcollation.html">CREATE COLLATION</a>. */
final class CollationDdl implements Ddl<Collation> {

    @Override
    public String name(Collation collation) {
        return name(collation.name());
    }

    private static String name(QualifiedName name) {
        return "COLLATION " + name.quoted();
    }

    @Override
    public List<Step> create(Collation collation, Context context) {
        return List.of(Step.making(
                Part.of(collation.key()),
                Statement.of("CREATE %s %s".formatted(name(collation), properties(collation)))));
    }

    private static String properties(Collation collation) {
        return new Definition()
                .with("PROVIDER", collation.provider().name().toLowerCase(Locale.ROOT))
                .with("LOCALE", literal(collation.locale()))
                .with("LC_COLLATE", literal(collation.lcCollate()))
                .with("LC_CTYPE", literal(collation.lcCtype()))
                .with("RULES", literal(collation.rules()))
                .with("DETERMINISTIC", collation.nondeterministic() ? "false" : null)
                .toString();
    }

    private static @Nullable String literal(@Nullable String text) {
        return text == null ? null : Literal.of(text);
    }

    @Override
    public Optional<List<Step>> alter(Collation from, Collation to, Context context) {
        return properties(from).equals(properties(to))
                ? InPlace.of(from.key(), to.key(), InPlace.renaming(CollationDdl::name, from.name(), to.name()))
                : Optional.empty();
    }
}
