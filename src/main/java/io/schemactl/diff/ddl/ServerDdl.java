package io.schemactl.diff.ddl;

import io.schemactl.catalog.Part;
import io.schemactl.catalog.Server;
import io.schemactl.diff.Statement;
import io.schemactl.sql.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Commands about foreign servers; see <a href="https://www.postgresql.org/docs/current/sql-createserver.html">CREATE SERVER</a>. */
final class ServerDdl implements Ddl<Server> {

    @Override
    public String name(Server server) {
        return "SERVER " + server.name().quoted();
    }

    @Override
    public List<Step> create(Server server, Context context) {
        String sql = "CREATE %s%s%s FOREIGN DATA WRAPPER %s%s"
                .formatted(
                        name(server),
                        said("TYPE", server.type()),
                        said("VERSION", server.version()),
                        server.wrapper().quoted(),
                        ForeignOptions.creating(server.options()));
        return List.of(Step.making(Part.of(server.key()), Statement.of(sql)));
    }

    private static String said(String word, @Nullable String value) {
        return value == null ? "" : " " + word + " " + Literal.of(value);
    }

    @Override
    public Optional<List<Step>> alter(Server from, Server to, Context context) {
        if (!from.wrapper().equals(to.wrapper()) || !Objects.equals(from.type(), to.type())) {
            return Optional.empty();
        }
        var statements = new ArrayList<Statement>();
        if (!from.name().equals(to.name())) {
            statements.add(Statement.of(
                    "ALTER " + name(from) + " RENAME TO " + to.name().quoted()));
        }
        String changes = version(from, to) + ForeignOptions.altering(from.options(), to.options());
        if (!changes.isEmpty()) {
            statements.add(Statement.of("ALTER " + name(to) + changes));
        }
        return Optional.of(Steps.changes(from.key(), to.key(), statements));
    }

    private static String version(Server from, Server to) {
        if (Objects.equals(from.version(), to.version())) {
            return "";
        }
        return to.version() == null ? " VERSION NULL" : said("VERSION", to.version());
    }
}
