// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import nl.waardeketen.home.Acting;
import nl.waardeketen.network.Organisations;
import nl.waardeketen.shared.NotFound;

/** An organisation that a command is to work for. */
final class KnownOrganisation {
    private KnownOrganisation() {}

    /**
     * Makes sure that it was entered.
     *
     * @throws NotFound {@code organisation.unknown} when it was not
     */
    static void require(RunningHome running, String code) {
        boolean known = Acting.as(
                RunningHome.hub("organisations"),
                () -> running.bean(Organisations.class).all().stream()
                        .anyMatch(each -> each.code().equals(code)));
        if (!known) {
            throw new NotFound("organisation.unknown", code);
        }
    }
}
