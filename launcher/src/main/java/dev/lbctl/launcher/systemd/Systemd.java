package dev.lbctl.launcher.systemd;

import dev.lbctl.balancer.api.Event;
import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;

/** What systemd, or whoever else has started us and wants to know, is told of this process (sd_notify(3)). */
public final class Systemd {
    /** In the environment: where to. */
    private static final String SOCKET = "NOTIFY_SOCKET";

    private final Consumer<String> messages;

    private Systemd(Consumer<String> messages) {
        this.messages = messages;
    }

    /** Silent when nobody asks in that environment, and when nobody can be reached, which is complained of. */
    public static Systemd of(Map<String, String> environment, Consumer<String> complaint) {
        String address = environment.getOrDefault(SOCKET, "");
        if (!address.isEmpty()) {
            try {
                return new Systemd(NotifySocket.to(address)::send);
            } catch (IOException e) {
                complaint.accept("lbctl: cannot tell " + SOCKET + " " + address + " how it goes: " + e.getMessage());
            }
        }
        return new Systemd(unheard -> {});
    }

    /** What of that environment another process needs to tell it, too. Nodes are started without. */
    public static Map<String, String> passedOn(Map<String, String> environment) {
        String address = environment.getOrDefault(SOCKET, "");
        return address.isEmpty() ? Map.of() : Map.of(SOCKET, address);
    }

    /** The cluster serves; its launcher is that process. */
    public void ready(long launcher, String status) {
        messages.accept("READY=1\nMAINPID=" + launcher + "\n" + status(status));
    }

    /** Something happened; it is shown as our status until something else does. The end of the cluster is told as such. */
    public void happened(Event event) {
        boolean end = event.type().equals("stopping") && event.subject() == null;
        messages.accept((end ? "STOPPING=1\n" : "") + status(event.message()));
    }

    private static String status(String text) {
        return "STATUS=" + text.replaceAll("\\R", " ");
    }
}
