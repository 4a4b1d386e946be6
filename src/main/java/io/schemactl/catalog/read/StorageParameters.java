package io.schemactl.catalog.read;

import java.util.ArrayList;
import java.util.List;

/** Puts the storage parameters in an index's definition in the order of their names: theirs is the one in which they were set. */
final class StorageParameters {

    private StorageParameters() {}

    static String sorted(String definition) {
        var brackets = new Brackets(definition);
        for (int i = 0; i < brackets.size() && !brackets.is(i, "WHERE"); i = brackets.next(i)) {
            if (brackets.is(i, "WITH") && brackets.isSymbol(i + 1, '(')) {
                int end = brackets.at(brackets.closing(i + 1)).start();
                return definition.substring(0, brackets.at(i + 1).end())
                        + String.join(", ", parameters(definition, brackets, i + 1))
                        + definition.substring(end);
            }
        }
        return definition;
    }

    private static List<String> parameters(String definition, Brackets brackets, int open) {
        var parameters = new ArrayList<String>();
        int start = brackets.at(open).end();
        for (int i = open + 1; i <= brackets.closing(open); i++) {
            if (brackets.isSymbol(i, ',') || i == brackets.closing(open)) {
                parameters.add(
                        definition.substring(start, brackets.at(i).start()).strip());
                start = brackets.at(i).end();
            }
        }
        return parameters.stream().sorted().toList();
    }
}
