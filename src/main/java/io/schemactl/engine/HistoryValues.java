package io.schemactl.engine;

import liquibase.ChecksumVersion;
import liquibase.changelog.ChangeSet;
import liquibase.sqlgenerator.core.MarkChangeSetRanGenerator;
import liquibase.util.StringUtil;
import org.jspecify.annotations.Nullable;

/**
 * What the history says of a change set, as the stock engine computes it.
 *
 * @param id what Liquibase knows it by
 * @param checksum of today's algorithm
 * @param description at most 250 characters
 * @param comments at most 250 characters
 * @param tag the tag that the change set sets
 * @param contexts with those of the files around it
 * @param labels with those of the files around it
 * @param liquibase Liquibase's version
 * @param deployment groups what one command records
 */
record HistoryValues(
        ChangeSetId id,
        String checksum,
        String description,
        String comments,
        @Nullable String tag,
        @Nullable String contexts,
        @Nullable String labels,
        String liquibase,
        String deployment) {

    private static final int LONGEST = 250;

    static HistoryValues of(ChangeSet changeSet, String deployment) {
        return new HistoryValues(
                new ChangeSetId(changeSet.getId(), changeSet.getAuthor(), changeSet.getFilePath()),
                changeSet.generateCheckSum(ChecksumVersion.latest()).toString(),
                StringUtil.limitSize(changeSet.getDescription(), LONGEST),
                StringUtil.limitSize(
                        changeSet.getComments() == null
                                ? ""
                                : changeSet.getComments().trim(),
                        LONGEST),
                MarkChangeSetRanGenerator.getTagFromChangeset(changeSet),
                changeSet.buildFullContext(),
                changeSet.buildFullLabels(),
                MarkChangeSetRanGenerator.getLiquibaseBuildVersion(),
                deployment);
    }
}
