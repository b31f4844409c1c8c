// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.waardeketen.analytics.EngineOpening;
import nl.waardeketen.analytics.Scratch;
import nl.waardeketen.concepts.OutcomeSets;
import nl.waardeketen.deliveries.Deliveries;
import nl.waardeketen.deliveries.Objections;
import nl.waardeketen.network.Organisations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What changed since the release before: brings together what was published and delivered then and now. */
@Component
class Changes {
    private final OutcomeSets outcomeSets;
    private final Organisations organisations;
    private final Deliveries deliveries;
    private final Objections objections;
    private final ReleaseRecords releases;
    private final ChangeRecords records;
    private final TransactionTemplate transaction;

    Changes(
            OutcomeSets outcomeSets,
            Organisations organisations,
            Deliveries deliveries,
            Objections objections,
            ReleaseRecords releases,
            ChangeRecords records,
            PlatformTransactionManager transactions) {
        this.outcomeSets = outcomeSets;
        this.organisations = organisations;
        this.deliveries = deliveries;
        this.objections = objections;
        this.releases = releases;
        this.records = records;
        this.transaction = new TransactionTemplate(transactions);
    }

    List<Change> since(
            Release previous,
            ChangeComputation.Edition now,
            EngineOpening opening,
            Scratch scratch,
            ReleaseWatch watch) {
        var delivered = deliveries.among(releases.deliveries(previous.id()));
        if (delivered.isEmpty()) {
            return List.of();
        }
        var then = new ChangeComputation.Edition(
                outcomeSets.require(previous.group(), previous.outcomeSet()),
                previous.reference(),
                previous.current(),
                objections.permitted(delivered, scratch).files(),
                published(previous));
        return ChangeComputation.compute(then, now, opening, scratch.folder(), watch);
    }

    /** What every organisation was told, each read on its behalf. */
    private List<Result> published(Release release) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var results = new ArrayList<Result>();
            organisations
                    .all()
                    .forEach(organisation ->
                            results.addAll(releases.own(release.id(), release.current(), organisation.code())));
            return results;
        }));
    }

    /** In the transaction of the release. */
    void add(Release release, UUID previous, List<Change> changes) {
        Map<String, List<Change>> byOrganisation = changes.stream()
                .collect(Collectors.groupingBy(Change::organisation, TreeMap::new, Collectors.toList()));
        byOrganisation.forEach(
                (organisation, own) -> records.add(release.id(), previous, release.group(), organisation, own));
    }

    List<Change> of(UUID release, String indicator) {
        return records.of(release, indicator);
    }
}
