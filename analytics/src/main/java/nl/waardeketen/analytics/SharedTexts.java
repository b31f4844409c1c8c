// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The texts of a workbook, which its cells name by number. They are kept in a file, so that a sheet with millions of
 * different texts needs no more memory than a small one.
 */
final class SharedTexts {
    private static final long MOST_BYTES = Integer.MAX_VALUE - 8L;

    private final Path texts;
    private final Path starts;
    private final DataOutputStream textsOut;
    private final DataOutputStream startsOut;
    private long written;
    private @Nullable MappedByteBuffer bytes;
    private @Nullable MappedByteBuffer places;

    SharedTexts(Scratch scratch) throws IOException {
        texts = scratch.fresh(".texts");
        starts = scratch.fresh(".starts");
        textsOut = output(texts);
        startsOut = output(starts);
        startsOut.writeInt(0);
    }

    private static DataOutputStream output(Path file) throws IOException {
        return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16));
    }

    /** Reads the part that holds the texts. */
    DefaultHandler parser() {
        return new DefaultHandler() {
            private final StringBuilder text = new StringBuilder();
            private boolean inText;
            private boolean inSound;

            @Override
            public void startElement(String space, String element, String qualified, Attributes attributes) {
                inSound |= element.equals("rPh");
                inText = element.equals("t") && !inSound;
                if (element.equals("si")) {
                    text.setLength(0);
                }
            }

            @Override
            public void characters(char[] characters, int start, int length) {
                if (inText) {
                    text.append(characters, start, length);
                }
            }

            @Override
            public void endElement(String space, String element, String qualified) {
                inText = false;
                inSound &= !element.equals("rPh");
                if (element.equals("si")) {
                    add(text.toString());
                }
            }
        };
    }

    private void add(String text) {
        var added = text.getBytes(StandardCharsets.UTF_8);
        written += added.length;
        if (written > MOST_BYTES) {
            throw new IllegalStateException("more than two gigabytes of texts");
        }
        try {
            textsOut.write(added);
            startsOut.writeInt((int) written);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All texts were added. */
    void finish() throws IOException {
        textsOut.close();
        startsOut.close();
        bytes = mapped(texts);
        places = mapped(starts);
    }

    private static MappedByteBuffer mapped(Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
        }
    }

    /** The text of this number, from 0. */
    String get(int number) {
        if (bytes == null || places == null) {
            throw new IllegalStateException("the texts are not all there yet");
        }
        int start = places.getInt(Integer.BYTES * number);
        int end = places.getInt(Integer.BYTES * (number + 1));
        var text = new byte[end - start];
        ByteBuffer view = bytes;
        view.get(start, text);
        return new String(text, StandardCharsets.UTF_8);
    }
}
