// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.io.IOException;
import java.io.Reader;

/** Walks through a delimited file and tells on which line its records start; blank lines are no records. */
final class RecordLines {
    private final Reader reader;
    private final char separator;
    private final char quote;
    private long line = 1;
    private long started = -2;
    private int current;

    RecordLines(Reader reader, Header header) throws IOException {
        this.reader = reader;
        this.separator = header.separator();
        this.quote = header.quote();
        current = reader.read();
        for (int i = 0; i < header.skippedLines(); i++) {
            while (current >= 0 && !endOfLine()) {
                next();
            }
            passLineEnd();
        }
    }

    /** Line of the record, counted from 0 after the header; never an earlier one than asked before. */
    long lineOf(long record) throws IOException {
        while (started < record - 1) {
            passRecord();
        }
        passBlankLines();
        return line;
    }

    /** A quote opens a value only at its start; one inside it stands for itself. */
    private void passRecord() throws IOException {
        passBlankLines();
        started++;
        boolean quoted = false;
        boolean opens = true;
        while (current >= 0 && (quoted || !endOfLine())) {
            if (current == quote && (quoted || opens)) {
                quoted = !quoted;
                opens = true;
            } else if (!quoted) {
                opens = current == separator || (opens && current == ' ');
            }
            if (endOfLine()) {
                passLineEnd();
            } else {
                next();
            }
        }
        passLineEnd();
    }

    private void passBlankLines() throws IOException {
        while (current >= 0 && endOfLine()) {
            passLineEnd();
        }
    }

    private void passLineEnd() throws IOException {
        if (current < 0) {
            return;
        }
        boolean wasReturn = current == '\r';
        next();
        if (wasReturn && current == '\n') {
            next();
        }
        line++;
    }

    private boolean endOfLine() {
        return current == '\n' || current == '\r';
    }

    private void next() throws IOException {
        current = reader.read();
    }
}
