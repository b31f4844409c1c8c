// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.uploads;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.waardeketen.deliveries.Delivery;
import nl.waardeketen.deliveries.OwnDeliveries;
import nl.waardeketen.deliveries.Withdrawal;
import nl.waardeketen.shared.Invalid;
import nl.waardeketen.shared.NotFound;
import nl.waardeketen.web.CsvText;
import nl.waardeketen.web.Dates;
import nl.waardeketen.web.Numbers;
import nl.waardeketen.web.Viewer;
import nl.waardeketen.web.Wording;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/deliveries/{id:[0-9a-f]{8}-[0-9a-f-]{27}}")
class ReportController {
    private static final int LONGEST_REASON = 500;

    private final Uploads uploads;
    private final UploadFolders folders;
    private final Reports reports;
    private final Rejudgement rejudgement;
    private final CheckJobs jobs;
    private final OwnDeliveries own;
    private final MessageSource messages;

    ReportController(
            Uploads uploads,
            UploadFolders folders,
            Reports reports,
            Rejudgement rejudgement,
            CheckJobs jobs,
            OwnDeliveries own,
            MessageSource messages) {
        this.uploads = uploads;
        this.folders = folders;
        this.reports = reports;
        this.rejudgement = rejudgement;
        this.jobs = jobs;
        this.own = own;
        this.messages = messages;
    }

    @GetMapping
    String report(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String severity,
            @RequestParam(defaultValue = "") String table,
            @RequestParam(defaultValue = "") String column,
            @RequestParam(defaultValue = "") String rule,
            Locale locale,
            Model model) {
        var upload = uploads.all().stream()
                .filter(each -> each.id().equals(id))
                .map(each -> uploads.require(id))
                .findFirst();
        if (upload.isEmpty()) {
            return landedOtherwise(id, locale, model);
        }
        model.addAttribute("upload", upload.get());
        if (upload.get().report() == null || upload.get().state().isWorking()) {
            return "uploads/progress";
        }
        model.addAttribute("page", reports.page(upload.get(), new Filter(severity, table, column, rule), locale));
        return "uploads/report";
    }

    /** A delivery that came over the command line has a manifest, and no upload. */
    private String landedOtherwise(UUID id, Locale locale, Model model) {
        var deliveries = own.history();
        var withdrawn = own.withdrawals().stream().map(Withdrawal::delivery).toList();
        Delivery delivery = deliveries.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("upload.unknown", id));
        model.addAttribute("delivery", delivery);
        model.addAttribute("received", Dates.in(locale).moment(delivery.receivedAt()));
        model.addAttribute("rows", Numbers.in(locale).count((double) delivery.rows()));
        model.addAttribute("quarantined", Numbers.in(locale).count((double) delivery.quarantined()));
        var ended = HistoryRow.ended(delivery, deliveries, Set.copyOf(withdrawn));
        model.addAttribute("state", "history." + ended);
        model.addAttribute("counting", ended.equals("LANDED"));
        return "uploads/delivery";
    }

    @PostMapping("/accept")
    String accept(Viewer viewer, @PathVariable UUID id, @RequestParam(defaultValue = "") String replaces) {
        uploads.accept(viewer, id, replaces.isEmpty() ? null : number(replaces));
        jobs.submit(uploads.require(id));
        return "redirect:/deliveries/" + id;
    }

    private static UUID number(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Invalid("delivery.not-yours", text);
        }
    }

    @PostMapping("/withdraw")
    String withdraw(Viewer viewer, @PathVariable UUID id, @RequestParam String reason) {
        var why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw new Invalid("upload.reason");
        }
        var upload = uploads.all().stream().filter(each -> each.id().equals(id)).findFirst();
        var delivery = upload.isPresent() ? upload.get().delivery() : id;
        if (delivery == null) {
            uploads.withdraw(viewer, id, why);
        } else {
            own.withdraw(delivery, viewer.organisation(), viewer.account(), why);
        }
        return "redirect:/deliveries/" + id;
    }

    /** Judges anew by another threshold. */
    @PostMapping("/thresholds")
    String threshold(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam String threshold,
            @RequestParam(defaultValue = "") String limit,
            @RequestParam String reason) {
        var upload = uploads.require(id);
        var set = reports.set(reports.stored(upload)).orElseThrow(() -> new NotFound("threshold.unknown", threshold));
        rejudgement.change(viewer, upload, set, threshold, limit, reason);
        return "redirect:/deliveries/" + id + "#thresholds";
    }

    @GetMapping("/problems.csv")
    ResponseEntity<byte[]> problems(@PathVariable UUID id, Locale locale) {
        var words = new Wording(messages, locale);
        var text = new CsvText(
                List.of("severity", "table", "file", "column", "rule", "rows", "line", "value", "problem", "remedy"));
        var report = reports.stored(uploads.require(id));
        var rules =
                reports.set(report).map(set -> ProblemGroup.rules(set, locale)).orElse(Map.of());
        for (var problem : report.problems()) {
            var group = ProblemGroup.of(List.of(problem), rules, locale).get(0);
            text.row(List.of(
                    problem.severity().name().toLowerCase(Locale.ROOT),
                    problem.table(),
                    problem.file(),
                    problem.column(),
                    problem.rule(),
                    problem.rows(),
                    problem.line(),
                    problem.value(),
                    words.of(group.title(), group.otherwise()),
                    words.of(group.advice(), group.otherAdvice())));
        }
        return file("problems-" + id + ".csv", "text/csv;charset=UTF-8", text.bytes());
    }

    @GetMapping("/quarantine-{table:[a-z]+}.csv")
    ResponseEntity<byte[]> quarantine(@PathVariable UUID id, @PathVariable String table) {
        Stream<QuarantinedRows> rows =
                folders.quarantined(uploads.require(id)).stream().map(QuarantinedRows::read);
        return file(
                "quarantine-" + table + ".csv",
                "text/csv;charset=UTF-8",
                rows.filter(each -> each.table().equals(table))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("upload.unknown", id))
                        .csv());
    }

    @GetMapping("/report.html")
    ResponseEntity<byte[]> html(@PathVariable UUID id, Locale locale) throws IOException {
        var upload = uploads.require(id);
        var report = reports.stored(upload);
        var set = reports.set(report).orElseThrow(() -> new NotFound("upload.unknown", id));
        var html = ReportFile.html(
                report,
                set,
                rejudgement.changes(upload.organisation(), report.group()),
                reports.people(),
                Verdict.of(report, reports.state(upload), locale),
                locale);
        return file("report-" + id + ".html", "text/html;charset=UTF-8", html.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/report.json")
    ResponseEntity<byte[]> json(@PathVariable UUID id) {
        var report = reports.stored(uploads.require(id)).readableJson();
        return file("report-" + id + ".json", "application/json", report.getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseEntity<byte[]> file(String name, String type, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(bytes);
    }
}
