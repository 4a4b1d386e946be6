package io.schemactl.lint.rules;

import io.schemactl.lint.Hit;
import io.schemactl.lint.LintContext;
import java.util.Set;
import java.util.stream.Stream;

/** Finds tables, columns, types and functions that are named with a reserved word. */
final class ReservedName implements Convention {

    /** What PostgreSQL 18 reserves; see its manual, appendix C. */
    static final Set<String> RESERVED = Set.of("""
            all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate collation column
            concurrently constraint create cross current_catalog current_date current_role current_schema current_time
            current_timestamp current_user default deferrable desc distinct do else end except false fetch for foreign freeze from
            full grant group having ilike in initially inner intersect into is isnull join lateral leading left like limit localtime
            localtimestamp natural not notnull null offset on only or order outer overlaps placing primary references returning right
            select session_user similar some symmetric system_user table tablesample then to trailing true union unique user using
            variadic verbose when where window with""".strip().split("\\s+"));

    private static final Set<String> KINDS = Set.of(
            "table",
            "column",
            "view",
            "enum",
            "domain",
            "composite type",
            "range type",
            "routine",
            "sequence",
            "schema");

    @Override
    public String summary() {
        return "Finds tables, columns, types and functions that are named with a reserved word.";
    }

    @Override
    public Stream<Hit> check(LintContext context) {
        return NewNames.in(context)
                .filter(name -> KINDS.contains(name.kind()))
                .filter(name -> RESERVED.contains(name.name().name()))
                .map(name -> new Hit(
                        name.position(),
                        name.shown(),
                        "%s is named with a reserved word: without quotes it is a syntax error, or something else, as user is"
                                .formatted(name.shown()),
                        "choose a name that is no word of SQL, such as %s"
                                .formatted(other(name.name().name(), name.kind()))));
    }

    private static String other(String name, String kind) {
        return kind.equals("column") ? name + "_value" : name + "s";
    }
}
