import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;

/** What came for a call, be it whole or not. */
final class Reply {
    final long begunNanos = System.nanoTime();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private Head head;
    private boolean hinted;
    private boolean asked;
    private IOException broken;
    private long endedNanos;

    void head(Head came) {
        head = came;
    }

    void hinted() {
        hinted = true;
    }

    /** The body was asked for. */
    void asked() {
        asked = true;
    }

    void ended() {
        endedNanos = System.nanoTime();
    }

    /** It will not become whole. */
    void broke(IOException cause) {
        broken = cause;
        ended();
    }

    Head head() {
        return head;
    }

    ByteArrayOutputStream body() {
        return body;
    }

    boolean isWhole() {
        return head != null && broken == null;
    }

    boolean isAsked() {
        return asked;
    }

    boolean isHinted() {
        return hinted;
    }

    long endedNanos() {
        return endedNanos;
    }

    /** The backend that answers; null when it is not known, or the balancer itself answers. */
    String backend() {
        return head == null ? null : head.field("x-backend");
    }

    /** Whether what came of the body is as it should be, as far as it goes. */
    boolean isBeginningOf(byte[] content) {
        byte[] came = body.toByteArray();
        return came.length <= content.length && Arrays.equals(came, 0, came.length, content, 0, came.length);
    }

    @Override
    public String toString() {
        return head + ", " + body.size() + " bytes of body, " + (broken == null ? "whole" : broken.toString()) + ", after "
                + (endedNanos - begunNanos) / 1_000_000 + " ms";
    }
}
