package io.schemactl.diff.ddl;

/** Says that PostgreSQL has no command for a difference. */
public final class Unmigratable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String object;
    private final String property;

    /** Names the object, as people write it with its kind, and the property that cannot be given to it. */
    public Unmigratable(String object, String property) {
        super("no command can give %s its %s".formatted(object, property));
        this.object = object;
        this.property = property;
    }

    /** The object, as {@code COMMENT ON} names it. */
    public String object() {
        return object;
    }

    /** The property. */
    public String property() {
        return property;
    }
}
