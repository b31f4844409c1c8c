// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.uploads;

/**
 * A file of an upload.
 *
 * @param number by which it goes on disk
 * @param name as its owner calls it
 * @param size in bytes, as announced
 * @param received how many of these bytes are there
 */
record UploadedFile(int number, String name, long size, long received) {

    boolean complete() {
        return received == size;
    }
}
