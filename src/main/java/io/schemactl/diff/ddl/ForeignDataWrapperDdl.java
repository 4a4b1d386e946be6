package io.schemactl.diff.ddl;

import io.schemactl.catalog.ForeignDataWrapper;
import io.schemactl.catalog.Part;
import io.schemactl.diff.Statement;
import io.schemactl.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Commands about foreign-data wrappers; see
 * <a href="https://www.postgresql.org/docs/current/sql-createforeigndatawrapper.html">CREATE FOREIGN DATA WRAPPER</a>.
 */
final class ForeignDataWrapperDdl implements Ddl<ForeignDataWrapper> {

    @Override
    public String name(ForeignDataWrapper wrapper) {
        return "FOREIGN DATA WRAPPER " + wrapper.name().quoted();
    }

    @Override
    public List<Step> create(ForeignDataWrapper wrapper, Context context) {
        String functions = change("HANDLER", null, wrapper.handler()) + change("VALIDATOR", null, wrapper.validator());
        return List.of(Step.making(
                Part.of(wrapper.key()),
                Statement.of("CREATE " + name(wrapper) + functions + ForeignOptions.creating(wrapper.options()))));
    }

    @Override
    public Optional<List<Step>> alter(ForeignDataWrapper from, ForeignDataWrapper to, Context context) {
        var statements = new ArrayList<Statement>();
        if (!from.name().equals(to.name())) {
            statements.add(Statement.of(
                    "ALTER " + name(from) + " RENAME TO " + to.name().quoted()));
        }
        String changes = change("HANDLER", from.handler(), to.handler())
                + change("VALIDATOR", from.validator(), to.validator())
                + ForeignOptions.altering(from.options(), to.options());
        if (!changes.isEmpty()) {
            statements.add(Statement.of("ALTER " + name(to) + changes));
        }
        return Optional.of(Steps.changes(from.key(), to.key(), statements));
    }

    private static String change(String word, @Nullable QualifiedName from, @Nullable QualifiedName to) {
        if (Objects.equals(from, to)) {
            return "";
        }
        return to == null ? " NO " + word : " " + word + " " + to.quoted();
    }
}
