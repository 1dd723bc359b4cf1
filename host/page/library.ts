import type { Book, Contents, Revision, Shelf } from './shelf';

/** What a window gets when it opens a workbook. */
export interface Opened extends Contents {
  /** Whether no other window has it open: then this one orders the changes itself, until it is told to share. */
  readonly isAlone: boolean;
}

/** What a window asks of the library and tells it. */
export type ToLibrary =
  | { readonly kind: 'list'; readonly ask: number }
  | { readonly kind: 'open'; readonly ask: number; readonly id: string }
  | { readonly kind: 'create'; readonly ask: number; readonly book: Book; readonly data: string }
  | { readonly kind: 'put'; readonly ask: number; readonly book: Book; readonly data: string }
  | { readonly kind: 'replace'; readonly ask: number; readonly book: Book; readonly data: string }
  | { readonly kind: 'remove'; readonly ask: number; readonly id: string }
  | { readonly kind: 'former'; readonly ask: number; readonly id: string }
  | { readonly kind: 'raw'; readonly ask: number; readonly id: string }
  | { readonly kind: 'mark'; readonly ask: number; readonly id: string; readonly restoredAs: string }
  | { readonly kind: 'change'; readonly revision: Revision }
  | { readonly kind: 'news'; readonly message: string }
  | { readonly kind: 'shared' }
  | { readonly kind: 'rename'; readonly title: string }
  | { readonly kind: 'snapshot'; readonly data: string; readonly revision: string }
  | { readonly kind: 'leave' };

export type Answer = readonly Book[] | Opened | Contents | string | undefined;

/** What the library answers, and what it tells of its own accord. */
export type FromLibrary =
  | { readonly kind: 'answer'; readonly ask: number; readonly answer: Answer }
  | { readonly kind: 'refusal'; readonly ask: number; readonly reason: string }
  | { readonly kind: 'message'; readonly message: string }
  | { readonly kind: 'share' }
  | { readonly kind: 'kept'; readonly revisions: readonly string[] }
  | { readonly kind: 'lost'; readonly reason: string }
  | { readonly kind: 'removed' }
  | { readonly kind: 'replaced' };

/** A window's end of the line. */
export interface Port {
  postMessage(message: FromLibrary): void;
}

interface OpenBook {
  book: Book;
  /** The latest revision: the next change must follow it. */
  latest: string;
  /** Its changes since it was last kept as a whole, and how many there have ever been. */
  readonly revisions: Revision[];
  count: number;
  /** Changes that the shelf does not have yet, and whether it is taking some. */
  readonly unkept: Revision[];
  /** Whether the shelf has another title. */
  isRenamed: boolean;
  /** What the shelf is being given. */
  writing: Promise<void> | undefined;
  readonly ports: Set<Port>;
  /** The window that orders the changes itself, as long as it is the only one. */
  alone: Port | undefined;
  /** Called when the window that was alone has let go. */
  onShared: (() => void) | undefined;
}

/** How long a window may take to let go before it is taken for closed, in milliseconds. */
const PATIENCE = 1_000;

/**
 * Keeps the workbooks and orders the changes of all windows on one: a change that does not follow the latest is left
 * out, and comes again from its window once that has taken in the ones before. Gives what to call with a window's
 * messages.
 */
export function library(shelf: Shelf, now: () => number): (port: Port, asked: ToLibrary) => Promise<void> {
  const open = new Map<string, OpenBook>();
  const places = new Map<Port, OpenBook>();

  const leave = (port: Port): void => {
    const book = places.get(port);
    if (!book) return;
    places.delete(port);
    book.ports.delete(port);
    if (book.alone === port) book.alone = undefined;
    book.onShared?.();
    if (book.ports.size === 0 && !book.writing) open.delete(book.book.id);
  };

  /** Waits until the window that is alone with a book lets the library order its changes; it may have been closed. */
  const share = async (book: OpenBook): Promise<void> => {
    const { alone } = book;
    if (!alone) return;
    const gone = await new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => resolve(true), PATIENCE);
      book.onShared = () => {
        clearTimeout(timer);
        resolve(false);
      };
      alone.postMessage({ kind: 'share' });
    });
    book.onShared = undefined;
    book.alone = undefined;
    if (gone) leave(alone);
  };

  /** The contents of a book, with the port among those that are told of its changes. */
  const join = async (port: Port, id: string): Promise<Opened | undefined> => {
    const there = open.get(id);
    if (there && there.alone !== port) await share(there);
    const contents = await shelf.read(id);
    if (!contents) return undefined;
    const { data, revisions, count } = contents;
    const known = (await shelf.list()).find((candidate) => candidate.id === id);
    const book = open.get(id) ?? {
      book: known ?? { id, title: '', changed: now() },
      latest: revisions[revisions.length - 1]?.id ?? revisionOf(data),
      revisions: [...revisions],
      count,
      unkept: [],
      isRenamed: false,
      writing: undefined,
      ports: new Set(),
      alone: undefined,
      onShared: undefined,
    };
    leave(port);
    open.set(id, book);
    places.set(port, book);
    book.ports.add(port);
    if (book.ports.size === 1) book.alone = port;
    // Changes may have come in while the shelf was read: those in memory are all there are.
    return { data, revisions: [...book.revisions], count: book.count, isAlone: book.alone === port };
  };

  const change = (port: Port, revision: Revision): void => {
    const book = places.get(port);
    if (!book || revision.after !== book.latest) return;
    book.latest = revision.id;
    book.count += 1;
    book.book = { ...book.book, changed: now() };
    book.revisions.push(revision);
    book.unkept.push(revision);
    if (book.alone !== port) tell(book, { kind: 'message', message: revision.message });
    keep(book);
  };

  /** The title comes apart from the changes, also after the last of them. */
  const rename = (book: OpenBook, title: string): void => {
    book.book = { ...book.book, title };
    book.isRenamed = true;
    keep(book);
  };

  /** Writes what has gathered, as much at a time as has come in while the shelf was busy. */
  const keep = (book: OpenBook): void => {
    book.writing ??= gathered(book);
  };
  const gathered = async (book: OpenBook): Promise<void> => {
    while (book.unkept.length > 0 || book.isRenamed) {
      const some = book.unkept.splice(0);
      book.isRenamed = false;
      try {
        await shelf.append(book.book, some, book.count - some.length);
        tell(book, { kind: 'kept', revisions: some.map(({ id }) => id) });
      } catch (error) {
        // With the next change it is tried again: one left out would make all after it worthless.
        book.unkept.unshift(...some);
        book.isRenamed = true;
        tell(book, { kind: 'lost', reason: reasonOf(error) });
        break;
      }
    }
    book.writing = undefined;
    if (book.ports.size === 0 && open.get(book.book.id) === book) open.delete(book.book.id);
  };

  /** Only from a window that is alone with the book as it stands: others may still undo what it would swallow. */
  const snapshot = async (port: Port, data: string, revision: string): Promise<void> => {
    const book = places.get(port);
    if (book?.alone !== port || book.latest !== revision || book.writing) return;
    book.revisions.length = 0;
    await shelf.write(book.book, data, book.count);
  };

  /** Ends the work of all windows on a book; what the shelf does not have of it by then is left out. */
  const close = async (id: string): Promise<OpenBook | undefined> => {
    const book = open.get(id);
    open.delete(id);
    if (!book) return undefined;
    for (const port of book.ports) places.delete(port);
    book.unkept.length = 0;
    book.isRenamed = false;
    await book.writing;
    return book;
  };

  /** Tells the windows that had a book open why they have it no longer: all but the one that asked for it. */
  const dismiss = (book: OpenBook | undefined, kind: 'removed' | 'replaced', asking?: Port): void => {
    for (const port of book?.ports ?? []) if (port !== asking) port.postMessage({ kind });
  };

  const remove = async (id: string): Promise<void> => {
    const book = await close(id);
    await shelf.remove(id);
    dismiss(book, 'removed');
  };

  /** What was there is the former whole then, with its changes. */
  const replace = async (port: Port, book: Book, data: string): Promise<void> => {
    const there = await close(book.id);
    await shelf.write(book, data, there?.count ?? (await shelf.read(book.id))?.count ?? 0);
    dismiss(there, 'replaced', port);
  };

  const answerTo = async (port: Port, asked: ToLibrary): Promise<Answer> => {
    switch (asked.kind) {
      case 'list':
        // Of a book that is open, as it is now: the shelf may not have taken its latest title yet.
        return (await shelf.list()).map((book) => open.get(book.id)?.book ?? book);
      case 'open':
        return join(port, asked.id);
      case 'create': {
        // Another window may have been first.
        const there = await shelf.read(asked.book.id);
        if (!there) await shelf.write(asked.book, asked.data, 0);
        return join(port, asked.book.id);
      }
      case 'put':
        await shelf.write(asked.book, asked.data, 0);
        return undefined;
      case 'replace':
        await replace(port, asked.book, asked.data);
        return undefined;
      case 'remove':
        await remove(asked.id);
        return undefined;
      case 'former':
        return shelf.former(asked.id);
      case 'raw':
        return shelf.raw(asked.id);
      case 'mark': {
        await shelf.mark(asked.id, asked.restoredAs);
        // A window that has it open would put it back as it was.
        const there = open.get(asked.id);
        if (there) there.book = { ...there.book, restoredAs: asked.restoredAs };
        return undefined;
      }
      case 'snapshot':
        await snapshot(port, asked.data, asked.revision);
        return undefined;
      default:
        return undefined;
    }
  };

  /** What is done at once, in the order of arrival. */
  const hear = (port: Port, told: ToLibrary): boolean => {
    const book = places.get(port);
    switch (told.kind) {
      case 'change':
        change(port, told.revision);
        return true;
      case 'news':
        if (book) tell(book, { kind: 'message', message: told.message });
        return true;
      case 'shared':
        book?.onShared?.();
        return true;
      case 'rename':
        if (book) rename(book, told.title);
        return true;
      case 'leave':
        leave(port);
        return true;
      default:
        return false;
    }
  };

  // Questions one after the other: opening reads the shelf more than once.
  let line: Promise<unknown> = Promise.resolve();
  return async (port, asked) => {
    if (hear(port, asked)) return;
    const done = line.then(() => answerTo(port, asked));
    line = done.catch(() => undefined);
    try {
      const answer = await done;
      if ('ask' in asked) port.postMessage({ kind: 'answer', ask: asked.ask, answer });
    } catch (error) {
      if ('ask' in asked) port.postMessage({ kind: 'refusal', ask: asked.ask, reason: reasonOf(error) });
    }
  };
}

function tell(book: OpenBook, message: FromLibrary): void {
  for (const port of book.ports) port.postMessage(message);
}

/** The revision that a whole stands at; of one that cannot be read it does not matter. */
function revisionOf(data: string): string {
  const whole = parsed(data);
  const revision: unknown = typeof whole === 'object' && whole !== null ? Reflect.get(whole, 'revisionId') : undefined;
  return typeof revision === 'string' ? revision : 'START_REVISION';
}

function parsed(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
