package io.schemactl.catalog.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.schemactl.catalog.Expressions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Asks a server what texts mean, by having it parse and plan them and comparing what it prints.
 *
 * <p>Questions of one context share a query; only if that fails are they asked one by one.
 */
final class ServerExpressions implements Expressions {

    /** An undefined function, table, column, type or object, or a text that is not SQL: the text itself is wrong. */
    private static final Pattern MEANINGLESS = Pattern.compile("42(?!501).*|22.*|0A.*|3F.*");

    /** The server names sub-queries by number, which says nothing of what is in them. */
    private static final Pattern NUMBERED = Pattern.compile("\\b(?:SubPlan|InitPlan|CTE) ");

    /** How many questions share a query; PostgreSQL allows 1664 outputs, and a comparison needs two. */
    private static final int MOST = 500;

    private final Explainer explainer;

    ServerExpressions(Explainer explainer) {
        this.explainer = explainer;
    }

    @Override
    public Map<String, TypeName> types(Set<String> names) {
        Map<String, TypeName> answers = new HashMap<>();
        Set<String> open = new LinkedHashSet<>();
        for (String name : names) {
            Guard.typeObjection(name)
                    .ifPresentOrElse(
                            objection -> answers.put(name, new TypeName(name, objection)), () -> open.add(name));
        }
        answers.putAll(askTypes(new ArrayList<>(open)));
        return answers;
    }

    private Map<String, TypeName> askTypes(List<String> names) {
        Map<String, TypeName> answers = new HashMap<>();
        if (names.size() > MOST) {
            answers.putAll(askTypes(names.subList(0, MOST)));
            answers.putAll(askTypes(names.subList(MOST, names.size())));
            return answers;
        }
        if (names.isEmpty()) {
            return answers;
        }
        try {
            List<String> printed = output(Question.ofTypes(names));
            for (int i = 0; i < names.size(); i++) {
                answers.put(names.get(i), new TypeName(Question.typeIn(printed.get(i), names.get(i)), null));
            }
        } catch (SQLException e) {
            refuseLostConnection(e);
            if (names.size() == 1) {
                return Map.of(names.get(0), new TypeName(names.get(0), Question.withoutArray(ReadFailure.text(e))));
            }
            names.forEach(name -> answers.putAll(askTypes(List.of(name))));
        }
        return answers;
    }

    @Override
    public List<Verdict> compare(List<Comparison> comparisons) {
        Map<Comparison, Verdict> verdicts = new HashMap<>();
        Map<Context, Set<Comparison>> open = new LinkedHashMap<>();
        for (Comparison comparison : comparisons) {
            Optional<String> objection = Guard.objection(comparison.expected());
            if (objection.isPresent()) {
                verdicts.put(comparison, new Verdict(Answer.INVALID, objection.get()));
            } else {
                open.computeIfAbsent(comparison.context(), context -> new LinkedHashSet<>())
                        .add(comparison);
            }
        }
        open.forEach((context, questions) -> verdicts.putAll(judge(context, new ArrayList<>(questions))));
        return comparisons.stream().map(verdicts::get).toList();
    }

    private Map<Comparison, Verdict> judge(Context context, List<Comparison> questions) {
        Map<Comparison, Verdict> verdicts = new HashMap<>();
        if (context instanceof AsQuery) {
            questions.forEach(question -> verdicts.put(question, judgeQuery(question)));
            return verdicts;
        }
        if (questions.size() > MOST) {
            verdicts.putAll(judge(context, questions.subList(0, MOST)));
            verdicts.putAll(judge(context, questions.subList(MOST, questions.size())));
            return verdicts;
        }
        List<String> texts = questions.stream()
                .flatMap(question -> List.of(question.expected(), question.actual()).stream())
                .toList();
        try {
            List<String> printed = output(Question.ofExpressions(context, texts));
            for (int i = 0; i < questions.size(); i++) {
                verdicts.put(questions.get(i), verdict(printed.get(2 * i), printed.get(2 * i + 1)));
            }
        } catch (SQLException e) {
            refuseLostConnection(e);
            questions.forEach(question -> verdicts.put(question, judgeAlone(context, question)));
        }
        return verdicts;
    }

    private Verdict judgeAlone(Context context, Comparison question) {
        String expected;
        try {
            expected = print(context, question.expected());
        } catch (SQLException e) {
            return failed(e);
        }
        try {
            return verdict(expected, print(context, question.actual()));
        } catch (SQLException e) {
            refuseLostConnection(e);
            return new Verdict(Answer.UNDECIDED, ReadFailure.text(e));
        }
    }

    private String print(Context context, String text) throws SQLException {
        try {
            return output(Question.ofExpressions(context, List.of(text))).get(0);
        } catch (SQLException e) {
            refuseLostConnection(e);
            return output(Question.ofExpressionsInTable(context, List.of(text))).get(0);
        }
    }

    private Verdict judgeQuery(Comparison question) {
        JsonNode expected;
        try {
            expected = explainer.plan(Question.ofQuery(question.expected()));
        } catch (SQLException e) {
            return failed(e);
        }
        try {
            JsonNode actual = explainer.plan(Question.ofQuery(question.actual()));
            return new Verdict(expected.equals(actual) ? Answer.SAME : Answer.DIFFERENT, null);
        } catch (SQLException e) {
            refuseLostConnection(e);
            return new Verdict(Answer.UNDECIDED, ReadFailure.text(e));
        }
    }

    private static Verdict verdict(String expected, String actual) {
        if (NUMBERED.matcher(expected).find() || NUMBERED.matcher(actual).find()) {
            return new Verdict(Answer.UNDECIDED, "the text contains a query");
        }
        return new Verdict(expected.equals(actual) ? Answer.SAME : Answer.DIFFERENT, null);
    }

    private static Verdict failed(SQLException e) {
        refuseLostConnection(e);
        boolean meaningless =
                MEANINGLESS.matcher(String.valueOf(e.getSQLState())).matches();
        return new Verdict(meaningless ? Answer.INVALID : Answer.UNDECIDED, ReadFailure.text(e));
    }

    /** Only what the server says about a text is an answer; a lost connection is not. */
    private static void refuseLostConnection(SQLException e) {
        if (ReadFailure.isConnectionLost(e)) {
            throw ReadFailure.of("the server could not be asked what an expression means", e);
        }
    }

    private List<String> output(String query) throws SQLException {
        var printed = new ArrayList<String>();
        explainer.plan(query).path("Output").forEach(node -> printed.add(node.asText()));
        return printed;
    }
}
