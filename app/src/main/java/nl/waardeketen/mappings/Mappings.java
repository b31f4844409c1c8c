// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.mappings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.waardeketen.analytics.InvalidInput;
import nl.waardeketen.analytics.Problem;
import nl.waardeketen.concepts.DeliveryTable;
import nl.waardeketen.concepts.DeliveryTables;
import nl.waardeketen.concepts.OutcomeSet;
import nl.waardeketen.concepts.OutcomeSets;
import nl.waardeketen.deliveries.KnownSets;
import nl.waardeketen.mappings.MappingDraft.Table;
import nl.waardeketen.shared.NotFound;
import nl.waardeketen.web.Viewer;
import org.springframework.stereotype.Service;
import org.springframework.web.multipart.MultipartFile;

/** Making, keeping and using again the mappings of one's own organisation. */
@Service
class Mappings {
    private static final long MOST_BYTES = 1 << 20;

    private final MappingRecords records;
    private final OutcomeSets outcomeSets;
    private final Workbench workbench;
    private final Clock clock;

    Mappings(MappingRecords records, OutcomeSets outcomeSets, Workbench workbench, Clock clock) {
        this.records = records;
        this.outcomeSets = outcomeSets;
        this.workbench = workbench;
        this.clock = clock;
    }

    /** A draft, and how the extract differs from the one that the saved mapping was made with. */
    record Begun(MappingDraft draft, List<ExtractChange> changes) {}

    public List<OutcomeSet> groups() {
        return outcomeSets.all();
    }

    public List<SavedMapping> saved() {
        return records.all();
    }

    /** A mapping of the organisation that acts; of others there is none. */
    public SavedMapping one(UUID id) {
        return records.one(id).orElseThrow(() -> new NotFound("mapping.none"));
    }

    private OutcomeSet group(String code) {
        return groups().stream()
                .filter(set -> set.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFound("outcome-set.none", code, ""));
    }

    /** Takes an extract in, to be worked on from a saved mapping or from proposals. */
    public Extract open(String organisation, String group, List<MultipartFile> files, Optional<UUID> from) {
        var based = from.map(this::one).filter(saved -> saved.group().equals(group));
        return workbench.open(organisation, group(group), files, based.orElse(null));
    }

    public Extract extract(String organisation, UUID id) {
        return workbench.of(organisation, id);
    }

    /** Keeps what was filled in so far, as long as the extract is worked on. */
    public void keep(Extract extract, MappingDraft draft) {
        workbench.keep(extract, draft);
    }

    /** What was filled in last; at first the saved mapping, repaired where the extract changed, or proposals. */
    public Begun begin(Extract extract, Locale locale) {
        var kept = workbench.draft(extract);
        if (kept.isPresent()) {
            return new Begun(kept.get(), List.of());
        }
        var proposed = DraftProposal.of(extract.set(), extract.organisation(), extract.files());
        var saved = extract.based();
        if (saved == null) {
            return new Begun(proposed, List.of());
        }
        var before = MappingDocument.read("mapping.yaml", saved.document(), extract.organisation());
        var tables = new ArrayList<Table>();
        var changes = new ArrayList<ExtractChange>();
        var used = new HashSet<String>();
        for (int i = 0; i < extract.files().size(); i++) {
            var file = extract.files().get(i);
            var old = old(
                    before,
                    file,
                    extract.files().size(),
                    proposed.tables().get(i).code(),
                    used);
            if (old.isEmpty()) {
                tables.add(proposed.tables().get(i));
                continue;
            }
            used.add(old.get().code());
            var columns = saved.columns().stream()
                    .filter(column -> column.file().equals(old.get().file()))
                    .toList();
            var changed = new ChangedExtract(table(extract.set(), old.get().code()), file, columns, locale);
            tables.add(changed.repaired(old.get()));
            changes.addAll(changed.changes());
        }
        return new Begun(
                new MappingDraft(
                        extract.set().code(),
                        extract.organisation(),
                        before.organisationColumn(),
                        before.firstStage(),
                        tables),
                changes);
    }

    /** The table that a file was before: by the name of the file, else as the only one, else by what it looks like. */
    private static Optional<Table> old(
            MappingDraft before, ExtractFile file, int files, String likely, Set<String> used) {
        var free = before.tables().stream()
                .filter(table -> !used.contains(table.code()))
                .toList();
        return free.stream()
                .filter(table -> table.file().equals(file.name()))
                .findFirst()
                .or(() -> files == 1 && free.size() == 1 ? Optional.of(free.get(0)) : Optional.empty())
                .or(() -> free.stream()
                        .filter(table -> table.code().equals(likely))
                        .findFirst());
    }

    private static DeliveryTable table(OutcomeSet set, String code) {
        return DeliveryTables.of(set).stream()
                .filter(table -> table.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFound("mapping.none"));
    }

    public MappingPreview preview(Extract extract, MappingDraft draft) {
        var sets = new KnownSets(code -> Optional.of(extract.set()));
        return workbench.preview(
                extract, draft, () -> MappingPreview.of(MappingDocument.write(draft), extract.folder(), sets));
    }

    public SavedMapping save(Viewer viewer, Extract extract, MappingDraft draft) {
        var saved = add(viewer, draft.group(), MappingDocument.write(draft), extract.columns());
        workbench.close(extract);
        return saved;
    }

    private SavedMapping add(Viewer viewer, String group, String document, List<KnownColumn> columns) {
        return records.add(new SavedMapping(
                UUID.randomUUID(),
                viewer.organisation(),
                group,
                1,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                viewer.displayName(),
                document,
                columns));
    }

    /**
     * Keeps a mapping that was made elsewhere, as it stands.
     *
     * @throws InvalidInput when it is no mapping, or of a group that is not known
     */
    public SavedMapping bring(Viewer viewer, MultipartFile document) {
        var text = text(document);
        var draft = MappingDocument.read("mapping.yaml", text, viewer.organisation());
        if (groups().stream().noneMatch(set -> set.code().equals(draft.group()))) {
            throw refused(
                    "outcome-set", draft.group(), "there is no such patient group here", "name one that is known");
        }
        if (!draft.organisation().equals(viewer.organisation())) {
            throw refused(
                    "sender",
                    draft.organisation(),
                    "this mapping is of another organisation",
                    "write " + viewer.organisation());
        }
        return add(viewer, draft.group(), text, List.of());
    }

    private static String text(MultipartFile document) {
        try {
            if (document.getSize() > MOST_BYTES) {
                throw refused("", "", "this is too long for a mapping", "name a YAML file");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(document.getBytes()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw refused("", "", "the mapping is not UTF-8", "save it as UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InvalidInput refused(String place, String value, String text, String remedy) {
        return new InvalidInput(List.of(new Problem("mapping.yaml", 0, place, value, "mapping.refused", text, remedy)));
    }
}
