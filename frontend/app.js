// Where the page begins: finds the two APIs, feeds what they tell into the state, draws when it changed.
import { findEndpoints, Management } from './api.js';
import { Stream } from './stream.js';
import { takeToken } from './token.js';
import { State } from './state.js';
import { drawHeader } from './header.js';
import { Cards } from './cards.js';
import { RequestLog } from './log.js';
import { Timeline } from './timeline.js';
import { offerTraffic } from './traffic.js';

const DRAW_EVERY_MS = 100;

const state = new State();
const log = new RequestLog();
const timeline = new Timeline();

start();

async function start() {
  state.token = takeToken();
  const endpoints = await findEndpoints();
  const management = endpoints.management && new Management(endpoints.management, state);
  const cards = new Cards((verb, node) => management.command(verb, node).then(redraw, redraw));
  listen(endpoints, management);
  offerTraffic(endpoints);
  setInterval(draw, DRAW_EVERY_MS);

  let drawn = -1;
  function redraw() {
    state.touch();
  }
  function draw() {
    if (drawn === state.version) return;
    drawn = state.version;
    drawHeader(state);
    cards.draw(state);
    log.draw(state.requests);
    timeline.draw(state.events);
  }
}

function listen(endpoints, management) {
  new Stream(`${endpoints.admin}/events`, {
    status: report => state.takeStatus(report),
    requests: list => state.takeRequests(list.requests),
    event: event => state.takeEvent(event),
  }, link => state.takeLink('balancer', link));
  if (!management) return;
  new Stream(`${endpoints.management}/events`, {
    nodes: list => state.takeNodes(list.nodes),
    event: event => state.takeEvent(event),
  }, link => {
    state.takeLink('launcher', link);
    if (link.live) management.clusterName().then(name => state.takeCluster(name), () => {});
  });
}
