package dev.lbctl.launcher.terminal;

import dev.lbctl.launcher.board.Size;
import java.util.List;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;

/** The terminal while the dashboard has it. Owned by the dashboard's loop; any thread may close it. */
final class Screen implements AutoCloseable {
    private final Terminal terminal;
    private final Display display;
    private final Attributes before;
    private Size drawn = new Size(0, 0);
    private List<AttributedString> last = List.of();
    private boolean closed;

    /** Takes the terminal: keys come at once and unseen, what was on it is kept aside. */
    Screen(Terminal terminal) {
        this.terminal = terminal;
        this.display = new Display(terminal, true);
        this.before = terminal.enterRawMode();
        take();
    }

    /** How large the terminal is now. */
    Size size() {
        return new Size(terminal.getColumns(), terminal.getRows());
    }

    /** Writes what differs from the lines drawn before. */
    synchronized void draw(List<AttributedString> lines, Size size) {
        if (closed || size.width() < 1 || size.height() < 1) {
            return;
        }
        if (!size.equals(drawn)) {
            display.resize(org.jline.terminal.Size.of(size.width(), size.height()));
            display.clear();
            drawn = size;
        } else if (lines.equals(last)) {
            return;
        }
        display.update(lines, -1);
        last = lines;
    }

    /** Takes the terminal once more, and draws everything next time: somebody else has had it. */
    synchronized void retake() {
        take();
        drawn = new Size(0, 0);
    }

    private void take() {
        terminal.enterRawMode();
        Attributes raw = new Attributes(terminal.getAttributes());
        raw.setLocalFlag(LocalFlag.ISIG, false);
        terminal.setAttributes(raw);
        terminal.puts(Capability.enter_ca_mode);
        terminal.puts(Capability.keypad_xmit);
        terminal.puts(Capability.cursor_invisible);
        terminal.flush();
    }

    /** Gives the terminal back as it was. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        terminal.puts(Capability.cursor_normal);
        terminal.puts(Capability.keypad_local);
        terminal.puts(Capability.exit_ca_mode);
        terminal.flush();
        terminal.setAttributes(before);
    }
}
