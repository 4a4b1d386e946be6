package io.schemactl.task;

import io.schemactl.config.Target;
import io.schemactl.engine.EngineIdentity;
import io.schemactl.engine.UpgradeScope;
import io.schemactl.engine.changelog.ChangelogSource;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.shadow.TemplateKey;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What determines the outcome of a replay, besides the server.
 *
 * @param target gives filters, parameters and schemas
 * @param scope the change sets that are replayed
 * @param around what they find when they begin
 */
record ReplayKey(Target target, UpgradeScope scope, Surroundings around) {

    /** To be raised when what goes into the key changes its meaning. */
    private static final String FORM = "1";

    /**
     * The key.
     *
     * @return nothing if the outcome depends on more than can be known
     * @throws ProblemException if a file cannot be read
     */
    Optional<TemplateKey> find(ChangelogSource source) {
        var parts = new ArrayList<String>();
        var outside = new OutsideInfluences();
        Path searchPath = target.searchPath().toAbsolutePath().normalize();
        for (Path file : source.files()) {
            Path name = searchPath.relativize(file.toAbsolutePath().normalize());
            if (name.startsWith("..")) {
                return Optional.empty();
            }
            // Every byte is a character of this alphabet, so that the text is the file, whatever its encoding.
            String text = text(file);
            parts.add(name.toString().replace('\\', '/'));
            parts.add(text);
            outside.read(text);
        }
        if (outside.areUnknown()) {
            return Optional.empty();
        }
        parts.add(FORM);
        parts.addAll(EngineIdentity.parts());
        parts.addAll(settings());
        parts.addAll(process(outside));
        return Optional.of(TemplateKey.of(parts));
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of(ProblemCode.CHANGELOG, "cannot read %s: %s".formatted(file, e.getMessage())), e);
        }
    }

    private List<String> settings() {
        Path root = target.searchPath()
                .toAbsolutePath()
                .normalize()
                .relativize(target.changelog().toAbsolutePath());
        return List.of(
                root.toString(),
                text(target.parameters()),
                text(target.contextFilter()),
                text(target.labelFilter()),
                text(target.defaultSchema()),
                text(target.historySchema()),
                scope.count().toString(),
                text(scope.story()),
                scope.only() == null
                        ? ""
                        : new TreeSet<>(scope.only().stream()
                                        .map(Object::toString)
                                        .toList())
                                .toString(),
                new TreeSet<>(around.schemas().stream().map(Object::toString).toList()).toString(),
                around.searchPath().toString());
    }

    /** A text that no other map has, whatever its values hold. */
    private static String text(Map<String, String> values) {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .map(each -> TemplateKey.of(List.of(each.getKey(), each.getValue()))
                                .digest())
                        .collect(Collectors.joining(" "));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : "=" + value;
    }

    /** What this process adds: dates, and variables that a changelog names, and that Liquibase reads by itself. */
    private static List<String> process(OutsideInfluences outside) {
        Map<String, String> variables = new HashMap<>(System.getenv());
        System.getProperties().forEach((name, value) -> variables.put("property " + name, String.valueOf(value)));
        var named = new TreeMap<String, String>();
        variables.forEach((name, value) -> {
            String folded = name.replaceFirst("^property ", "").toLowerCase(Locale.ROOT);
            if (outside.parameters().contains(folded) || folded.startsWith("liquibase")) {
                named.put(name, value);
            }
        });
        return List.of(
                text(named),
                TimeZone.getDefault().getID(),
                Locale.getDefault().toString(),
                Charset.defaultCharset().name(),
                outside.readClock() ? LocalDate.now(ZoneOffset.UTC).toString() : "");
    }
}
