// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.home;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** Opens what the home folder holds; whoever starts the program begins to open it. */
@Configuration(proxyBeanMethods = false)
@EnableTransactionManagement
class HomeConfiguration {

    @Bean(destroyMethod = "")
    HomeFolder home(HomeOpening opening) {
        return opening.folder();
    }

    @Bean
    HomeUse use(HomeOpening opening) {
        return opening.use();
    }

    @Bean
    Secrets secrets(HomeOpening opening) {
        return opening.secrets();
    }

    @Bean(destroyMethod = "close")
    Database database(HomeOpening opening) {
        return opening.take();
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
