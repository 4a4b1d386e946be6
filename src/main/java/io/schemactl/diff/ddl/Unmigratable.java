package io.schemactl.diff.ddl;

/** A difference that no sequence of commands can turn into nothing without a person's decision. */
public final class Unmigratable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A difference, in words that name the object and what stands in the way. */
    public Unmigratable(String message) {
        super(message);
    }

    /** An object, as {@code COMMENT ON} names it, and a property that PostgreSQL has no command for. */
    public Unmigratable(String object, String property) {
        this("no command can give %s its %s".formatted(object, property));
    }
}
