import java.util.concurrent.ThreadLocalRandom;

/** The ways in which a client may ask, and how often it does. */
enum Way {
    GET_SMALL(500),
    GET_LARGE(180),
    HEAD(50),
    PUT(70),
    POST(70),
    EARLY_HINTS(30),
    EXPECT_CONTINUE(20),
    /** Two requests in one write. */
    PIPELINED(40),
    SLOW_READER(3),
    /** Leaves before its answer, or within it. */
    LEAVES_ANSWER(15),
    LEAVES_UPLOAD(5);

    private static final int ALL = java.util.Arrays.stream(values()).mapToInt(way -> way.weight).sum();
    private final int weight;

    Way(int weight) {
        this.weight = weight;
    }

    static Way pick(ThreadLocalRandom random) {
        int left = random.nextInt(ALL);
        for (Way way : values()) {
            left -= way.weight;
            if (left < 0) {
                return way;
            }
        }
        throw new AssertionError();
    }
}
