package io.schemactl.lint.rules;

import io.schemactl.catalog.Extension;
import io.schemactl.lint.Hit;
import io.schemactl.lint.StatementFacts;
import io.schemactl.lint.StatementRule;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds extensions in use that are brought to another version. */
final class ExtensionUpgrade implements StatementRule {

    @Override
    public String summary() {
        return "Finds extensions in use that are brought to another version.";
    }

    @Override
    public Stream<Hit> check(StatementFacts facts) {
        if (!facts.statement().isCommand("ALTER EXTENSION")
                || !facts.statement().hasWords("UPDATE")) {
            return Stream.empty();
        }
        String name = facts.statement().tokens().get(2).name();
        return facts
                .changed(Extension.class)
                .filter(pair -> !Objects.equals(pair.from().version(), pair.to().version()))
                .map(pair -> "brings extension %s from version %s to %s"
                        .formatted(name, pair.from().version(), pair.to().version()))
                .findFirst()
                .or(() -> Optional.of(
                                "brings extension %s to the version that the server has by default, which is another one on each server"
                                        .formatted(name))
                        .filter(words -> !facts.statement().hasWords("UPDATE TO")))
                .map(
                        words -> facts.hit(
                                        "extension " + name,
                                        words
                                                + ": its script may lock or change what uses it, and there is no way back")
                                .fix(
                                        "read the script of the new version, try it on a copy, and name the version with UPDATE TO"))
                .stream();
    }
}
