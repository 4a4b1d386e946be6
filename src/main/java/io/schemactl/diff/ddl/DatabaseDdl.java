package io.schemactl.diff.ddl;

import io.schemactl.catalog.Database;
import io.schemactl.catalog.Options;
import io.schemactl.diff.Statement;
import io.schemactl.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Commands about what the database itself is set to; see
 * <a href="https://www.postgresql.org/docs/current/sql-alterdatabase.html">ALTER DATABASE</a> and
 * <a href="https://www.postgresql.org/docs/current/sql-alterrole.html">ALTER ROLE … IN DATABASE</a>.
 */
final class DatabaseDdl implements Ddl<Database> {

    @Override
    public String name(Database database) {
        return CurrentDatabase.NAME;
    }

    @Override
    public List<Step> create(Database database, Context context) {
        return steps(Database.plain(), database);
    }

    @Override
    public List<Step> drop(Database database, Context context) {
        return steps(database, Database.plain());
    }

    @Override
    public Optional<List<Step>> alter(Database from, Database to, Context context) {
        return Optional.of(steps(from, to));
    }

    private static List<Step> steps(Database from, Database to) {
        String alter = "ALTER " + CurrentDatabase.NAME + " ";
        List<String> commands = new ArrayList<>();
        if (from.connectionLimit() != to.connectionLimit()) {
            commands.add(alter + "CONNECTION LIMIT " + to.connectionLimit());
        }
        if (from.template() != to.template()) {
            commands.add(alter + "IS_TEMPLATE " + to.template());
        }
        changes(alter, from.settings(), to.settings(), commands);
        SortedMap<Identifier, Options> old = byRole(from);
        SortedMap<Identifier, Options> wanted = byRole(to);
        var roles = new TreeSet<>(old.keySet());
        roles.addAll(wanted.keySet());
        for (Identifier role : roles) {
            changes(
                    "ALTER ROLE %s IN %s ".formatted(role.quoted(), CurrentDatabase.NAME),
                    old.getOrDefault(role, Options.none()),
                    wanted.getOrDefault(role, Options.none()),
                    commands);
        }
        List<Statement> statements =
                commands.stream().map(CurrentDatabase::block).toList();
        return Steps.changes(from.key(), to.key(), statements);
    }

    private static SortedMap<Identifier, Options> byRole(Database database) {
        var roles = new TreeMap<Identifier, Options>();
        database.roles().forEach(role -> roles.put(role.name(), role.settings()));
        return roles;
    }

    private static void changes(String alter, Options from, Options to, List<String> commands) {
        from.values().keySet().stream()
                .filter(name -> !to.values().containsKey(name))
                .map(name -> alter + "RESET " + Clauses.optionName(name))
                .forEach(commands::add);
        to.values().forEach((name, value) -> {
            if (!value.equals(from.values().get(name))) {
                commands.add(alter + "SET " + ParameterText.assignment(name, value));
            }
        });
    }
}
