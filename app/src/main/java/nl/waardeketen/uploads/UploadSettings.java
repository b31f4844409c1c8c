// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.uploads;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much people may bring, and how long it waits.
 *
 * @param most size of all files of one delivery together, also when unpacked
 * @param files most files of one delivery
 * @param open most uploads of one account that are not complete yet
 * @param abandoned after so long without a part, an upload that is not complete is removed
 * @param waiting after so long without a decision, files of a checked upload are removed
 */
@ConfigurationProperties("waardeketen.uploads")
record UploadSettings(
        @DefaultValue("4GB") DataSize most,
        @DefaultValue("50") int files,
        @DefaultValue("5") int open,
        @DefaultValue("1d") Duration abandoned,
        @DefaultValue("14d") Duration waiting) {}
