package io.schemactl.diff.ddl;

import io.schemactl.catalog.Conversion;
import io.schemactl.catalog.Part;
import io.schemactl.diff.Statement;
import io.schemactl.sql.Literal;
import io.schemactl.sql.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * Commands about conversions between encodings; see
 * <a href="https://www.postgresql.org/docs/current/sql-createconversion.html">CREATE CONVERSION</a>.
 */
final class ConversionDdl implements Ddl<Conversion> {

    @Override
    public String name(Conversion conversion) {
        return name(conversion.name());
    }

    private static String name(QualifiedName name) {
        return "CONVERSION " + name.quoted();
    }

    @Override
    public List<Step> create(Conversion conversion, Context context) {
        return List.of(Step.making(
                Part.of(conversion.key()),
                Statement.of("CREATE %s%s %s"
                        .formatted(
                                conversion.byDefault() ? "DEFAULT " : "", name(conversion), definition(conversion)))));
    }

    private static String definition(Conversion conversion) {
        return "FOR %s TO %s FROM %s"
                .formatted(Literal.of(conversion.source()), Literal.of(conversion.target()), conversion.function());
    }

    @Override
    public Optional<List<Step>> alter(Conversion from, Conversion to, Context context) {
        return from.byDefault() == to.byDefault() && definition(from).equals(definition(to))
                ? InPlace.of(from.key(), to.key(), InPlace.renaming(ConversionDdl::name, from.name(), to.name()))
                : Optional.empty();
    }
}
