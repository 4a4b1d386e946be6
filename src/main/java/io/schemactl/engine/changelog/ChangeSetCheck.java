package io.schemactl.engine.changelog;

import io.schemactl.problem.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import liquibase.changelog.ChangeSet.ValidationFailOption;
import liquibase.database.DatabaseList;
import liquibase.database.ObjectQuotingStrategy;
import org.jspecify.annotations.Nullable;

/** Checks change sets, and makes of each what the rest of the program wants to know about it. */
final class ChangeSetCheck {

    /** What stands where changes stand, and in the change set itself too. */
    private static final Set<String> BLOCKS =
            Set.of("rollback", "validCheckSum", "validCheckSums", "modifySql", "preConditions", "preconditions");

    private static final Set<String> BOOLEANS =
            Set.of("runalways", "alwaysrun", "runonchange", "runintransaction", "ignore", "failonerror");

    private static final Set<String> ROLLBACK_OF = Set.of("changeSetId", "changeSetAuthor", "changeSetPath");
    private static final String NOTHING_TO_TAKE_BACK =
            "write what takes the changes back, or `rollback: [{ empty: {} }]` if nothing does";

    private final ChangelogReader reader;
    private final Vocabulary vocabulary;
    private final Set<String> attributes = Vocabulary.changeSet();
    private final ChangeFiles files;
    private final Definitions definitions;
    private final Problems problems;
    private final Values values;
    private final ChangeCheck changes;
    private final PreconditionCheck preconditions;
    private final BatchReader batches;

    ChangeSetCheck(
            ChangelogReader reader,
            Vocabulary vocabulary,
            ChangeFiles files,
            Definitions definitions,
            Problems problems) {
        this.reader = reader;
        this.vocabulary = vocabulary;
        this.files = files;
        this.definitions = definitions;
        this.problems = problems;
        this.values = new Values(problems);
        this.changes = new ChangeCheck(vocabulary, problems);
        this.preconditions = new PreconditionCheck(vocabulary, problems);
        this.batches = new BatchReader(problems);
    }

    /** The change set, or nothing if it is for other databases or has no identity. */
    Optional<OrderedChangeSet> read(Element changeSet, Changelog changelog) {
        String id = expanded(changeSet, "id");
        problems.about(id.isEmpty() ? null : "change set " + id);
        try {
            return readNamed(changeSet, changelog, id);
        } finally {
            problems.about(null);
        }
    }

    private Optional<OrderedChangeSet> readNamed(Element changeSet, Changelog changelog, String id) {
        values.none(changeSet, "it takes attributes and changes");
        values.required(changeSet, "id");
        values.required(changeSet, "author");
        String dbms = changeSet.text("dbms");
        if (dbms != null
                && !dbms.contains("${")
                && !DatabaseList.definitionMatches(DatabaseList.toDbmsSet(dbms), "postgresql", true)) {
            return Optional.empty();
        }
        @Nullable String logical = blankToNull(expanded(changeSet, "logicalFilePath"));
        String recorded = logical == null
                ? changelog.recordedFile()
                : logical.replace('\\', '/').replaceFirst("^/", "");
        boolean mayBeInvalid = ValidationFailOption.MARK_RAN.name().equals(changeSet.text("onValidationFail"));
        var parts = new Parts(changelog, recorded, mayBeInvalid);
        changeSet.children().forEach(child -> part(child, parts));
        whole(changeSet, parts);
        String author = expanded(changeSet, "author");
        if (id.isEmpty() || author.isEmpty()) {
            return Optional.empty();
        }
        var source = new ChangeSetSource(
                id,
                author,
                recorded,
                changelog.file().path(),
                changeSet.position(),
                parts.changes,
                parts.rollback,
                parts.rollbackChanges,
                parts.batch,
                changelog.story());
        return Optional.of(new OrderedChangeSet(source, logical != null, changeSet.text("runOrder")));
    }

    private void whole(Element changeSet, Parts parts) {
        if (!parts.changesSeen && parts.changes.isEmpty()) {
            problems.error(
                    changeSet.position(),
                    "the change set has no changes",
                    "add `changes:`, or `changes: []` if there shall be none");
        }
        if (parts.batchAt != null) {
            batches.check(changeSet, parts.batchAt, parts.changes);
        }
    }

    private static final class Parts {
        private final Changelog changelog;
        private final String recordedFile;
        private final List<ChangeSource> changes = new ArrayList<>();
        private final List<ChangeSource> rollbackChanges = new ArrayList<>();
        private final boolean mayBeInvalid;
        private boolean changesSeen;
        private @Nullable Position rollback;
        private @Nullable Position batchAt;
        private @Nullable Batch batch;

        Parts(Changelog changelog, String recordedFile, boolean mayBeInvalid) {
            this.changelog = changelog;
            this.recordedFile = recordedFile;
            this.mayBeInvalid = mayBeInvalid;
        }
    }

    private void part(Element part, Parts parts) {
        if (part.name().equals("changes")) {
            parts.changesSeen = true;
            values.none(part, "a change is a mapping");
            part.children().forEach(change -> block(change, parts, vocabulary.changeTypes()));
        } else if (part.name().equals(Batch.ATTRIBUTE)) {
            parts.batchAt = part.position();
            parts.batch = batches.read(part).orElse(null);
        } else if (OwnKeys.isOwn(part.name())) {
            own(part);
        } else if (attributes.stream().anyMatch(part.name()::equalsIgnoreCase) && !BLOCKS.contains(part.name())) {
            attribute(part);
        } else {
            block(part, parts, Values.union(attributes, vocabulary.changeTypes()));
        }
    }

    private void block(Element part, Parts parts, Set<String> known) {
        switch (part.name()) {
            case "rollback" -> rollback(part, parts);
            case "modifySql" -> modifySql(part);
            case "preConditions", "preconditions" -> preconditions.check(part);
            case "validCheckSum", "validCheckSums" -> {
                if (!part.children().isEmpty()) {
                    problems.error(part.position(), "`%s` wants checksums".formatted(part.name()));
                }
            }
            default -> change(part, known, parts).ifPresent(parts.changes::add);
        }
    }

    private Optional<ChangeSource> change(Element change, Set<String> known, Parts parts) {
        if (!vocabulary.changeTypes().contains(change.name())) {
            boolean nested = known.contains("rollback");
            problems.unknown(change, nested ? "change type or attribute" : "change type", "", known);
            return Optional.empty();
        }
        changes.check(change, !parts.mayBeInvalid);
        return Optional.of(files.source(change, parts.changelog.file()));
    }

    private void attribute(Element attribute) {
        String name = attribute.name().toLowerCase(Locale.ROOT);
        switch (name) {
            case "id", "author", "logicalfilepath" -> values.verbatim(attribute);
            case "objectquotingstrategy" -> values.oneOf(attribute, Values.names(ObjectQuotingStrategy.class), false);
            case "onvalidationfail" -> values.oneOf(attribute, Values.names(ValidationFailOption.class), false);
            case "runorder" -> values.oneOf(attribute, List.of("first", "last"), false);
            case "comment", "comments" -> {}
            default -> {
                if (BOOLEANS.contains(name)) {
                    values.bool(attribute);
                } else {
                    values.single(attribute);
                }
            }
        }
    }

    private void own(Element part) {
        if (!part.children().isEmpty()) {
            problems.error(
                    part.position(),
                    "`%s` must be a plain value or a list of them; Liquibase does not accept a mapping here"
                            .formatted(part.name()));
        }
    }

    private void rollback(Element rollback, Parts parts) {
        parts.rollback = rollback.position();
        String text = rollback.values().isEmpty()
                ? ""
                : rollback.values().get(0).text().strip();
        if (rollback.children().isEmpty() && text.isEmpty() && !parts.changelog.isXml()) {
            problems.error(rollback.position(), "the rollback block is empty", NOTHING_TO_TAKE_BACK);
        } else if (rollback.values().size() > 1) {
            problems.error(
                    rollback.values().get(1).position(),
                    "`rollback` wants one text, or a list of changes",
                    "write the statements as one text, separated by `;`");
        } else if (text.equalsIgnoreCase("empty") || text.equalsIgnoreCase("not required")) {
            problems.error(
                    rollback.valuePosition(), "Liquibase would run `%s` as SQL".formatted(text), NOTHING_TO_TAKE_BACK);
        }
        if (rollback.has("changeSetId")) {
            rollback.children().forEach(child -> values.known(child, "rollback", ROLLBACK_OF));
            rollbackOf(rollback, parts);
            return;
        }
        if (!text.isEmpty()) {
            var value = rollback.values().get(0);
            parts.rollbackChanges.add(new ChangeSource("sql", value.position(), value.source()));
        }
        var known = Values.union(vocabulary.changeTypes(), Set.of("changeSetId"));
        rollback.children().forEach(child -> change(child, known, parts).ifPresent(parts.rollbackChanges::add));
    }

    /** Liquibase takes the other change set's changes; it must have been read before. */
    private void rollbackOf(Element rollback, Parts parts) {
        values.required(rollback, "changeSetAuthor");
        String path = expanded(rollback, "changeSetPath");
        String file = path.isEmpty() ? parts.recordedFile : path;
        String id = expanded(rollback, "changeSetId");
        if (rollback.has("changeSetAuthor") && !reader.isRead(id, expanded(rollback, "changeSetAuthor"), file)) {
            problems.error(
                    rollback.positionOf("changeSetId"),
                    "there is no change set %s of %s before this one".formatted(id, file));
        }
    }

    private void modifySql(Element element) {
        values.none(element, "it takes attributes");
        for (Element child : element.children()) {
            if (Vocabulary.visitors().contains(child.name())) {
                values.none(child, "it takes attributes");
                child.children().forEach(each -> values.known(each, child.name(), Vocabulary.visitor(child.name())));
            } else if (values.known(child, "modifySql", Vocabulary.modifySql())
                    && child.name().equalsIgnoreCase("applyToRollback")) {
                values.bool(child);
            }
        }
    }

    private String expanded(Element element, String name) {
        String text = element.text(name);
        return text == null ? "" : definitions.expand(text).orElse(text);
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
