// One live connection to an API. It comes back by itself, however it was lost.
const SILENCE_MS = 5000; // both APIs tell something every second
const WAIT_MS = 1000;

export class Stream {
  /** handlers: event name → function of its JSON; onLink hears { live, since } at every change. */
  constructor(url, handlers, onLink) {
    this.url = url;
    this.handlers = handlers;
    this.onLink = onLink;
    this.live = null;
    this.open();
    setInterval(() => this.watch(), WAIT_MS);
  }

  open() {
    this.heard = Date.now();
    this.source = new EventSource(this.url);
    for (const [name, handle] of Object.entries(this.handlers)) {
      this.source.addEventListener(name, message => {
        this.heard = Date.now();
        this.tell(true);
        handle(JSON.parse(message.data));
      });
    }
    this.source.onopen = () => this.tell(true);
    this.source.onerror = () => this.tell(false);
  }

  // A refused stream stays closed, and a machine that sleeps leaves one that is never heard again: both are opened anew.
  watch() {
    const silent = Date.now() - this.heard > SILENCE_MS;
    if (silent) this.tell(false);
    if (silent || this.source.readyState === EventSource.CLOSED) {
      this.source.close();
      this.open();
    }
  }

  tell(live) {
    if (this.live === live) return;
    this.live = live;
    this.onLink({ live, since: new Date() });
  }
}
