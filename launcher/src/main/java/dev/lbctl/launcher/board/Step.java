package dev.lbctl.launcher.board;

/** What an input leads to: what is shown from now on, and what the loop has to do. */
public record Step(Model model, Command command) {

    Step(Model model) {
        this(model, new Command.None());
    }

    /** The change is on its way, and said to be. */
    static Step asking(Model model, Command.Change change) {
        return new Step(model.saying(new Notice(change.asked() + " ...", true, model.now())), change);
    }

    /** Nothing is done, and why. */
    static Step refusing(Model model, String why) {
        return new Step(model.saying(new Notice(why, false, model.now())));
    }
}
