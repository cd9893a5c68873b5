package dev.lbctl.launcher.demo;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * One thing that is shown.
 *
 * @param words what it is about
 * @param typed the commands that would do it
 * @param deed what does it
 * @param done whether it has come to its end
 */
record Scene(String title, String words, List<String> typed, Consumer<Ways> deed, Predicate<Ways> done) {}
