package io.schemactl.report;

import io.schemactl.task.TargetReport;

/** Says which database a text is about. */
final class TargetText {

    private TargetText() {}

    static void append(Lines lines, TargetReport target) {
        lines.line("%s %s, %s"
                .formatted(
                        lines.style().paint(Paint.BOLD, Printable.line(target.name()) + ":"),
                        Printable.line(target.database()),
                        server(target)));
    }

    /** The server's product and version, without what it was compiled with. */
    static String server(TargetReport target) {
        String version = Printable.line(target.serverVersion());
        String product = "PostgreSQL ";
        if (!version.startsWith(product)) {
            return product + version;
        }
        int number = version.indexOf(' ', product.length());
        return number < 0 ? version : version.substring(0, number);
    }

    static void appendEmbedded(Lines lines, TargetReport target) {
        if (target.embedded() != null) {
            lines.line(
                    Paint.DIM,
                    "  This is the embedded server, for trying, tests and shadows; its data is in "
                            + Printable.line(target.embedded()));
        }
    }
}
