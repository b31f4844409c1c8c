// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.home;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** Opens what the home folder holds; the folder itself and the way it is used come from whoever starts the program. */
@Configuration(proxyBeanMethods = false)
@EnableTransactionManagement
class HomeConfiguration {

    @Bean
    Secrets secrets(HomeFolder home) {
        return new Secrets(home.keys(), System.getenv());
    }

    @Bean(destroyMethod = "close")
    Database database(HomeFolder home, Secrets secrets, HomeUse use) {
        return Database.open(home, secrets, use.version());
    }

    @Bean(destroyMethod = "")
    DataSource dataSource(Database database) {
        return database.source();
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new ActingTransactions(dataSource);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
