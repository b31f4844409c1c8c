// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.benchmarking;

import nl.waardeketen.web.NavigationEntry;
import nl.waardeketen.web.Stop;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NavigationEntries {

    /** A page of this module in the navigation. */
    private record Entry(Stop stop, String path) implements NavigationEntry {}

    @Bean
    NavigationEntry overviewEntry() {
        return new Entry(Stop.OVERVIEW, "/");
    }

    @Bean
    NavigationEntry benchmarkEntry() {
        return new Entry(Stop.BENCHMARK, "/benchmark");
    }
}
