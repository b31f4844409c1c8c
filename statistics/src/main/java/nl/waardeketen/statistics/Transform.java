// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

/** Scale on which units are compared; all limits return to the scale of observed over expected. */
public enum Transform {

    /** √(O/E), s = √V/(2E); works at O = 0. */
    SQUARE_ROOT {
        @Override
        double value(UnitTotals unit) {
            return Math.sqrt(unit.observed() / unit.expected());
        }

        @Override
        double target(UnitTotals unit) {
            return 1;
        }

        @Override
        double standardError(UnitTotals unit) {
            return Math.sqrt(unit.variance()) / (2 * unit.expected());
        }

        @Override
        double ratio(double value, UnitTotals unit) {
            double root = Math.max(0, value);
            return root * root;
        }
    },

    /** ln(O/E), s = √V/E; not defined at O = 0. */
    LOG {
        @Override
        double value(UnitTotals unit) {
            return Math.log(unit.observed() / unit.expected());
        }

        @Override
        double target(UnitTotals unit) {
            return 0;
        }

        @Override
        double standardError(UnitTotals unit) {
            return Math.sqrt(unit.variance()) / unit.expected();
        }

        @Override
        double ratio(double value, UnitTotals unit) {
            return Math.exp(value);
        }
    },

    /** asin √(O/n) of a proportion without case mix, s = 1/(2√n). */
    ARCSINE {
        @Override
        double value(UnitTotals unit) {
            return Math.asin(Math.sqrt(unit.observed() / (double) unit.n()));
        }

        @Override
        double target(UnitTotals unit) {
            return Math.asin(Math.sqrt(unit.expected() / (double) unit.n()));
        }

        @Override
        double standardError(UnitTotals unit) {
            return 0.5 / Math.sqrt((double) unit.n());
        }

        @Override
        double ratio(double value, UnitTotals unit) {
            double sine = Math.sin(Math.min(Math.PI / 2, Math.max(0, value)));
            return sine * sine * (double) unit.n() / unit.expected();
        }
    };

    abstract double value(UnitTotals unit);

    abstract double target(UnitTotals unit);

    abstract double standardError(UnitTotals unit);

    /** Back from a value on this scale to observed over expected. */
    abstract double ratio(double value, UnitTotals unit);

    /** Standardised distance from the target; not finite where the unit cannot be placed on this scale. */
    double z(UnitTotals unit) {
        return (value(unit) - target(unit)) / standardError(unit);
    }
}
