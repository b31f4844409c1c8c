// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.sample;

/** A made-up hospital. */
record Hospital(String code, String name, String place) {}
