package io.schemactl.story;

import io.schemactl.problem.ProblemCode;
import io.schemactl.sql.Identifier;
import io.schemactl.yaml.YamlNode;
import io.schemactl.yaml.YamlReader;
import java.nio.file.Path;
import java.util.ArrayList;

/** Reads {@code tests.yaml}; docs/tests.md has its grammar. */
public final class TestsFile {

    private static final YamlReader YAML = new YamlReader(ProblemCode.TESTS);

    private TestsFile() {}

    /**
     * The rows and tests of a story; nothing if it has no tests file.
     *
     * @param defaultSchema the schema of index names without one
     * @throws io.schemactl.problem.ProblemException with everything that is wrong with the file
     */
    public static StoryTests read(Story story, Identifier defaultSchema) {
        return story.findTests()
                .flatMap(YAML::read)
                .map(root -> parse(story.name(), root, defaultSchema))
                .orElseGet(() -> StoryTests.none(story.name()));
    }

    /**
     * The rows and tests in a text that came from a file.
     *
     * @throws io.schemactl.problem.ProblemException with everything that is wrong with the text
     */
    public static StoryTests parse(String story, Path file, String text, Identifier defaultSchema) {
        return YAML.parse(file, text)
                .map(root -> parse(story, root, defaultSchema))
                .orElseGet(() -> StoryTests.none(story));
    }

    private static StoryTests parse(String story, YamlNode root, Identifier defaultSchema) {
        var complaints = new Complaints(ProblemCode.TESTS);
        var reading = new Reading(story, new Names(defaultSchema, complaints), complaints, new ArrayList<>());
        StoryTests tests = reading.fields(root, TestShape.FILE)
                .map(fields -> sections(fields, reading))
                .orElseGet(() -> StoryTests.none(story));
        complaints.throwIfAny();
        return tests;
    }

    private static StoryTests sections(Fields fields, Reading reading) {
        var scripts = new ScriptReader(reading);
        var reader = new TestReader(reading, scripts);
        return new StoryTests(
                reading.story(), scripts.texts(fields, "before"), reader.compatible(fields), reader.tests(fields));
    }
}
