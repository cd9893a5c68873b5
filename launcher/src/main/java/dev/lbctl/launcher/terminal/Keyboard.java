package dev.lbctl.launcher.terminal;

import dev.lbctl.launcher.board.Input.Pressed;
import dev.lbctl.launcher.board.Key;
import java.io.IOError;
import java.util.function.Consumer;
import org.jline.keymap.BindingReader;
import org.jline.keymap.KeyMap;
import org.jline.reader.EndOfFileException;
import org.jline.utils.NonBlockingReader;

/** Keys as they are pressed, read by a thread of its own. */
final class Keyboard {
    private static final long ESCAPE_ALONE_MILLIS = 100;

    private final BindingReader reader;
    private final KeyMap<Key> bindings = new KeyMap<>();

    Keyboard(NonBlockingReader input) {
        this.reader = new BindingReader(input);
        for (Key key : Key.values()) {
            bindings.bind(key, key.sequences());
        }
        bindings.setNomatch(Key.OTHER);
        bindings.setUnicode(Key.OTHER);
        bindings.setAmbiguousTimeout(ESCAPE_ALONE_MILLIS);
    }

    /** Hands over each key from now on; when there will be none any more, {@code QUIT}. */
    void listen(Consumer<Pressed> taker) {
        Thread thread = new Thread(
                () -> {
                    Pressed pressed;
                    do {
                        pressed = next();
                        taker.accept(pressed);
                    } while (!pressed.equals(END));
                },
                "lbctl-top-keys");
        thread.setDaemon(true);
        thread.start();
    }

    /** As if Ctrl-C were pressed, which quits whatever else keys do at present. */
    static final Pressed END = new Pressed(Key.QUIT, "\003");

    private Pressed next() {
        try {
            Key key = reader.readBinding(bindings);
            return key == null ? END : new Pressed(key, String.valueOf(reader.getLastBinding()));
        } catch (EndOfFileException | IOError e) {
            return END;
        }
    }
}
