// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

/**
 * A table of a delivery, with the manifest of its file in the lake.
 *
 * @param sourceName how the delivered file is called
 * @param rows that landed
 * @param quarantined that did not
 * @param path relative to the lake
 * @param sha256 of the file in the lake
 * @param schema JSON: type by column
 */
public record DeliveryFile(
        String table, String sourceName, long rows, long quarantined, String path, String sha256, String schema) {

    /** The same table in a file that was written anew. */
    DeliveryFile at(String newPath, String newSha256) {
        return new DeliveryFile(table, sourceName, rows, quarantined, newPath, newSha256, schema);
    }
}
