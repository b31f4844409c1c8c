// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;

/** Standard output that tells of a full disk, as {@link System#out} does not, and is quiet when the reader has gone. */
final class StandardOutput extends FilterOutputStream {
    private static final String READER_HAS_GONE = "Broken pipe";

    StandardOutput() {
        super(new FileOutputStream(FileDescriptor.out));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            if (!READER_HAS_GONE.equals(e.getMessage())) {
                throw e;
            }
        }
    }
}
