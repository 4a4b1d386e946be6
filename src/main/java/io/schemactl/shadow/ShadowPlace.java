package io.schemactl.shadow;

import io.schemactl.config.Environment;
import io.schemactl.config.Secret;
import io.schemactl.config.UrlMask;
import io.schemactl.db.DatabaseAddress;
import io.schemactl.db.DatabaseUrl;
import io.schemactl.db.EmbeddedAddress;
import io.schemactl.db.Passwords;
import io.schemactl.db.ServerAddress;
import io.schemactl.problem.Problem;
import io.schemactl.problem.ProblemCode;
import io.schemactl.problem.ProblemException;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where throw-away databases are made, as the setting {@code shadow} says. */
public sealed interface ShadowPlace {

    /**
     * A server that schemactl starts itself.
     *
     * @param version its major version; null for that of the database that the shadow is compared with
     */
    record Embedded(@Nullable Integer version) implements ShadowPlace {}

    /**
     * A server on which schemactl may create databases.
     *
     * @param address a database on it, which is only used to create others
     */
    record Server(ServerAddress address) implements ShadowPlace {}

    /**
     * A container that schemactl starts.
     *
     * @param image its image, as {@code docker pull} takes it
     */
    record Container(String image) implements ShadowPlace {}

    /**
     * Reads the setting.
     *
     * @param warnings takes what is odd but no error
     * @throws ProblemException if it makes no sense; the message holds no password
     */
    static ShadowPlace parse(Secret setting, Environment environment, Consumer<String> warnings) {
        String text = setting.reveal().strip();
        if (text.toLowerCase(Locale.ROOT).startsWith(DOCKER)) {
            return container(text.substring(DOCKER.length()));
        }
        if (EMBEDDED_VERSION.matcher(text).matches()) {
            return new Embedded(Integer.valueOf(text.substring(text.length() - 2)));
        }
        DatabaseAddress address = DatabaseUrl.parse(text, environment);
        if (address instanceof EmbeddedAddress embedded) {
            if (!embedded.name().isEmpty()) {
                throw refused("the shadow `%s` names a database; shadows have names of their own"
                        .formatted(UrlMask.mask(text)));
            }
            return new Embedded(embedded.version());
        }
        return new Server(Passwords.complete((ServerAddress) address, null, environment, warnings));
    }

    private static ShadowPlace container(String image) {
        if (!IMAGE.matcher(image).matches()) {
            throw refused("the shadow `docker:%s` names no image".formatted(image));
        }
        return new Container(image);
    }

    /** What a container's image follows. */
    String DOCKER = "docker:";

    /** Registry with port, path, tag and digest; the engine knows the details. */
    Pattern IMAGE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/@+-]*");

    /** {@code embedded:16}. */
    Pattern EMBEDDED_VERSION = Pattern.compile("(?i)embedded:\\d{2}");

    private static ProblemException refused(String message) {
        return new ProblemException(Problem.of(ProblemCode.SETTINGS, message)
                .fix(
                        "pass --shadow embedded: or embedded:16, docker:postgres:17, or the URL of a server that may create"
                                + " databases"));
    }
}
