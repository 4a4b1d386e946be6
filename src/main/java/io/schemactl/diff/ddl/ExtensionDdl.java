package io.schemactl.diff.ddl;

import io.schemactl.catalog.Extension;
import io.schemactl.catalog.Kind;
import io.schemactl.catalog.Part;
import io.schemactl.diff.Statement;
import io.schemactl.sql.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Commands about extensions; see <a href="https://www.postgresql.org/docs/current/sql-createextension.html">CREATE EXTENSION</a>. */
final class ExtensionDdl implements Ddl<Extension> {

    private static final Pattern NUMBERS = Pattern.compile("[1-9][0-9]*(\\.(0|[1-9][0-9]*))*");

    @Override
    public String name(Extension extension) {
        return "EXTENSION " + extension.name().quoted();
    }

    @Override
    public List<Step> create(Extension extension, Context context) {
        List<Step> steps = new ArrayList<>();
        steps.add(Step.making(
                Part.of(extension.key()),
                Statement.of("CREATE %s WITH SCHEMA %s%s"
                        .formatted(
                                name(extension),
                                extension.schema().quoted(),
                                extension.version() == null ? "" : " VERSION " + Literal.of(extension.version())))));
        List<Statement> privileges = ExtensionParts.privileges(extension);
        if (!privileges.isEmpty()) {
            steps.add(new Step(privileges, Set.of(), Set.of(), Set.of(Part.of(extension.key()))));
        }
        return steps;
    }

    @Override
    public Optional<List<Step>> alter(Extension from, Extension to, Context context) {
        if (!from.name().equals(to.name())) {
            return Optional.empty();
        }
        List<Statement> statements = new ArrayList<>();
        String version = to.version();
        if (version != null && from.version() != null && isOlder(version, from.version())) {
            throw new Unmigratable("extension %s: version %s cannot go back to %s"
                    .formatted(to.name().display(), from.version(), version));
        }
        if (version != null && !version.equals(from.version())) {
            statements.add(Statement.of("ALTER %s UPDATE TO %s".formatted(name(to), Literal.of(version))));
        }
        if (!from.schema().equals(to.schema())) {
            statements.add(Statement.of(
                    "ALTER %s SET SCHEMA %s".formatted(name(to), to.schema().quoted())));
        }
        List<Step> steps = new ArrayList<>(Steps.changes(from.key(), to.key(), statements));
        if (statements.isEmpty()) {
            steps.addAll(additions(from, to, context));
        }
        return Optional.of(steps);
    }

    /** What is taken from the tables goes before what it needs, and what they get comes after what that needs. */
    private static List<Step> additions(Extension from, Extension to, Context context) {
        ExtensionParts.Changes changes = ExtensionParts.changes(from, to);
        Part additions = Later.additions(to.key());
        List<Step> steps = new ArrayList<>();
        if (!changes.gone().isEmpty()) {
            steps.add(Step.taking(additions, changes.gone().toArray(Statement[]::new)));
        }
        if (!changes.come().isEmpty()) {
            steps.add(new Step(changes.come(), Set.of(additions), Set.of(), users(context)));
        }
        return steps;
    }

    /** What functions that an index or a trigger on one of its tables calls may call themselves. */
    private static Set<Part> users(Context context) {
        return context.to().objects().keySet().stream()
                .filter(key -> key.kind() == Kind.ROUTINE)
                .map(Part::of)
                .collect(Collectors.toSet());
    }

    /** Whether a version such as 1.5 comes before another; those that are no numbers have no order. */
    private static boolean isOlder(String version, String other) {
        if (!NUMBERS.matcher(version).matches() || !NUMBERS.matcher(other).matches()) {
            return false;
        }
        return Runtime.Version.parse(version).compareToIgnoreOptional(Runtime.Version.parse(other)) < 0;
    }
}
