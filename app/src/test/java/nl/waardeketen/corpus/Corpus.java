// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.corpus;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that is known to go wrong with deliveries. */
final class Corpus {
    private Corpus() {}

    static List<Mutation> mutations() {
        return Stream.of(
                        ValueMutations.all(),
                        FileMutations.all(),
                        HeaderMutations.all(),
                        RuleMutations.all(),
                        RowMutations.all(),
                        IdentifierMutations.all(),
                        PackageMutations.all(),
                        MappingMutations.all(),
                        PackedMutations.all(),
                        WorkbookMutations.all())
                .flatMap(List::stream)
                .toList();
    }

    /** How many there are of each kind. */
    static Map<String, Long> kinds() {
        return mutations().stream().collect(Collectors.groupingBy(Mutation::kind, TreeMap::new, Collectors.counting()));
    }
}
