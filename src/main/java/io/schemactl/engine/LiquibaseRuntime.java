package io.schemactl.engine;

import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.Scope;
import liquibase.database.Database;
import liquibase.exception.UnexpectedLiquibaseException;
import liquibase.logging.core.NoOpLogService;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.resource.ResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.jspecify.annotations.Nullable;

/** Runs Liquibase code: silent, without telemetry, with the files of one changelog in sight. */
final class LiquibaseRuntime {

    static {
        // Liquibase 4.30 to 4.33 calls home unless told otherwise before its first class is loaded.
        System.setProperty("liquibase.analytics.enabled", "false");
        Logger.getLogger("liquibase").setLevel(Level.OFF);
    }

    private static final ReentrantLock LIQUIBASE = new ReentrantLock();

    private final ResourceAccessor files;
    private final ClassLoader classes;
    private final @Nullable Database database;

    LiquibaseRuntime(ChangelogRequest request) {
        this(accessor(request.searchPath()), classLoader(request.classPath()), null);
    }

    private LiquibaseRuntime(ResourceAccessor files, ClassLoader classes, @Nullable Database database) {
        this.files = files;
        this.classes = classes;
        this.database = database;
    }

    /** The same for one database: without it, Liquibase leaves changes with {@code dbms} out of checksums. */
    LiquibaseRuntime on(Database database) {
        return new LiquibaseRuntime(files, classes, database);
    }

    /** The files that a changelog may name. */
    ResourceAccessor files() {
        return files;
    }

    /**
     * Runs a piece of work, translating Liquibase's way to report failure.
     *
     * <p>One at a time: Liquibase's registries are not made for several threads, but several databases are worked on at once.
     */
    <T> T call(Callable<T> work) {
        LIQUIBASE.lock();
        try {
            return Scope.child(scope(), work::call);
        } catch (UnexpectedLiquibaseException e) {
            throw new ProblemException(Problem.of(ProblemCode.CHANGELOG, LiquibaseErrors.words(e)), e);
        } catch (RuntimeException e) {
            // A problem that is in words already, or a bug, which must look like one.
            throw e;
        } catch (Exception e) {
            throw new ProblemException(Problem.of(ProblemCode.CHANGELOG, LiquibaseErrors.words(e)), e);
        } finally {
            LIQUIBASE.unlock();
        }
    }

    private Map<String, Object> scope() {
        Map<String, Object> values = new HashMap<>();
        values.put(Scope.Attr.resourceAccessor.name(), files);
        values.put(Scope.Attr.classLoader.name(), classes);
        values.put(Scope.Attr.logService.name(), new NoOpLogService());
        values.put(Scope.Attr.ui.name(), new LoggerUIService());
        if (database != null) {
            values.put(Scope.Attr.database.name(), database);
        }
        return values;
    }

    private static ResourceAccessor accessor(Path searchPath) {
        try {
            return new DirectoryResourceAccessor(searchPath);
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of(ProblemCode.CHANGELOG, "cannot read the folder " + searchPath + ": " + e.getMessage()),
                    e);
        }
    }

    private static ClassLoader classLoader(List<Path> classPath) {
        ClassLoader own = LiquibaseRuntime.class.getClassLoader();
        return classPath.isEmpty()
                ? own
                : new URLClassLoader(
                        classPath.stream().map(LiquibaseRuntime::url).toArray(URL[]::new), own);
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
