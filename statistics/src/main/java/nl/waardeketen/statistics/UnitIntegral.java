// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

import java.util.Arrays;

/**
 * The likelihood of one unit with its effect σv integrated out, v standard normal, around its mode: h(v) = Σ(yη − n ln(1 +
 * exp η)) − v²/2 with η = predictor + σv, mode by Newton's method between walls, scale τ = (−h″)^(−1/2).
 *
 * <p>Probabilities at the nodes follow from those at the mode without an exponential per node: odds are multiplied by
 * exp(σ(v − mode)).
 */
final class UnitIntegral {
    private static final double CONVERGED = 1e-7;
    private static final int MOST_STEPS = 200;
    private static final double LONGEST_STEP = 3;
    private static final double LARGEST_ODDS = 1e9;
    private static final double MOST_PENDING = 28;
    private static final double FEW = 4;

    private final UnitCells cells;
    private final int from;
    private final int to;
    private final double sd;
    private final double[] predictors;
    private final double[] atMode;
    private double events;
    private double mode;
    private double scale;
    private double residual;
    private double information;
    private double skewness;
    private double height;

    /**
     * @param predictors per pattern
     * @param inverseOdds exp(−predictor)
     * @param atMode receives the probability of each cell at the mode
     */
    UnitIntegral(
            UnitCells cells,
            int unit,
            double[] predictors,
            double[] inverseOdds,
            double sd,
            double near,
            double[] atMode) {
        this.cells = cells;
        this.predictors = predictors;
        this.sd = sd;
        this.atMode = atMode;
        from = cells.start()[unit];
        to = cells.start()[unit + 1];
        for (int cell = from; cell < to; cell++) {
            events += cells.events()[cell];
        }
        mode = sd == 0 ? 0 : modeNear(near, inverseOdds);
        describe(inverseOdds);
    }

    double mode() {
        return mode;
    }

    /** Standard deviation of v given the data, by the curvature at the mode. */
    double scale() {
        return scale;
    }

    /** Σ(y − np) at the mode. */
    double residual() {
        return residual;
    }

    /** Σ n p(1 − p) at the mode. */
    double information() {
        return information;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    private double modeNear(double near, double[] inverseOdds) {
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        double v = near;
        for (int steps = 0; steps < MOST_STEPS; steps++) {
            double shift = Math.exp(-sd * v);
            double expected = 0;
            double variance = 0;
            for (int cell = from; cell < to; cell++) {
                double p = 1 / (1 + inverseOdds[cells.pattern()[cell]] * shift);
                double mean = cells.trials()[cell] * p;
                expected += mean;
                variance += mean * (1 - p);
            }
            double slope = sd * (events - expected) - v;
            if (slope > 0) {
                low = v;
            } else {
                high = v;
            }
            double step = slope / (1 + sd * sd * variance);
            double next = v + Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, step));
            v = (next > low && next < high) || next == v ? next : (low + high) / 2;
            if (Math.abs(step) < CONVERGED * (1 + Math.abs(v))) {
                return v;
            }
        }
        return v;
    }

    private void describe(double[] inverseOdds) {
        double shift = Math.exp(-sd * mode);
        double expected = 0;
        for (int cell = from; cell < to; cell++) {
            int pattern = cells.pattern()[cell];
            double p = 1 / (1 + inverseOdds[pattern] * shift);
            double x = predictors[pattern] + sd * mode;
            double trials = cells.trials()[cell];
            double variance = trials * p * (1 - p);
            atMode[cell] = p;
            expected += trials * p;
            information += variance;
            skewness += variance * (1 - 2 * p);
            height += cells.events()[cell] * x - trials * (x > 0 ? x - Math.log(p) : -Math.log1p(-p));
        }
        residual = events - expected;
        height -= mode * mode / 2;
        scale = 1 / Math.sqrt(1 + sd * sd * information);
    }

    /**
     * What a rule finds.
     *
     * @param at places of v
     * @param odds factors exp(σ(v − mode))
     * @param weight share of the likelihood at each place
     * @param residual Σ(y − np) at each place
     * @param logLikelihood of the unit
     */
    record Quadrature(double[] at, double[] odds, double[] weight, double[] residual, double logLikelihood) {}

    Quadrature by(GaussHermite rule) {
        int size = rule.size();
        var at = new double[size];
        var odds = new double[size];
        for (int k = 0; k < size; k++) {
            at[k] = mode + Math.sqrt(2) * scale * rule.nodes()[k];
            odds[k] = Math.exp(sd * (at[k] - mode));
        }
        var expected = new double[size];
        var logs = logs(odds, expected);
        var weight = new double[size];
        double highest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < size; k++) {
            double fall = (at[k] - mode) * (at[k] + mode) / 2;
            logs[k] = events * sd * (at[k] - mode) - logs[k] - fall + Math.log(rule.weights()[k]);
            highest = Math.max(highest, logs[k]);
        }
        double sum = 0;
        for (int k = 0; k < size; k++) {
            weight[k] = Math.exp(logs[k] - highest);
            sum += weight[k];
        }
        var residuals = new double[size];
        for (int k = 0; k < size; k++) {
            weight[k] /= sum;
            residuals[k] = events - expected[k];
        }
        return new Quadrature(at, odds, weight, residuals, height + Math.log(scale) + highest + Math.log(sum));
    }

    /**
     * Σ n ln(1 − p + p odds) at each node, p at the mode, as the logarithm of products of a few patients; {@code expected}
     * receives Σ n p there.
     */
    private double[] logs(double[] odds, double[] expected) {
        int size = odds.length;
        var logs = new double[size];
        var products = new double[size];
        var growth = new double[size];
        Arrays.fill(products, 1);
        boolean tame = odds[0] > 1 / LARGEST_ODDS && odds[size - 1] < LARGEST_ODDS;
        double pending = 0;
        for (int cell = from; cell < to; cell++) {
            double p = atMode[cell];
            double trials = cells.trials()[cell];
            for (int k = 0; k < size; k++) {
                growth[k] = 1 + p * (odds[k] - 1);
                expected[k] += trials * p * odds[k] / growth[k];
            }
            if (!tame || trials > FEW || trials != Math.rint(trials)) {
                addLogs(logs, growth, trials);
                continue;
            }
            for (int i = 0; i < trials; i++) {
                for (int k = 0; k < size; k++) {
                    products[k] *= growth[k];
                }
            }
            pending += trials;
            if (pending > MOST_PENDING) {
                addLogs(logs, products, 1);
                Arrays.fill(products, 1);
                pending = 0;
            }
        }
        addLogs(logs, products, 1);
        return logs;
    }

    private static void addLogs(double[] logs, double[] factors, double times) {
        for (int k = 0; k < logs.length; k++) {
            logs[k] += times * Math.log(factors[k]);
        }
    }

    /**
     * Derivative of the quadrature by σ; {@code residuals} receives for each cell what the derivatives by the coefficients
     * are sums of. Exact for any number of nodes, as it follows mode and scale.
     */
    double slope(Quadrature found, GaussHermite rule, double[] residuals) {
        double ofMode = 0;
        double ofScale = 0;
        double direct = 0;
        for (int k = 0; k < rule.size(); k++) {
            double slope = found.weight[k] * (sd * found.residual[k] - found.at[k]);
            ofMode += slope;
            ofScale += slope * Math.sqrt(2) * rule.nodes()[k];
            direct += found.weight[k] * found.at[k] * found.residual[k];
        }
        double perCurvature = (1 / scale + ofScale) * scale * scale * scale / 2;
        double perMode = ofMode - perCurvature * sd * sd * sd * skewness;
        double variance = scale * scale;
        for (int cell = from; cell < to; cell++) {
            double p = atMode[cell];
            double trials = cells.trials()[cell];
            double moved = perMode * sd * variance + perCurvature * sd * sd * (1 - 2 * p);
            residuals[cell] = cells.events()[cell] - trials * (mean(found, p) + p * (1 - p) * moved);
        }
        double modeBySd = variance * (residual - sd * mode * information);
        return direct + perMode * modeBySd - perCurvature * sd * (2 * information + sd * mode * skewness);
    }

    private static double mean(Quadrature found, double p) {
        double mean = 0;
        for (int k = 0; k < found.odds.length; k++) {
            mean += found.weight[k] * p * found.odds[k] / (1 + p * (found.odds[k] - 1));
        }
        return mean;
    }

    /** Residual and variance of the events of a cell at each node. */
    void atNodes(int cell, Quadrature found, double[] residual, double[] variance) {
        double p = atMode[cell];
        double trials = cells.trials()[cell];
        double observed = cells.events()[cell];
        for (int k = 0; k < residual.length; k++) {
            double atNode = p * found.odds[k] / (1 + p * (found.odds[k] - 1));
            residual[k] = observed - trials * atNode;
            variance[k] = trials * atNode * (1 - atNode);
        }
    }

    /** Σnp at effect σ(mode + away × scale). */
    double predicted(double away) {
        double odds = Math.exp(sd * away * scale);
        double sum = 0;
        for (int cell = from; cell < to; cell++) {
            double p = atMode[cell];
            sum += cells.trials()[cell] * p * odds / (1 + p * (odds - 1));
        }
        return sum;
    }

    double expected() {
        double sum = 0;
        for (int cell = from; cell < to; cell++) {
            sum += cells.trials()[cell] / (1 + Math.exp(-predictors[cells.pattern()[cell]]));
        }
        return sum;
    }
}
