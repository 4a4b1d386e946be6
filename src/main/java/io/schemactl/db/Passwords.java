package io.schemactl.db;

import io.schemactl.config.Environment;
import io.schemactl.config.Secret;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the password of an address: in the URL, from the target's command, in PGPASSWORD, in the password file; the first
 * that has one wins. What names one database goes before what holds for all.
 */
public final class Passwords {

    private Passwords() {}

    /**
     * The address with its password; as it was if there is none.
     *
     * @param command the target's password command
     * @param warnings takes what is odd but no error
     */
    public static ServerAddress complete(
            ServerAddress address, @Nullable String command, Environment environment, Consumer<String> warnings) {
        if (address.password() != null) {
            return address;
        }
        if (command != null) {
            return address.withPassword(PasswordCommand.run(command, environment), "password-command");
        }
        var variable = environment.find("PGPASSWORD");
        if (variable.isPresent()) {
            return address.withPassword(new Secret(variable.get()), "PGPASSWORD");
        }
        var passfile = Passfile.at(address.passfile(), environment);
        return passfile.find(address, warnings)
                .map(secret -> address.withPassword(secret, passfile.path().toString()))
                .orElse(address);
    }
}
