// The requests as they finish, the newest on top.
import { byId, element, setText } from './dom.js';
import { clockTime, millis } from './format.js';

export class RequestLog {
  paused = false;
  latest = [];
  rows = new Map(); // key → row

  constructor() {
    this.body = byId('log');
    byId('pause').addEventListener('click', () => this.togglePause());
  }

  togglePause() {
    this.paused = !this.paused;
    byId('pause').setAttribute('aria-pressed', String(this.paused));
    setText(byId('pause'), this.paused ? 'Resume' : 'Pause');
    this.show();
  }

  draw(requests) {
    this.latest = requests.items;
    this.show();
  }

  show() {
    const missed = this.latest.filter(request => !this.rows.has(request.key)).length;
    setText(byId('log-note'), this.paused ? `paused, ${missed} new` : '');
    if (this.paused) return;
    byId('log-empty').hidden = this.latest.length > 0;
    const kept = new Set(this.latest.map(request => request.key));
    for (const [key, row] of this.rows) {
      if (kept.has(key)) continue;
      row.remove();
      this.rows.delete(key);
    }
    this.latest.forEach((request, i) => this.place(request, i));
  }

  place(request, i) {
    let made = this.rows.get(request.key);
    if (!made) this.rows.set(request.key, made = row(request));
    if (this.body.children[i] !== made) this.body.insertBefore(made, this.body.children[i] ?? null);
  }
}

function row(request) {
  const status = element('td', { class: 'status', 'data-class': String(Math.floor(request.status / 100)) }, request.status ? String(request.status) : 'none');
  const backend = element('td', { class: 'backend' }, request.backend ?? '–');
  if (request.attempts > 1) {
    backend.append(element('span', { class: 'retried', title: `${request.attempts} members were tried` }, `attempt ${request.attempts}`));
  }
  const target = element('td', { class: 'target' }, element('span', { class: 'method' }, request.method), ` ${request.target}`);
  if (request.cause) target.append(element('span', { class: 'cause' }, request.cause));
  return element('tr', {}, element('td', { class: 'time' }, clockTime(request.at)), target, status, backend,
    element('td', { class: 'number' }, millis(request.duration_ms)));
}
