package io.schemactl.report;

/** The colours that text uses, as terminals understand them (ECMA-48, Select Graphic Rendition). */
enum Paint {
    PLAIN(""),
    BOLD("1"),
    DIM("2"),
    RED("31"),
    GREEN("32"),
    YELLOW("33"),
    CYAN("36");

    static final String OFF = "\u001b[0m";

    private final String parameter;

    Paint(String parameter) {
        this.parameter = parameter;
    }

    String on() {
        return "\u001b[" + parameter + "m";
    }
}
