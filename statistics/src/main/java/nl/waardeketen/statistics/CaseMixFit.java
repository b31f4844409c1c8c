// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

/**
 * A fitted model with its fitted rate per pattern, in the order of the patterns: the probability of the event, or the
 * mean count per row or unit of exposure.
 */
public record CaseMixFit(CaseMixModel model, double[] rates) {}
