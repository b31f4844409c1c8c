// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the pages say about where they are.
 *
 * @param region name of the region; empty for none
 */
@ConfigurationProperties("waardeketen.web")
record WebSettings(@DefaultValue("") String region) {}
