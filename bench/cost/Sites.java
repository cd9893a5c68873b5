import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingFile;

/** Tells which places in the code a recording's allocations come from, as rows of a Markdown table. */
final class Sites {
    private final Map<String, Long> bytes = new HashMap<>();

    /** @param args the recording, how many requests it has, and how many rows to print */
    public static void main(String[] args) throws IOException {
        Sites sites = new Sites();
        try (RecordingFile recording = new RecordingFile(Path.of(args[0]))) {
            while (recording.hasMoreEvents()) {
                sites.note(recording.readEvent());
            }
        }
        sites.print(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    }

    private void note(RecordedEvent event) {
        if (!event.getEventType().getName().equals("jdk.ObjectAllocationOutsideTLAB") || event.getStackTrace() == null) {
            return;
        }
        String what = simple(event.getClass("objectClass").getName());
        bytes.merge("| `" + what + "` | " + where(event) + " |", event.getLong("allocationSize"), Long::sum);
    }

    /** The innermost places that are not the JDK's: Netty's, if it was there, and two of ours. */
    private static String where(RecordedEvent event) {
        List<String> places = new ArrayList<>();
        int ours = 0;
        for (var frame : event.getStackTrace().getFrames()) {
            RecordedMethod method = frame.getMethod();
            String type = method.getType().getName();
            boolean mine = type.startsWith("dev.lbctl.");
            if (mine || (type.startsWith("io.netty.") && places.isEmpty())) {
                places.add("`" + simple(type) + "." + method.getName() + ":" + frame.getLineNumber() + "`");
                ours += mine ? 1 : 0;
            }
            if (ours == 2) {
                break;
            }
        }
        return String.join(" ← ", places);
    }

    private static String simple(String type) {
        String name = type.startsWith("[L") ? type.substring(0, type.length() - 1) + "[]" : type;
        return switch (name) {
            case "[B" -> "byte[]";
            case "[I" -> "int[]";
            default -> name.substring(name.lastIndexOf('.') + 1);
        };
    }

    private void print(int requests, int rows) {
        bytes.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(rows)
                .forEach(site -> {
                    String[] cells = site.getKey().split(" \\| ", 2);
                    System.out.printf("%s | %.0f | %s%n", cells[0], (double) site.getValue() / requests, cells[1]);
                });
    }
}
