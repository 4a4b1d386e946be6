package io.schemactl.engine.changelog;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import liquibase.Scope;
import liquibase.change.AddColumnConfig;
import liquibase.change.ChangeFactory;
import liquibase.change.ChangeParameterMetaData;
import liquibase.change.ColumnConfig;
import liquibase.change.ConstraintsConfig;
import liquibase.change.core.LoadDataColumnConfig;
import liquibase.changelog.ChangeLogInclude;
import liquibase.changelog.ChangeLogIncludeAll;
import liquibase.changelog.ChangeLogProperty;
import liquibase.changelog.ChangeSet;
import liquibase.precondition.Precondition;
import liquibase.precondition.PreconditionFactory;
import liquibase.precondition.PreconditionLogic;
import liquibase.serializer.LiquibaseSerializable;
import liquibase.serializer.LiquibaseSerializable.SerializationType;
import liquibase.serializer.ReflectionSerializer;
import liquibase.sql.visitor.SqlVisitor;
import liquibase.sql.visitor.SqlVisitorFactory;
import org.jspecify.annotations.Nullable;

/**
 * The words that Liquibase understands, asked from Liquibase itself. What only its parsers' code knows is written out here, and
 * nowhere else.
 */
final class Vocabulary {

    /** What a change takes besides the parameters in its metadata, because its own loading code reads them. */
    private static final Map<String, Set<String>> READ_BY_CODE = Map.of(
            "customChange", Set.of("class", "param", "params"),
            "delete", Set.of("whereParams"),
            "update", Set.of("whereParams"),
            "executeCommand", Set.of("arg", "args", "os"));

    /** Fields that the classes hold for themselves, and that no changelog can set. */
    private static final Set<String> INTERNAL = Set.of(
            "rawDateValue",
            "loadType",
            "applicableDbms",
            "sqlStartLine",
            "sqlEndLine",
            "ignoreOriginalSplitStatements");

    /** Parameters of which one is enough, though the metadata asks for each or none of them. */
    private static final Map<String, List<String>> ONE_OF = Map.of(
            "createProcedure", List.of("procedureText", "procedureBody", "path"),
            "createView", List.of("selectQuery", "path"),
            "dropColumn", List.of("columnName", "columns", "column"),
            "stop", List.of());

    private static final List<String> VISITORS = List.of("append", "prepend", "replace", "regExpReplace");

    private final ChangeFactory changes = Scope.getCurrentScope().getSingleton(ChangeFactory.class);
    private final PreconditionFactory preconditions = PreconditionFactory.getInstance();
    private final Map<String, ChangeWords> changeWords = new HashMap<>();
    private final Map<String, PreconditionWords> preconditionWords = new HashMap<>();
    private final Map<Class<?>, Map<String, Class<?>>> columnWords = new HashMap<>();
    private final Set<String> changeTypes = Set.copyOf(changes.getDefinedChanges());

    /**
     * What a change takes.
     *
     * @param parameters by name
     * @param names every name, for suggestions
     * @param directValue the parameter that a plain value stands for, or nothing if a plain value has no meaning
     * @param oneOf names of which one at least must be there
     */
    record ChangeWords(
            Map<String, ChangeParameterMetaData> parameters,
            Set<String> names,
            @Nullable String directValue,
            List<String> oneOf) {}

    /** What a precondition takes; one that combines others takes preconditions. */
    record PreconditionWords(Set<String> names, boolean directValue, boolean combines) {}

    Set<String> changeTypes() {
        return changeTypes;
    }

    Set<String> preconditionTypes() {
        return preconditions.getPreconditions().keySet();
    }

    ChangeWords change(String type) {
        return changeWords.computeIfAbsent(type, this::loadChange);
    }

    private ChangeWords loadChange(String type) {
        var change = changes.create(type);
        var parameters = new TreeMap<>(changes.getChangeMetaData(change).getParameters());
        INTERNAL.forEach(parameters::remove);
        var names = new TreeSet<>(parameters.keySet());
        names.addAll(READ_BY_CODE.getOrDefault(type, Set.of()));
        @Nullable String direct = type.equals("stop") ? "message" : null;
        for (ChangeParameterMetaData parameter : parameters.values()) {
            names.addAll(alternatives(parameter));
            if (parameter.getSerializationType() == SerializationType.DIRECT_VALUE) {
                direct = parameter.getParameterName();
            }
            if (columnType(parameter) != null) {
                names.add("column");
            }
        }
        return new ChangeWords(parameters, names, direct, ONE_OF.getOrDefault(type, List.of()));
    }

    static List<String> alternatives(ChangeParameterMetaData parameter) {
        String[] names = parameter.getAlternateParameterNames();
        return names == null ? List.of() : List.of(names);
    }

    /** The kind of columns that a parameter holds, or null if it holds something else. */
    static @Nullable Class<?> columnType(ChangeParameterMetaData parameter) {
        var types = parameter.getDataTypeClassParameters();
        boolean columns = Collection.class.isAssignableFrom(parameter.getDataTypeClass())
                && types.length == 1
                && types[0] instanceof Class<?> type
                && ColumnConfig.class.isAssignableFrom(type);
        return columns ? (Class<?>) types[0] : null;
    }

    static boolean isRequired(ChangeParameterMetaData parameter) {
        var databases = parameter.getRequiredForDatabase();
        return databases.contains("all") || databases.contains("postgresql");
    }

    /** What a column of a kind takes, each with its type. */
    Map<String, Class<?>> column(Class<?> kind) {
        return columnWords.computeIfAbsent(kind, type -> {
            if (type == LoadDataColumnConfig.class) {
                return fields(new LoadDataColumnConfig());
            }
            return fields(type == AddColumnConfig.class ? new AddColumnConfig() : new ColumnConfig());
        });
    }

    Map<String, Class<?>> constraints() {
        return columnWords.computeIfAbsent(ConstraintsConfig.class, type -> fields(new ConstraintsConfig()));
    }

    private static Map<String, Class<?>> fields(LiquibaseSerializable object) {
        var reflection = ReflectionSerializer.getInstance();
        return object.getSerializableFields().stream()
                .filter(field -> !INTERNAL.contains(field))
                .collect(Collectors.toMap(field -> field, field -> reflection.getDataTypeClass(object, field)));
    }

    PreconditionWords precondition(String type) {
        return preconditionWords.computeIfAbsent(type, this::loadPrecondition);
    }

    private PreconditionWords loadPrecondition(String type) {
        Precondition precondition = preconditions.create(type);
        var names = new TreeSet<>(precondition.getSerializableFields());
        if (names.contains("param")) {
            names.add("params");
        }
        boolean direct = names.stream()
                .anyMatch(name -> precondition.getSerializableFieldType(name) == SerializationType.DIRECT_VALUE);
        return new PreconditionWords(names, direct, precondition instanceof PreconditionLogic);
    }

    /** What {@code modifySql} does to statements. */
    static List<String> visitors() {
        return VISITORS;
    }

    static Set<String> visitor(String name) {
        SqlVisitor visitor = SqlVisitorFactory.getInstance().create(name);
        return with(visitor.getSerializableFields(), "dbms", "context", "contexts");
    }

    static Set<String> modifySql() {
        return with(VISITORS, "dbms", "context", "contextFilter", "labels", "applyToRollback");
    }

    /** What stands in a change set besides changes; what ChangeSet.load reads though it never writes it is added. */
    static Set<String> changeSet() {
        return with(
                new ChangeSet(null).getSerializableFields(),
                "alwaysRun",
                "context",
                "onValidationFail",
                "preConditions",
                "modifySql",
                "runWith",
                "runWithSpoolFile",
                "validCheckSum",
                "validCheckSums");
    }

    static Set<String> include() {
        return with(
                new ChangeLogInclude().getSerializableFields(), "contextFilter", "labels", "ignore", "logicalFilePath");
    }

    static Set<String> includeAll() {
        return with(
                new ChangeLogIncludeAll().getSerializableFields(),
                "contextFilter",
                "filter",
                "ignore",
                "labels",
                "resourceComparator");
    }

    static Set<String> property() {
        return with(new ChangeLogProperty().getSerializableFields(), "context");
    }

    private static Set<String> with(Collection<String> names, String... more) {
        return Stream.concat(names.stream(), Stream.of(more))
                .filter(name -> !INTERNAL.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
