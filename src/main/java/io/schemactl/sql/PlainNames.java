package io.schemactl.sql;

import io.schemactl.sql.SqlLexer.Kind;
import io.schemactl.sql.SqlLexer.Token;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes names without quotes where SQL reads them back as they are. */
public final class PlainNames {

    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    /** PostgreSQL's keywords, except for those that people give to columns and that are names wherever names are wanted. */
    private static final Set<String> KEYWORDS = Set.of("""
            abort absolute access add admin after aggregate all also alter always analyse analyze and any array as asc asensitive
            assertion assignment asymmetric at atomic attach attribute authorization backward before begin between bigint binary
            bit boolean both breadth by cache call called cascade cascaded case cast catalog chain char character characteristics
            check checkpoint class close cluster coalesce collate collation column columns comments commit committed compression
            concurrently conditional configuration conflict connection constraint constraints continue conversion copy cost create
            cross csv cube current current_catalog current_date current_role current_schema current_time current_timestamp
            current_user cursor cycle database day deallocate dec decimal declare default defaults deferrable deferred definer
            delete delimiter delimiters depends depth desc detach dictionary disable discard distinct do double drop each else
            empty enable encoding encrypted end enforced enum error escape event except exclude excluding exclusive execute exists
            explain expression extension external extract false family fetch filter finalize first float following for force
            foreign format forward freeze from full function functions generated global grant granted greatest group grouping
            groups handler having header hold hour identity if ilike immediate immutable implicit import in include including
            increment indent index indexes inherit inherits initially inline inner inout input insensitive insert instead int
            integer intersect interval into invoker is isnull isolation join json json_array json_arrayagg json_exists json_object
            json_objectagg json_query json_scalar json_serialize json_table json_value keep keys large last lateral leading
            leakproof least left level like limit listen load local localtime localtimestamp lock locked logged mapping match
            matched materialized maxvalue merge merge_action minute minvalue mode month move names national natural nchar nested
            new next nfc nfd nfkc nfkd no none normalize normalized not nothing notify notnull nowait null nullif nulls numeric
            object objects of off offset oids old omit on only operator option options or order ordinality others out outer over
            overlaps overlay overriding owned parallel parameter parser partial partition passing path period placing plan plans
            policy preceding precision prepare prepared preserve primary prior privileges procedural procedure procedures program
            publication quote quotes range read real reassign recheck recursive ref references referencing refresh reindex
            relative release rename repeatable replace replica reset restart restrict return returning returns revoke right
            rollback rollup routine routines row rows rule savepoint scalar schema schemas scroll search second security select
            sequence sequences serializable server session session_user set setof sets share show similar simple skip smallint
            snapshot some sql stable standalone start statement statistics stdin stdout storage stored strict string strip
            subscription substring support symmetric sysid system system_user table tables tablesample tablespace target temp
            template temporary text then ties time timestamp to trailing transaction transform treat trigger trim true truncate
            trusted types uescape unbounded uncommitted unconditional unencrypted union unique unknown unlisten unlogged until
            update user using vacuum valid validate validator values varchar variadic varying verbose view views virtual volatile
            when where whitespace window with within without work wrapper write xml xmlattributes xmlconcat xmlelement xmlexists
            xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable yes zone
            """.strip().split("\\s+"));

    private PlainNames() {}

    /** Whether a name means the same with and without quotes. */
    public static boolean isPlain(String name) {
        return PLAIN.matcher(name).matches() && !KEYWORDS.contains(name);
    }

    /** SQL text without the quotes that its names do not need; strings and comments stay as they are. */
    public static String unquoted(String sql) {
        var text = new StringBuilder();
        int done = 0;
        for (Token token : SqlLexer.tokens(sql)) {
            text.append(sql, done, token.start());
            boolean plain = token.kind() == Kind.QUOTED && token.text().startsWith("\"") && isPlain(token.name());
            text.append(plain ? token.name() : token.text());
            done = token.end();
        }
        return text.append(sql, done, sql.length()).toString();
    }
}
