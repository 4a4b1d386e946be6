package io.schemactl.story;

import io.schemactl.problem.ProblemCode;
import io.schemactl.sql.Identifier;
import io.schemactl.story.Expectation.ExpectedAbsence;
import io.schemactl.yaml.YamlNode;
import io.schemactl.yaml.YamlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads {@code expect.yaml}; docs/expectations.md has its grammar. */
public final class ExpectationFile {

    private static final YamlReader YAML = new YamlReader(ProblemCode.EXPECTATIONS);

    private ExpectationFile() {}

    /**
     * What a story expects; nothing if it has no expectations file.
     *
     * @param defaultSchema the schema of names without one
     * @throws io.schemactl.problem.ProblemException with everything that is wrong with the file
     */
    public static StoryExpectations read(Story story, Identifier defaultSchema) {
        Optional<Path> file = story.findExpectations();
        Optional<YamlNode> document = file.flatMap(YAML::read);
        return document.map(root -> parse(story.name(), root, defaultSchema))
                .orElseGet(() -> new StoryExpectations(story.name(), new ArrayList<>()));
    }

    /**
     * What a text that came from a file expects.
     *
     * @throws io.schemactl.problem.ProblemException with everything that is wrong with the text
     */
    public static StoryExpectations parse(String story, Path file, String text, Identifier defaultSchema) {
        return YAML.parse(file, text)
                .map(root -> parse(story, root, defaultSchema))
                .orElseGet(() -> new StoryExpectations(story, new ArrayList<>()));
    }

    private static StoryExpectations parse(String story, YamlNode root, Identifier defaultSchema) {
        var complaints = new Complaints(ProblemCode.EXPECTATIONS);
        var reading = new Reading(story, new Names(defaultSchema, complaints), complaints, new ArrayList<>());
        reading.fields(root, Shape.FILE).ifPresent(fields -> sections(fields, reading));
        refuseContradictions(reading);
        complaints.throwIfAny();
        return new StoryExpectations(story, reading.expectations());
    }

    private static void sections(Fields fields, Reading reading) {
        var objects = new ObjectSections(reading);
        fields.find("schemas").ifPresent(objects::schemas);
        fields.find("extensions").ifPresent(objects::extensions);
        fields.find("enums").ifPresent(objects::enums);
        fields.find("domains").ifPresent(objects::domains);
        fields.find("sequences").ifPresent(objects::sequences);
        var routines = new RoutineSections(reading);
        fields.find("functions").ifPresent(node -> routines.functions(node, false));
        fields.find("procedures").ifPresent(node -> routines.functions(node, true));
        fields.find("views").ifPresent(objects::views);
        fields.find("tables")
                .ifPresent(node ->
                        reading.entries(node, "`tables`").forEach(entry -> new TableSection(reading).read(entry)));
        fields.find("absent").ifPresent(node -> new AbsentSection(reading).read(node));
    }

    /** One file cannot want an object both to exist and not to exist, and an object has one description. */
    private static void refuseContradictions(Reading reading) {
        Map<Subject, Expectation> known = new HashMap<>();
        for (Expectation expectation : reading.expectations()) {
            Expectation before = known.putIfAbsent(expectation.subject(), expectation);
            if (before != null) {
                boolean contradiction = before instanceof ExpectedAbsence != expectation instanceof ExpectedAbsence;
                reading.complaints()
                        .add(
                                expectation.origin().position(),
                                "%s %s %s; the first statement is on line %d"
                                        .formatted(
                                                expectation.subject().kind().word(),
                                                expectation.subject().name(),
                                                contradiction
                                                        ? "is expected both to exist and to be absent"
                                                        : "is described twice",
                                                before.origin().position().line()));
            }
        }
    }
}
