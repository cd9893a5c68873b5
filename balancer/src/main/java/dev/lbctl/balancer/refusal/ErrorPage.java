package dev.lbctl.balancer.refusal;

import dev.lbctl.balancer.http.FieldName;
import dev.lbctl.balancer.http.Fields;
import java.util.stream.Collectors;

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

    String mediaType() {
        return mediaType;
    }

    String contentType() {
        return contentType;
    }

    /** The one that a client likes best; JSON for those who do not care. */
    static ErrorPage preferred(Fields request) {
        return request.contains(FieldName.ACCEPT) ? new Accept(request).best(values()) : JSON;
    }

    /** Control characters, which a system's message may bring along, become spaces. */
    private static String quoted(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", " ");
        return '"' + plain.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
