package io.schemactl.lint.rules;

import io.schemactl.catalog.Extension;
import io.schemactl.finding.Severity;
import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import java.util.Set;
import java.util.stream.Stream;

/** Finds extensions that only a superuser can create. */
final class UntrustedExtension implements Convention {

    /** What comes with PostgreSQL and is marked as trusted. */
    private static final Set<String> TRUSTED = Set.of(
            "bool_plperl",
            "btree_gin",
            "btree_gist",
            "citext",
            "cube",
            "dict_int",
            "fuzzystrmatch",
            "hstore",
            "intarray",
            "isn",
            "jsonb_plperl",
            "lo",
            "ltree",
            "pg_trgm",
            "pgcrypto",
            "plperl",
            "plpgsql",
            "pltcl",
            "seg",
            "tablefunc",
            "tcn",
            "tsm_system_rows",
            "tsm_system_time",
            "unaccent",
            "uuid-ossp");

    @Override
    public String summary() {
        return "Finds extensions that only a superuser can create.";
    }

    @Override
    public Severity severity() {
        return Severity.NOTE;
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        return Additions.of(context, Extension.class)
                .filter(added -> !TRUSTED.contains(added.object().name().name()))
                .map(added -> new Hit(
                        added.position(),
                        "extension " + added.object().name(),
                        "extension %s is not trusted: as the role that owns the database, the change set fails in production"
                                .formatted(added.object().name()),
                        "have it created with the database, and let the change set expect it"));
    }
}
