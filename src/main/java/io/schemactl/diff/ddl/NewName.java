package io.schemactl.diff.ddl;

import io.schemactl.sql.Identifier;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes names for objects that live only during a migration. */
final class NewName {

    /** How many bytes a name may have. */
    private static final int LIMIT = 63;

    private final Set<String> taken;

    NewName(Context context) {
        taken = java.util.stream.Stream.concat(
                        context.from().objects().keySet().stream(), context.to().objects().keySet().stream())
                .map(key -> key.name().name())
                .collect(Collectors.toSet());
    }

    /** A name like the given one that no object has. */
    Identifier of(String wish) {
        String name = shorten(wish, LIMIT);
        for (int i = 1; taken.contains(name); i++) {
            String ending = "_" + i;
            name = shorten(wish, LIMIT - ending.length()) + ending;
        }
        return new Identifier(name);
    }

    private static String shorten(String text, int bytes) {
        int end = text.length();
        while (text.substring(0, end).getBytes(StandardCharsets.UTF_8).length > bytes) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end);
    }
}
