// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.spark;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import nl.waardeketen.analytics.QuestionPipe;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Answers questions on Spark: requests come on standard input, answers go to standard output, one at a time. The program
 * ends when its input does, also in the middle of a question, so that it never outlives who asks.
 */
public final class SparkProgram {
    private static final int SECONDS_TO_STOP = 8;

    private final QuestionPipe pipe;
    private final BlockingQueue<List<@Nullable Object>> requests = new LinkedBlockingQueue<>();

    private SparkProgram(QuestionPipe pipe) {
        this.pipe = pipe;
    }

    public static void main(String[] arguments) {
        var pipe = new QuestionPipe(System.in, System.out);
        System.setOut(System.err);
        var program = new SparkProgram(pipe);
        var listener = new Thread(program::listen, "requests");
        listener.setDaemon(true);
        listener.start();
        program.run();
    }

    /** Threads of Spark would keep a program alive whose own has failed. */
    private void run() {
        try {
            answerAll();
        } catch (Exception | LinkageError | OutOfMemoryError e) {
            LoggerFactory.getLogger(SparkProgram.class).error("Spark cannot go on", e);
        } finally {
            end();
        }
    }

    private void listen() {
        try {
            while (true) {
                requests.add(pipe.receive());
            }
        } catch (IOException e) {
            end();
        }
    }

    private static void end() {
        var stopping = new Thread(() -> SparkSession.getDefaultSession().foreach(session -> {
            session.stop();
            return null;
        }));
        stopping.setDaemon(true);
        stopping.start();
        try {
            stopping.join(SECONDS_TO_STOP * 1000L);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(0);
    }

    private void answerAll() throws IOException, InterruptedException {
        var questions = SparkQuestions.start();
        pipe.greet();
        while (true) {
            pipe.send(answer(questions, requests.take()));
        }
    }

    /** Messages of Spark stay here, as they may repeat patients' data; only the kind of a failure goes out. */
    private static List<@Nullable Object> answer(SparkQuestions questions, List<@Nullable Object> request) {
        try {
            return Arrays.asList(QuestionPipe.DONE, questions.answer(request));
        } catch (Exception | OutOfMemoryError e) {
            return List.of(QuestionPipe.FAILED, kind(e));
        }
    }

    private static String kind(Throwable failure) {
        Throwable deepest = failure;
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof SparkThrowable named && named.getCondition() != null) {
                return named.getCondition();
            }
            deepest = each;
        }
        return deepest.getClass().getSimpleName();
    }
}
