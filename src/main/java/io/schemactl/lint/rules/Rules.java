package io.schemactl.lint.rules;

import io.schemactl.lint.Linter;
import io.schemactl.lint.Rule;
import java.util.List;
import java.util.stream.Stream;

/** All rules. */
public final class Rules {

    private static final List<Rule> ALL = List.of(
            new AutoIncrementingColumn(),
            new AutovacuumOff(),
            new BlockingAttach(),
            new BlockingCheck(),
            new BlockingDetach(),
            new BlockingDropIndex(),
            new BlockingExclusion(),
            new BlockingForeignKey(),
            new BlockingIndex(),
            new BlockingKey(),
            new BlockingRefresh(),
            new BlockingReindex(),
            new BlockingRollback(),
            new DefaultPartitionScan(),
            new DefinerSearchPath(),
            new DisabledTrigger(),
            new DomainConstraint(),
            new DropCascade(),
            new DropColumn(),
            new DropEnumValue(),
            new DropForeignKey(),
            new DropNotNull(),
            new DropPrimaryKey(),
            new DropRoutine(),
            new DropSchema(),
            new DropSequence(),
            new DropTable(),
            new DropType(),
            new DropUniqueness(),
            new DropView(),
            new EnumValueInTransaction(),
            new EnumValueOrder(),
            new FailsOnRows(),
            new GrantToPublic(),
            new LockTable(),
            new MissingRollback(),
            new MissingWhere(),
            new MixedBackfill(),
            new NarrowingType(),
            new NeedsNoTransaction(),
            new NewTrigger(),
            new NotEnforcedConstraint(),
            new NullablePrimaryKey(),
            new PersistenceChange(),
            new PublicationChange(),
            new PublishedWithoutIdentity(),
            new RebuiltIndex(),
            new RenameColumn(),
            new RenameEnumValue(),
            new RenameSchema(),
            new RenameTable(),
            new ReplicaIdentityChange(),
            new RequiredColumn(),
            new RewriteRule(),
            new RewritingColumnType(),
            new RewritingDefault(),
            new RollbackLoss(),
            new RowSecurityChange(),
            new RowSecurityWithoutPolicy(),
            new SetNotNull(),
            new SeveralTablesLocked(),
            new SplitAlterTable(),
            new StatementsUnderLock(),
            new StorageMove(),
            new StoredGeneratedColumn(),
            new TableRewrite(),
            new TimeoutOff(),
            new TransactionControl(),
            new TruncateTable(),
            new UnbatchedBackfill(),
            new UniqueOnOldRows(),
            new VacuumFull(),
            new ValidationUnderLock(),
            new VolatileCheck(),
            new WorkUnderLock());

    private Rules() {}

    /** All rules, by name. */
    public static List<Rule> all() {
        return ALL;
    }

    /** The ids of all rules, those about suppressions too. */
    public static List<String> ids() {
        return Stream.concat(
                        ALL.stream().map(Rule::id),
                        Stream.of(Linter.UNUSED_SUPPRESSION, Linter.UNEXPLAINED_SUPPRESSION))
                .sorted()
                .toList();
    }
}
