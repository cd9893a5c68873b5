package dev.lbctl.launcher.api;

import dev.lbctl.balancer.api.Event;
import java.util.List;

/**
 * {@code GET /events} for who accepts JSON and no stream: what launcher and balancer told of late, as it became known.
 *
 * @param lastId a stream that is to go on from here is asked for with this as {@code Last-Event-ID}
 */
public record EventList(List<Event> events, long lastId) {}
