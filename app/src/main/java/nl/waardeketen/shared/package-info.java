// SPDX-License-Identifier: Apache-2.0
/** Value types that every module speaks in, the refusals a request may meet, and documents written by hand. */
@ApplicationModule(
        displayName = "Shared",
        allowedDependencies = {})
@NullMarked
package nl.waardeketen.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
