// SPDX-License-Identifier: Apache-2.0
/** Value types that every module speaks in, the refusals a request may meet, and documents that people write. */
@ApplicationModule(
        displayName = "Shared",
        allowedDependencies = {"analytics"})
@NullMarked
package nl.waardeketen.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
