package dev.lbctl.launcher.console;

import dev.lbctl.balancer.api.Event;
import dev.lbctl.launcher.text.Tone;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jline.utils.AttributedString;

/** One event as a line of the log: when, who tells it, what happened. */
public final class EventLine {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

    private final Output output;
    private final ZoneId zone;

    public EventLine(Output output, ZoneId zone) {
        this.output = output;
        this.zone = zone;
    }

    public void print(Event event) {
        output.line(AttributedString.join(
                output.toned("  ", Tone.PLAIN),
                output.toned(TIME.format(event.time().atZone(zone)), Tone.FAINT),
                output.toned(String.format("%-8s", event.source()), Tone.FAINT),
                output.toned(event.message(), tone(event.type()))));
    }

    /** How welcome an event of that type is. */
    public static Tone tone(String type) {
        return switch (type) {
            case "ready", "up", "adopted", "returned", "calm", "logs_kept" -> Tone.GOOD;
            case "killed", "crashed", "crash_loop", "failed", "down", "ejected", "panic", "logs_lost" -> Tone.BAD;
            case "stopping", "restarting", "duty", "override", "gap" -> Tone.CAREFUL;
            default -> Tone.PLAIN;
        };
    }
}
