package io.schemactl;

import io.schemactl.shadow.TestServers;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A project whose change set is executed in ranges of a key. */
abstract class BatchCase {

    @TempDir
    Path folder;

    Project project;
    CountedRows counted;

    @BeforeEach
    void create() {
        project = Project.in(folder);
        counted = new CountedRows(project);
    }

    @AfterEach
    void close() throws SQLException {
        project.close();
    }

    /** Takes a database on another version. */
    final void open(int version) throws SQLException {
        project.close();
        project = new Project(folder, TestServers.freshDatabase(version));
        counted = new CountedRows(project);
    }
}
