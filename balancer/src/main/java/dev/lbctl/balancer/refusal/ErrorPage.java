package dev.lbctl.balancer.refusal;

import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The forms in which a refusal can be told. */
enum ErrorPage {
    JSON("application/json", "application/json") {
        @Override
        String text(Refusal refusal) {
            String tried = refusal.tried().stream().map(ErrorPage::quoted).collect(Collectors.joining(","));
            return "{\"error\":" + quoted(refusal.error().cause())
                    + ",\"detail\":" + quoted(refusal.detail())
                    + (refusal.id() == null ? "" : ",\"request_id\":" + quoted(refusal.id()))
                    + (tried.isEmpty() ? "" : ",\"tried\":[" + tried + "]")
                    + "}\n";
        }
    },
    HTML("text/html", "text/html; charset=utf-8") {
        @Override
        String text(Refusal refusal) {
            String title = refusal.error().status() + " " + refusal.error().reason();
            String tried = refusal.tried().stream()
                    .map(attempt -> "<li>" + escaped(attempt) + "</li>")
                    .collect(Collectors.joining("", "<ol>", "</ol>\n"));
            return "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + title
                    + "</title></head>\n<body><h1>"
                    + title + "</h1>\n<p>" + escaped(refusal.detail()) + "</p>\n"
                    + (refusal.tried().isEmpty() ? "" : tried)
                    + "<p><code>" + refusal.error().cause()
                    + (refusal.id() == null ? "" : " " + escaped(refusal.id())) + "</code></p></body></html>\n";
        }
    },
    TEXT("text/plain", "text/plain; charset=utf-8") {
        @Override
        String text(Refusal refusal) {
            return refusal.error().status() + " " + refusal.error().reason() + "\n" + refusal.detail() + "\n"
                    + refusal.tried().stream()
                            .map(attempt -> "tried " + attempt + "\n")
                            .collect(Collectors.joining())
                    + refusal.error().cause() + (refusal.id() == null ? "" : " " + refusal.id()) + "\n";
        }
    };

    private final String mediaType;
    private final String contentType;

    ErrorPage(String mediaType, String contentType) {
        this.mediaType = mediaType;
        this.contentType = contentType;
    }

    abstract String text(Refusal refusal);

    String contentType() {
        return contentType;
    }

    /** The one whose media type an Accept field names first; JSON for those who do not care. */
    static ErrorPage preferred(@Nullable String accept) {
        ErrorPage preferred = JSON;
        int first = Integer.MAX_VALUE;
        if (accept != null) {
            String types = accept.toLowerCase(Locale.ROOT);
            for (ErrorPage page : values()) {
                int named = types.indexOf(page.mediaType);
                if (named >= 0 && named < first) {
                    preferred = page;
                    first = named;
                }
            }
        }
        return preferred;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
