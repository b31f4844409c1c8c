// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StreamCorruptedException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The two ends of the pipe between an engine in a process of its own and who asks it. A message is a list of values: text,
 * whole number, number, truth, bytes, {@link NumberTable}, list or nothing.
 *
 * <p>A request is {@code [act, name of a table, statement, parameters]}; the answer to it {@code [DONE, value]} or
 * {@code [FAILED, kind of failure]}.
 */
public final class QuestionPipe implements AutoCloseable {
    public static final String DONE = "done";
    public static final String FAILED = "failed";

    /** Comes before the first message, as whatever starts the process may have printed something. */
    private static final byte[] GREETING = "\u0001waardeketen-engine-1\n".getBytes(UTF_8);

    private static final int CHUNK = 1 << 16;

    private final DataInputStream in;
    private final DataOutputStream out;

    /** What an engine can be asked to do. */
    public enum Act {
        KEEP,
        KEEP_NUMBERS,
        DEFINE,
        DEFINE_LAKE,
        ROWS,
        NUMBERS
    }

    public QuestionPipe(InputStream in, OutputStream out) {
        this.in = new DataInputStream(new BufferedInputStream(in, CHUNK));
        this.out = new DataOutputStream(new BufferedOutputStream(out, CHUNK));
    }

    /** Tells the other end that messages follow. */
    public void greet() throws IOException {
        out.write(GREETING);
        out.flush();
    }

    /**
     * Passes over everything up to the greeting of the other end.
     *
     * @throws EOFException when there is none
     */
    public void awaitGreeting() throws IOException {
        int matched = 0;
        while (matched < GREETING.length) {
            byte next = in.readByte();
            matched = next == GREETING[matched] ? matched + 1 : next == GREETING[0] ? 1 : 0;
        }
    }

    public void send(List<? extends @Nullable Object> message) throws IOException {
        write(message);
        out.flush();
    }

    /**
     * Waits for a message.
     *
     * @throws EOFException when the other end is gone
     */
    public List<@Nullable Object> receive() throws IOException {
        if (in.readByte() != 'l') {
            throw new StreamCorruptedException("a message is a list");
        }
        return readList();
    }

    private void write(@Nullable Object value) throws IOException {
        if (value == null) {
            out.writeByte('n');
        } else if (value instanceof String text) {
            out.writeByte('s');
            writeBytes(text.getBytes(UTF_8));
        } else if (value instanceof Long || value instanceof Integer) {
            out.writeByte('w');
            out.writeLong(((Number) value).longValue());
        } else if (value instanceof Double number) {
            out.writeByte('d');
            out.writeDouble(number);
        } else if (value instanceof Boolean truth) {
            out.writeByte(truth ? 't' : 'f');
        } else if (value instanceof byte[] bytes) {
            out.writeByte('b');
            writeBytes(bytes);
        } else if (value instanceof NumberTable table) {
            out.writeByte('c');
            writeTable(table);
        } else if (value instanceof List<?> list) {
            out.writeByte('l');
            out.writeInt(list.size());
            for (var each : list) {
                write(each);
            }
        } else {
            throw new IllegalArgumentException("no value of a message: " + value.getClass());
        }
    }

    private void writeBytes(byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private void writeTable(NumberTable table) throws IOException {
        write(table.names());
        for (var column : table.columns()) {
            var bytes = ByteBuffer.allocate(column.length * Double.BYTES);
            bytes.asDoubleBuffer().put(column);
            writeBytes(bytes.array());
        }
    }

    private @Nullable Object read() throws IOException {
        byte kind = in.readByte();
        return switch (kind) {
            case 'n' -> null;
            case 's' -> new String(readBytes(), UTF_8);
            case 'w' -> in.readLong();
            case 'd' -> in.readDouble();
            case 't' -> true;
            case 'f' -> false;
            case 'b' -> readBytes();
            case 'c' -> readTable();
            case 'l' -> readList();
            default -> throw new StreamCorruptedException("no kind of value: " + kind);
        };
    }

    private byte[] readBytes() throws IOException {
        int length = in.readInt();
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private List<@Nullable Object> readList() throws IOException {
        int size = in.readInt();
        var list = new ArrayList<@Nullable Object>();
        for (int i = 0; i < size; i++) {
            list.add(read());
        }
        return list;
    }

    private NumberTable readTable() throws IOException {
        var names = new ArrayList<String>();
        for (var name : receive()) {
            names.add(String.valueOf(name));
        }
        var columns = new double[names.size()][];
        for (int i = 0; i < columns.length; i++) {
            var numbers = ByteBuffer.wrap(readBytes()).asDoubleBuffer();
            columns[i] = new double[numbers.remaining()];
            numbers.get(columns[i]);
        }
        return new NumberTable(names, columns);
    }

    /** Closing the end that sends tells the other process to end. */
    @Override
    public void close() throws IOException {
        try {
            out.close();
        } finally {
            in.close();
        }
    }
}
