// Client → balancer → members, on a canvas: each request travels to the member that got it. Drawn only while it is in sight.
import { byId, setText } from './dom.js';
import { rate } from './format.js';
import { members } from './facts.js';
import { id } from './pace.js';
import { palette, place, paint } from './scene.js';

const TRAVEL_MS = 700;
const MOST_DOTS = 240;
const DOTS_A_SECOND = 120; // above that a dot stands for several requests, and the page says for how many

export class Flow {
  dots = [];
  seen = new Set();
  members = [];
  perDot = 1;

  constructor() {
    this.canvas = byId('flow-canvas');
    this.still = matchMedia('(prefers-reduced-motion: reduce)');
    this.visible = false;
    this.begun = Date.now();
    new IntersectionObserver(([entry]) => this.sight(entry.isIntersecting)).observe(this.canvas);
    this.still.addEventListener('change', () => this.arrange());
    new ResizeObserver(() => this.arrange()).observe(this.canvas);
  }

  sight(visible) {
    this.visible = visible;
    this.arrange();
  }

  draw(state, samples) {
    this.members = members(state);
    this.note(state, samples.at(-1));
    for (const request of state.requests.items) {
      if (this.seen.has(request.key)) break; // the newest are first: what follows is known
      this.seen.add(request.key);
      if (request.at + request.duration_ms > this.begun - 2000) this.take(request);
    }
    const kept = new Set(state.requests.items.map(request => request.key));
    for (const key of this.seen) if (!kept.has(key)) this.seen.delete(key);
    this.arrange();
  }

  take(request) {
    if (this.still.matches || !this.visible || this.dots.length >= MOST_DOTS) return;
    if (Math.random() * this.perDot > 1 && request.attempts === 1 && request.status < 500) return;
    const start = performance.now() + Math.random() * 250; // told four times a second: spread over the time they came in
    this.dots.push({ start, to: id({ pool: request.pool, name: request.backend }), retried: request.attempts > 1, failed: request.cause !== null || request.status >= 500 });
  }

  // The stream tells of at most 200 requests a second: how many one dot stands for is worked out from the counters.
  note(state, sample) {
    const perSecond = state.status?.statistics.requests_per_second ?? 0;
    this.perDot = Math.max(1, Math.min(perSecond, 200) / DOTS_A_SECOND);
    const each = Math.max(1, perSecond / DOTS_A_SECOND);
    const scale = this.still.matches ? 'Nothing moves here, as your system asks for.' : each > 1.05 ? `A dot stands for about ${rate(each)} requests.` : 'A dot is a request.';
    setText(byId('flow-note'), `${rate(perSecond)} requests/s. ${scale}`);
    const words = this.members.map(one => `${one.key} ${one.word}`).join(', ');
    setText(byId('flow-words'), `Clients, the balancer, and behind it ${words || 'nobody yet'}.`);
    this.rates = new Map((sample?.backends ?? []).map(part => [id(part), part.attempts / sample.seconds]));
  }

  /** Where everything stands and in which colours is looked up when something has changed, not in each frame. */
  arrange() {
    if (!this.visible) return;
    this.scene = place(this.canvas, this.members, this.rates);
    this.palette = palette(this.canvas);
    this.paint();
  }

  paint() {
    if (!this.visible || this.frame) return;
    this.frame = requestAnimationFrame(now => {
      this.frame = 0;
      this.dots = this.dots.filter(dot => now < dot.start + length(dot));
      paint(this.canvas, this.palette, this.scene, this.dots.map(dot => this.where(dot, now)).filter(Boolean));
      if (this.dots.length) this.paint();
    });
  }

  /** A retried request goes from the balancer a second time: its dot hops back and out again. */
  where(dot, now) {
    const scene = this.scene;
    const to = scene.members.find(member => member.id === dot.to) ?? scene.balancer;
    const path = dot.retried
      ? [scene.client, scene.balancer, between(scene.balancer, other(scene, to)), scene.balancer, to]
      : [scene.client, scene.balancer, to];
    const part = (now - dot.start) / length(dot) * (path.length - 1);
    if (part < 0) return null;
    const leg = Math.min(Math.floor(part), path.length - 2);
    const [a, b] = [path[leg], path[leg + 1]];
    return { x: a.x + (b.x - a.x) * (part - leg), y: a.y + (b.y - a.y) * (part - leg), tone: dot.failed ? 'bad' : dot.retried ? 'wait' : 'accent' };
  }
}

const length = dot => (dot.retried ? TRAVEL_MS * 2 : TRAVEL_MS);

// Which member failed is not told with the request: it hops towards one that is not fit, if there is one.
function other(scene, to) {
  return scene.members.find(member => member.tone !== 'good' && member !== to) ?? scene.members.find(member => member !== to) ?? to;
}

const between = (a, b) => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
