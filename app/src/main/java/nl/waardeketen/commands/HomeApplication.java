// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.commands;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The application on a home folder, with or without its pages. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan("nl.waardeketen")
class HomeApplication {}
