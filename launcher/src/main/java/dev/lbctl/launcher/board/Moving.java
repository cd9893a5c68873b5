package dev.lbctl.launcher.board;

import dev.lbctl.launcher.facts.Row;
import java.util.List;

/** Which row is chosen next. */
final class Moving {
    private static final int PAGE = 10;

    private Moving() {}

    static Model pressed(Model model, Key key) {
        List<String> rows = model.rows().stream().map(Row::id).toList();
        if (rows.isEmpty()) {
            return model;
        }
        int last = rows.size() - 1;
        int at = model.selected().map(row -> rows.indexOf(row.id())).orElse(0);
        int to = switch (key) {
            case UP -> at - 1;
            case PAGE_UP -> at - PAGE;
            case PAGE_DOWN -> at + PAGE;
            case FIRST -> 0;
            case LAST -> last;
            default -> at + 1;
        };
        return model.on(model.focus().choosing(rows.get(Math.max(0, Math.min(last, to)))));
    }
}
