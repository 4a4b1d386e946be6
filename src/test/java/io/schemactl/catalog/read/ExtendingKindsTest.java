package io.schemactl.catalog.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.schemactl.catalog.AccessMethod;
import io.schemactl.catalog.BaseType;
import io.schemactl.catalog.Cast;
import io.schemactl.catalog.Catalog;
import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.Collation;
import io.schemactl.catalog.Conversion;
import io.schemactl.catalog.FunctionMember;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.Language;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Operator;
import io.schemactl.catalog.OperatorClass;
import io.schemactl.catalog.OperatorFamily;
import io.schemactl.catalog.OperatorMember;
import io.schemactl.catalog.RangeType;
import io.schemactl.catalog.TextSearchConfiguration;
import io.schemactl.catalog.TextSearchDictionary;
import io.schemactl.catalog.TextSearchParser;
import io.schemactl.catalog.TextSearchTemplate;
import io.schemactl.catalog.Transform;
import io.schemactl.shadow.TestDatabase;
import io.schemactl.shadow.TestServers;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads {@code extending.sql}. */
final class ExtendingKindsTest {

    private static final Map<Integer, Catalog> CATALOGS = new HashMap<>();

    static List<Integer> versions() {
        return TestServers.versions();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void readsBaseTypesWithAllTheirProperties(int version) throws SQLException {
        BaseType.Definition number = definition(version, "num");
        assertEquals(
                new BaseType.Functions(
                        "app.num_in",
                        "app.num_out",
                        "app.num_recv",
                        "app.num_send",
                        "app.mod_in",
                        "app.mod_out",
                        "app.num_analyze",
                        null),
                number.functions());
        assertEquals(new BaseType.Layout(4, true, "int4", "plain"), number.layout());
        assertEquals("N", number.category());
        assertEquals(true, number.preferred());
        assertEquals("42", number.defaultValue());
        assertEquals(";", number.delimiter());
        assertEquals(
                "a number", find(version, BaseType.class, Kind.BASE_TYPE, "num").comment());
        BaseType.Definition pair = definition(version, "pair");
        assertEquals("double precision", pair.element());
        assertEquals("app.num_subscript", pair.functions().subscript());
        BaseType.Definition odd = definition(version, "select");
        assertEquals(new BaseType.Layout(null, false, "double", "extended"), odd.layout());
        assertEquals("app.\"select\"", odd.functions().input());
        assertEquals("it's \\", odd.defaultValue());
        assertEquals("\\", odd.category());
        assertEquals(true, odd.collatable());
        assertNull(find(version, BaseType.class, Kind.BASE_TYPE, "later").definition());
        assertEquals(4, read(version).all(BaseType.class).count());
    }

    @ParameterizedTest
    @MethodSource("versions")
    void readsRangeTypesWithTheirMultirangeTypes(int version) throws SQLException {
        RangeType ints = find(version, RangeType.class, Kind.RANGE_TYPE, "ints");
        assertEquals("integer", ints.subtype());
        assertEquals("app.canonical", ints.canonical());
        assertEquals("app.distance", ints.difference());
        assertEquals(QualifiedName.of("app", "many_ints"), ints.multirange());
        assertEquals("many ranges", ints.multirangeComment());
        assertNull(ints.operatorClass());
        RangeType texts = find(version, RangeType.class, Kind.RANGE_TYPE, "textrange");
        assertEquals(QualifiedName.of("pg_catalog", "text_pattern_ops"), texts.operatorClass());
        assertEquals(QualifiedName.of("pg_catalog", "C"), texts.collation());
        assertEquals(QualifiedName.of("app", "textmultirange"), texts.multirange());
        assertEquals(3, read(version).all(RangeType.class).count());
    }

    @ParameterizedTest
    @MethodSource("versions")
    void readsOperatorsWithTheirLinks(int version) throws SQLException {
        Operator same = find(version, Operator.class, key(Kind.OPERATOR, "===", "integer, bigint"));
        assertEquals("app.same", same.function());
        assertEquals(QualifiedName.of("app", "==="), same.commutator());
        assertEquals(QualifiedName.of("app", "!=="), same.negator());
        assertEquals("eqsel", same.restrict());
        assertEquals("eqjoinsel", same.join());
        assertEquals(true, same.hashes() && same.merges());
        Operator opposite = find(version, Operator.class, key(Kind.OPERATOR, "@-", "NONE, integer"));
        assertNull(opposite.left());
        assertEquals("the opposite", opposite.comment());
        Operator announced = find(version, Operator.class, key(Kind.OPERATOR, "!==", "bigint, integer"));
        assertNull(announced.function());
        assertEquals(6, read(version).all(Operator.class).count());
    }

    @ParameterizedTest
    @MethodSource("versions")
    void readsMembersOfOperatorFamiliesAndClasses(int version) throws SQLException {
        OperatorFamily reverse = find(version, OperatorFamily.class, key(Kind.OPERATOR_FAMILY, "reverse", "btree"));
        assertEquals(
                List.of(
                        new OperatorMember(1, "integer", "bigint", QualifiedName.of("pg_catalog", ">"), null),
                        new OperatorMember(3, "integer", "bigint", QualifiedName.of("app", "==="), null)),
                reverse.operators());
        assertEquals(
                List.of(new FunctionMember(1, "integer", "bigint", "app.compare(integer,bigint)")),
                reverse.functions());
        OperatorClass type = find(version, OperatorClass.class, key(Kind.OPERATOR_CLASS, "int_reverse", "btree"));
        assertEquals(QualifiedName.of("app", "reverse"), type.family());
        assertEquals(
                List.of(">", ">=", "=", "<=", "<"),
                type.operators().stream()
                        .map(member -> member.operator().name().name())
                        .toList());
        assertEquals(
                List.of(new FunctionMember(1, "integer", "integer", "app.compare(integer,integer)")), type.functions());
        OperatorClass implicit = find(version, OperatorClass.class, key(Kind.OPERATOR_CLASS, "implicit", "hash"));
        assertEquals(true, implicit.byDefault());
        assertEquals("app.num", implicit.type());
        assertEquals(implicit.name(), implicit.family());
        OperatorClass elements = find(version, OperatorClass.class, key(Kind.OPERATOR_CLASS, "elements", "gin"));
        assertEquals("integer", elements.storage());
        OperatorFamily near = find(version, OperatorFamily.class, key(Kind.OPERATOR_FAMILY, "near", "gist"));
        assertEquals(
                List.of(QualifiedName.of("pg_catalog", "float_ops")),
                near.operators().stream().map(OperatorMember::sortFamily).toList());
        OperatorClass extremes = find(version, OperatorClass.class, key(Kind.OPERATOR_CLASS, "extremes", "brin"));
        assertEquals(2, extremes.operators().size());
        assertEquals(4, extremes.functions().size());
        assertEquals(6, read(version).all(OperatorFamily.class).count());
        assertEquals(6, read(version).all(OperatorClass.class).count());
    }

    @ParameterizedTest
    @MethodSource("versions")
    void readsCastsAndTransformsThatUsersMade(int version) throws SQLException {
        List<Cast> casts = read(version).all(Cast.class).toList();
        assertEquals(
                List.of("app.num AS integer", "character varying AS app.num", "integer AS point"),
                casts.stream().map(cast -> cast.key().name().name()).toList());
        assertEquals(
                List.of(Cast.Method.BINARY, Cast.Method.INOUT, Cast.Method.FUNCTION),
                casts.stream().map(Cast::method).toList());
        assertEquals(
                List.of(Cast.Context.EXPLICIT, Cast.Context.ASSIGNMENT, Cast.Context.IMPLICIT),
                casts.stream().map(Cast::context).toList());
        assertEquals("app.to_point(integer)", casts.get(2).function());
        List<Transform> transforms = read(version).all(Transform.class).toList();
        assertEquals(
                List.of("bigint", "integer"),
                transforms.stream().map(Transform::type).toList());
        assertNull(transforms.get(0).fromSql());
        assertEquals("one way", transforms.get(0).comment());
        assertEquals("prsd_lextype(internal)", transforms.get(1).fromSql());
        assertEquals("int4recv(internal)", transforms.get(1).toSql());
    }

    @ParameterizedTest
    @MethodSource("versions")
    void readsLanguagesAndAccessMethods(int version) throws SQLException {
        List<Language> languages = read(version).all(Language.class).toList();
        Language unsafe = languages.get(0);
        assertEquals("Unsafe", unsafe.name().name());
        assertEquals(false, unsafe.trusted());
        assertNull(unsafe.inline());
        Language safe = languages.get(1);
        assertEquals(true, safe.trusted());
        assertEquals("app.run", safe.handler());
        assertEquals("app.run_block", safe.inline());
        assertEquals("app.\"check\"", safe.validator());
        assertEquals("trusted", safe.comment());
        List<AccessMethod> methods = read(version).all(AccessMethod.class).toList();
        assertEquals(
                List.of(AccessMethod.Form.TABLE, AccessMethod.Form.INDEX),
                methods.stream().map(AccessMethod::form).toList());
        assertEquals("bthandler", methods.get(1).handler());
    }

    @ParameterizedTest
    @MethodSource("versions")
    void readsCollationsOfEveryProvider(int version) throws SQLException {
        Collation plain = find(version, Collation.class, Kind.COLLATION, "c");
        assertEquals(Collation.Provider.LIBC, plain.provider());
        assertEquals("C", plain.locale());
        assertNull(plain.lcCollate());
        Collation mixed = find(version, Collation.class, Kind.COLLATION, "mixed");
        assertNull(mixed.locale());
        assertEquals("C", mixed.lcCollate());
        assertEquals("POSIX", mixed.lcCtype());
        Collation phonebook = find(version, Collation.class, Kind.COLLATION, "phonebook");
        assertEquals(Collation.Provider.ICU, phonebook.provider());
        assertEquals("de-u-co-phonebk", phonebook.locale());
        assertEquals(true, phonebook.nondeterministic());
        if (version >= 16) {
            assertEquals(
                    "&V << w <<< W",
                    find(version, Collation.class, Kind.COLLATION, "ruled").rules());
        }
        if (version >= 17) {
            Collation own = find(version, Collation.class, Kind.COLLATION, "own");
            assertEquals(Collation.Provider.BUILTIN, own.provider());
            assertEquals("C.UTF-8", own.locale());
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void readsConversions(int version) throws SQLException {
        Conversion latin = find(version, Conversion.class, Kind.CONVERSION, "latin");
        assertEquals("LATIN1", latin.source());
        assertEquals("UTF8", latin.target());
        assertEquals("iso8859_1_to_utf8", latin.function());
        assertEquals(true, latin.byDefault());
        assertEquals(
                false,
                find(version, Conversion.class, Kind.CONVERSION, "latin2").byDefault());
    }

    @ParameterizedTest
    @MethodSource("versions")
    void keepsOrderOfTextSearchOptionsAndDictionaries(int version) throws SQLException {
        TextSearchDictionary dictionary =
                find(version, TextSearchDictionary.class, Kind.TEXT_SEARCH_DICTIONARY, "short");
        assertEquals(List.of("stopwords = 'english'", "accept = 'false'"), dictionary.options());
        assertEquals(QualifiedName.of("app", "stems"), dictionary.template());
        TextSearchConfiguration configuration =
                find(version, TextSearchConfiguration.class, Kind.TEXT_SEARCH_CONFIGURATION, "search");
        assertEquals(
                List.of("asciiword", "email", "word"),
                configuration.mappings().stream()
                        .map(TextSearchConfiguration.Mapping::tokenType)
                        .toList());
        assertEquals(
                List.of(
                        QualifiedName.of("app", "short"),
                        QualifiedName.of("app", "any"),
                        QualifiedName.of("pg_catalog", "simple")),
                configuration.mappings().get(2).dictionaries());
        TextSearchParser parser = find(version, TextSearchParser.class, Kind.TEXT_SEARCH_PARSER, "words");
        assertEquals("prsd_headline", parser.headline());
        assertEquals("prsd_lextype", parser.tokenTypes());
        assertNull(find(version, TextSearchTemplate.class, Kind.TEXT_SEARCH_TEMPLATE, "bare")
                .init());
    }

    private static BaseType.Definition definition(int version, String name) throws SQLException {
        return Stream.ofNullable(
                        find(version, BaseType.class, Kind.BASE_TYPE, name).definition())
                .findFirst()
                .orElseThrow();
    }

    private static <T extends CatalogObject> T find(int version, Class<T> type, Kind kind, String name)
            throws SQLException {
        return find(version, type, ObjectKey.of(kind, QualifiedName.of("app", name)));
    }

    private static <T extends CatalogObject> T find(int version, Class<T> type, ObjectKey key) throws SQLException {
        return read(version).find(type, key).orElseThrow();
    }

    private static ObjectKey key(Kind kind, String name, String arguments) {
        return new ObjectKey(kind, new Identifier("app"), null, new Identifier(name), arguments);
    }

    private static Catalog read(int version) throws SQLException {
        Catalog known = CATALOGS.get(version);
        if (known != null) {
            return known;
        }
        try (TestDatabase database = TestServers.freshDatabase(version)) {
            Extending.build(database);
            Catalog catalog = Extending.read(database);
            CATALOGS.put(version, catalog);
            return catalog;
        }
    }
}
