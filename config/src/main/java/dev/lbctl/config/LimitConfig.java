package dev.lbctl.config;

/**
 * How much the listener takes from clients; sizes in bytes.
 *
 * @param requestLine method, target and version, 256 B–1 MiB; a longer one is answered 414
 * @param headers all fields of one request together, 1 KiB–1 MiB; more are answered 431
 * @param fields how many of them, 1–1000; more are answered 431
 * @param body of one request; a larger one is answered 413; {@link Long#MAX_VALUE} when unlimited
 * @param connections of clients at once, 1–1000000
 */
public record LimitConfig(int requestLine, int headers, int fields, long body, int connections) {}
