// What happened to the cluster, the newest on top; what is new is read out to who cannot see it.
import { byId, element, setText } from './dom.js';
import { clockTime } from './format.js';

const TONES = {
  up: 'good', ready: 'good', joined: 'good', adopted: 'good', returned: 'good', calm: 'good',
  down: 'bad', crashed: 'bad', crash_loop: 'bad', failed: 'bad', killed: 'bad', ejected: 'bad', panic: 'bad',
  starting: 'wait', restarting: 'wait', stopping: 'wait', duty: 'wait', drain: 'wait',
};

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
      if (!made) this.shown.set(event.key, made = this.item(event));
      if (list.children[i] !== made) list.insertBefore(made, list.children[i] ?? null);
    });
  }

  announce(fresh) {
    if (fresh.length) setText(byId('announcer'), fresh.map(event => event.message).reverse().join('. '));
  }

  item(event) {
    return element('li', { 'data-tone': TONES[event.type] ?? 'off', 'data-type': event.type },
      element('time', { datetime: event.time }, clockTime(event.at)),
      element('p', {}, event.message),
      element('span', { class: 'quiet source' }, event.source));
  }
}
