package io.schemactl.task;

import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import io.schemactl.problem.ServerMessage;
import io.schemactl.shadow.ShadowDatabase;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fills in what statements mention and a shadow's server lacks: roles belong to the server, not to the database, so neither a changelog
 * nor a dump makes them.
 */
final class ShadowGaps {

    private static final Pattern NO_ROLE = Pattern.compile("role \"(.+)\" does not exist", Pattern.DOTALL);
    private static final Pattern ROLE_EXISTS = Pattern.compile("role \"(.+)\" already exists", Pattern.DOTALL);
    private static final Pattern NO_EXTENSION = Pattern.compile(
            "extension \"([^\"]+)\" is not available|could not open extension control file \".*/([^/\"]+)\\.control\".*",
            Pattern.DOTALL);

    private final ShadowDatabase shadow;
    private final Set<String> filled = new HashSet<>();

    ShadowGaps(ShadowDatabase shadow) {
        this.shadow = shadow;
    }

    /**
     * Mends what the server complains about, if it can be mended.
     *
     * @return whether it is worth trying again
     * @throws ProblemException if the server lacks an extension, or a role may not be made
     */
    boolean fill(@Nullable ServerMessage message) {
        if (message == null) {
            return false;
        }
        Optional<String> missing = find(NO_ROLE, "42704", message);
        if (missing.isPresent()) {
            return filled.add("+" + missing.get()) && make(missing.get());
        }
        return find(ROLE_EXISTS, "42710", message)
                .filter(role -> filled.add("-" + role))
                .map(shadow::forgetRole)
                .orElse(false);
    }

    private boolean make(String role) {
        try {
            shadow.makeRole(role);
            return true;
        } catch (ProblemException e) {
            throw new ProblemException(
                    e.problem()
                            .fix(
                                    "CREATE ROLE \"%s\" on the shadow server, give its role CREATEROLE, or pass --shadow embedded:"
                                            .formatted(role)),
                    e);
        }
    }

    /** The problem in words that name the shadow, if it is one of a server that lacks something. */
    static Optional<Problem> explain(Problem problem) {
        ServerMessage message = problem.server();
        if (message == null) {
            return Optional.empty();
        }
        Matcher extension = NO_EXTENSION.matcher(message.text());
        if (!extension.matches()) {
            return Optional.empty();
        }
        String name = extension.group(1) == null ? extension.group(2) : extension.group(1);
        return Optional.of(new Problem(
                ProblemCode.SHADOW,
                "the shadow's server has no extension `%s`".formatted(name),
                problem.position(),
                problem.subject(),
                message,
                problem.excerpt(),
                "only a shadow was changed",
                "pass --shadow URL of a server that has the extension, and on which schemactl may create databases"));
    }

    private static Optional<String> find(Pattern pattern, String state, ServerMessage message) {
        Matcher matcher = pattern.matcher(message.text());
        return message.sqlState().equals(state) && matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
