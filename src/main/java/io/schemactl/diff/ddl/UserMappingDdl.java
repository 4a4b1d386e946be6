package io.schemactl.diff.ddl;

import io.schemactl.catalog.Part;
import io.schemactl.catalog.UserMapping;
import io.schemactl.diff.Statement;
import io.schemactl.sql.Identifier;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Commands about user mappings; see
 * <a href="https://www.postgresql.org/docs/current/sql-createusermapping.html">CREATE USER MAPPING</a>. The values of options are
 * secrets that no catalog holds, so options can be taken away, but not given.
 */
final class UserMappingDdl implements Ddl<UserMapping> {

    @Override
    public String name(UserMapping mapping) {
        String role = mapping.role().equals(UserMapping.PUBLIC)
                ? "PUBLIC"
                : mapping.role().quoted();
        return "USER MAPPING FOR %s SERVER %s".formatted(role, mapping.server().quoted());
    }

    @Override
    public List<Step> create(UserMapping mapping, Context context) {
        if (mapping.optionsHidden() || !mapping.optionNames().isEmpty()) {
            throw new Unmigratable(name(mapping), "options, whose values are secret");
        }
        return List.of(Step.making(Part.of(mapping.key()), Statement.of("CREATE " + name(mapping))));
    }

    @Override
    public Optional<List<Step>> alter(UserMapping from, UserMapping to, Context context) {
        if (!from.key().equals(to.key())) {
            return Optional.empty();
        }
        if (from.optionsHidden() || to.optionsHidden() || !from.optionNames().containsAll(to.optionNames())) {
            throw new Unmigratable(name(to), "options, whose values are secret");
        }
        String dropped = from.optionNames().stream()
                .filter(name -> !to.optionNames().contains(name))
                .map(name -> "DROP " + new Identifier(name).quoted())
                .collect(Collectors.joining(", "));
        Statement statement = Statement.of("ALTER %s OPTIONS (%s)".formatted(name(to), dropped));
        return Optional.of(Steps.changes(from.key(), to.key(), dropped.isEmpty() ? List.of() : List.of(statement)));
    }
}
