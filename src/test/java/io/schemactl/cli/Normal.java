package io.schemactl.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Takes out of output what differs between two runs, and makes control characters visible. */
final class Normal {

    private static final Map<Pattern, String> REPLACEMENTS = replacements();

    private Normal() {}

    private static Map<Pattern, String> replacements() {
        var all = new LinkedHashMap<Pattern, String>();
        all.put(Pattern.compile("\u001B"), "\\\\e");
        all.put(Pattern.compile("\r"), "\\\\r");
        all.put(Pattern.compile("PostgreSQL \\d+(\\.\\d+)+"), "PostgreSQL [version]");
        all.put(Pattern.compile("(\"serverVersion\": )\"[^\"]*\""), "$1\"[version]\"");
        all.put(
                Pattern.compile("\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?(Z|[+-]\\d\\d:\\d\\d)?"),
                "[time]");
        all.put(Pattern.compile("(< )?(\\d+ ms|\\d+\\.\\d+ s)(\\\\e\\[0?m)? {2,}"), "[took]$3  ");
        all.put(Pattern.compile("(< )?(?<!\\d)(\\d+ ms|\\d+\\.\\d+ s)\\b"), "[took]");
        all.put(Pattern.compile("took {2,}by"), "took  by");
        all.put(Pattern.compile("\\(\\S+@\\S+\\)"), "([client])");
        all.put(Pattern.compile("\"client\": \"[^\"]+\""), "\"client\": \"[client]\"");
        all.put(Pattern.compile("\"tookMs\": \\d+"), "\"tookMs\": 0");
        all.put(Pattern.compile("time=\"\\d+\\.\\d+\""), "time=\"0.000\"");
        all.put(Pattern.compile("\\b(pid|process) \\d+"), "$1 [pid]");
        all.put(Pattern.compile("'\\d{10}'"), "'[deployment]'");
        all.put(Pattern.compile("\"deployment\": \"\\d{10}\""), "\"deployment\": \"[deployment]\"");
        return all;
    }

    static String text(String printed) {
        String text = printed;
        for (var replacement : REPLACEMENTS.entrySet()) {
            text = replacement.getKey().matcher(text).replaceAll(replacement.getValue());
        }
        return text;
    }
}
