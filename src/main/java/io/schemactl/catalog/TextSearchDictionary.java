package io.schemactl.catalog;

import io.schemactl.sql.QualifiedName;
import java.util.List;

/**
 * A text search dictionary.
 *
 * @param name its name
 * @param template its template
 * @param options its options, each as {@code name = 'value'}, in their order
 * @param attributes its owner, comment and labels
 */
public record TextSearchDictionary(
        QualifiedName name, QualifiedName template, List<String> options, Attributes attributes)
        implements CatalogObject {

    /** Copies the options. */
    public TextSearchDictionary {
        options = List.copyOf(options);
    }

    @Override
    public ObjectKey key() {
        return ObjectKey.of(Kind.TEXT_SEARCH_DICTIONARY, name);
    }

    @Override
    public TextSearchDictionary with(Attributes changed) {
        return new TextSearchDictionary(name, template, options, changed);
    }
}
