package dev.lbctl.balancer.refusal;

import dev.lbctl.balancer.http.FieldName;
import dev.lbctl.balancer.http.Fields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What forms of an answer a client would take, and how gladly (RFC 9110, section 12.5.1). */
final class Accept {
    private static final String WEIGHT = "q=";
    private static final String WEIGHT_FORM = "[01](\\.[0-9]{0,3})?";

    /** Media types that an element names: {@code text/html}, {@code text/*} or all. */
    private record Range(String types, double weight, int position) {

        /** 3 when it names that type alone, 1 when it names all; 0 when not this one. */
        private int precision(String mediaType) {
            if (types.equals(mediaType)) {
                return 3;
            }
            boolean sameKind = types.endsWith("/*") && mediaType.startsWith(types.substring(0, types.length() - 1));
            return sameKind ? 2 : types.equals("*/*") ? 1 : 0;
        }
    }

    /** How gladly a form would be taken: by weight, then as it was named more precisely or earlier. */
    private record Liking(double weight, int precision, int position) implements Comparable<Liking> {
        private static final Liking NONE = new Liking(0, 0, Integer.MAX_VALUE);
        private static final Comparator<Liking> ORDER = Comparator.comparingDouble(Liking::weight)
                .thenComparingInt(Liking::precision)
                .thenComparing(Liking::position, Comparator.reverseOrder());

        @Override
        public int compareTo(Liking other) {
            return ORDER.compare(this, other);
        }
    }

    private final List<Range> ranges = new ArrayList<>(4);

    Accept(Fields fields) {
        fields.forEachElement(FieldName.ACCEPT, this::add);
    }

    private void add(String element) {
        String[] parts = element.toLowerCase(Locale.ROOT).split(";", -1);
        double weight = 1;
        for (String part : parts) {
            String parameter = part.trim();
            if (parameter.startsWith(WEIGHT)
                    && parameter.substring(WEIGHT.length()).matches(WEIGHT_FORM)) {
                weight = Double.parseDouble(parameter.substring(WEIGHT.length()));
            }
        }
        ranges.add(new Range(parts[0].trim(), weight, ranges.size()));
    }

    /** Answers the one that is liked best, the first when nothing tells them apart. */
    ErrorPage best(ErrorPage... pages) {
        ErrorPage best = pages[0];
        for (ErrorPage page : pages) {
            if (liking(page.mediaType()).compareTo(liking(best.mediaType())) > 0) {
                best = page;
            }
        }
        return best;
    }

    private Liking liking(String mediaType) {
        Liking liking = Liking.NONE;
        for (Range range : ranges) {
            int precision = range.precision(mediaType);
            if (precision > liking.precision) {
                liking = new Liking(range.weight, precision, range.position);
            }
        }
        return liking.weight == 0 ? Liking.NONE : liking;
    }
}
