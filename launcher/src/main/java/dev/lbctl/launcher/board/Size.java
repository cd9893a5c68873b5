package dev.lbctl.launcher.board;

/** In characters; a terminal may well say 0. */
public record Size(int width, int height) {
    private static final int ROOMY_WIDTH = 150;
    private static final int ROOMY_HEIGHT = 36;

    /** Whether requests, events and the log have room beside each other. */
    public boolean isRoomy() {
        return width >= ROOMY_WIDTH && height >= ROOMY_HEIGHT;
    }
}
