// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import nl.waardeketen.analytics.QuestionPipe.Act;
import org.jspecify.annotations.Nullable;

/**
 * Apache Spark, in a program of its own that is asked over a pipe and ends when this process does. For releases of more
 * than one machine can hold; deliveries are read and written by {@link DuckDbEngine}.
 *
 * <p>Unlike that engine it is not locked to the files it was given: it may read what its user may.
 */
public final class SparkEngine implements Engine {
    private static final int SECONDS_TO_START = 180;
    private static final int SECONDS_TO_END = 20;
    private static final Pattern REASON = Pattern.compile("(Error|Exception|ERROR|error:|not found)");

    private final Process process;
    private final QuestionPipe pipe;
    private final Thread whenStopped;

    private SparkEngine(Process process) {
        this.process = process;
        pipe = new QuestionPipe(process.getInputStream(), process.getOutputStream());
        whenStopped = new Thread(this::destroy, "spark");
        Runtime.getRuntime().addShutdownHook(whenStopped);
    }

    /**
     * Starts the program and waits until Spark answers.
     *
     * @param scratch folder for the program's log, and for what a local Spark spills
     * @throws EngineUnavailable when it does not
     */
    public static SparkEngine open(SparkStart start, Path scratch) {
        var log = scratch.resolve("spark.log");
        try {
            var builder = new ProcessBuilder(start.command(scratch)).redirectError(log.toFile());
            var engine = new SparkEngine(builder.start());
            engine.awaitStart(start, log);
            return engine;
        } catch (IOException e) {
            throw new EngineUnavailable("the Spark program cannot be started: " + e.getMessage());
        }
    }

    private void awaitStart(SparkStart start, Path log) throws IOException {
        var tooLong = CompletableFuture.runAsync(
                this::destroy, CompletableFuture.delayedExecutor(SECONDS_TO_START, TimeUnit.SECONDS));
        try {
            pipe.awaitGreeting();
        } catch (IOException e) {
            var waited = tooLong.isDone() ? " within " + SECONDS_TO_START + " seconds" : "";
            destroy();
            forget();
            throw new EngineUnavailable("Spark does not start on " + start.master() + waited + lastReason(log));
        } finally {
            tooLong.cancel(false);
        }
    }

    private static String lastReason(Path log) throws IOException {
        var reason = "";
        for (var line :
                Files.readString(log, StandardCharsets.ISO_8859_1).lines().toList()) {
            if (REASON.matcher(line).find() && !line.startsWith("\t")) {
                reason = ": " + line.strip();
            }
        }
        return reason;
    }

    @Override
    public <R extends Record> List<R> query(Question question, Map<String, ?> parameters, Class<R> row) {
        var shape = new RecordShape<>(row);
        var rows = new ArrayList<R>();
        for (var values : (List<?>) Objects.requireNonNull(ask(Act.ROWS, "", question, parameters))) {
            rows.add(shape.of((List<?>) Objects.requireNonNull(values)));
        }
        return List.copyOf(rows);
    }

    @Override
    public NumberTable numbers(Question question, Map<String, ?> parameters) {
        return (NumberTable) Objects.requireNonNull(ask(Act.NUMBERS, "", question, parameters));
    }

    @Override
    public void keep(String table, Question question, Map<String, ?> parameters) {
        ask(Act.KEEP, table, question, parameters);
    }

    @Override
    public void keep(String table, NumberTable numbers) {
        ask("keep " + table, List.of(Act.KEEP_NUMBERS.name(), table, "", List.of(numbers)));
    }

    @Override
    public void define(String view, Question question) {
        ask(Act.DEFINE, view, question, Map.of());
    }

    @Override
    public void defineLake(String view, List<Path> files) {
        var paths = files.stream()
                .map(file -> file.toAbsolutePath().toUri().toString())
                .toList();
        ask("lake " + view, List.of(Act.DEFINE_LAKE.name(), view, "", paths));
    }

    /** Not on Spark: it writes folders, not files, and only deliveries are written. */
    @Override
    public void write(Path file, Question question) {
        throw new UnsupportedOperationException("deliveries are written by DuckDB");
    }

    private @Nullable Object ask(Act act, String table, Question question, Map<String, ?> parameters) {
        var values = new ArrayList<Object>();
        for (var name : question.parameters()) {
            var value = parameters.get(name);
            if (value == null) {
                throw new IllegalArgumentException(question.name() + " takes :" + name);
            }
            values.add(value);
        }
        return ask(question.name(), List.of(act.name(), table, question.positional(), values));
    }

    private @Nullable Object ask(String question, List<Object> request) {
        try {
            pipe.send(request);
            var answer = pipe.receive();
            if (QuestionPipe.DONE.equals(answer.get(0))) {
                return answer.get(1);
            }
            throw new EngineFailure(question, String.valueOf(answer.get(1)));
        } catch (IOException e) {
            throw new EngineFailure(question, "the Spark program ended");
        }
    }

    @Override
    public void close() {
        try {
            pipe.close();
            process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            destroy();
            forget();
        }
    }

    private void destroy() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(whenStopped);
        } catch (IllegalStateException e) {
            // This process is being stopped, and the hook finds nothing left to end.
        }
    }
}
