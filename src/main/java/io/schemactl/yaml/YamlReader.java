package io.schemactl.yaml;

import io.schemactl.problem.Position;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads a YAML file, and says where it is broken. */
public final class YamlReader {

    /** The largest file that is read, in characters; a changelog of a million lines is far below it. */
    private static final int LARGEST = 64 * 1024 * 1024;

    private static final int DEEPEST = 100;

    private final ProblemCode code;

    /** A reader whose problems have the given code. */
    public YamlReader(ProblemCode code) {
        this.code = code;
    }

    /**
     * The document in a file, or nothing if the file holds only space and comments.
     *
     * @throws ProblemException if the file cannot be read, is not UTF-8, or is not YAML
     */
    public Optional<YamlNode> read(Path file) {
        return parse(file, text(file));
    }

    /**
     * The document in a text that came from a file.
     *
     * @throws ProblemException if the text is not YAML, or a mapping has a key twice
     */
    public Optional<YamlNode> parse(Path file, String text) {
        return saying(file, () -> compose(text).map(new YamlTree(file, code)::convert));
    }

    /**
     * What becomes of the document in a text that came from a file, or nothing if the text holds only space and comments.
     *
     * @param reader takes the document
     * @throws ProblemException if the text is not YAML, a mapping has a key twice, or there is more than one document
     */
    public <T> Optional<T> stream(Path file, String text, Function<YamlCursor, T> reader) {
        return saying(file, () -> {
            Parser parser = parser(text, options());
            parser.getEvent();
            if (parser.checkEvent(Event.ID.StreamEnd)) {
                return Optional.empty();
            }
            parser.getEvent();
            var cursor = new YamlCursor(file, code, parser);
            T result = reader.apply(cursor);
            parser.getEvent();
            if (!parser.checkEvent(Event.ID.StreamEnd)) {
                throw new ProblemException(
                        Problem.of(code, "there is more than one document").at(cursor.position()));
            }
            return Optional.of(result);
        });
    }

    private <T> T saying(Path file, Supplier<T> work) {
        try {
            return work.get();
        } catch (MarkedYAMLException e) {
            throw new ProblemException(syntax(file, e), e);
        } catch (YAMLException e) {
            throw new ProblemException(
                    Problem.of(code, "not valid YAML: " + oneLine(e.getMessage()))
                            .at(Position.startOf(file)),
                    e);
        }
    }

    private static Optional<Node> compose(String text) {
        LoaderOptions options = options();
        return Optional.ofNullable(new Composer(parser(text, options), new Resolver(), options).getSingleNode());
    }

    private static Parser parser(String text, LoaderOptions options) {
        return new ParserImpl(new StreamReader(new StringReader(text)), options);
    }

    private static LoaderOptions options() {
        var options = new LoaderOptions();
        options.setCodePointLimit(LARGEST);
        options.setNestingDepthLimit(DEEPEST);
        options.setAllowDuplicateKeys(true);
        options.setMaxAliasesForCollections(Integer.MAX_VALUE);
        return options;
    }

    /**
     * The text of a file, without a byte order mark.
     *
     * @throws ProblemException if the file cannot be read, or is not UTF-8
     */
    public String text(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (NoSuchFileException e) {
            throw new ProblemException(Problem.of(code, "file not found: " + file), e);
        } catch (CharacterCodingException e) {
            throw new ProblemException(
                    Problem.of(code, "not valid UTF-8")
                            .at(Position.startOf(file))
                            .fix("save the file as UTF-8"),
                    e);
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.of(code, "cannot read %s: %s".formatted(file, oneLine(e.getMessage()))), e);
        }
    }

    private Problem syntax(Path file, MarkedYAMLException e) {
        var problem =
                Problem.of(code, "not valid YAML: " + oneLine(e.getProblem())).at(position(file, e.getProblemMark()));
        boolean tab = String.valueOf(e.getProblem()).contains("'\\t");
        return tab ? problem.fix("indent with spaces; YAML does not allow tabs") : problem;
    }

    private static Position position(Path file, Mark mark) {
        return mark == null ? Position.startOf(file) : new Position(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static String oneLine(@Nullable String message) {
        return String.valueOf(message).replaceAll("\\s*\\R\\s*", "; ").strip();
    }
}
