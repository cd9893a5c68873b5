// Says what was just done, and takes it back on request. One at a time: the newest.
import { byId, setText } from './dom.js';

const OFFERED_MS = 12_000;

let undo = null;
let timer = 0;

export function offerUndo(done, label, action) {
  undo = action;
  setText(byId('undo-what'), done);
  setText(byId('undo-it'), label);
  byId('undo').hidden = false;
  clearTimeout(timer);
  timer = setTimeout(expire, OFFERED_MS);
}

export function prepareUndo() {
  byId('undo-it').addEventListener('click', () => {
    const action = undo;
    withdraw();
    action?.();
  });
}

// Not while a person is on it: it would go from under the finger.
function expire() {
  if (byId('undo').matches(':hover, :focus-within')) timer = setTimeout(expire, OFFERED_MS);
  else withdraw();
}

function withdraw() {
  undo = null;
  byId('undo').hidden = true;
}
