// Requests that were sent, and who answered them. No DOM here.
export class Tally {
  began = performance.now();
  ended = performance.now();
  sent = new Map(); // id → { status, backend, attempts }

  add({ id, status }) {
    this.sent.set(id, { status });
    this.ended = performance.now();
  }

  /** Takes over from the balancer's list who answered which. */
  find(requests) {
    for (const { request_id: id, backend, attempts } of requests) {
      const known = this.sent.get(id);
      if (known && backend) Object.assign(known, { backend, attempts });
    }
  }

  sentence() {
    const all = [...this.sent.values()];
    const failed = all.filter(one => one.status === 0 || one.status >= 500).length;
    const retried = all.filter(one => one.attempts > 1).length;
    const words = [`${failed} failed`];
    if (retried) words.push(`${retried} retried`);
    return `${all.length} sent in ${((this.ended - this.began) / 1000).toFixed(2)} s, ${words.join(', ')}: ${spread(all)}`;
  }
}

function spread(all) {
  const counts = new Map();
  for (const { backend, status } of all) {
    const who = backend ?? (status ? 'not told yet' : 'nobody');
    counts.set(who, (counts.get(who) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true })).map(([who, n]) => `${who} ${n}`).join(', ');
}
