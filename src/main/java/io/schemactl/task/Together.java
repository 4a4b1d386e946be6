package io.schemactl.task;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Does things at the same time, each in a thread of its own: servers need not wait for one another. */
final class Together {

    private Together() {}

    /**
     * The results, in the order of the work. All of it has ended when this returns or throws.
     *
     * @throws RuntimeException what the first piece of work that failed has thrown; what others have thrown is suppressed in it
     */
    static <T> List<T> all(List<Supplier<T>> work) {
        List<CompletableFuture<T>> running = work.stream()
                .map(each -> CompletableFuture.supplyAsync(each, task -> new Thread(task, "together").start()))
                .toList();
        var results = new ArrayList<T>();
        var failures = new ArrayList<RuntimeException>();
        for (CompletableFuture<T> future : running) {
            try {
                results.add(future.join());
            } catch (CompletionException e) {
                failures.add(cause(e));
            }
        }
        if (failures.isEmpty()) {
            return results;
        }
        RuntimeException first = failures.get(0);
        failures.stream().skip(1).forEach(first::addSuppressed);
        throw first;
    }

    private static RuntimeException cause(CompletionException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return e.getCause() instanceof RuntimeException cause ? cause : e;
    }
}
