// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.waardeketen.analytics.Scratch;
import nl.waardeketen.deliveries.Deliveries;
import nl.waardeketen.deliveries.Retention;
import nl.waardeketen.deliveries.Rotation;
import nl.waardeketen.home.Acting;
import nl.waardeketen.home.Database;
import nl.waardeketen.home.HomeFolder;
import nl.waardeketen.home.HomeOpening;
import nl.waardeketen.home.HomeUse;
import nl.waardeketen.network.Organisation;
import nl.waardeketen.network.Organisations;
import nl.waardeketen.shared.Refused;
import nl.waardeketen.uploads.CheckJobs;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The application, running on a home folder; closed, it leaves the folder to others. */
final class RunningHome implements AutoCloseable {
    private static final long MINUTES_BETWEEN_SWEEPS = 5;
    private static final long SWEEPS_A_DAY = 24 * 60 / MINUTES_BETWEEN_SWEEPS;

    private final HomeFolder folder;
    private final ConfigurableApplicationContext context;
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final Thread whenStopped = new Thread(this::end, "leaving-home");

    private volatile Runnable afterwards = () -> {};

    private RunningHome(HomeFolder folder, ConfigurableApplicationContext context) {
        this.folder = folder;
        this.context = context;
    }

    /** Without pages, for one command; beside a process that serves the same folder if there is one. */
    static RunningHome quietly(Path home) {
        return start(HomeFolder.open(home, false), WebApplicationType.NONE, Map.of());
    }

    /**
     * With pages.
     *
     * @param port 0 for any that is free
     * @param region name of the region, for the head of every page
     */
    static RunningHome serving(Path home, String address, int port, String region) {
        Map<String, Object> settings =
                Map.of("server.address", address, "server.port", port, "waardeketen.web.region", region);
        var running = start(HomeFolder.open(home, true), WebApplicationType.SERVLET, settings);
        running.bean(Database.class).share(running.folder, version());
        return running;
    }

    private static RunningHome start(HomeFolder folder, WebApplicationType type, Map<String, Object> settings) {
        var properties = new HashMap<>(settings);
        properties.put("spring.main.lazy-initialization", type == WebApplicationType.NONE);
        RunningHome running = null;
        try {
            ApplicationContextInitializer<GenericApplicationContext> given = context -> open(folder, context);
            var context = new SpringApplicationBuilder(HomeApplication.class)
                    .web(type)
                    .bannerMode(Banner.Mode.OFF)
                    .logStartupInfo(false)
                    .properties(properties)
                    .registerShutdownHook(false)
                    .initializers(given)
                    .run();
            running = new RunningHome(folder, context);
            Runtime.getRuntime().addShutdownHook(running.whenStopped);
            running.bean(Database.class).handOver();
            if (folder.owned()) {
                running.bean(Rotation.class).tidy();
                running.bean(Deliveries.class).tidy();
                running.bean(Retention.class).tidy();
                running.enterHub();
                if (type != WebApplicationType.NONE) {
                    running.bean(CheckJobs.class).pickUp();
                }
            }
            return running;
        } catch (RuntimeException e) {
            if (running == null) {
                folder.close();
            } else {
                running.close();
            }
            throw e instanceof PortInUseException taken ? new Refused("serve.port", taken.getPort()) : e;
        }
    }

    /** From here on, as logging is set up by now and two threads must not do that at once. */
    private static void open(HomeFolder folder, GenericApplicationContext context) {
        var opening = HomeOpening.begin(folder, new HomeUse(version()));
        var beans = context.getDefaultListableBeanFactory();
        beans.registerSingleton("homeOpening", opening);
        beans.registerDisposableBean("homeOpening", opening::close);
    }

    private void enterHub() {
        var hub = new Organisation(Organisations.HUB, "Spil", "hub", true);
        bean(Organisations.class).register(List.of(hub));
    }

    static String version() {
        var version = RunningHome.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** On whose behalf the commands of the region's own people work. */
    static Acting hub(String command) {
        return new Acting(Organisations.HUB, "command " + command);
    }

    int port() {
        var server = Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer());
        return server.getPort();
    }

    HomeFolder folder() {
        return folder;
    }

    /** Waits until the program is stopped from outside; meanwhile takes away what killed processes left. */
    void serve() {
        try {
            var stopped = new CountDownLatch(1);
            for (long sweeps = 0; sweeps == 0 || !stopped.await(MINUTES_BETWEEN_SWEEPS, TimeUnit.MINUTES); sweeps++) {
                Scratch.sweep(folder.staging());
                bean(CheckJobs.class).sweep();
                if (sweeps % SWEEPS_A_DAY == 0) {
                    Acting.as(hub("serve"), () -> bean(Retention.class).run());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets the program load what a page needs, for the class archive. */
    void serveOnePage() {
        try (var page =
                URI.create("http://127.0.0.1:" + port() + "/sign-in").toURL().openStream()) {
            page.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(whenStopped);
        } catch (IllegalStateException e) {
            // The program is being stopped, which ends this as well.
        }
    }

    /** The folder goes last: who finds it free finds no database running. */
    private void end() {
        if (open.getAndSet(false)) {
            context.close();
            folder.close();
            afterwards.run();
        }
    }

    /** What to do once the folder is left. */
    void afterwards(Runnable work) {
        afterwards = work;
    }
}
