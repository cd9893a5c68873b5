package dev.lbctl.launcher.demo;

import dev.lbctl.launcher.console.EventLine;
import dev.lbctl.launcher.console.Output;
import dev.lbctl.launcher.event.EventRing.Numbered;
import dev.lbctl.launcher.text.Tone;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells the tour: what is done, and what came of it, with pauses to read unless one is in a hurry. */
final class Narrator {
    private static final String LINE_START = "\r\033[K";
    private static final Duration READING = Duration.ofSeconds(3);
    private static final Duration STEP = Duration.ofMillis(100);

    private final Output output;
    private final boolean fast;

    Narrator(Output output, boolean fast) {
        this.output = output;
        this.fast = fast;
    }

    /** Between words, lines end where the terminal does. */
    void tell(String words) {
        Matcher line =
                Pattern.compile("(.{1," + (output.width() - 1) + "})(?: +|$)").matcher(words);
        while (line.find()) {
            output.line(output.toned(line.group(1), Tone.PLAIN));
        }
    }

    void blank() {
        output.line("");
    }

    void title(int number, String title) {
        blank();
        output.line(output.toned(number + "  " + title, Tone.STRONG));
    }

    /** As a person would type it. */
    void typed(String command) {
        output.line(output.toned("$ " + command, Tone.ACCENT));
    }

    void events(List<Numbered> events) {
        EventLine line = new EventLine(output, ZoneId.systemDefault());
        events.forEach(each -> line.print(each.event()));
    }

    void figures(Seen seen) {
        output.line(output.toned("  seen: " + seen.counts(), seen.failed() == 0 ? Tone.GOOD : Tone.BAD));
        output.line(output.toned("        " + seen.shares(), Tone.PLAIN));
    }

    /** One line that is written over by the next one, for who sits at a terminal. */
    void live(String text) {
        if (output.isLively()) {
            output.messages().print(LINE_START + text);
            output.messages().flush();
        }
    }

    /** Time to read. */
    void pause() {
        if (!fast) {
            sleep(READING);
        }
    }

    /** How long a scene is watched beyond its end. */
    int longerSteps() {
        return fast ? 0 : (int) (READING.toMillis() * 3 / 2 / STEP.toMillis());
    }

    /** A moment before the next look. */
    void step() {
        sleep(STEP);
    }

    /** Throws {@link CancellationException} when the tour is to end, and leaves the thread interrupted. */
    private static void sleep(Duration time) {
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }
}
