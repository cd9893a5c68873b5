package dev.lbctl.launcher.panel;

import dev.lbctl.launcher.console.EventLine;
import dev.lbctl.launcher.facts.Facts;
import dev.lbctl.launcher.text.Look;
import dev.lbctl.launcher.text.Tone;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/** What happened and what was written, each below a title. */
public record Events(Look look, DateTimeFormatter times) {

    /** The events, the newest first, in so many lines. */
    public List<AttributedString> happened(Facts facts, int width, int height) {
        List<AttributedString> lines = new ArrayList<>();
        lines.add(title("EVENTS", width));
        facts.happened().stream()
                .limit(Math.max(0, height - 1))
                .map(event -> new AttributedStringBuilder()
                        .append(look.text(times.format(event.time()) + " ", Tone.FAINT))
                        .append(look.text(event.message(), EventLine.tone(event.type())))
                        .toAttributedString())
                .forEach(line -> lines.add(look.cut(line, width)));
        return lines;
    }

    /** The last lines of a node's log, the newest at the end, in so many lines. */
    public List<AttributedString> written(Facts facts, String node, int width, int height) {
        List<AttributedString> lines = new ArrayList<>();
        lines.add(title("LOG " + node, width));
        List<String> known = facts.log().node().equals(node) ? facts.log().lines() : List.of("reading ...");
        known.subList(Math.max(0, known.size() - Math.max(0, height - 1)), known.size())
                .forEach(line -> lines.add(look.cut(look.text(line, Tone.PLAIN), width)));
        return lines;
    }

    private AttributedString title(String text, int width) {
        return look.ruled(look.cut(look.text(text, Tone.FAINT), width), width);
    }
}
