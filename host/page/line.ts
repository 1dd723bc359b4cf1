import type { ModelConfig } from '../engine/model';
import { type FromLibrary, library, type Opened, type ToLibrary } from './library';
import { memoryShelf } from './memory';
import type { Book, Contents } from './shelf';
import { openShelf } from './store';

type Transport = NonNullable<ModelConfig['transportService']>;

/** This window's line to the library of workbooks. */
export interface Line {
  /** Carries the changes of the open workbook between windows; give it to the engine. */
  readonly transport: Transport;
  list(): Promise<readonly Book[]>;
  open(id: string): Promise<Opened | undefined>;
  /** Keeps a new workbook and opens it. */
  create(book: Book, data: string): Promise<Opened | undefined>;
  /** Keeps a new workbook without opening it. */
  put(book: Book, data: string): Promise<void>;
  /** Keeps another whole in place of a workbook that this window has open; to go on with it, it is opened again. */
  replace(book: Book, data: string): Promise<void>;
  remove(id: string): Promise<void>;
  /** What a workbook was kept as before it was last kept as a whole. */
  former(id: string): Promise<Contents | undefined>;
  /** All that is kept of a workbook, as JSON. */
  raw(id: string): Promise<string>;
  /** Notes that a workbook cannot be opened, and what was made of it. */
  mark(id: string, restoredAs: string): Promise<void>;
  rename(title: string): void;
  /** Offers the workbook as a whole in place of its changes: see {@link library}. */
  snapshot(data: string, revision: string): void;
  leave(): void;
  /** Tells no more of the changes to what has opened a workbook, or was to and could not. */
  restart(): void;
  /** Lets the changes through that have come in meanwhile: when the engine is ready for them. */
  ready(): void;
}

export interface Listener {
  /** Whether all changes sent are kept. */
  kept(isAll: boolean): void;
  lost(reason: string): void;
  /** The open workbook has been deleted in another window. */
  removed(): void;
  /** Another window has put another whole in the place of the open workbook. */
  replaced(): void;
}

type Asking = ToLibrary extends infer Asked
  ? Asked extends { readonly ask: number }
    ? Omit<Asked, 'ask'>
    : never
  : never;

/** The library in the worker that all windows share; where there is none, one for this window alone. */
async function connect(): Promise<{ readonly port: MessagePort; readonly keeps: boolean }> {
  const shelf = await openShelf().catch(() => undefined);
  if (shelf && 'SharedWorker' in window) {
    const { port } = new SharedWorker('/keeper.js', 'region-targets');
    return { port, keeps: true };
  }
  const { port1, port2 } = new MessageChannel();
  const serve = library(shelf ?? memoryShelf(), Date.now);
  port2.addEventListener('message', ({ data }: MessageEvent<ToLibrary>) => serve(port2, data));
  port2.start();
  return { port: port1, keeps: shelf !== undefined };
}

/** Opens this window's line to the library. */
export async function openLine(listener: Listener): Promise<Line> {
  const { port, keeps } = await connect();
  const tell = (message: ToLibrary): void => port.postMessage(message);

  let lastAsk = 0;
  const asking = new Map<number, { resolve: (answer: never) => void; reject: (error: Error) => void }>();
  const ask = <T>(question: Asking): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      lastAsk += 1;
      asking.set(lastAsk, { resolve, reject });
      tell({ ...question, ask: lastAsk });
    });

  const unkept = new Set<string>();
  const waiting: unknown[] = [];
  let isReady = false;
  let isAlone = false;
  const receivers = new Map<string, (message: unknown) => void>();
  const receive = (message: unknown): void => {
    if (!isReady) waiting.push(message);
    else for (const receiver of receivers.values()) receiver(message);
  };
  const joined = async (opening: Promise<Opened | undefined>): Promise<Opened | undefined> => {
    const opened = await opening;
    isAlone = opened?.isAlone ?? false;
    return opened;
  };

  const restart = (): void => {
    receivers.clear();
    waiting.length = 0;
    unkept.clear();
    isReady = false;
  };

  port.addEventListener('message', ({ data }: MessageEvent<FromLibrary>) => {
    switch (data.kind) {
      case 'answer':
        asking.get(data.ask)?.resolve(data.answer as never);
        asking.delete(data.ask);
        return;
      case 'refusal':
        asking.get(data.ask)?.reject(new Error(data.reason));
        asking.delete(data.ask);
        return;
      case 'message':
        receive(JSON.parse(data.message));
        return;
      case 'share':
        isAlone = false;
        tell({ kind: 'shared' });
        return;
      case 'kept':
        for (const revision of data.revisions) unkept.delete(revision);
        if (unkept.size === 0 && keeps) listener.kept(true);
        return;
      case 'lost':
        listener.lost(data.reason);
        return;
      case 'removed':
        listener.removed();
        return;
      case 'replaced':
        listener.replaced();
    }
  });
  port.start();
  if (!keeps) listener.lost('');

  return {
    transport: {
      sendMessage: async (message) => {
        const { nextRevisionId: id, serverRevisionId: after } = message;
        if (id === undefined) {
          if (!isAlone) tell({ kind: 'news', message: JSON.stringify(message) });
          return;
        }
        unkept.add(id);
        if (keeps) listener.kept(false);
        tell({ kind: 'change', revision: { id, after, message: JSON.stringify(message) } });
        // Nobody else orders the changes: they come back at once.
        if (isAlone) receive(message);
      },
      onNewMessage: (id, receiver) => {
        receivers.set(id, receiver);
      },
      leave: (id) => {
        receivers.delete(id);
      },
    },
    list: () => ask({ kind: 'list' }),
    open: (id) => joined(ask({ kind: 'open', id })),
    create: (book, data) => joined(ask({ kind: 'create', book, data })),
    put: (book, data) => ask({ kind: 'put', book, data }),
    replace: async (book, data) => {
      await ask({ kind: 'replace', book, data });
      restart();
    },
    remove: (id) => ask({ kind: 'remove', id }),
    former: (id) => ask({ kind: 'former', id }),
    raw: (id) => ask({ kind: 'raw', id }),
    mark: (id, restoredAs) => ask({ kind: 'mark', id, restoredAs }),
    rename: (title) => tell({ kind: 'rename', title }),
    snapshot: (data, revision) => tell({ kind: 'snapshot', data, revision }),
    leave: () => tell({ kind: 'leave' }),
    restart,
    ready: () => {
      isReady = true;
      for (const message of waiting.splice(0)) receive(message);
    },
  };
}
