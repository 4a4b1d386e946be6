package io.schemactl.config;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A value that no output may show. */
public final class Secret {

    /** What stands where the value would. */
    public static final String MASK = "****";

    private final String value;

    /** Keeps a value from being printed. */
    public Secret(String value) {
        this.value = value;
    }

    /** The value itself, for the one place that needs it. */
    public String reveal() {
        return value;
    }

    /** A text of others, such as a driver's message, with the value masked in all its forms. */
    public String scrub(String text) {
        if (value.isEmpty()) {
            return text;
        }
        String encoded = percentEncoded(value);
        return text.replace(value, MASK)
                .replace(encoded, MASK)
                .replace(encoded.toLowerCase(Locale.ROOT), MASK)
                .replace(encoded.replace("%20", "+"), MASK);
    }

    private static String percentEncoded(String text) {
        var encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = (octet >= '0' && octet <= '9')
                    || (octet >= 'A' && octet <= 'Z')
                    || (octet >= 'a' && octet <= 'z')
                    || "-._~".indexOf(octet) >= 0;
            encoded.append(plain ? String.valueOf((char) octet) : "%%%02X".formatted(octet));
        }
        return encoded.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && secret.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return MASK;
    }
}
