package io.schemactl.config;

import io.schemactl.problem.Position;
import java.util.List;

/** Where a setting's value came from. */
public sealed interface Origin {

    /**
     * An option of the command line.
     *
     * @param name the option, such as {@code --lock-timeout}
     */
    record Option(String name) implements Origin {
        @Override
        public String toString() {
            return "option " + name;
        }
    }

    /**
     * An environment variable.
     *
     * @param name the variable's name
     */
    record Variable(String name) implements Origin {
        @Override
        public String toString() {
            return "environment variable " + name;
        }
    }

    /**
     * The settings file.
     *
     * @param position where the value stands
     * @param variables the environment variables that were put into it
     */
    record File(Position position, List<String> variables) implements Origin {
        /** Copies the variables. */
        public File {
            variables = List.copyOf(variables);
        }

        @Override
        public String toString() {
            String place = "file %s:%d".formatted(position.file(), position.line());
            return variables.isEmpty() ? place : place + " with " + String.join(", ", variables);
        }
    }

    /** Nobody said anything. */
    record Default() implements Origin {
        @Override
        public String toString() {
            return "default";
        }
    }
}
