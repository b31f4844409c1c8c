// SPDX-License-Identifier: Apache-2.0
package nl.waardeketen.analytics;

import java.sql.SQLException;
import java.util.regex.Pattern;

/** A question the engine could not answer. Carries no message of the engine, which may repeat patients' data. */
public final class EngineFailure extends RuntimeException {
    private static final String OUT_OF_MEMORY = "Out of Memory Error";
    private static final String UNREADABLE_FILE = "Invalid Input Error";
    private static final Pattern NO_ROOM =
            Pattern.compile("No space left|File too large|max_temp_directory_size|[Dd]isk (is )?full|quota exceeded");
    private static final String UNREADABLE_BYTES = "IO Error";

    private final String kind;
    private final boolean outOfRoom;

    EngineFailure(String question, SQLException cause) {
        super("the engine could not answer " + question + " (" + kindOf(cause) + ")");
        kind = kindOf(cause);
        outOfRoom = NO_ROOM.matcher(String.valueOf(cause.getMessage())).find();
        setStackTrace(cause.getStackTrace());
    }

    EngineFailure(String question, String kind) {
        super("the engine could not answer " + question + " (" + kind + ")");
        this.kind = kind;
        this.outOfRoom = false;
    }

    /** Whether the engine needed more memory than it may use. */
    public boolean outOfMemory() {
        return kind.equals(OUT_OF_MEMORY) || kind.equals("OutOfMemoryError");
    }

    /** Whether the disk, or what may be used of it, is full. */
    public boolean outOfRoom() {
        return outOfRoom;
    }

    boolean unreadableFile() {
        return kind.equals(UNREADABLE_FILE);
    }

    boolean unreadableBytes() {
        return kind.equals(UNREADABLE_BYTES);
    }

    /** The engine's own class of error, which stands before the first colon of its message. */
    private static String kindOf(SQLException cause) {
        var message = String.valueOf(cause.getMessage());
        int colon = message.indexOf(':');
        var kind = colon > 0 ? message.substring(0, colon) : "";
        return kind.matches("[A-Za-z ]{1,40}") ? kind : "unknown error";
    }
}
