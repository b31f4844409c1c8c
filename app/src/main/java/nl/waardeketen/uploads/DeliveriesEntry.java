// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.uploads;

import nl.waardeketen.web.NavigationEntry;
import nl.waardeketen.web.Stop;
import org.springframework.stereotype.Component;

/** Deliveries in the navigation. */
@Component
class DeliveriesEntry implements NavigationEntry {

    @Override
    public Stop stop() {
        return Stop.DELIVERIES;
    }

    @Override
    public String path() {
        return "/deliveries";
    }
}
