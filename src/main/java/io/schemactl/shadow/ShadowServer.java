package io.schemactl.shadow;

import io.schemactl.db.Databases;
import io.schemactl.db.Roles;
import io.schemactl.db.ServerAddress;
import io.schemactl.db.Templates;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** A server on which throw-away databases are made, and the templates that are on it. */
final class ShadowServer implements AutoCloseable {

    private final ServerAddress maintenance;
    private final boolean isEmbedded;
    private final Consumer<String> warnings;
    private final String version;
    private final Map<String, String> comments;

    /** Templates by key on a server that is not schemactl's own; they go with the run. */
    private final Map<TemplateKey, String> ofRun = new ConcurrentHashMap<>();

    private ShadowServer(
            ServerAddress maintenance, boolean isEmbedded, Consumer<String> warnings, Templates.Listing listing) {
        this.maintenance = maintenance;
        this.isEmbedded = isEmbedded;
        this.warnings = warnings;
        this.version = listing.serverVersion();
        this.comments = new ConcurrentHashMap<>(listing.comments());
    }

    /** Opens it, and drops what killed runs left there. */
    static ShadowServer open(ServerAddress maintenance, boolean isEmbedded, Consumer<String> warnings) {
        return explaining(maintenance, () -> {
            var server = new ShadowServer(
                    maintenance, isEmbedded, warnings, Templates.list(maintenance, ShadowName.COMMON_PREFIX));
            server.dropLeftOver(Instant.now());
            return server;
        });
    }

    private void dropLeftOver(Instant now) {
        comments.keySet().stream()
                .filter(name -> ShadowName.isLeftOver(name, now))
                .forEach(name -> Databases.dropUnused(maintenance, name));
        if (isEmbedded) {
            TemplateName.unneeded(new HashMap<>(comments), now).forEach(name -> {
                Databases.dropUnused(maintenance, name);
                comments.remove(name);
            });
        } else {
            Roles.dropLeftOver(maintenance, now.minus(ShadowName.LIFE));
        }
    }

    /** A new empty database. */
    ShadowDatabase create() {
        return explaining(maintenance, () -> {
            String name = ShadowName.at(Instant.now());
            while (!Databases.createEmpty(maintenance, name)) {
                name = ShadowName.at(Instant.now());
            }
            return database(name);
        });
    }

    /** A new database as a builder makes it; if that fails, the database is dropped. */
    Built build(ShadowBuilder builder) {
        ShadowDatabase database = create();
        try {
            return new Built(database, builder.build(database) && database.isSelfContained());
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** A database, and whether others may be copied from it. */
    record Built(ShadowDatabase database, boolean isCopyable) {}

    /** A new database copied from a template, if there is one and nobody is in the way. */
    Optional<ShadowDatabase> findCopy(TemplateKey key) {
        TemplateKey local = key.on(version);
        String template = isEmbedded ? TemplateName.of(local) : ofRun.get(local);
        if (template == null) {
            return Optional.empty();
        }
        String name = ShadowName.at(Instant.now());
        if (!Templates.copy(maintenance, template, name)) {
            return Optional.empty();
        }
        noteUse(template, Instant.now());
        return Optional.of(database(name));
    }

    private void noteUse(String template, Instant now) {
        if (isEmbedded && TemplateName.isOld(comments.getOrDefault(template, ""), now)) {
            String comment = TemplateName.comment(now);
            Templates.describe(maintenance, template, comment);
            comments.put(template, comment);
        }
    }

    /**
     * Makes a database, to which nobody is connected, a template.
     *
     * @return whether it is one now; false if there was one already, or something is in the way
     */
    boolean keep(ShadowDatabase database, TemplateKey key) {
        TemplateKey local = key.on(version);
        String name = database.address().database();
        if (isEmbedded) {
            String comment = TemplateName.comment(Instant.now());
            comments.put(TemplateName.of(local), comment);
            return Templates.make(maintenance, name, TemplateName.of(local), comment);
        }
        return ofRun.putIfAbsent(local, name) == null;
    }

    private ShadowDatabase database(String name) {
        return new ShadowDatabase(maintenance, name, isEmbedded, warnings);
    }

    private interface Work<T> {
        T run();
    }

    private static <T> T explaining(ServerAddress maintenance, Work<T> work) {
        try {
            return work.run();
        } catch (ProblemException e) {
            throw new ProblemException(explained(e.problem(), maintenance), e);
        }
    }

    private static Problem explained(Problem problem, ServerAddress maintenance) {
        return problem.code() == ProblemCode.PERMISSION
                ? Problem.of(
                                ProblemCode.PERMISSION,
                                "role %s may not create the shadow database".formatted(maintenance.user()))
                        .about("the shadow server " + maintenance)
                        .saidBy(problem.server())
                        .fix("ALTER ROLE %s CREATEDB, or pass --shadow embedded:".formatted(maintenance.user()))
                : problem.about("the shadow server " + maintenance);
    }

    /** Drops the templates that go with the run. */
    @Override
    public void close() {
        ofRun.values().forEach(name -> database(name).close());
        ofRun.clear();
    }
}
