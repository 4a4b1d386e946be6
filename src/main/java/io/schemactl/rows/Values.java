package io.schemactl.rows;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Draws values of any type, as texts that the type reads; asks the server only where the type alone does not say what it accepts. */
final class Values {

    private static final int DOMAIN_ATTEMPTS = 200;
    private static final int DOMAIN_POOL = 16;
    private static final int MOST_ELEMENTS = 3;
    private static final int SUGGESTED_ROWS = 200;

    private final Types types;
    private final Acceptance acceptance;
    private final Random random;
    private final Map<Type.Use, List<String>> pools = new HashMap<>();

    Values(Types types, Acceptance acceptance, Random random) {
        this.types = types;
        this.acceptance = acceptance;
        this.random = random;
    }

    /** A value; empty if none is known. */
    Optional<String> draw(Type.Use use) throws SQLException {
        Optional<Type> found = types.find(use.type());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Type type = found.get();
        Optional<Scalars.Draw> scalar = type.isBuiltIn() ? Scalars.find(type.name()) : Optional.empty();
        if (scalar.isPresent()) {
            return Optional.of(scalar.get().draw(random, use.modifier()));
        }
        return switch (type.form()) {
            case ENUM -> pick(type.details().labels());
            case ARRAY -> drawArray(new Type.Use(type.part().type(), use.modifier()));
            case RANGE -> drawRange(type.part());
            case MULTIRANGE -> draw(type.part()).map(range -> "{" + range + "}");
            case COMPOSITE -> drawRow(type);
            case DOMAIN -> pick(pool(use, type));
            case BASE -> type.category() == 'S' ? Optional.of(Words.draw(random)) : pick(guesses(use, type));
        };
    }

    private Optional<String> pick(List<String> texts) {
        return texts.isEmpty() ? Optional.empty() : Optional.of(texts.get(random.nextInt(texts.size())));
    }

    private Optional<String> drawArray(Type.Use element) throws SQLException {
        var elements = new ArrayList<String>();
        for (int i = 1 + random.nextInt(MOST_ELEMENTS); i > 0; i--) {
            draw(element).ifPresent(elements::add);
        }
        return elements.isEmpty() && !hasNoValue(element) ? Optional.empty() : Optional.of(array(element, elements));
    }

    /** An array of no elements is a value even if there are no elements. */
    private boolean hasNoValue(Type.Use element) {
        return types.find(element.type())
                .filter(type -> type.form() == Type.Form.ENUM)
                .isPresent();
    }

    private String array(Type.Use element, List<String> elements) {
        boolean isBox = types.find(element.type())
                .filter(type -> type.isBuiltIn() && type.name().equals("box"))
                .isPresent();
        return Texts.array(elements, isBox ? ";" : ",");
    }

    private Optional<String> drawRange(Type.Use bound) throws SQLException {
        Optional<String> one = draw(bound);
        Optional<String> other = draw(bound);
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(range(bound, one.get(), other.get()));
    }

    /** From one to the other where it is plain which is the lower; otherwise with one value only. */
    private String range(Type.Use bound, String one, String other) {
        int order = compare(types.below(bound), one, other);
        if (order == 0) {
            return Texts.range(one, one, true);
        }
        return Texts.range(order < 0 ? one : other, order < 0 ? other : one, false);
    }

    private int compare(Type.Use use, String one, String other) {
        char category = types.find(use.type()).map(Type::category).orElse('U');
        if (category == 'N' && Acceptance.isNumber(one) && Acceptance.isNumber(other)) {
            return new BigDecimal(one).compareTo(new BigDecimal(other));
        }
        return category == 'D' ? one.compareTo(other) : 0;
    }

    private Optional<String> drawRow(Type type) throws SQLException {
        var attributes = new ArrayList<Optional<String>>();
        for (Type.Use attribute : type.details().attributes()) {
            attributes.add(draw(attribute));
        }
        return Optional.of(Texts.row(attributes));
    }

    private List<String> pool(Type.Use use, Type domain) throws SQLException {
        List<String> known = pools.get(use);
        if (known != null) {
            return known;
        }
        Set<String> accepted = new LinkedHashSet<>();
        Hints hints = Hints.of(domain.details().checks());
        List<String> suggested = suggestions(domain.part(), hints);
        for (int i = 0; i < DOMAIN_ATTEMPTS && accepted.size() < DOMAIN_POOL; i++) {
            Optional<String> candidate = i < suggested.size() && i % 2 == 1
                    ? Optional.of(suggested.get(i))
                    : drawFor(domain.part(), suggested);
            if (candidate.isPresent() && acceptance.isAccepted(use, domain, candidate.get())) {
                accepted.add(candidate.get());
            }
        }
        List<String> pool = List.copyOf(accepted);
        pools.put(use, pool);
        return pool;
    }

    private List<String> guesses(Type.Use use, Type type) throws SQLException {
        List<String> known = pools.get(use);
        if (known == null) {
            var accepted = new ArrayList<String>();
            for (String guess : Guesses.of(type.name(), use.modifier(), random)) {
                if (acceptance.isAccepted(use, type, guess)) {
                    accepted.add(guess);
                }
            }
            known = List.copyOf(accepted);
            pools.put(use, known);
        }
        return known;
    }

    /** A value that may satisfy conditions: one of those suggested, or any. */
    Optional<String> drawFor(Type.Use use, List<String> suggested) throws SQLException {
        if (!suggested.isEmpty() && random.nextInt(5) < 3) {
            return pick(suggested);
        }
        boolean isText = types.find(types.below(use).type())
                .filter(type -> type.category() == 'S')
                .isPresent();
        String form = Words.drawForm(random);
        return isText && random.nextBoolean() && acceptance.hasRoom(use, form) ? Optional.of(form) : draw(use);
    }

    /** The values that the constants of conditions suggest, only those that the type reads. */
    List<String> suggestions(Type.Use use, Hints hints) throws SQLException {
        Optional<Type> found = types.find(types.below(use).type());
        if (found.isEmpty()) {
            return List.of();
        }
        boolean isMade = isJson(found.get()) || found.get().form() == Type.Form.COMPOSITE;
        if (isMade && types.below(use).equals(use)) {
            // All of them are well formed, and the server would be asked for each.
            return raw(found.get(), use, hints);
        }
        var accepted = new ArrayList<String>();
        for (String text : raw(found.get(), types.below(use), hints)) {
            if (acceptance.isAccepted(use, types.find(use.type()).orElse(found.get()), text)) {
                accepted.add(text);
            }
        }
        return accepted;
    }

    private List<String> raw(Type type, Type.Use use, Hints hints) throws SQLException {
        var suggestions = new Suggestions(hints, random);
        if (isJson(type)) {
            return suggestions.documents();
        }
        return switch (type.form()) {
            case ENUM -> type.details().labels();
            case ARRAY -> arrays(new Type.Use(type.part().type(), use.modifier()), hints);
            case RANGE -> ranges(type.part(), hints);
            case COMPOSITE -> rows(type, hints);
            case BASE ->
                switch (type.category()) {
                    case 'N' -> suggestions.numbers();
                    case 'S' -> suggestions.texts();
                    case 'D' -> suggestions.moments();
                    case 'T' -> suggestions.spans();
                    case 'B' -> List.of("true", "false");
                    default -> hints.texts();
                };
            default -> hints.texts();
        };
    }

    private List<String> rows(Type type, Hints hints) throws SQLException {
        List<List<String>> suggested = new ArrayList<>();
        for (Type.Use attribute : type.details().attributes()) {
            suggested.add(suggestions(attribute, hints));
        }
        var found = new ArrayList<String>();
        for (int i = 0; i < SUGGESTED_ROWS; i++) {
            var attributes = new ArrayList<Optional<String>>();
            for (int j = 0; j < suggested.size(); j++) {
                attributes.add(drawFor(type.details().attributes().get(j), suggested.get(j)));
            }
            found.add(Texts.row(attributes));
        }
        return found;
    }

    private static boolean isJson(Type type) {
        return type.isBuiltIn() && (type.name().equals("json") || type.name().equals("jsonb"));
    }

    private List<String> arrays(Type.Use element, Hints hints) throws SQLException {
        List<String> elements = suggestions(element, hints);
        var found = new ArrayList<>(List.of("{}"));
        found.addAll(hints.texts());
        elements.forEach(one -> found.add(array(element, List.of(one))));
        List<String> constants =
                elements.stream().filter(hints.texts()::contains).toList();
        for (int length = 1; length <= 6; length++) {
            var drawn = new ArrayList<String>();
            var chosen = new ArrayList<String>();
            for (int i = 0; i < length; i++) {
                drawFor(element, elements).ifPresent(drawn::add);
                pick(constants).ifPresent(chosen::add);
            }
            found.add(array(element, drawn));
            found.add(array(element, chosen));
        }
        return found;
    }

    private List<String> ranges(Type.Use bound, Hints hints) throws SQLException {
        List<String> bounds = suggestions(bound, hints);
        var found = new ArrayList<>(hints.texts());
        found.add("empty");
        for (int i = 0; i < Math.min(20, bounds.size() * 2); i++) {
            Optional<String> other = drawFor(bound, bounds);
            if (other.isPresent()) {
                found.add(range(bound, bounds.get(random.nextInt(bounds.size())), other.get()));
            }
        }
        return found;
    }
}
