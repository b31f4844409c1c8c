// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.home;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The steps that made the tables what they are; each module has its schema and its folder of them. */
final class Migrations {
    /** In the order of the modules. */
    private static final List<String> MODULES = List.of("access", "network", "concepts", "deliveries", "benchmarking");

    private Migrations() {}

    /** Digest of all of them: a database that bears it is up to date, which need not be looked into at every start. */
    static String digest() throws IOException {
        var found = new PathMatchingResourcePatternResolver();
        var digests = new StringBuilder();
        for (var module : MODULES) {
            var files = found.getResources("classpath*:db/migration/" + module + "/*.sql");
            if (files.length == 0) {
                throw new IllegalStateException("the program has no migrations of " + module);
            }
            Arrays.sort(files, Comparator.comparing(Resource::getFilename));
            for (var file : files) {
                digests.append(module).append('/').append(file.getFilename()).append(' ');
                digests.append(Digests.sha256(file.getContentAsByteArray())).append('\n');
            }
        }
        return Digests.sha256(digests.toString());
    }

    /** Does what was not done yet, as the owner of the tables. */
    static void run(DataSource asSuperuser, String owner) {
        for (var module : MODULES) {
            Flyway.configure()
                    .dataSource(asSuperuser)
                    .initSql("SET ROLE " + owner)
                    .schemas(module)
                    .locations("classpath:db/migration/" + module)
                    .load()
                    .migrate();
        }
    }
}
