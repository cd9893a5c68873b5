// What happened to the cluster, the newest on top; what is new is read out to who cannot see it.
import { byId, element, setText } from './dom.js';
import { clockTime, millis } from './format.js';

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
    event.scorecard ? card(event) : element('p', {}, event.message),
    element('span', { class: 'quiet source' }, event.source));
}

/** What it cost that a member was gone, in four figures. */
function card({ subject, message, scorecard: { cause, noticed_ms: noticed, retried, failed, back_ms: back } }) {
  const figures = [
    ['noticed after', noticed === null ? '–' : noticed < 1 ? '< 1 ms' : millis(noticed)], ['retried', String(retried)], ['failed', String(failed)],
    ['back after', back === null ? '–' : millis(back)],
  ];
  return element('div', { class: 'scorecard', title: message }, element('p', {}, element('strong', {}, subject ?? ''), ` ${cause}: what it cost`),
    element('dl', {}, ...figures.map(([name, value]) =>
      element('div', name === 'failed' && failed ? { class: 'bad' } : {}, element('dt', {}, name), element('dd', {}, value)))));
}
