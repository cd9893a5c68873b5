package dev.lbctl.launcher.console;

import dev.lbctl.launcher.text.Tone;
import java.util.List;
import org.jline.utils.AttributedString;

/** Lines of logs: as they are when they are of one node, else with its name before each. */
public final class LogPrinter {
    private static final List<Tone> TONES = List.of(Tone.ACCENT, Tone.GOOD, Tone.CAREFUL, Tone.STRONG, Tone.FAINT);

    private final Output output;
    private final List<String> nodes;
    private final boolean json;
    private final int width;

    /** One line of a node, as JSON has it. */
    record Line(String node, String line) {}

    public LogPrinter(Output output, List<String> nodes, boolean json) {
        this.output = output;
        this.nodes = nodes;
        this.json = json;
        this.width = nodes.stream().mapToInt(String::length).max().orElse(0);
    }

    public void print(String node, List<String> lines) {
        for (String line : lines) {
            if (json) {
                output.jsonLine(new Line(node, line));
            } else if (nodes.size() == 1) {
                output.line(line);
            } else {
                Tone tone = TONES.get(nodes.indexOf(node) % TONES.size());
                AttributedString prefix = output.toned(String.format("%-" + width + "s | ", node), tone);
                output.line(AttributedString.join(AttributedString.EMPTY, prefix, new AttributedString(line)));
            }
        }
    }
}
