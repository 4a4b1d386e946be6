package io.schemactl.catalog;

import io.schemactl.sql.QualifiedName;
import java.util.Comparator;
import java.util.List;

/**
 * A text search configuration.
 *
 * @param name its name
 * @param parser its parser
 * @param mappings which dictionaries look which tokens up, by type of token
 * @param attributes its owner, comment and labels
 */
public record TextSearchConfiguration(
        QualifiedName name, QualifiedName parser, List<Mapping> mappings, Attributes attributes)
        implements CatalogObject {

    /** Sorts the mappings. */
    public TextSearchConfiguration {
        mappings = mappings.stream()
                .sorted(Comparator.comparing(Mapping::tokenType))
                .toList();
    }

    @Override
    public ObjectKey key() {
        return ObjectKey.of(Kind.TEXT_SEARCH_CONFIGURATION, name);
    }

    @Override
    public TextSearchConfiguration with(Attributes changed) {
        return new TextSearchConfiguration(name, parser, mappings, changed);
    }

    /**
     * Which dictionaries look a type of tokens up.
     *
     * @param tokenType the type of token, by the parser's name for it
     * @param dictionaries the dictionaries, in the order in which they are asked
     */
    public record Mapping(String tokenType, List<QualifiedName> dictionaries) {
        /** Copies the dictionaries. */
        public Mapping {
            dictionaries = List.copyOf(dictionaries);
        }
    }
}
