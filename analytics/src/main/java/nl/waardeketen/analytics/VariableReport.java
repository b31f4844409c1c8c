// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import org.jspecify.annotations.Nullable;

/**
 * What a delivered table holds of one variable. Given, missing and broken add up to the rows of the table.
 *
 * @param given rows with a value that keeps all rules of the variable
 * @param missing rows without a value
 * @param broken rows with a value that breaks a rule
 * @param distinct different values among sound rows; of many rows an estimate (HyperLogLog, usually within a few per cent), of
 *     millions that among a million of them
 * @param mostFrequent the value that sound rows hold most often, as text; empty when there is none
 * @param mostFrequentRows how many hold it
 * @param least smallest number among sound rows; {@code null} for what is no number
 * @param mean their mean
 * @param greatest the largest of them
 */
public record VariableReport(
        String variable,
        long given,
        long missing,
        long broken,
        long distinct,
        String mostFrequent,
        long mostFrequentRows,
        @Nullable Double least,
        @Nullable Double mean,
        @Nullable Double greatest) {}
