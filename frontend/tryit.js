// Sends requests through the balancer, and tells where each went. Only where this page came from the balancer's listener:
// from elsewhere the browser would forbid it.
import { byId, element, setAttribute, setText } from './dom.js';
import { read } from './api.js';
import { Tally } from './tally.js';

const AT_ONCE = 6;
const LONGEST_MS = 60_000;
const BODY_LESS = ['GET', 'HEAD'];

export class TryIt {
  steady = 0;
  number = 0;
  mark = Math.random().toString(36).slice(2, 10);

  constructor(endpoints, operator) {
    this.endpoints = endpoints;
    this.allowed = ![endpoints.admin, endpoints.management].includes(location.origin);
    byId('try').hidden = !this.allowed;
    byId('try-elsewhere').hidden = this.allowed;
    if (!this.allowed) return this.pointTo(operator);
    for (const button of byId('traffic').querySelectorAll('[data-amount]')) {
      button.addEventListener('click', () => this.send(Number(button.dataset.amount)));
    }
    byId('steady').addEventListener('click', () => (this.steady ? this.halt() : this.begin()));
  }

  /** Where the page can send: the same one, served by the balancer. */
  async pointTo({ state }) {
    if (!this.endpoints.management) return;
    const { urls } = await read(`${this.endpoints.management}/status`).catch(() => ({}));
    const link = element('a', { href: `${urls?.traffic ?? ''}/dashboard#token=${state.token ?? ''}` }, 'open it from the balancer');
    byId('try-elsewhere').replaceChildren('To send requests from this page, ', link, '.');
  }

  async send(amount) {
    const tally = new Tally();
    let left = amount;
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, amount) }, async () => {
      while (left-- > 0) tally.add(await this.one());
    }));
    await this.tell(tally);
  }

  begin() {
    const tally = new Tally();
    const perSecond = Math.min(50, Math.max(1, Number(byId('steady-rate').value) || 1));
    this.steady = setInterval(() => this.one().then(sent => tally.add(sent)), 1000 / perSecond);
    this.telling = setInterval(() => this.tell(tally), 1000);
    this.ending = setTimeout(() => this.halt(), LONGEST_MS);
    this.show('Stop');
  }

  halt() {
    [this.steady, this.telling].forEach(clearInterval);
    clearTimeout(this.ending);
    this.steady = 0;
    this.show('Start');
  }

  show(word) {
    setText(byId('steady'), word);
    setAttribute(byId('steady'), 'aria-pressed', String(word === 'Stop'));
  }

  /** The request's id and whether it was answered well. */
  async one() {
    const id = `page-${this.mark}-${++this.number}`;
    const method = byId('try-method').value;
    const path = byId('try-path').value;
    try {
      const answer = await fetch(path.startsWith('/') ? path : `/${path}`, {
        method, cache: 'no-store', headers: { 'X-Request-Id': id }, body: BODY_LESS.includes(method) ? undefined : 'sent from the dashboard',
      });
      await answer.arrayBuffer();
      return { id, status: answer.status };
    } catch {
      return { id, status: 0 };
    }
  }

  // The balancer knows who answered: it is asked for the requests by their ids.
  async tell(tally) {
    const { requests } = await read(`${this.endpoints.admin}/requests?limit=1000`).catch(() => ({ requests: [] }));
    tally.find(requests);
    setText(byId('traffic-result'), tally.sentence());
  }
}
