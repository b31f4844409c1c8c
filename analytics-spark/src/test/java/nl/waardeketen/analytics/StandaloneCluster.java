// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Spark cluster of separate processes on this machine: a master and two workers of one core each; and a Spark home with
 * the {@code spark-submit} that an installation has.
 */
final class StandaloneCluster implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";

    private final Path folder;
    private final Path home;
    private final int port;
    private final List<Process> processes = new ArrayList<>();

    StandaloneCluster(Path folder, Path libraries) throws IOException {
        this.folder = folder;
        home = Files.createDirectories(folder.resolve("spark-home"));
        Files.createSymbolicLink(home.resolve("jars"), libraries);
        writeSubmit();
        port = freePort();
        start(
                "master",
                "org.apache.spark.deploy.master.Master",
                "-h",
                LOOPBACK,
                "-p",
                "" + port,
                "--webui-port",
                "" + freePort());
        awaitMaster();
        worker("worker1");
        worker("worker2");
    }

    /** What the script of an installation comes down to. */
    private void writeSubmit() throws IOException {
        var command = new ArrayList<>(List.of("exec", "\"" + java() + "\"", "-Xmx1g"));
        command.addAll(SparkStart.opened());
        command.addAll(
                List.of("-cp", "\"" + home.resolve("jars") + "/*\"", "org.apache.spark.deploy.SparkSubmit", "\"$@\""));
        var script = Files.createDirectories(home.resolve("bin")).resolve("spark-submit");
        Files.writeString(script, "#!/bin/sh\necho started by a script\n" + String.join(" ", command) + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void worker(String name) throws IOException {
        start(
                name,
                "org.apache.spark.deploy.worker.Worker",
                "-h",
                LOOPBACK,
                "-c",
                "1",
                "-m",
                "1g",
                "-d",
                work(name).toString(),
                "--webui-port",
                "" + freePort(),
                master());
    }

    private void start(String name, String main, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(java(), "-Xmx256m"));
        command.addAll(SparkStart.opened());
        command.addAll(List.of("-cp", home.resolve("jars") + File.separator + "*", main));
        command.addAll(List.of(arguments));
        var log = folder.resolve(name + ".log").toFile();
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", LOOPBACK);
        builder.environment().put("SPARK_LOCAL_DIRS", folder.resolve("spill").toString());
        processes.add(builder.start());
    }

    private void awaitMaster() {
        for (int attempt = 0; attempt < 300; attempt++) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.shutdownOutput();
                return;
            } catch (IOException e) {
                pause();
            }
        }
        throw new IllegalStateException("the master does not listen");
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    String master() {
        return "spark://" + LOOPBACK + ":" + port;
    }

    Path home() {
        return home;
    }

    private Path work(String worker) {
        return folder.resolve(worker);
    }

    /** How many of the workers were given something to do. */
    long busyWorkers() {
        return Stream.of("worker1", "worker2")
                .filter(name -> hasWork(work(name)))
                .count();
    }

    private static boolean hasWork(Path work) {
        try (var applications = Files.walk(work)) {
            return applications.anyMatch(file -> file.endsWith("stderr"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends a worker and what it started, as when a machine fails. */
    void loseWorker() {
        end(processes.get(2));
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        for (int i = processes.size() - 1; i >= 0; i--) {
            end(processes.get(i));
        }
    }
}
