// What the balancer kept of the last quarter of an hour, and goes on keeping: read once whole, then only what is new.
import { read } from './api.js';

const LONGEST_STEP_MS = 6000;

export class History {
  samples = [];

  /** onNews is called when there is more. */
  constructor(admin, onNews) {
    this.admin = admin;
    this.onNews = onNews;
    this.poll();
  }

  async poll() {
    let wait = 2000;
    try {
      const last = this.samples.at(-1);
      const report = await read(`${this.admin}/history${last ? `?after=${encodeURIComponent(last.time)}` : ''}`);
      wait = report.step_seconds * 1000;
      if (report.samples.length) this.take(report.samples);
    } catch { /* asked again: the balancer may be away for a moment */ }
    setTimeout(() => this.poll(), wait);
  }

  take(samples) {
    const taken = samples.map(sample => ({ ...sample, at: Date.parse(sample.time) }));
    const from = taken.at(-1).at - 15 * 60 * 1000;
    this.samples = [...this.samples, ...taken].filter(sample => sample.at > from);
    this.onNews();
  }
}

/** Where nothing was sampled for long, as while no balancer ran, there is nothing to be drawn either: an empty sample at both ends says so. */
export function withGaps(samples) {
  return samples.flatMap((sample, i) => {
    const before = samples[i - 1];
    return before && sample.at - before.at > LONGEST_STEP_MS ? [empty(before.at + 1), empty(sample.at - 1), sample] : [sample];
  });
}

const empty = at => ({ at, seconds: 1, backends: [] });

/** Colours by name: the same member has the same one everywhere, in the order of their names. */
export function colours(names) {
  return new Map([...new Set(names)].sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).map((name, i) => [name, i % 8]));
}
