// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ModularityTests {
    private static final ApplicationModules MODULES = ApplicationModules.of(Waardeketen.class);

    @Test
    void keepsModulesApart() {
        MODULES.verify();
    }

    @Test
    void drawsTheModules() {
        new Documenter(MODULES).writeModulesAsPlantUml().writeIndividualModulesAsPlantUml();
    }
}
