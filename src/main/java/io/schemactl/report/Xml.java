package io.schemactl.report;

/** Writes indented XML 1.0; what XML cannot hold is written as a printable escape. */
final class Xml {

    private final StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private int depth;

    /** Opens an element; attributes are names and values in turn. */
    Xml open(String name, String... attributes) {
        start(name, attributes).append(">\n");
        depth++;
        return this;
    }

    /** Closes the element that was opened last. */
    Xml close(String name) {
        depth--;
        indent().append("</").append(name).append(">\n");
        return this;
    }

    /** An element without content. */
    Xml empty(String name, String... attributes) {
        start(name, attributes).append("/>\n");
        return this;
    }

    /** An element with a text of one or more lines. */
    Xml text(String name, String content, String... attributes) {
        String escaped = escaped(String.join("\n", Printable.lines(content)));
        start(name, attributes)
                .append('>')
                .append(escaped)
                .append("</")
                .append(name)
                .append(">\n");
        return this;
    }

    private StringBuilder start(String name, String... attributes) {
        indent().append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ').append(attributes[i]).append("=\"");
            text.append(escaped(Printable.line(attributes[i + 1]))).append('"');
        }
        return text;
    }

    private StringBuilder indent() {
        return text.append("  ".repeat(depth));
    }

    /** Beyond the marks themselves, XML cannot hold U+FFFE and U+FFFF; the other characters it cannot hold do not print. */
    private static String escaped(String printable) {
        return printable
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\uFFFE", "\\ufffe")
                .replace("\uFFFF", "\\uffff");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
