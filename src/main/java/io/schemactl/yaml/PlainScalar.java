package io.schemactl.yaml;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What YAML 1.1 makes of a scalar without quotes. */
public final class PlainScalar {

    private PlainScalar() {}

    /** The scalar's value printed again: {@code 010} is 8, {@code 1.10} is 1.1, {@code yes} is true. */
    public static String print(String text) {
        Object value = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        return String.valueOf(value);
    }
}
