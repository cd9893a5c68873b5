// What a person may do from this page, and how it is undone. What comes of it stands in the state, by whom it concerns.
import { change } from './api.js';
import { ask } from './ask.js';
import { askFault } from './fault.js';
import { offerUndo } from './undo.js';
import { dropToken } from './token.js';

const DONE = { kill: 'killed', start: 'started', stop: 'stopped', restart: 'restarted' };
const DUTIES = { ready: 'may take traffic again', drain: 'gets nothing new', maint: 'is in maintenance' };

export const HEAVIEST = 1000;
const REPORTED_MS = 2000; // by then the balancer's reports tell of a change

const within = (least, value, most) => Math.max(least, Math.min(value, most));

export class Operator {
  weights = new Map(); // by member: { weight, underWay } as it was wished a moment ago

  constructor(endpoints, state) {
    this.endpoints = endpoints;
    this.state = state;
  }

  /** verb: kill, start, stop or restart, of the member's process. */
  async process(verb, member) {
    if (verb !== 'start' && !await this.mayLose(member, verb)) return;
    const run = which => this.run(member.key, which, 'POST', `${this.endpoints.management}/${which}/${encodeURIComponent(member.name)}`);
    if (!await run(verb)) return;
    const undo = verb === 'kill' || verb === 'stop' ? () => run('start') : null;
    if (undo) offerUndo(`${member.name} is ${DONE[verb]}.`, 'Start it again', undo);
  }

  /** duty: ready, drain or maint. */
  async duty(duty, member) {
    const before = member.backend.duty;
    if (duty !== 'ready' && !await this.mayLose(member, duty)) return;
    if (!await this.patch(member, duty, { duty })) return;
    offerUndo(`${member.name} ${DUTIES[duty]}.`, 'Undo', () => this.patch(member, before, { duty: before }));
  }

  /** Has a sample server misbehave for a while. */
  async misbehave(member) {
    const order = await askFault(member.name);
    if (!order) return;
    const done = await this.fault(member, 'POST', order);
    if (done) offerUndo(`${member.name} ${done.fault.words}, for ${Math.round(done.fault.seconds_left)} s.`, 'End it', () => this.behave(member));
  }

  behave(member) {
    return this.fault(member, 'DELETE');
  }

  async fault(member, method, order) {
    const done = await this.run(member.key, 'fault', method, `${this.endpoints.management}/fault/${encodeURIComponent(member.name)}`, order);
    if (done) this.state.takeNode(done);
    return done;
  }

  /** Steps add up, also those that come before the page has drawn, or been told, what became of the last. */
  async weigh(step, member) {
    const wish = this.weights.get(member.key) ?? { weight: member.backend.weight, underWay: false };
    wish.weight = within(1, wish.weight + step, HEAVIEST);
    this.weights.set(member.key, wish);
    if (wish.underWay) return;
    wish.underWay = true;
    let sent, done;
    do {
      sent = wish.weight;
      done = await this.patch(member, 'weight', { weight: sent });
    } while (done && wish.weight !== sent);
    wish.underWay = false;
    const forget = () => wish.underWay || wish.weight !== sent || this.weights.delete(member.key);
    if (done) setTimeout(forget, REPORTED_MS);
    else this.weights.delete(member.key);
  }

  async algorithm(pool, algorithm, before) {
    const run = name => this.run(`pool ${pool}`, name, 'POST', `${this.endpoints.admin}/algorithm`, { algorithm: name, pool });
    const done = await run(algorithm);
    if (!done) return;
    this.state.takeAlgorithms(done);
    const undo = () => run(before).then(undone => undone && this.state.takeAlgorithms(undone));
    offerUndo(`The pool ${pool} balances by ${algorithm.replaceAll('_', ' ')}.`, 'Undo', undo);
  }

  reset() {
    return this.run('statistics', 'reset', 'POST', `${this.endpoints.admin}/reset`);
  }

  // Only what would leave clients without an answer is asked for first: everything else can be undone.
  async mayLose(member, verb) {
    const others = this.state.status?.backend_servers.filter(one =>
      one.healthy && one.pool === member.backend?.pool && one.name !== member.name) ?? [];
    if (!member.backend?.healthy || others.length > 0) return true;
    return ask(`${member.name} is the last member of ${member.backend.pool} that takes traffic.`,
      'Without it clients get errors until another one is up.', `${verb} it anyway`);
  }

  async patch(member, verb, wanted) {
    const url = `${this.endpoints.admin}/backends/${encodeURIComponent(member.name)}?pool=${encodeURIComponent(member.backend.pool)}`;
    const done = await this.run(member.key, verb, 'PATCH', url, wanted);
    if (done) this.state.takeBackend(done);
    return done;
  }

  /** What the API said, or null when it refused. */
  async run(subject, verb, method, url, body) {
    this.state.takeCommand(subject, { verb, pending: true });
    try {
      const done = await change(this.state.token, method, url, body);
      this.state.takeCommand(subject, null);
      return done;
    } catch (refusal) {
      this.state.takeCommand(subject, { verb, refusal: refusal.message });
      if (refusal.status === 401) {
        this.state.loseToken();
        dropToken();
      }
      return null;
    }
  }
}
