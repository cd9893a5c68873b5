package dev.lbctl.launcher.terminal;

import java.io.IOError;
import java.util.List;
import java.util.function.Supplier;
import org.jline.keymap.BindingReader;
import org.jline.keymap.KeyMap;
import org.jline.reader.EndOfFileException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;

/** The terminal while the dashboard has it, both ways: lines out, keys in. Owned by the dashboard's loop. */
final class Screen implements AutoCloseable {
    private static final long ESCAPE_ALONE_MILLIS = 100;

    private final Terminal terminal;
    private final Display display;
    private final Attributes before;
    private Model.Size drawn = new Model.Size(0, 0);

    /** Takes the terminal: keys come at once and unseen, what was on it is kept aside. */
    Screen(Terminal terminal) {
        this.terminal = terminal;
        this.display = new Display(terminal, true);
        this.before = terminal.enterRawMode();
        Attributes raw = new Attributes(terminal.getAttributes());
        raw.setLocalFlag(LocalFlag.ISIG, false);
        terminal.setAttributes(raw);
        terminal.puts(Capability.enter_ca_mode);
        terminal.puts(Capability.keypad_xmit);
        terminal.puts(Capability.cursor_invisible);
        terminal.flush();
    }

    /** How large the terminal is now. */
    Model.Size size() {
        return new Model.Size(terminal.getColumns(), terminal.getRows());
    }

    /** Writes what differs from the lines drawn before. */
    void draw(List<AttributedString> lines, Model.Size size) {
        if (size.width() < 1 || size.height() < 1) {
            return;
        }
        if (!size.equals(drawn)) {
            display.resize(Size.of(size.width(), size.height()));
            display.clear();
            drawn = size;
        }
        display.update(lines, -1);
    }

    /** Gives the terminal back as it was. */
    @Override
    public void close() {
        terminal.puts(Capability.cursor_normal);
        terminal.puts(Capability.keypad_local);
        terminal.puts(Capability.exit_ca_mode);
        terminal.flush();
        terminal.setAttributes(before);
    }

    /** Where keys come from: waits for the next one, and answers {@code QUIT} when there will be none. */
    Supplier<Event.Key> keys() {
        var reader = new BindingReader(terminal.reader());
        var bindings = new KeyMap<Event.Key>();
        for (Event.Key key : Event.Key.values()) {
            bindings.bind(key, key.sequences());
        }
        bindings.setNomatch(Event.Key.OTHER);
        bindings.setUnicode(Event.Key.OTHER);
        bindings.setAmbiguousTimeout(ESCAPE_ALONE_MILLIS);
        return () -> next(reader, bindings);
    }

    private static Event.Key next(BindingReader reader, KeyMap<Event.Key> bindings) {
        try {
            Event.Key key = reader.readBinding(bindings);
            return key == null ? Event.Key.QUIT : key;
        } catch (EndOfFileException | IOError e) {
            return Event.Key.QUIT;
        }
    }
}
