package io.schemactl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What plan says that an upgrade destroys, judged by what was seen on a shadow. */
final class PlanLossesTest {

    @TempDir
    Path folder;

    /** The losses of the second change set, in words. */
    private String destroys(String statement) throws Exception {
        try (Project project = Project.in(folder)) {
            project.sql(PlanTest.SCHEMA);
            assertEquals(0, project.run("upgrade").code());
            PlanTest.fill(project.database());
            project.sql(PlanTest.SCHEMA, statement);
            var run = project.run("plan", "--format", "json");
            var lost = new StringBuilder();
            PlanTest.changeSet(run, 0)
                    .get("lost")
                    .forEach(each -> lost.append(each.get("kind").asText())
                            .append(' ')
                            .append(each.get("object").asText())
                            .append(';'));
            return lost.toString();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            DO $$ BEGIN IF (SELECT count(*) FROM visit) < 0 THEN RAISE 'no'; END IF; END $$                | ``
            DO $$ BEGIN DELETE FROM visit WHERE id IS NOT NULL; END $$                                     | unknown visit;
            DO $$ BEGIN DELETE FROM visit WHERE id = -1; END $$                                            | unknown 2;
            DO $$ BEGIN INSERT INTO visit (id, kind) VALUES (-5, 1); END $$                                | ``
            DO $$ BEGIN EXECUTE 'DROP TABLE visit'; END $$                                                 | rows visit;
            DO $$ BEGIN ALTER TABLE visit DROP COLUMN note; END $$                                         | values visit.note;
            DO $$ BEGIN CREATE TABLE fresh (id int); INSERT INTO fresh VALUES (1); DELETE FROM fresh; END $$ | ``
            UPDATE visit SET note = 'x'                                                                    | unknown visit;
            ALTER TABLE visit ALTER COLUMN note TYPE varchar                                               | ``
            """)
    void saysWhatIsDestroyedByWhatWasSeen(String statement, String lost) throws Exception {
        assertEquals(lost, destroys(statement));
    }

    @Test
    void losesNothingByFillingAColumnThatItAdds() throws Exception {
        assertEquals("", destroys("ALTER TABLE visit ADD COLUMN size int;\nUPDATE visit SET size = id"));
        assertEquals(
                "unknown visit;",
                destroys("ALTER TABLE visit ADD COLUMN size int;\nUPDATE visit SET size = id, note = ''"));
    }
}
