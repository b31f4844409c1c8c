// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.corpus;

/** A good delivery to begin with. */
enum Good {
    /** A data package of episodes of the sample region. */
    EPISODES,
    /** The same with patients, activities, measurements and products. */
    TABLES,
    /** A hospital's own file with a mapping and an outcome set of its own. */
    STAYS,
    /** The workbook of the template, filled in. */
    WORKBOOK,
    /** The episodes as Parquet. */
    PARQUET,
    /** The episodes in a zip. */
    ZIP
}
