#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Writes the outcome set and the mapping of the made-up nation into a folder: 24 events, 3 counts, 3 durations.
# usage: outcome-set.sh DIR
set -eu
cd "$1"
{
    cat << 'END'
outcome-set: nation
version: "1"
title: {nl: Land, en: Nation}
variables:
  - {code: admission, type: date, required: true, title: {nl: Opname, en: Admission}, source: made up}
  - {code: age, type: integer, range: [0, 120], title: {nl: Leeftijd, en: Age}, source: made up}
  - {code: sex, type: integer, title: {nl: Geslacht, en: Sex}, source: made up}
  - {code: asa, type: integer, title: {nl: ASA, en: ASA}, source: made up}
  - {code: residence, type: integer, title: {nl: Woonvorm, en: Residence}, source: made up}
  - {code: mobility, type: integer, title: {nl: Mobiliteit, en: Mobility}, source: made up}
  - {code: dementia, type: flag, title: {nl: Dementie, en: Dementia}, source: made up}
  - {code: urgent, type: flag, title: {nl: Spoed, en: Urgent}, source: made up}
END
    for i in $(seq 0 29); do
        type=flag
        [ "$i" -ge 24 ] && type=integer
        echo "  - {code: outcome_$i, type: $type, title: {nl: Y$i, en: Y$i}, source: made up}"
    done
    echo 'case-mix:'
    echo '  all: [age:quadratic, sex, asa:factor, residence:factor, mobility:factor, dementia, urgent]'
    echo 'indicators:'
    for i in $(seq 0 29); do
        kind=proportion measure=numerator unit=
        [ "$i" -ge 24 ] && kind=count measure=value unit=', unit: {nl: keer, en: times}'
        [ "$i" -ge 27 ] && kind=duration unit=', unit: {nl: uur, en: hours}'
        echo "  - {code: Y$i, version: 1, domain: outcome, kind: $kind, title: {nl: Y$i, en: Y$i}$unit, period-date: admission," \
            "population: admission IS NOT NULL, $measure: outcome_$i, better: lower, case-mix: all," \
            "words: {population: {nl: allen, en: all}, numerator: {nl: y$i, en: y$i}}, source: made up}"
    done
} > outcome-set.yaml
{
    cat << 'END'
outcome-set: outcome-set.yaml
file: episodes.csv
sender: nation
organisations: register
organisation: {column: hospital}
patient: {column: patient}
variables:
END
    for variable in admission age sex asa residence mobility dementia urgent $(seq -f 'outcome_%g' 0 29); do
        echo "  $variable: {column: $variable}"
    done
    echo 'legal-basis: {purpose: benchmark, ground: no-personal-data, retention-months: 12, document: made up}'
} > mapping.yaml
