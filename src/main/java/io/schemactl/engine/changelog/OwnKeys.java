package io.schemactl.engine.changelog;

/** Keys in a change set that are not Liquibase's, which it ignores. */
final class OwnKeys {

    private OwnKeys() {}

    static boolean isOwn(String name) {
        return name.startsWith("schemactl:") || name.startsWith("x-");
    }
}
