package dev.lbctl.balancer.surface;

import dev.lbctl.balancer.api.Json;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What one listener is sent, as Server-Sent Events (HTML Standard, section 9.2). Every method fails once the listener has gone.
 * Owner: the listener's thread.
 */
public final class Feed {
    private final ServletOutputStream out;

    Feed(HttpServletResponse response) throws IOException {
        response.setContentType("text/event-stream");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("X-Accel-Buffering", "no");
        this.out = response.getOutputStream();
        flush();
    }

    /** A message with JSON for data; a null id leaves the listener's last one as it is. */
    public void send(String name, @Nullable Long id, Object data) throws IOException {
        write("event: " + name + "\n" + (id == null ? "" : "id: " + id + "\n") + "data: ");
        out.write(Json.strict().writeValueAsBytes(data));
        write("\n\n");
    }

    /** A message with one line of text for data. */
    public void sendLine(String name, String line) throws IOException {
        write("event: " + name + "\ndata: " + line + "\n\n");
    }

    /** Finds out whether anybody still listens, when there is nothing to tell. */
    public void ping() throws IOException {
        write(": still here\n\n");
        flush();
    }

    /** What was sent is on its way now. */
    public void flush() throws IOException {
        out.flush();
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
