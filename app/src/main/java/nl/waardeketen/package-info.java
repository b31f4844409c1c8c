// SPDX-License-Identifier: Apache-2.0
@NullMarked
package nl.waardeketen;

import org.jspecify.annotations.NullMarked;
