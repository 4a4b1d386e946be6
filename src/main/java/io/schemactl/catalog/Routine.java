package io.schemactl.catalog;

import io.schemactl.sql.QualifiedName;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A function, procedure or aggregate.
 *
 * @param name its name
 * @param arguments the types of its input arguments, as {@code format_type} prints them, with commas between
 * @param form what sort of routine it is
 * @param signature its arguments with modes, names, types and defaults
 * @param result what it returns; null for procedures
 * @param language the language of its body
 * @param traits what it promises
 * @param body its source text, or the symbol in its object file; null for aggregates
 * @param implementation how it is implemented besides
 * @param settings its {@code SET} clauses, as {@code name=value}
 * @param aggregate an aggregate's properties, by their names in {@code CREATE AGGREGATE}
 * @param attributes its owner, grants, comment and labels
 */
public record Routine(
        QualifiedName name,
        String arguments,
        Form form,
        String signature,
        @Nullable String result,
        String language,
        Traits traits,
        @Nullable String body,
        Implementation implementation,
        List<String> settings,
        Options aggregate,
        Attributes attributes)
        implements CatalogObject {

    /** Sorts the settings. */
    public Routine {
        settings = settings.stream().sorted().toList();
    }

    @Override
    public ObjectKey key() {
        return ObjectKey.ofRoutine(name, arguments);
    }

    @Override
    public Routine with(Attributes changed) {
        return new Routine(
                name,
                arguments,
                form,
                signature,
                result,
                language,
                traits,
                body,
                implementation,
                settings,
                aggregate,
                changed);
    }

    /** The same routine with another body. */
    public Routine withBody(@Nullable String changed) {
        return new Routine(
                name,
                arguments,
                form,
                signature,
                result,
                language,
                traits,
                changed,
                implementation,
                settings,
                aggregate,
                attributes);
    }

    /** The sorts of routines. */
    public enum Form {
        /** A function. */
        FUNCTION,
        /** A procedure. */
        PROCEDURE,
        /** An aggregate. */
        AGGREGATE,
        /** A window function. */
        WINDOW;

        /** The form in PostgreSQL's words. */
        public String word() {
            return this == WINDOW ? "window function" : name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether equal arguments give equal results. */
    public enum Volatility {
        /** Always. */
        IMMUTABLE,
        /** Within a statement. */
        STABLE,
        /** Not. */
        VOLATILE;

        /** The volatility in PostgreSQL's words. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether a routine may run in a parallel plan. */
    public enum Parallel {
        /** Anywhere. */
        SAFE,
        /** In the leader. */
        RESTRICTED,
        /** Not. */
        UNSAFE
    }

    /**
     * What a routine promises.
     *
     * @param volatility whether equal arguments give equal results
     * @param definer whether it runs with its owner's rights
     * @param strict whether it is NULL for any NULL argument
     * @param leakproof whether it reveals nothing of its arguments
     * @param parallel whether it may run in a parallel plan
     * @param cost its planner cost
     * @param rows the planner's estimate of its rows, 0 if it returns no set
     */
    public record Traits(
            Volatility volatility,
            boolean definer,
            boolean strict,
            boolean leakproof,
            Parallel parallel,
            double cost,
            double rows) {}

    /**
     * How a routine is implemented, beside its language and body.
     *
     * @param sqlBody whether the body is SQL that was parsed when the routine was made, not a string
     * @param objectFile the file that holds the code of a function in C
     * @param support the function that helps the planner with it
     * @param transforms the types that are converted by transforms, as {@code format_type} prints them
     */
    public record Implementation(
            boolean sqlBody,
            @Nullable String objectFile,
            @Nullable QualifiedName support,
            List<String> transforms) {
        /** Copies the types. */
        public Implementation {
            transforms = List.copyOf(transforms);
        }
    }
}
