// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.uploads;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import nl.waardeketen.analytics.CheckReport;
import nl.waardeketen.deliveries.Deliveries;
import nl.waardeketen.deliveries.Delivery;
import nl.waardeketen.deliveries.Landing;
import nl.waardeketen.deliveries.OwnDeliveries;
import nl.waardeketen.home.Acting;
import nl.waardeketen.network.Organisations;
import nl.waardeketen.shared.Refusal;
import nl.waardeketen.uploads.Upload.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Checks uploads and lets them land, two at a time. What is to be done stands in the database, so that a start after a stop
 * goes on with it.
 */
@Component
public class CheckJobs implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(CheckJobs.class);
    private static final int AT_A_TIME = 2;
    private static final long LONGEST_STOP_SECONDS = 20;

    private final UploadRecords records;
    private final UploadFolders folders;
    private final UploadSettings settings;
    private final Checking checking;
    private final Deliveries deliveries;
    private final OwnDeliveries own;
    private final Organisations organisations;
    private final Clock clock;
    private final ExecutorService workers = Executors.newFixedThreadPool(AT_A_TIME, CheckJobs::worker);
    private final Map<UUID, Future<?>> running = new ConcurrentHashMap<>();

    CheckJobs(
            UploadRecords records,
            UploadFolders folders,
            UploadSettings settings,
            Checking checking,
            Deliveries deliveries,
            OwnDeliveries own,
            Organisations organisations,
            Clock clock) {
        this.records = records;
        this.folders = folders;
        this.settings = settings;
        this.checking = checking;
        this.deliveries = deliveries;
        this.own = own;
        this.organisations = organisations;
        this.clock = clock;
    }

    private static Thread worker(Runnable work) {
        var thread = new Thread(work, "check");
        thread.setDaemon(true);
        return thread;
    }

    /** Does what is left to do of an upload. */
    void submit(Upload upload) {
        var acting = new Acting(upload.organisation(), upload.account());
        running.put(
                upload.id(),
                workers.submit(() -> Acting.as(acting, () -> {
                    work(upload.id());
                    return true;
                })));
    }

    /** Leaves out what has not begun. */
    void cancel(UUID id) {
        var job = running.remove(id);
        if (job != null) {
            job.cancel(false);
        }
    }

    private void work(UUID id) {
        try {
            var upload = records.find(id);
            if (upload.isPresent() && upload.get().state() == State.CHECKING) {
                check(upload.get());
            } else if (upload.isPresent() && upload.get().state() == State.LANDING) {
                land(upload.get());
            }
        } catch (RuntimeException e) {
            // Messages of libraries may repeat data.
            LOG.error("Upload {} failed: {} at {}", id, e.getClass().getName(), e.getStackTrace()[0]);
            records.refused(id, "upload.fault", State.UNUSABLE);
        } finally {
            running.remove(id);
        }
    }

    private void check(Upload upload) {
        var report = checking.check(upload);
        var state = report.outcome() == CheckReport.Outcome.FAIL ? State.UNUSABLE : State.WAITING;
        var group = report.group().isEmpty() ? null : report.group();
        if (!records.checked(upload.id(), state, group, report.json(), clock.instant())) {
            folders.delete(upload.id());
        }
    }

    private void land(Upload upload) {
        var before = own.history().stream()
                .filter(delivery ->
                        upload.replaces() != null && upload.replaces().equals(delivery.replaces()))
                .findFirst();
        if (before.isPresent()) {
            landed(upload, before.get());
            return;
        }
        try {
            var landing =
                    checking.laidOut(upload, described -> deliveries.deliver(described.source(), upload.replaces()));
            if (landing.outcome() == Landing.Outcome.REFUSED) {
                // The check told otherwise: something else landed meanwhile.
                records.refused(upload.id(), "upload.changed", State.CHECKING);
                check(upload);
            } else {
                landed(upload, landing.delivery().orElseThrow());
            }
        } catch (Refusal e) {
            records.refused(upload.id(), e.code(), State.WAITING);
        }
    }

    private void landed(Upload upload, Delivery delivery) {
        records.landed(upload.id(), delivery.id(), clock.instant());
        folders.delete(upload.id());
    }

    /** Goes on with what a process that was stopped left undone. Only for the process that owns the home folder. */
    public void pickUp() {
        ofEveryOrganisation(() -> {
            records.all().stream().filter(upload -> upload.state().isWorking()).forEach(this::submit);
            return true;
        });
        sweep();
    }

    /** Takes away what nobody finished or decided on. */
    public void sweep() {
        var known = new HashSet<UUID>();
        ofEveryOrganisation(() -> known.addAll(sweepOwn()));
        folders.keepOnly(known, clock.instant().minus(1, ChronoUnit.HOURS));
    }

    private Set<UUID> sweepOwn() {
        var kept = new HashSet<UUID>();
        var now = clock.instant();
        for (var upload : records.all()) {
            var checked = upload.checkedAt();
            if (upload.state() == State.RECEIVING
                    && upload.touchedAt().plus(settings.abandoned()).isBefore(now)) {
                records.delete(upload.id());
            } else if (checked != null
                    && (upload.state() == State.WAITING || upload.state() == State.UNUSABLE)
                    && checked.plus(settings.waiting()).isBefore(now)) {
                records.ended(upload.id(), State.EXPIRED, null, null, now);
            } else if (!Set.of(State.LANDED, State.WITHDRAWN, State.EXPIRED).contains(upload.state())) {
                kept.add(upload.id());
            }
        }
        return kept;
    }

    private void ofEveryOrganisation(Supplier<Boolean> work) {
        var hub = new Acting(Organisations.HUB, "uploads");
        for (var organisation : Acting.as(hub, organisations::all)) {
            Acting.as(new Acting(organisation.code(), "uploads"), work);
        }
    }

    @Override
    public void destroy() {
        workers.shutdownNow();
        try {
            if (!workers.awaitTermination(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("A check goes on at the next start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
