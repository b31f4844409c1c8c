// SPDX-License-Identifier: Apache-2.0
/** Made-up deliveries of a made-up region, with hospital effects that are known, so that every comparison can be held to the truth. */
@NullMarked
package nl.waardeketen.sample;

import org.jspecify.annotations.NullMarked;
