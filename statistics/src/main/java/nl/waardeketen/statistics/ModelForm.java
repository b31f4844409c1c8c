// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.statistics;

/** How a case-mix model is fitted. */
public enum ModelForm {
    /** By maximum likelihood, with the family and link of the kind of outcome. */
    LIKELIHOOD,

    /**
     * Logistic with a penalty on the likelihood, ½ ln |information| (Firth 1993, Biometrika 80:27; Heinze &amp; Schemper 2002,
     * Statistics in Medicine 21:2409), which has an answer also where a variable separates the patients with the event from
     * those without; the intercept is then moved so that as many events are expected as observed (Puhr et al. 2017,
     * Statistics in Medicine 36:2302).
     */
    PENALISED,

    /** Least squares on the logarithm of an amount, brought back by smearing (Duan 1983, JASA 78:605). */
    LOG_LINEAR
}
