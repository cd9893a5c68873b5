package dev.lbctl.launcher.cli.line;

import picocli.CommandLine;

/** A command that its annotation alone does not make whole. */
public interface Composed {

    /** It, with all that belongs to it. */
    CommandLine whole();
}
