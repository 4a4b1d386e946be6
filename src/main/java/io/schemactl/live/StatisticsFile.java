package io.schemactl.live;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.schemactl.live.Statistics.Applied;
import io.schemactl.problem.Position;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.sql.QualifiedName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes statistics to a file, and reads them back; docs/schema/stats.schema.json says what is in it. */
public final class StatisticsFile {

    /** Grows when what is in the file changes its meaning. */
    public static final int VERSION = 1;

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private StatisticsFile() {}

    /** The text of the file. */
    public static String print(Statistics statistics) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        Figures figures = statistics.figures();
        document.put("version", VERSION);
        document.put("serverVersion", statistics.serverVersion());
        document.put("taken", figures.taken().toString());
        document.put("since", figures.since().toString());
        document.put("sinceServerStart", figures.isSinceStart());
        var tables = document.putArray("tables");
        figures.tables().forEach(table -> put(tables.addObject(), table));
        var applied = document.putArray("applied");
        statistics
                .applied()
                .forEach(each -> applied.addObject()
                        .put("id", each.id())
                        .put("author", each.author())
                        .put("file", each.file()));
        try {
            return MAPPER.writerWithDefaultPrettyPrinter()
                            .writeValueAsString(document)
                            .replace("\r\n", "\n")
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values always prints", e);
        }
    }

    private static void put(ObjectNode object, TableFigures table) {
        object.put("schema", table.table().schema().name());
        object.put("name", table.table().name().name());
        object.put("bytes", table.bytes()).put("heapBytes", table.heapBytes());
        if (table.rows() != null) {
            object.put("rows", table.rows());
        }
        if (table.written() != null) {
            object.put("written", table.written());
        }
    }

    /**
     * Reads a file.
     *
     * @throws ProblemException if it cannot be read, or was not written by {@code doctor --export-stats}
     */
    public static Statistics read(Path file) {
        try {
            JsonNode document = MAPPER.readTree(Files.readString(file));
            if (document.isMissingNode()) {
                throw new IllegalArgumentException("it is empty");
            }
            return statistics(document);
        } catch (JsonProcessingException e) {
            ProblemException problem = problem(file, "it is no JSON: " + e.getOriginalMessage(), e);
            JsonLocation location = e.getLocation();
            throw location == null || location.getLineNr() < 1
                    ? problem
                    : new ProblemException(
                            problem.problem()
                                    .at(new Position(file, location.getLineNr(), Math.max(1, location.getColumnNr()))),
                            e);
        } catch (IOException e) {
            throw problem(file, "it cannot be read: " + e.getClass().getSimpleName(), e);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw problem(file, String.valueOf(e.getMessage()), e);
        }
    }

    private static ProblemException problem(Path file, String why, Exception cause) {
        return new ProblemException(
                Problem.of(ProblemCode.STATISTICS, "%s is no statistics file: %s".formatted(file, why))
                        .fix("write one on the database: schemactl doctor --export-stats FILE"),
                cause);
    }

    private static Statistics statistics(JsonNode document) {
        long version = number(document, "version");
        if (version != VERSION) {
            throw new IllegalArgumentException(
                    "its version is %d, and this schemactl reads %d".formatted(version, VERSION));
        }
        List<TableFigures> tables = new ArrayList<>();
        list(document, "tables").forEach(table -> tables.add(table(table)));
        List<Applied> applied = new ArrayList<>();
        list(document, "applied")
                .forEach(each -> applied.add(new Applied(text(each, "id"), text(each, "author"), text(each, "file"))));
        String serverVersion = text(document, "serverVersion");
        if (!serverVersion.matches("\\d+(\\.\\d+)?")) {
            throw new IllegalArgumentException("`serverVersion` is `%s`".formatted(serverVersion));
        }
        return new Statistics(
                serverVersion,
                new Figures(
                        Instant.parse(text(document, "taken")),
                        Instant.parse(text(document, "since")),
                        member(document, "sinceServerStart").asBoolean(),
                        tables),
                applied);
    }

    private static TableFigures table(JsonNode table) {
        return new TableFigures(
                QualifiedName.of(text(table, "schema"), text(table, "name")),
                number(table, "bytes"),
                number(table, "heapBytes"),
                table.has("rows") ? number(table, "rows") : null,
                table.has("written") ? number(table, "written") : null);
    }

    private static JsonNode member(JsonNode object, String name) {
        JsonNode found = object.get(name);
        if (found == null) {
            throw new IllegalArgumentException("`%s` is missing".formatted(name));
        }
        return found;
    }

    private static String text(JsonNode object, String name) {
        JsonNode found = member(object, name);
        if (!found.isTextual()) {
            throw new IllegalArgumentException("`%s` is no text".formatted(name));
        }
        return found.textValue();
    }

    private static long number(JsonNode object, String name) {
        JsonNode found = member(object, name);
        if (!found.isIntegralNumber() || found.longValue() < 0) {
            throw new IllegalArgumentException("`%s` is no number from 0".formatted(name));
        }
        return found.longValue();
    }

    private static JsonNode list(JsonNode object, String name) {
        JsonNode found = member(object, name);
        if (!found.isArray()) {
            throw new IllegalArgumentException("`%s` is no list".formatted(name));
        }
        return found;
    }
}
