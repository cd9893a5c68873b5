package dev.lbctl.launcher.terminal;

import dev.lbctl.launcher.terminal.Dashboard.Action;
import dev.lbctl.launcher.terminal.Model.Mode;
import dev.lbctl.launcher.terminal.Model.Notice;
import java.util.List;

/** The rule of the dashboard: what was, and what happened, make what is and what is to be done. */
final class Update {
    private Update() {}

    /** What the loop has to do besides drawing. */
    sealed interface Effect {
        /** Nothing. */
        record None() implements Effect {}

        /** Leave the dashboard. */
        record Quit() implements Effect {}

        /** Do that to a node. */
        record Act(Action action, String node) implements Effect {}
    }

    /** A rule's answer. */
    record Step(Model model, Effect effect) {
        private Step(Model model) {
            this(model, new Effect.None());
        }
    }

    static Step apply(Model model, Event event) {
        if (event instanceof Event.Pressed pressed) {
            return pressed(model, pressed.key());
        }
        if (event instanceof Event.Resized resized) {
            return new Step(model.sized(resized.size()));
        }
        if (event instanceof Event.Noticed noticed) {
            return new Step(model.saying(noticed.notice()));
        }
        return new Step(model.paused() ? model : model.with(facts(model.facts(), event)));
    }

    private static Facts facts(Facts facts, Event event) {
        if (event instanceof Event.LauncherAnswered answer) {
            return facts.withStatus(Facts.Reading.answered(answer.status(), answer.at()));
        }
        if (event instanceof Event.BalancerAnswered answer) {
            return facts.withReport(Facts.Reading.answered(answer.report(), answer.at()));
        }
        if (event instanceof Event.Weighed weighed) {
            return facts.withUsage(weighed.usage());
        }
        if (event instanceof Event.LauncherSilent silent) {
            return facts.withStatus(facts.cluster().silent(silent.problem()));
        }
        if (event instanceof Event.BalancerSilent silent) {
            return facts.withReport(facts.balancer().silent(silent.problem()));
        }
        if (event instanceof Event.Happened happened) {
            return facts.with(happened.event());
        }
        return facts;
    }

    private static Step pressed(Model model, Event.Key key) {
        if (key == Event.Key.QUIT) {
            return new Step(model, new Effect.Quit());
        }
        return switch (model.mode()) {
            case HELP -> new Step(model.in(Mode.BROWSE));
            case CONFIRM_KILL ->
                key == Event.Key.YES ? act(model.in(Mode.BROWSE), Action.KILL) : new Step(model.in(Mode.BROWSE));
            case BROWSE -> browse(model, key);
        };
    }

    private static Step browse(Model model, Event.Key key) {
        return switch (key) {
            case UP -> new Step(move(model, -1));
            case DOWN -> new Step(move(model, 1));
            case FIRST -> new Step(move(model, Integer.MIN_VALUE / 2));
            case LAST -> new Step(move(model, Integer.MAX_VALUE / 2));
            case KILL ->
                new Step(
                        model.selected() == null
                                ? model
                                : model.choosing(model.selected()).in(Mode.CONFIRM_KILL));
            case START -> act(model, Action.START);
            case RESTART -> act(model, Action.RESTART);
            case STOP -> act(model, Action.STOP);
            case PAUSE -> new Step(model.paused(!model.paused()));
            case HELP -> new Step(model.in(Mode.HELP));
            case YES, ESCAPE, QUIT, OTHER -> new Step(model);
        };
    }

    private static Model move(Model model, int by) {
        List<String> names = model.facts().rows().stream().map(Facts.Row::name).toList();
        if (names.isEmpty()) {
            return model;
        }
        int to = names.indexOf(model.selected()) + by;
        return model.choosing(names.get(Math.max(0, Math.min(names.size() - 1, to))));
    }

    private static Step act(Model model, Action action) {
        String node = model.selected();
        if (node == null) {
            return new Step(model);
        }
        Notice asked = new Notice(action.verb + " " + node + ": asked the launcher", true, model.now());
        return new Step(model.saying(asked), new Effect.Act(action, node));
    }
}
