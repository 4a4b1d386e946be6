package io.schemactl.story;

import io.schemactl.problem.Position;
import io.schemactl.problem.Suggestion;
import io.schemactl.sql.Identifier;
import io.schemactl.yaml.YamlNode;
import io.schemactl.yaml.YamlNode.Kind;
import io.schemactl.yaml.YamlNode.Mapping;
import io.schemactl.yaml.YamlNode.Scalar;
import io.schemactl.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values of a mapping by its keys, with a complaint about everything that is not as it should be. */
final class Fields {

    private final Mapping mapping;
    private final Keyed shape;
    private final Reading reading;

    Fields(Mapping mapping, Keyed shape, Reading reading) {
        this.mapping = mapping;
        this.shape = shape;
        this.reading = reading;
        for (YamlNode.Entry entry : mapping.entries()) {
            String key = entry.key().text();
            if (!shape.keys().contains(key)) {
                reading.complaints()
                        .add(
                                entry.key().position(),
                                "unknown key `%s` in %s%s"
                                        .formatted(key, shape.word(), Suggestion.hint(key, shape.keys())),
                                "known keys: " + String.join(", ", shape.keys()));
            }
        }
    }

    /** The value of a key; nothing if it is not there or null. */
    Optional<YamlNode> find(String key) {
        if (!shape.keys().contains(key)) {
            throw new IllegalArgumentException("%s has no key %s".formatted(shape, key));
        }
        return mapping.find(key).filter(node -> !(node instanceof Scalar scalar && scalar.isNull()));
    }

    boolean has(String key) {
        return find(key).isPresent();
    }

    /** A word or text; numbers and the like count as they are written. */
    Optional<String> text(String key) {
        return find(key)
                .flatMap(node -> scalar(node, "`%s` wants a text".formatted(key)))
                .map(Scalar::text);
    }

    /** A text that must be there; the answer is meaningless, but a complaint was made, if it is not. */
    String requiredText(String key) {
        return text(key).orElseGet(() -> {
            require(key);
            return "";
        });
    }

    /** An SQL expression; YAML's words for yes and no count as {@code true} and {@code false}. */
    @Nullable
    String expression(String key) {
        return find(key)
                .flatMap(node -> scalar(node, "`%s` wants an SQL expression".formatted(key)))
                .map(Fields::sql)
                .orElse(null);
    }

    static String sql(Scalar scalar) {
        return scalar.kind() == Kind.BOOLEAN ? String.valueOf(isYes(scalar)) : scalar.text();
    }

    boolean flag(String key, boolean otherwise) {
        Optional<YamlNode> node = find(key);
        if (node.isEmpty()) {
            return otherwise;
        }
        if (node.get() instanceof Scalar scalar && scalar.kind() == Kind.BOOLEAN) {
            return isYes(scalar);
        }
        complain(node.get(), "`%s` wants true or false".formatted(key));
        return otherwise;
    }

    static boolean isYes(Scalar scalar) {
        return List.of("true", "yes", "on").contains(scalar.text().toLowerCase(Locale.ROOT));
    }

    Optional<Long> number(String key) {
        return find(key).flatMap(node -> {
            try {
                return Optional.of(Long.valueOf(node instanceof Scalar scalar ? scalar.text() : ""));
            } catch (NumberFormatException e) {
                complain(node, "`%s` wants a whole number".formatted(key));
                return Optional.empty();
            }
        });
    }

    /** One of some words, which may be written with hyphens for spaces. */
    Optional<String> choice(String key, List<String> words) {
        return find(key)
                .flatMap(node -> scalar(node, "`%s` wants one of: %s".formatted(key, String.join(", ", words))))
                .flatMap(scalar -> word(scalar, key, words));
    }

    private Optional<String> word(Scalar scalar, String key, List<String> words) {
        String word = sql(scalar).toLowerCase(Locale.ROOT).replace('-', ' ');
        if (words.contains(word)) {
            return Optional.of(word);
        }
        reading.complaints()
                .add(
                        scalar.position(),
                        "`%s` cannot be `%s`%s".formatted(key, scalar.text(), Suggestion.hint(word, words)),
                        "possible values: " + String.join(", ", words));
        return Optional.empty();
    }

    /** A list of words. */
    List<Scalar> scalars(String key) {
        return find(key)
                .map(node -> reading.scalars(node, "`%s`".formatted(key)))
                .orElse(List.of());
    }

    List<String> texts(String key) {
        return scalars(key).stream().map(Scalar::text).toList();
    }

    List<Identifier> identifiers(String key) {
        return scalars(key).stream()
                .flatMap(scalar -> reading.names().identifier(scalar.text(), scalar.position()).stream())
                .toList();
    }

    /** Words, each one of some. */
    List<String> choices(String key, List<String> words) {
        var chosen = new ArrayList<String>();
        scalars(key).forEach(scalar -> word(scalar, key, words).ifPresent(chosen::add));
        return chosen;
    }

    /** Complains if a key is not there. */
    void require(String key) {
        if (!has(key)) {
            reading.complaints().add(position(), "%s has no `%s`".formatted(shape.word(), key));
        }
    }

    /** Where the key stands, or the mapping if it is not there. */
    Position position(String key) {
        return mapping.findEntry(key).map(entry -> entry.value().position()).orElse(position());
    }

    Position position() {
        return mapping.position();
    }

    /** What {@code comment} or {@code commented} say; null if neither is there. */
    @Nullable
    ExpectedComment comment() {
        if (mapping.find("comment").isPresent()) {
            String text = text("comment").orElse(null);
            return new ExpectedComment(text != null && !text.isEmpty(), text);
        }
        return has("commented") ? new ExpectedComment(flag("commented", true), null) : null;
    }

    private Optional<Scalar> scalar(YamlNode node, String complaint) {
        if (node instanceof Scalar scalar) {
            return Optional.of(scalar);
        }
        complain(node, complaint + (node instanceof Sequence ? ", not a list" : ", not a mapping"));
        return Optional.empty();
    }

    private void complain(YamlNode node, String message) {
        reading.complaints().add(node.position(), message);
    }
}
