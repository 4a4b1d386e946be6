package io.schemactl.lint.rules;

import io.schemactl.lint.NamePatterns;
import io.schemactl.lint.Rule;
import java.util.List;

/** The rules about what change sets add to the schema. */
final class SchemaRules {

    static final List<Rule> ALL = List.of(
            new BooleanIndex(),
            new BtreeOnDocument(),
            new ColumnNamedLikeType(),
            new DuplicateConstraint(),
            new ExtensionWithoutSchema(),
            new ForeignKeyTypeMismatch(),
            new ForeignKeyWithoutIndex(),
            new InexactAmount(),
            new InvalidIndex(),
            new JsonColumn(),
            new LargeEnum(),
            new LeftoverFunction(),
            new LimitedText(),
            new ManyIndexes(),
            new MissingComment(),
            new MissingPrimaryKey(),
            new MoneyColumn(),
            new NarrowInteger(),
            new NarrowKey(),
            new NewEnum(),
            new NotNullCheck(),
            new NullableUnique(),
            new PaddedColumn(),
            new QuotedName(),
            new RedundantIndex(),
            new ReservedName(),
            new SerialColumn(),
            new TimeWithTimeZone(),
            new TimestampWithoutTimeZone(),
            new TruncatedName(),
            new UnclearName(NamePatterns.NONE),
            new UnloggedTable(),
            new UnownedSequence(),
            new UnqualifiedName(),
            new UntrustedExtension(),
            new UnusedType(),
            new UnvalidatedConstraint(),
            new WideIndex());

    private SchemaRules() {}
}
