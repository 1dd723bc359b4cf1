// Runs beside the windows, once for all of them: see library.ts.
import { type FromLibrary, library, type ToLibrary } from './library';
import type { Shelf } from './shelf';
import { openShelf } from './store';

interface Connecting extends Event {
  readonly ports: readonly MessagePort[];
}

const opened: Promise<Shelf> = openShelf();
const serve = opened.then((shelf) => library(shelf, Date.now));

addEventListener('connect', (event) => {
  const [port] = (event as Connecting).ports;
  if (!port) return;
  port.addEventListener('message', async ({ data }: MessageEvent<ToLibrary>) => {
    try {
      await (await serve)(port, data);
    } catch (error) {
      const refusal: FromLibrary | undefined =
        'ask' in data ? { kind: 'refusal', ask: data.ask, reason: String(error) } : undefined;
      if (refusal) port.postMessage(refusal);
    }
  });
  port.start();
});
