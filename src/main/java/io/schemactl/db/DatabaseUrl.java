package io.schemactl.db;

import io.schemactl.config.Environment;
import io.schemactl.config.Origin;
import io.schemactl.config.Target;
import io.schemactl.problem.ProblemException;
import io.schemactl.problem.Suggestion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Reads connection URLs of every form that PostgreSQL's users have: libpq's
 * (<a href="https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING">section 34.1.1</a>), JDBC's,
 * SQLAlchemy's, and {@code embedded:NAME}.
 */
public final class DatabaseUrl {

    private static final Pattern SCHEME = Pattern.compile("^([A-Za-z][A-Za-z0-9+._-]*):(//)?");
    private static final Pattern LIBPQ = Pattern.compile("postgres(ql)?");
    private static final Pattern SQLALCHEMY = Pattern.compile("postgres(ql)?\\+[a-z0-9_]+");
    private static final Pattern KEYWORD = Pattern.compile("^\\s*[a-z_]+\\s*=.*", Pattern.DOTALL);
    private static final String JDBC = "jdbc:postgresql:";
    private static final String EMBEDDED = "embedded:";
    private static final List<String> SCHEMES = List.of("postgresql", "postgres", "jdbc", "embedded");

    private DatabaseUrl() {}

    /**
     * The address that a URL stands for. What it leaves out comes from the service file and the environment, as libpq reads
     * them; a password only if the URL or the service has one ({@link Passwords} looks further).
     *
     * @throws ProblemException if the URL makes no sense; the message holds no password
     */
    public static DatabaseAddress parse(String url, Environment environment) {
        String text = url.strip();
        if (startsWith(text, EMBEDDED)) {
            return EmbeddedUrl.parse(text.substring(EMBEDDED.length()));
        }
        if (startsWith(text, JDBC)) {
            return AddressBuilder.build(JdbcUrl.parse(text.substring(JDBC.length())), environment);
        }
        var scheme = SCHEME.matcher(text);
        if (scheme.find()) {
            String name = scheme.group(1).toLowerCase(Locale.ROOT);
            boolean isSqlAlchemy = SQLALCHEMY.matcher(name).matches();
            if (scheme.group(2) != null && (isSqlAlchemy || LIBPQ.matcher(name).matches())) {
                Map<String, String> words = LibpqUrl.parse(text.substring(scheme.end()), isSqlAlchemy);
                return AddressBuilder.build(Words.ofLibpq(words), environment);
            }
            throw unknownScheme(name, scheme.group(2) != null);
        }
        if (text.isEmpty() || KEYWORD.matcher(text).matches()) {
            return AddressBuilder.build(Words.ofLibpq(KeywordString.parse(text)), environment);
        }
        throw UrlProblem.of("not a connection URL: it has no scheme", "write postgresql://user@host:5432/database");
    }

    /**
     * The address of a target, with its password, wherever that is to be found.
     *
     * @param warnings takes what is odd but no error, such as a password file that others may read
     * @throws ProblemException if the URL makes no sense, or the password command fails; placed where the URL stands
     */
    public static DatabaseAddress resolve(Target target, Environment environment, Consumer<String> warnings) {
        String text = target.url().require().reveal();
        try {
            DatabaseAddress address = parse(text, environment);
            return address instanceof ServerAddress server
                    ? Passwords.complete(server, target.passwordCommand(), environment, warnings)
                    : address;
        } catch (ProblemException e) {
            var placed = target.url().origin() instanceof Origin.File file
                            && e.problem().position() == null
                    ? e.problem().at(file.position())
                    : e.problem();
            throw new ProblemException(
                    placed.about("target %s, url from %s"
                            .formatted(target.name(), target.url().origin())),
                    e.getCause());
        }
    }

    private static boolean startsWith(String text, String prefix) {
        return text.regionMatches(true, 0, prefix, 0, prefix.length());
    }

    private static ProblemException unknownScheme(String name, boolean hasSlashes) {
        if (!hasSlashes && (name.equals("postgresql") || name.equals("postgres"))) {
            return UrlProblem.of(
                    "the URL lacks the two slashes after `%s:`".formatted(name),
                    "write %s://user@host:5432/database".formatted(name));
        }
        // Without slashes the word may be a user's name with the password behind the colon.
        String shown = hasSlashes ? "unknown URL scheme `%s`".formatted(name) : "unknown URL scheme";
        String hint = hasSlashes ? Suggestion.hint(name.replaceAll("\\+.*", ""), SCHEMES) : "";
        return UrlProblem.of(
                shown + hint,
                "write postgresql://user@host:5432/database, jdbc:postgresql://host:5432/database, or embedded:NAME");
    }
}
