// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.mappings;

import nl.waardeketen.web.NavigationEntry;
import nl.waardeketen.web.Stop;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MappingNavigation {

    /** Until there is a page above these, they are what delivering begins with. */
    private record Entry(Stop stop, String path) implements NavigationEntry {}

    @Bean
    NavigationEntry mappingsEntry() {
        return new Entry(Stop.DELIVERIES, "/deliveries/mapping");
    }
}
