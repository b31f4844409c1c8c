// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import nl.waardeketen.SparkProgramOfBuild;
import nl.waardeketen.analytics.SparkEngine;
import nl.waardeketen.analytics.SparkStart;
import nl.waardeketen.statistics.Coefficient;
import nl.waardeketen.statistics.UnitColumns;
import org.junit.jupiter.api.Test;

/** The release of a sample region is the same on Spark: every figure to a billionth, every signal and model. */
class SparkReleaseIT {
    private static final double ALLOWED = 1e-9;

    @Test
    void releasesTheSampleRegionAlike() {
        var start = new SparkStart("local[2]", SparkProgramOfBuild.libraries(), null, SparkProgramOfBuild.SHORT_LIVED);

        var onSpark = SampleReleases.released(3, (readable, scratch) -> SparkEngine.open(start, scratch))
                .computed();
        var onDuckDb = SampleReleases.of(3);

        assertThat(onSpark.episodes()).isEqualTo(onDuckDb.episodes()).isGreaterThan(5_000);
        assertThat(onSpark.results()).hasSameSizeAs(onDuckDb.results()).hasSizeGreaterThan(1_000);
        for (int i = 0; i < onDuckDb.results().size(); i++) {
            assertSame(onSpark.results().get(i), onDuckDb.results().get(i));
        }
        for (int i = 0; i < onDuckDb.models().size(); i++) {
            assertSame(onSpark.models().get(i), onDuckDb.models().get(i));
        }
    }

    private static void assertSame(Result actual, Result expected) {
        var name = expected.indicator() + " " + expected.period() + " " + expected.organisation();
        assertThat(actual.indicator() + " " + actual.period() + " " + actual.organisation())
                .isEqualTo(name);
        assertThat(actual.missing()).as(name).isEqualTo(expected.missing());
        assertThat(UnitColumns.signal(actual.compared())).as(name).isEqualTo(UnitColumns.signal(expected.compared()));
        var numbers = UnitColumns.numbers(actual.compared());
        var others = UnitColumns.numbers(expected.compared());
        for (int i = 0; i < others.length; i++) {
            assertClose(numbers[i], others[i], name + " " + UnitColumns.NUMBERS.get(i));
        }
    }

    private static void assertSame(IndicatorModel actual, IndicatorModel expected) {
        assertThat(actual.remarks()).as(expected.indicator()).isEqualTo(expected.remarks());
        var model = expected.model();
        var other = actual.model();
        if (model == null || other == null) {
            assertThat(other).isEqualTo(model);
            return;
        }
        assertThat(other.coefficients())
                .extracting(Coefficient::name)
                .isEqualTo(model.coefficients().stream().map(Coefficient::name).toList());
        for (int i = 0; i < model.coefficients().size(); i++) {
            var coefficient = model.coefficients().get(i);
            assertClose(other.coefficients().get(i).estimate(), coefficient.estimate(), coefficient.name());
        }
    }

    private static void assertClose(double actual, double expected, String name) {
        if (Double.isNaN(expected)) {
            assertThat(actual).as(name).isNaN();
        } else if (expected != actual) {
            assertThat(actual).as(name).isCloseTo(expected, within(ALLOWED * Math.max(1, Math.abs(expected))));
        }
    }
}
