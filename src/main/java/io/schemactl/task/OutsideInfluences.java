package io.schemactl.task;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a changelog's outcome depends on besides its files, as far as its text tells.
 *
 * <p>It may see an influence where there is none, in a comment for example: the replay then only takes longer.
 */
final class OutsideInfluences {

    /** Programs, the server as a whole, other servers and their files, and parameters that are made of parameters or of the database. */
    private static final Pattern UNKNOWN = Pattern.compile(
            "customChange|executeCommand|customPrecondition"
                    + "|\\b(create|alter|drop|reassign)\\s+(role|user|group|owned|database|tablespace)\\b"
                    + "|\\btablespace\\b|\\balter\\s+system\\b|\\bon\\s+database\\b"
                    + "|\\bdblink|\\bpg_(read|ls|stat)_\\w*(file|dir)|\\blo_import\\b|\\bcopy\\b[^;]*\\bfrom\\b"
                    + "|\\$\\{[^}]*\\$\\{|\\$\\{\\s*database\\.",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PARAMETER = Pattern.compile("\\$\\{\\s*:?([^}]*?)\\s*}");

    private static final Pattern CLOCK = Pattern.compile(
            "\\bnow\\s*\\(|\\bcurrent_(date|time|timestamp)\\b|\\blocaltime|_timestamp\\s*\\(|\\btimeofday\\b"
                    + "|currentDateTimeFunction|'(now|today|tomorrow|yesterday)'",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern CHANCE =
            Pattern.compile("\\brandom|\\bgen_random|\\buuid_generate|\\buuidv\\d", Pattern.CASE_INSENSITIVE);

    /** Text that decides what is made: commands put together when they run, blocks, and conditions of change sets. */
    private static final Pattern DECISION = Pattern.compile(
            "\\bexecute\\b(?!\\s+(function|procedure|on)\\b)|\\bdo\\s+(language\\s+\\w+\\s+)?(\\$|')|sqlCheck|\\\\gexec",
            Pattern.CASE_INSENSITIVE);

    private final Set<String> parameters = new HashSet<>();
    private boolean isUnknown;
    private boolean readsClock;
    private boolean readsChance;
    private boolean decides;

    /** Looks through a file. */
    void read(String text) {
        isUnknown = isUnknown || UNKNOWN.matcher(text).find();
        readsClock = readsClock || CLOCK.matcher(text).find();
        readsChance = readsChance || CHANCE.matcher(text).find();
        decides = decides || DECISION.matcher(text).find();
        Matcher parameter = PARAMETER.matcher(text);
        while (parameter.find()) {
            parameters.add(parameter.group(1).toLowerCase(Locale.ROOT));
        }
    }

    /** Whether the next replay may come to something else for reasons that cannot be looked up. */
    boolean areUnknown() {
        return isUnknown || ((readsClock || readsChance) && decides);
    }

    /** Whether values depend on the time, so that yesterday's are not worth keeping. */
    boolean readClock() {
        return readsClock;
    }

    /** The names in <code>${…}</code>, in lower case. */
    Set<String> parameters() {
        return Set.copyOf(parameters);
    }
}
