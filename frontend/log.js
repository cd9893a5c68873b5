// The requests as they finish, the newest on top, or those of them that a filter lets through.
import { byId, element, setText } from './dom.js';
import { clockTime, millis } from './format.js';
import { Newest } from './state.js';

const KEPT = 200;

export class RequestLog {
  paused = false;
  rows = new Map(); // key → { root, request }

  /** filter tells what is wanted; onOpen hears the request that a person wants explained. */
  constructor(filter, onOpen) {
    this.filter = filter;
    this.onOpen = onOpen;
    this.body = byId('log');
    this.clear();
    byId('pause').addEventListener('click', () => this.togglePause());
    this.body.addEventListener('click', click => this.open(click.target.closest('tr')));
  }

  togglePause() {
    this.paused = !this.paused;
    byId('pause').setAttribute('aria-pressed', String(this.paused));
    setText(byId('pause'), this.paused ? 'Resume' : 'Pause');
    this.show();
  }

  clear() {
    this.found = new Newest(KEPT, request => `${request.time}#${request.id}`);
  }

  open(row) {
    const request = row && this.rows.get(row.dataset.key)?.request; // also of a row that only a pause still shows
    if (request) this.onOpen(request);
  }

  /** Takes those that the filter lets through. */
  add(requests) {
    [...requests].reverse().filter(request => this.filter.takes(request)).forEach(request => this.found.add(request));
    this.show();
  }

  show() {
    const shown = this.found.items;
    const missed = shown.filter(request => !this.rows.has(request.key)).length;
    setText(byId('log-note'), this.paused ? `paused, ${missed} new` : '');
    if (this.paused) return;
    byId('log-empty').hidden = shown.length > 0;
    setText(byId('log-empty'), this.filter.isOpen() ? 'No request yet.' : 'No request like this among the last 1,000.');
    const kept = new Set(shown.map(request => request.key));
    for (const [key, row] of this.rows) {
      if (kept.has(key)) continue;
      row.root.remove();
      this.rows.delete(key);
    }
    shown.forEach((request, i) => this.place(request, i));
  }

  place(request, i) {
    let made = this.rows.get(request.key);
    if (!made) this.rows.set(request.key, made = { root: row(request), request });
    if (this.body.children[i] !== made.root) this.body.insertBefore(made.root, this.body.children[i] ?? null);
  }
}

function row(request) {
  const status = element('td', { class: 'status', 'data-class': String(Math.floor(request.status / 100)) }, request.status ? String(request.status) : 'none');
  const backend = element('td', { class: 'backend' }, request.backend ?? '–');
  if (request.attempts > 1) {
    backend.append(element('span', { class: 'retried', title: `${request.attempts} members were tried` }, `attempt ${request.attempts}`));
  }
  const target = element('td', { class: 'target' },
    element('button', { type: 'button', class: 'plain', title: 'Why it went there' }, element('span', { class: 'method' }, request.method), ` ${request.target}`));
  if (request.cause) target.append(element('span', { class: 'cause' }, request.cause));
  return element('tr', { 'data-key': request.key }, element('td', { class: 'time' }, clockTime(request.at)), target, status, backend,
    element('td', { class: 'number' }, millis(request.duration_ms)));
}
