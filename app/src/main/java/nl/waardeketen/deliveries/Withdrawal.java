// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.deliveries;

import java.time.Instant;
import java.util.UUID;

/**
 * That a delivery was taken back by its sender.
 *
 * @param withdrawnBy account, or name of the command
 */
public record Withdrawal(UUID delivery, Instant withdrawnAt, String withdrawnBy, String reason) {}
