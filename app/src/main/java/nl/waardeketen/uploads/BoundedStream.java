// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.uploads;

import java.io.IOException;
import java.io.InputStream;

/** The next bytes of a stream, not more than some, which it leaves open. */
final class BoundedStream extends InputStream {
    private final InputStream stream;
    private long left;

    BoundedStream(InputStream stream, long most) {
        this.stream = stream;
        this.left = most;
    }

    @Override
    public int read() throws IOException {
        int next = left == 0 ? -1 : stream.read();
        left -= next < 0 ? 0 : 1;
        return next;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int read = stream.read(buffer, from, (int) Math.min(length, left));
        left -= Math.max(0, read);
        return read;
    }
}
