// Where the page begins: finds the two APIs, feeds what they tell into the state, draws when it changed.
import { findEndpoints, read } from './api.js';
import { byId, setAttribute } from './dom.js';
import { Operator } from './operator.js';
import { Stream } from './stream.js';
import { takeToken } from './token.js';
import { State } from './state.js';
import { drawHeader } from './header.js';
import { Algorithms } from './algorithms.js';
import { Cards } from './cards.js';
import { prepareAsk } from './ask.js';
import { prepareFault } from './fault.js';
import { prepareUndo } from './undo.js';
import { RequestLog } from './log.js';
import { Filter } from './filter.js';
import { Charts } from './charts.js';
import { drawShares } from './shares.js';
import { watchUsage } from './usage.js';
import { History } from './history.js';
import { Flow } from './flow.js';
import { explain, prepareExplanation } from './explanation.js';
import { Timeline } from './timeline.js';
import { TryIt } from './tryit.js';

const DRAW_EVERY_MS = 100;

const state = new State();
const timeline = new Timeline();

start();

async function start() {
  state.token = takeToken();
  const endpoints = await findEndpoints();
  state.managed = endpoints.management !== null;
  const operator = new Operator(endpoints, state);
  const cards = new Cards(operator);
  const algorithms = new Algorithms(operator);
  const log = requestLog(endpoints.admin);
  prepareExplanation();
  prepareAsk();
  prepareFault();
  prepareUndo();
  const charts = new Charts();
  const flow = new Flow();
  const history = new History(endpoints.admin, () => charts.draw(history.samples));
  listen(endpoints);
  new TryIt(endpoints, operator);
  byId('reset').addEventListener('click', () => state.token && operator.reset().then(done => done && forget()));
  setInterval(draw, DRAW_EVERY_MS);

  function forget() {
    state.forget();
    log.clear();
  }

  let drawn = -1;
  function draw() {
    if (drawn === state.version) return;
    drawn = state.version;
    drawHeader(state, history.samples);
    algorithms.draw(state);
    cards.draw(state);
    log.filter.draw(state.status);
    log.add(state.requests.items);
    timeline.draw(state.events);
    setAttribute(byId('reset'), 'aria-disabled', String(state.token === null));
    flow.draw(state, history.samples);
    drawShares(state, history.samples);
  }
}

function requestLog(admin) {
  const filter = new Filter(query => {
    log.clear();
    log.add(state.requests.items);
    read(`${admin}/requests?${query}`).then(list => log.add(list.requests), () => {});
  });
  const log = new RequestLog(filter, request => explain(admin, request));
  return log;
}

function listen({ admin, management }) {
  new Stream(`${admin}/events`, {
    status: report => state.takeStatus(report),
    requests: list => state.takeRequests(list.requests),
    event: event => state.takeEvent(event),
  }, link => {
    state.takeLink('balancer', link);
    if (link.live) read(`${admin}/algorithm`).then(report => state.takeAlgorithms(report), () => {});
  });
  if (!management) return;
  watchUsage(management, usage => state.takeUsage(usage));
  new Stream(`${management}/events`, {
    nodes: list => state.takeNodes(list.nodes),
    event: event => state.takeEvent(event),
  }, link => {
    state.takeLink('launcher', link);
    if (link.live) read(`${management}/status`).then(({ cluster }) => state.takeCluster(cluster), () => {});
  });
}
