package dev.lbctl.balancer.body;

import dev.lbctl.balancer.http.Flaw;
import dev.lbctl.balancer.http.Progress;
import io.netty.buffer.ByteBuf;
import org.jspecify.annotations.Nullable;

/** Reads the line before a chunk (RFC 9112, section 7.1): its size, and extensions, which are checked and dropped. */
final class ChunkLine {
    private static final int MOST_BYTES = 256;
    private static final int MOST_DIGITS = 16;
    private static final long MOST = 1L << 60;

    private final ChunkExtensions extensions = new ChunkExtensions();
    private int bytes;
    private long size;
    private boolean inSize;
    private boolean ended;
    private @Nullable Flaw flaw;

    void begin() {
        bytes = 0;
        size = 0;
        inSize = true;
        ended = false;
        flaw = null;
        extensions.begin();
    }

    /** Bytes of the chunk's data. */
    long size() {
        return size;
    }

    @Nullable
    Flaw flaw() {
        return flaw;
    }

    Progress read(ByteBuf in) {
        Progress progress = Progress.MORE;
        while (in.isReadable() && progress == Progress.MORE) {
            progress = next(in.readByte());
        }
        return progress;
    }

    private Progress next(byte octet) {
        if (ended) {
            return octet == '\n' ? Progress.DONE : refuse(Flaw.BARE_CR);
        }
        if (octet == '\r') {
            ended = true;
            return mayEnd() ? Progress.MORE : refuse(inSize ? Flaw.CHUNK_SIZE : Flaw.CHUNK_EXTENSION);
        }
        if (++bytes > MOST_BYTES) {
            return refuse(Flaw.CHUNK_LINE);
        }
        return inSize ? inSize(octet) : inExtensions(octet);
    }

    private boolean mayEnd() {
        return inSize ? bytes > 0 : extensions.mayEnd();
    }

    private Progress inSize(byte octet) {
        int digit = Character.digit(octet & 0xff, 16);
        if (digit >= 0) {
            boolean fits = bytes <= MOST_DIGITS && size <= (MOST - digit) / 16;
            size = size * 16 + digit;
            return fits ? Progress.MORE : refuse(Flaw.CHUNK_SIZE);
        }
        boolean extended = bytes > 1 && extensions.take(octet);
        inSize = false;
        return extended ? Progress.MORE : refuse(Flaw.ofOctet(octet, Flaw.CHUNK_SIZE));
    }

    private Progress inExtensions(byte octet) {
        return extensions.take(octet) ? Progress.MORE : refuse(Flaw.ofOctet(octet, Flaw.CHUNK_EXTENSION));
    }

    private Progress refuse(Flaw why) {
        flaw = why;
        return Progress.REFUSED;
    }
}
