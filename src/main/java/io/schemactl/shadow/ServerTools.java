package io.schemactl.shadow;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The unpacked programs, run as the account that fits, on one server's folder. */
record ServerTools(int major, ServerFolder folder, Binaries binaries, ServerAccount account) {

    /** Runs a program to its end. */
    ServerProgram.Outcome run(String program, List<String> arguments) {
        List<String> command = new ArrayList<>(account.prefix());
        command.add(binaries.program(program).toString());
        command.addAll(arguments);
        try {
            return new ServerProgram(command, folder).run();
        } catch (IOException e) {
            throw EmbeddedProblems.of("run", binaries.program(program), e);
        }
    }
}
