package io.schemactl.shadow;

import io.schemactl.db.Databases;
import io.schemactl.db.Roles;
import io.schemactl.db.ServerAddress;
import io.schemactl.db.Templates;
import io.schemactl.problem.ProblemException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A throw-away database, dropped when closed. */
public final class ShadowDatabase implements AutoCloseable {

    private final ServerAddress maintenance;
    private final ServerAddress address;
    private final boolean isEmbedded;
    private final Consumer<String> warnings;
    private final List<String> roles = new ArrayList<>();
    private boolean isSelfContained = true;
    private @Nullable BooleanSupplier keeper;

    ShadowDatabase(ServerAddress maintenance, String name, boolean isEmbedded, Consumer<String> warnings) {
        this.maintenance = maintenance;
        this.address = maintenance.withDatabase(name);
        this.isEmbedded = isEmbedded;
        this.warnings = warnings;
    }

    /** Where it is. */
    public ServerAddress address() {
        return address;
    }

    /** Whether it is on a server of schemactl's own, where nothing is anybody else's. */
    public boolean isEmbedded() {
        return isEmbedded;
    }

    /**
     * Makes a role that something in the database mentions; a server of the user's does not keep it.
     *
     * @return whether it was not there
     * @throws ProblemException if it may not be made
     */
    public boolean makeRole(String role) {
        isSelfContained = false;
        boolean isNew = Roles.createIfAbsent(maintenance, role, isEmbedded ? null : Instant.now());
        if (isNew) {
            roles.add(role);
        }
        return isNew;
    }

    /** Takes a role away that an earlier use of schemactl's own server left there; never one of a server of the user's. */
    public boolean forgetRole(String role) {
        isSelfContained = false;
        return isEmbedded && Roles.dropUnused(maintenance, role);
    }

    /** Whether a copy of it would be the same: nothing of it is the server's, such as roles, or settings of the database. */
    boolean isSelfContained() {
        return isSelfContained && !Templates.hasMoreThanCopies(maintenance, address.database());
    }

    /** Has somebody try to keep the database when it is closed, who tells whether that went well. */
    void keepWith(BooleanSupplier attempt) {
        keeper = attempt;
    }

    /** Drops the database unless it is kept, and the roles that were made for it on a server of the user's. */
    @Override
    public void close() {
        try {
            if (keeper != null && keeper.getAsBoolean()) {
                return;
            }
            Databases.drop(maintenance, address.database());
            if (!isEmbedded) {
                roles.stream()
                        .filter(role -> !Roles.dropUnused(maintenance, role))
                        .forEach(role -> warnings.accept(
                                "warning: role %s was made on the shadow server, and could not be dropped"
                                        .formatted(role)));
            }
        } catch (ProblemException e) {
            warnings.accept("warning: the shadow database %s could not be dropped: %s"
                    .formatted(address.database(), e.problem().message()));
        }
    }
}
