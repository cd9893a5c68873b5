package dev.lbctl.launcher.board;

/** Keys as the letters of the filter. */
final class Typing {
    private static final int LONGEST = 60;

    private Typing() {}

    static Step pressed(Model model, Mode.Filter filter, Input.Pressed pressed) {
        Focus focus = model.focus();
        String text = focus.filter();
        return switch (pressed.key()) {
            case ENTER -> new Step(model.in(new Mode.Browse()));
            case ESCAPE -> new Step(model.on(focus.filtering(filter.before())).in(new Mode.Browse()));
            case UP, DOWN ->
                new Step(isLetter(pressed) ? typed(model, pressed.text()) : Moving.pressed(model, pressed.key()));
            case BACKSPACE ->
                text.isEmpty()
                        ? new Step(model.in(new Mode.Browse()))
                        : new Step(model.on(
                                focus.filtering(text.substring(0, text.offsetByCodePoints(text.length(), -1)))));
            default ->
                isQuit(pressed)
                        ? new Step(model, new Command.Quit())
                        : new Step(isLetter(pressed) ? typed(model, pressed.text()) : model);
        };
    }

    private static Model typed(Model model, String letter) {
        String text = model.focus().filter() + letter;
        return text.length() > LONGEST ? model : model.on(model.focus().filtering(text));
    }

    /** Whether it quits even where letters mean something else. */
    static boolean isQuit(Input.Pressed pressed) {
        return pressed.key() == Key.QUIT && !isLetter(pressed);
    }

    private static boolean isLetter(Input.Pressed pressed) {
        String text = pressed.text();
        return text.codePointCount(0, text.length()) == 1 && !Character.isISOControl(text.codePointAt(0));
    }
}
