package io.schemactl.diff.ddl;

import io.schemactl.catalog.Attributes;
import io.schemactl.catalog.CatalogObject;
import io.schemactl.catalog.Column;
import io.schemactl.catalog.CompositeType;
import io.schemactl.catalog.Grant;
import io.schemactl.catalog.Index;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.Relation;
import io.schemactl.catalog.Sequence;
import io.schemactl.catalog.View;
import io.schemactl.diff.Hazard;
import io.schemactl.diff.Statement;
import io.schemactl.sql.Identifier;
import io.schemactl.sql.Literal;
import io.schemactl.sql.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Commands about what nearly every object has: owner, comment, labels and grants. */
public final class AttributesDdl {

    /** In older versions nobody but that role, whatever its name is, owns the schema {@code public} in the beginning. */
    private static final String TO_WHO_MADE_THE_SERVER = """
            DO $$
            BEGIN
                EXECUTE pg_catalog.format('ALTER %s OWNER TO %%I', pg_catalog.pg_get_userbyid(10));
            END
            $$""";

    private final String name;
    private final CatalogObject object;
    private final Context context;

    /**
     * Commands about an object.
     *
     * @param name the object as {@code COMMENT ON} names it
     * @param object the object, as it shall be
     * @param context what the migration starts from and leads to
     */
    public AttributesDdl(String name, CatalogObject object, Context context) {
        this.name = name;
        this.object = object;
        this.context = context;
    }

    /**
     * What leads from the attributes that an object has to those that it shall have, its columns' included.
     *
     * @param from the object as it is; null if it is new
     * @param renewed the columns that are new although the old object has some of the same names
     */
    public List<Statement> statements(@Nullable CatalogObject from, Set<Identifier> renewed) {
        List<Statement> statements = plain(from, renewed);
        return object.key().kind() == Kind.DATABASE
                ? statements.stream()
                        .map(each -> CurrentDatabase.block(each.sql()))
                        .toList()
                : statements;
    }

    private List<Statement> plain(@Nullable CatalogObject from, Set<Identifier> renewed) {
        Attributes old = from == null ? Attributes.none() : from.attributes();
        var statements = new ArrayList<Statement>();
        Identifier owner = owner(from);
        statements.addAll(ownership(from, owner));
        statements.addAll(texts(name, old, object.attributes()));
        statements.addAll(extensions(from));
        List<Grant> held = old.grants();
        List<Grant> wanted = object.attributes().grants();
        if (Grants.exist(object.key().kind()) && !keepsGrants(from)) {
            Grants grants = grants(owner);
            held = passedOn(from == null ? StartingGrants.of(object, grants, context) : held, from, owner);
            statements.addAll(grants.changes(held, wanted, null));
        }
        for (Column column : columns(object)) {
            Attributes before = from == null || renewed.contains(column.name())
                    ? Attributes.none()
                    : find(from, column).map(Column::attributes).orElse(Attributes.none());
            String path = "COLUMN " + name.substring(name.indexOf('"')) + "."
                    + column.name().quoted();
            statements.addAll(texts(path, before, column.attributes()));
            Grants grants = grants(owner);
            List<Grant> left = grants.left(passedOn(before.grants(), from, owner), held, wanted);
            statements.addAll(grants.changes(left, column.attributes().grants(), column.name()));
        }
        return statements;
    }

    /** Whether an object is new, and no grants are asked for. */
    private boolean keepsGrants(@Nullable CatalogObject from) {
        return context.mode().leavesGrants()
                && from == null
                && !context.from().objects().containsKey(object.key());
    }

    private Grants grants(@Nullable Identifier owner) {
        return Grants.of(name, object.key(), owner, context.majorVersion());
    }

    /** The owner, by the name that the main owner has in the database that is migrated. */
    private @Nullable Identifier owner(@Nullable CatalogObject from) {
        Identifier owner = object.attributes().owner();
        Identifier main = context.from().owner();
        if (owner == null && Grants.isStandardSchema(object.key())) {
            return Grants.ownerOfStandardSchema(context.majorVersion());
        }
        if (owner == null && from != null && from.attributes().owner() != null) {
            return main;
        }
        return owner != null && main != null && owner.equals(context.to().owner()) ? main : owner;
    }

    /** The grants when the object has its owner. */
    private @Nullable List<Grant> passedOn(
            @Nullable List<Grant> grants, @Nullable CatalogObject from, @Nullable Identifier owner) {
        Identifier receiver = owner == null ? context.mainOwner() : owner;
        return grants == null || receiver == null || !isPassedOn(from, owner)
                ? grants
                : Grants.passedOn(grants, receiver);
    }

    /** Whether the object gets another owner; the main owner, where nobody names it, only of what is there. */
    private boolean isPassedOn(@Nullable CatalogObject from, @Nullable Identifier owner) {
        if (from == null) {
            return owner != null && !owner.equals(creator());
        }
        Identifier old = from.attributes().owner();
        boolean asBefore = old == null && object.attributes().owner() == null;
        return !asBefore && !Objects.equals(owner, old);
    }

    /** An extension belongs for ever to the role that created it. */
    private List<Statement> ownership(@Nullable CatalogObject from, @Nullable Identifier owner) {
        Identifier old = from == null ? creator() : from.attributes().owner();
        if (from != null && owner == null && old != null && Grants.isStandardSchema(object.key())) {
            return List.of(Statement.of(TO_WHO_MADE_THE_SERVER.formatted(name)));
        }
        boolean asItsTable = object instanceof Sequence sequence && sequence.owner() != null;
        if (asItsTable || !isPassedOn(from, owner)) {
            return List.of();
        }
        if (object.key().kind() == Kind.EXTENSION) {
            if (from != null) {
                throw new Unmigratable(name, "owner");
            }
            return List.of();
        }
        boolean locks = object instanceof Relation && from != null;
        Hazard[] hazards = locks
                ? Hazards.on(
                        context,
                        new QualifiedName(
                                Objects.requireNonNull(object.key().schema()),
                                object.key().name()),
                        Hazards.ACCESS_EXCLUSIVE)
                : new Hazard[0];
        String receiver = owner == null ? "CURRENT_USER" : owner.quoted();
        return List.of(Statement.of("ALTER %s OWNER TO %s".formatted(name, receiver), hazards));
    }

    private @Nullable Identifier creator() {
        return context.mode().namesOwners() ? null : context.from().owner();
    }

    private static List<Statement> texts(String name, Attributes from, Attributes to) {
        var statements = new ArrayList<Statement>();
        if (!Objects.equals(from.comment(), to.comment())) {
            statements.add(Statement.of("COMMENT ON " + name + " IS " + literal(to.comment())));
        }
        var providers = new TreeSet<>(from.labels().values().keySet());
        providers.addAll(to.labels().values().keySet());
        for (String provider : providers) {
            String label = to.labels().values().get(provider);
            if (!Objects.equals(from.labels().values().get(provider), label)) {
                statements.add(Statement.of("SECURITY LABEL FOR %s ON %s IS %s"
                        .formatted(new Identifier(provider).quoted(), name, literal(label))));
            }
        }
        return statements;
    }

    /** What replaces an object's definition ends its dependency on an extension. */
    private List<Statement> extensions(@Nullable CatalogObject from) {
        List<Identifier> wanted = object.attributes().extensions();
        List<Identifier> old = from == null ? List.of() : from.attributes().extensions();
        boolean same = from != null && from.with(Attributes.none()).equals(object.with(Attributes.none()));
        var statements = new ArrayList<Statement>();
        old.stream()
                .filter(extension -> !wanted.contains(extension))
                .map(extension -> extension("NO DEPENDS", extension))
                .forEach(statements::add);
        wanted.stream()
                .filter(extension -> !same || !old.contains(extension))
                .map(extension -> extension("DEPENDS", extension))
                .forEach(statements::add);
        return statements;
    }

    private Statement extension(String verb, Identifier extension) {
        Hazard[] hazards = new Hazard[0];
        if (object instanceof Index index) {
            hazards = Hazards.on(context, index.relation(), Hazards.ACCESS_EXCLUSIVE);
        } else if (object instanceof View view) {
            hazards = Hazards.on(context, view.name(), Hazards.ACCESS_EXCLUSIVE);
        }
        return Statement.of("ALTER %s %s ON EXTENSION %s".formatted(name, verb, extension.quoted()), hazards);
    }

    private static String literal(@Nullable String text) {
        return text == null ? "NULL" : Literal.of(text);
    }

    private static Optional<Column> find(CatalogObject object, Column column) {
        return columns(object).stream()
                .filter(each -> each.name().equals(column.name()))
                .findFirst();
    }

    private static List<Column> columns(CatalogObject object) {
        if (object instanceof Relation relation) {
            return relation.columns();
        }
        return object instanceof CompositeType type ? type.columns() : List.of();
    }
}
