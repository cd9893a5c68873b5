// How each member did in the last minute, worked out from what the balancer told second by second. No DOM here.
const KEPT = 60;

export class Pace {
  members = new Map(); // pool/name → { total, spent, latencies }; a latency is a mean in ms, null where nothing was answered

  take(backends) {
    const there = new Set(backends.map(id));
    for (const key of this.members.keys()) if (!there.has(key)) this.members.delete(key);
    for (const backend of backends) this.add(id(backend), backend.total_requests, backend.total_requests * backend.avg_ms);
  }

  add(key, total, spent) {
    const before = this.members.get(key);
    if (!before || total < before.total) { // seen first, or the statistics were reset
      this.members.set(key, { total, spent, latencies: [] });
      return;
    }
    const answered = total - before.total;
    const latency = answered ? Math.max(0, (spent - before.spent) / answered) : null;
    this.members.set(key, { total, spent, latencies: [...before.latencies.slice(1 - KEPT), latency] });
  }

  /** Of the last minute, the oldest first. */
  latencies(backend) {
    return this.members.get(id(backend))?.latencies ?? [];
  }
}

/** What a member is called by among all pools. */
export const id = ({ pool, name }) => `${pool}/${name}`;
