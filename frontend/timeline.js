// What happened to the cluster, the newest on top; what is new is read out to who cannot see it.
import { byId, element, setText } from './dom.js';
import { clockTime } from './format.js';

const TONES = {
  good: ['up', 'ready', 'joined', 'adopted', 'returned', 'calm', 'fault_over'],
  bad: ['reload_refused', 'down', 'crashed', 'crash_loop', 'failed', 'killed', 'ejected', 'panic'],
  wait: ['starting', 'restarting', 'stopping', 'gap'],
  wish: ['duty', 'drain', 'weight', 'algorithm', 'override', 'reloaded', 'fault'],
};
const SIGNS = {
  up: '▲', ready: '▲', joined: '+', adopted: '+', returned: '▲', calm: '✓', left: '−', stopped: '■', ended: '■',
  down: '▼', crashed: '✕', crash_loop: '✕', failed: '✕', killed: '✕', ejected: '▼', panic: '!',
  starting: '…', restarting: '…', stopping: '…', gap: '?',
  duty: '◐', drain: '◐', weight: '±', algorithm: '⇄', override: '✎', fault: '↯', fault_over: '✓', reloaded: '↻', reload_refused: '↻', scorecard: '≡',
};
const TONE_OF = new Map(Object.entries(TONES).flatMap(([tone, types]) => types.map(type => [type, tone])));

export class Timeline {
  shown = new Map(); // key → item
  opened = Date.now();

  draw(events) {
    const list = byId('events');
    byId('events-empty').hidden = events.items.length > 0;
    const kept = new Set(events.items.map(event => event.key));
    for (const [key, item] of this.shown) {
      if (kept.has(key)) continue;
      item.remove();
      this.shown.delete(key);
    }
    this.announce(events.items.filter(event => event.at > this.opened && !this.shown.has(event.key)));
    events.items.forEach((event, i) => {
      let made = this.shown.get(event.key);
      if (!made) this.shown.set(event.key, made = item(event));
      if (list.children[i] !== made) list.insertBefore(made, list.children[i] ?? null);
    });
  }

  announce(fresh) {
    if (fresh.length) setText(byId('announcer'), fresh.map(event => event.message).reverse().join('. '));
  }
}

function item(event) {
  return element('li', { 'data-tone': TONE_OF.get(event.type) ?? 'off', 'data-type': event.type },
    element('span', { class: 'sign', 'aria-hidden': 'true' }, SIGNS[event.type] ?? '•'),
    element('time', { datetime: event.time }, clockTime(event.at)),
    element('p', {}, event.message),
    element('span', { class: 'quiet source' }, event.source));
}
