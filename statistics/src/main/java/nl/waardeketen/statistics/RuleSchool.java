// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

/** Which rules tell special cause from common cause. */
public enum RuleSchool {
    /** Making Data Count of the English NHS: limits, trends, two of three, seven on one side. */
    NHS,
    /** Anhøj: limits, unusually long runs, unusually few crossings; made for run charts. */
    ANHOEJ
}
