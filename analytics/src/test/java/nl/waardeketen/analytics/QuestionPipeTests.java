// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StreamCorruptedException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes into the pipe comes out of it. */
class QuestionPipeTests {
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
    private final QuestionPipe sender = new QuestionPipe(InputStream.nullInputStream(), sent);

    private static QuestionPipe receiver(byte[] bytes) {
        return new QuestionPipe(new ByteArrayInputStream(bytes), OutputStream.nullOutputStream());
    }

    @Test
    void bringsEveryKindOfValue() throws IOException {
        var long1 = "é".repeat(100_000);
        sender.send(Arrays.asList(
                "a",
                long1,
                7L,
                8,
                0.1,
                Double.NEGATIVE_INFINITY,
                true,
                false,
                null,
                new byte[] {1, 2},
                List.of("x", 1L)));

        assertThat(receiver(sent.toByteArray()).receive())
                .usingRecursiveComparison()
                .isEqualTo(Arrays.asList(
                        "a",
                        long1,
                        7L,
                        8L,
                        0.1,
                        Double.NEGATIVE_INFINITY,
                        true,
                        false,
                        null,
                        new byte[] {1, 2},
                        List.of("x", 1L)));
    }

    @Test
    void bringsTables() throws IOException {
        var columns =
                new double[][] {{1, Double.POSITIVE_INFINITY, -0.0}, {Double.MAX_VALUE, Double.MIN_VALUE, 1e-300}};
        var nothing = new NumberTable(List.of("c"), new double[][] {{Double.NaN}});
        sender.send(List.of(new NumberTable(List.of("a", "b"), columns), nothing));

        var received = receiver(sent.toByteArray()).receive();

        var table = (NumberTable) received.get(0);
        assertThat(table).isNotNull();
        assertThat(table.names()).containsExactly("a", "b");
        assertThat(table.columns()).isDeepEqualTo(columns);
        assertThat(((NumberTable) received.get(1)).column("c")).containsExactly(Double.NaN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "started by a script\n", "\u0001waardeketen-\u0001\u0001"})
    void passesOverWhatComesBeforeTheGreeting(String before) throws IOException {
        sent.write(before.getBytes(UTF_8));
        sender.greet();
        sender.send(List.of("first"));
        var receiver = receiver(sent.toByteArray());

        receiver.awaitGreeting();

        assertThat(receiver.receive()).containsExactly("first");
    }

    @Test
    void knowsThatTheOtherEndIsGone() throws IOException {
        sender.send(List.of("abc", new byte[1_000]));
        var half = Arrays.copyOf(sent.toByteArray(), 500);

        assertThatThrownBy(() -> receiver(half).receive()).isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> receiver(half).awaitGreeting()).isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> receiver("hello".getBytes(UTF_8)).receive())
                .isInstanceOf(StreamCorruptedException.class);
    }
}
