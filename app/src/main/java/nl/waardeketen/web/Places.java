// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.web;

/** Where a failure came about. Messages of libraries may repeat data, so that they are left out. */
final class Places {
    private Places() {}

    static String of(Throwable failure) {
        var text = new StringBuilder();
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            text.append(cause.getClass().getName()).append('\n');
            for (var frame : cause.getStackTrace()) {
                text.append("    ").append(frame).append('\n');
            }
        }
        return text.toString();
    }
}
