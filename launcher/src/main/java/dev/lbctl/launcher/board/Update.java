package dev.lbctl.launcher.board;

import dev.lbctl.launcher.board.Focus.Pane;

/** The rule of the board: what was, and what came in, make what is and what is to be done. */
public final class Update {
    private Update() {}

    public static Step apply(Model model, Input input) {
        if (input instanceof Input.Pressed pressed) {
            return pressed(model, pressed);
        }
        if (input instanceof Input.Resized resized) {
            return new Step(model.sized(resized.size()));
        }
        if (input instanceof Input.Noticed noticed) {
            return new Step(model.saying(noticed.notice()));
        }
        Input.Learned learned = (Input.Learned) input;
        return new Step(
                model.focus().paused() ? model : model.with(learned.news().addTo(model.facts())));
    }

    private static Step pressed(Model model, Input.Pressed pressed) {
        Key key = pressed.key();
        Mode mode = model.mode();
        if (mode instanceof Mode.Filter filter) {
            return Typing.pressed(model, filter, pressed);
        }
        if (Typing.isQuit(pressed) || (key == Key.QUIT && mode instanceof Mode.Browse)) {
            return new Step(model, new Command.Quit());
        }
        if (key == Key.REDRAW) {
            return new Step(model, new Command.Redraw());
        }
        if (mode instanceof Mode.Ask ask) {
            Model answered = model.in(new Mode.Browse());
            return key == Key.YES ? Step.asking(answered, ask.change()) : new Step(answered);
        }
        if (mode instanceof Mode.ChooseAlgorithm choice) {
            return choosing(model, choice, key);
        }
        return mode instanceof Mode.Help ? new Step(model.in(new Mode.Browse())) : browse(model, key);
    }

    private static Step browse(Model model, Key key) {
        if (key.changes()) {
            return Changing.pressed(model, key);
        }
        Focus focus = model.focus();
        return new Step(
                switch (key) {
                    case UP, DOWN, PAGE_UP, PAGE_DOWN, FIRST, LAST -> Moving.pressed(model, key);
                    case SORT -> model.on(focus.by(focus.order().next(), false));
                    case REVERSE -> model.on(focus.by(focus.order(), !focus.reversed()));
                    case FILTER -> model.in(new Mode.Filter(focus.filter()));
                    case LOG, ENTER -> model.on(focus.on(toggled(focus, Pane.LOG)));
                    case EVENTS -> model.on(focus.on(toggled(focus, Pane.EVENTS)));
                    case NEXT -> model.on(focus.on(focus.pane().next()));
                    case PAUSE -> model.on(focus.paused(!focus.paused()));
                    case HELP -> model.in(new Mode.Help());
                    case ESCAPE -> model.on(focus.filtering("").on(Pane.OVERVIEW));
                    default -> model;
                });
    }

    private static Pane toggled(Focus focus, Pane pane) {
        return focus.pane() == pane ? Pane.OVERVIEW : pane;
    }

    private static Step choosing(Model model, Mode.ChooseAlgorithm choice, Key key) {
        int last = choice.names().size() - 1;
        return switch (key) {
            case UP, PAGE_UP -> new Step(model.in(choice.at(Math.max(0, choice.at() - 1))));
            case DOWN, PAGE_DOWN -> new Step(model.in(choice.at(Math.min(last, choice.at() + 1))));
            case FIRST -> new Step(model.in(choice.at(0)));
            case LAST -> new Step(model.in(choice.at(last)));
            case ENTER ->
                Step.asking(model.in(new Mode.Browse()), new Command.UseAlgorithm(choice.pool(), choice.chosen()));
            case ESCAPE, ALGORITHM, QUIT -> new Step(model.in(new Mode.Browse()));
            default -> new Step(model);
        };
    }
}
