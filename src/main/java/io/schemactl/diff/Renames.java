package io.schemactl.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.Constraint;
import io.schemactl.catalog.ForeignKey;
import io.schemactl.catalog.Index;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.ObjectKey;
import io.schemactl.catalog.Relation;
import io.schemactl.catalog.form.CatalogForm;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.QualifiedName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** New names of things, and what objects that mention them look like afterwards. */
final class Renames {

    /** Texts that PostgreSQL does not keep up with names. */
    private static final Set<String> FREE =
            Set.of("body", "comment", "labels", "security-labels", "grants", "options", "settings", "owner");

    /** Where the parts of a table mention its columns. */
    private static final Set<String> COLUMNS = Set.of(
            "columns",
            "include",
            "update-columns",
            "on-delete-columns",
            "column",
            "expression",
            "predicate",
            "definition",
            "when",
            "using",
            "check",
            "partition-key");

    private final Map<QualifiedName, QualifiedName> names = new HashMap<>();
    private final Map<QualifiedName, NamedItems.Names> columns = new HashMap<>();
    private final Map<ObjectKey, Identifier> constraints = new HashMap<>();

    /** What an object looks like under another's name. */
    static CatalogObject renamed(CatalogObject from, CatalogObject to) {
        return renamed(from, to, Map.of());
    }

    /** What an object looks like under another's name, if what else it mentions has other names too. */
    static CatalogObject renamed(CatalogObject from, CatalogObject to, Map<QualifiedName, QualifiedName> others) {
        var renames = new Renames();
        renames.names.putAll(others);
        renames.add(from, to);
        ObjectNode tree = renames.tree(from);
        tree.set("name", CatalogForm.properties(to).get("name"));
        return CatalogForm.object(from.getClass(), tree);
    }

    /** Adds the new name of an object, if others may refer to it. */
    void add(CatalogObject from, CatalogObject to) {
        if (from instanceof Constraint constraint) {
            constraints.put(constraint.key(), to.key().name());
        }
        findName(from).ifPresent(name -> names.put(name, findName(to).orElseThrow()));
    }

    /** Adds the new name of a table's column, if one certainly has another name. */
    void addColumns(CatalogObject from, Optional<CatalogObject> to) {
        if (from instanceof Relation relation && to.isPresent() && to.get() instanceof Relation) {
            var before = new NamedItems(CatalogForm.properties(from).get("columns"));
            var after = new NamedItems(CatalogForm.properties(to.get()).get("columns"));
            before.renamedTo(after).ifPresent(column -> columns.put(relation.name(), column));
        }
    }

    boolean isEmpty() {
        return names.isEmpty() && columns.isEmpty() && constraints.isEmpty();
    }

    /** What an object looks like when all names are new. */
    CatalogObject apply(CatalogObject object) {
        ObjectNode tree = tree(object);
        return tree.equals(CatalogForm.properties(object)) ? object : CatalogForm.object(object.getClass(), tree);
    }

    private ObjectNode tree(CatalogObject object) {
        ObjectNode tree = CatalogForm.properties(object);
        if (object instanceof ForeignKey key && columns.containsKey(key.referenced())) {
            var column = new MentionedNames(Map.of(), columns.get(key.referenced()));
            tree.set("referenced-columns", rewritten(tree.get("referenced-columns"), column::rewrite));
        }
        if (object instanceof Index index && index.constraint() != null) {
            nameLikeConstraint(tree, index, index.constraint());
        }
        NamedItems.Names column = columns.get(relation(object.key()));
        if (column != null) {
            COLUMNS.stream()
                    .filter(tree::has)
                    .forEach(name ->
                            tree.set(name, rewritten(tree.get(name), new MentionedNames(Map.of(), column)::rewrite)));
            keys(tree, column);
        }
        if (!names.isEmpty()) {
            var mentioned = new MentionedNames(names, null);
            for (String name : names(tree)) {
                tree.set(name, rewritten(tree.get(name), mentioned::rewrite));
            }
        }
        return tree;
    }

    /** PostgreSQL renames a constraint's index with it. */
    private void nameLikeConstraint(ObjectNode tree, Index index, Identifier constraint) {
        Identifier name = constraints.get(ObjectKey.ofPart(Kind.CONSTRAINT, index.relation(), constraint));
        if (name != null) {
            var names = new NamedItems.Names(index.name().display(), name.display());
            tree.put("name", names.to());
            tree.put("constraint", names.to());
            tree.put("definition", new MentionedNames(Map.of(), names).rewrite(index.definition()));
        }
    }

    /** Index keys mention columns and expressions; operator classes and collations are no columns. */
    private static void keys(ObjectNode tree, NamedItems.Names column) {
        var mentioned = new MentionedNames(Map.of(), column);
        for (JsonNode key : tree.path("keys")) {
            for (String name : List.of("column", "expression")) {
                if (key instanceof ObjectNode properties && key.has(name)) {
                    properties.set(name, rewritten(key.get(name), mentioned::rewrite));
                }
            }
        }
    }

    private static QualifiedName relation(ObjectKey key) {
        return key.schema() == null || key.relation() == null
                ? QualifiedName.of("-", "-")
                : new QualifiedName(key.schema(), key.relation());
    }

    private static List<String> names(ObjectNode tree) {
        return tree.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !FREE.contains(name))
                .toList();
    }

    private static JsonNode rewritten(JsonNode node, UnaryOperator<String> rewrite) {
        if (node.isTextual()) {
            return TextNode.valueOf(rewrite.apply(node.asText()));
        }
        if (node instanceof ArrayNode list) {
            ArrayNode copy = list.arrayNode();
            list.forEach(item -> copy.add(rewritten(item, rewrite)));
            return copy;
        }
        if (node instanceof ObjectNode mapping) {
            ObjectNode copy = mapping.objectNode();
            mapping.properties()
                    .forEach(field -> copy.set(
                            field.getKey(),
                            FREE.contains(field.getKey()) ? field.getValue() : rewritten(field.getValue(), rewrite)));
            return copy;
        }
        return node;
    }

    private static Optional<QualifiedName> findName(CatalogObject object) {
        ObjectKey key = object.key();
        return key.schema() == null || key.relation() != null
                ? Optional.empty()
                : Optional.of(new QualifiedName(key.schema(), key.name()));
    }
}
