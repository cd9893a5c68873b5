package dev.lbctl.balancer.control;

import io.javalin.http.Context;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import java.io.IOException;

/** The counters, in the form the client asks for: Prometheus text, OpenMetrics, or else JSON. */
record MetricsEndpoints(PrometheusView prometheus, ApiMapping mapping) {

    void metrics(Context request) throws IOException {
        String accept = String.valueOf(request.header("Accept"));
        if (accept.contains("openmetrics")) {
            write(request, ExpositionFormats.init().getOpenMetricsTextFormatWriter());
        } else if (accept.contains("text/plain")) {
            write(request, ExpositionFormats.init().getPrometheusTextFormatWriter());
        } else {
            request.json(mapping.metrics());
        }
        request.header("Vary", "Accept");
    }

    private void write(Context request, ExpositionFormatWriter writer) throws IOException {
        request.contentType(writer.getContentType());
        writer.write(request.res().getOutputStream(), prometheus.collect());
    }
}
