import { type FromLibrary, library, type Port, type ToLibrary } from '../../host/page/library';
import { memoryShelf } from '../../host/page/memory';
import type { Book, Contents, Revision, Shelf } from '../../host/page/shelf';

const book = (id: string, title = ''): Book => ({ id, title, changed: 0 });
const whole = JSON.stringify({ revisionId: 'r0' });

/** A shelf that takes its time, and can be told to refuse what it is to keep. */
function shelf() {
  const books = new Map<string, Book>();
  const contents = new Map<string, Contents>();
  let isFull = false;
  const kept: Shelf = {
    list: async () => [...books.values()],
    read: async (id) => contents.get(id),
    former: async () => undefined,
    raw: async () => '',
    mark: async () => {},
    write: async (written, data, count) => {
      books.set(written.id, written);
      contents.set(written.id, { data, revisions: [], count });
    },
    append: async (written, revisions, first) => {
      await new Promise((resolve) => setTimeout(resolve));
      if (isFull) throw new Error('full');
      const before = contents.get(written.id);
      if (!before) return;
      books.set(written.id, written);
      contents.set(written.id, {
        ...before,
        revisions: [...before.revisions, ...revisions],
        count: first + revisions.length,
      });
    },
    remove: async (id) => {
      books.delete(id);
      contents.delete(id);
    },
  };
  return {
    kept,
    full: (now: boolean) => {
      isFull = now;
    },
    revisions: (id: string) => contents.get(id)?.revisions.map((revision) => revision.id),
    title: (id: string) => books.get(id)?.title,
  };
}

type Question = ToLibrary extends infer Asked
  ? Asked extends { readonly ask: number }
    ? Omit<Asked, 'ask'>
    : never
  : never;

/** A window on the library. */
function windowOn(serve: (port: Port, asked: ToLibrary) => Promise<void>) {
  const heard: FromLibrary[] = [];
  const port: Port = { postMessage: (message) => heard.push(message) };
  let last = 0;
  return {
    heard,
    tell: (message: ToLibrary) => serve(port, message),
    ask: async (question: Question) => {
      last += 1;
      const ask = last;
      await serve(port, { ...question, ask });
      return heard.find((message) => message.kind === 'answer' && message.ask === ask);
    },
  };
}

const change = (number: number): Revision => ({
  id: `r${number}`,
  after: `r${number - 1}`,
  message: JSON.stringify({ number }),
});

/** Until everything that was begun is done. */
const quiet = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('a title', () => {
  test('given after the last change is kept, and listed at once', async () => {
    const { kept, title } = shelf();
    const one = windowOn(library(kept, () => 7));
    await one.ask({ kind: 'create', book: book('a', 'Old'), data: whole });
    await one.tell({ kind: 'change', revision: change(1) });
    await quiet();
    await one.tell({ kind: 'rename', title: 'New' });
    expect(await one.ask({ kind: 'list' })).toMatchObject({ answer: [{ id: 'a', title: 'New' }] });
    await quiet();
    expect(title('a')).toBe('New');
  });

  test('given while the shelf is busy is kept, too', async () => {
    const { kept, title, revisions } = shelf();
    const one = windowOn(library(kept, () => 7));
    await one.ask({ kind: 'create', book: book('a', 'Old'), data: whole });
    await one.tell({ kind: 'change', revision: change(1) });
    await one.tell({ kind: 'rename', title: 'New' });
    await quiet();
    expect([title('a'), revisions('a')]).toEqual(['New', ['r1']]);
  });
});

describe('changes', () => {
  test('that the shelf refused are kept with the next, in their order', async () => {
    const { kept, full, revisions } = shelf();
    const one = windowOn(library(kept, () => 7));
    await one.ask({ kind: 'create', book: book('a'), data: whole });
    full(true);
    await one.tell({ kind: 'change', revision: change(1) });
    await quiet();
    expect(one.heard).toContainEqual({ kind: 'lost', reason: 'full' });
    full(false);
    await one.tell({ kind: 'change', revision: change(2) });
    await quiet();
    expect(revisions('a')).toEqual(['r1', 'r2']);
  });

  test('of two windows follow each other; one that does not is left out', async () => {
    const { kept, revisions } = shelf();
    const serve = library(kept, () => 7);
    const [one, two] = [windowOn(serve), windowOn(serve)];
    await one.ask({ kind: 'create', book: book('a'), data: whole });
    const opening = two.ask({ kind: 'open', id: 'a' });
    await quiet();
    expect(one.heard).toContainEqual({ kind: 'share' });
    await one.tell({ kind: 'shared' });
    expect(await opening).toMatchObject({ answer: { data: whole, isAlone: false } });
    await one.tell({ kind: 'change', revision: change(1) });
    await two.tell({ kind: 'change', revision: { ...change(1), id: 'late' } });
    await quiet();
    expect(revisions('a')).toEqual(['r1']);
    expect(two.heard).toContainEqual({ kind: 'message', message: change(1).message });
  });

  test('end where another whole takes the workbook’s place: its other windows are told, and what comes late is left out', async () => {
    const { kept, revisions } = shelf();
    const serve = library(kept, () => 7);
    const [one, two] = [windowOn(serve), windowOn(serve)];
    await one.ask({ kind: 'create', book: book('a'), data: whole });
    const opening = two.ask({ kind: 'open', id: 'a' });
    await quiet();
    await one.tell({ kind: 'shared' });
    await opening;
    // The shelf is given the first of them when the whole comes, the second not yet.
    await one.tell({ kind: 'change', revision: change(1) });
    await one.tell({ kind: 'change', revision: change(2) });
    const other = JSON.stringify({ revisionId: 's0' });
    await one.ask({ kind: 'replace', book: book('a', 'Sample'), data: other });
    expect(two.heard).toContainEqual({ kind: 'replaced' });
    expect(one.heard).not.toContainEqual({ kind: 'replaced' });
    await two.tell({ kind: 'change', revision: change(3) });
    await quiet();
    expect(revisions('a')).toEqual([]);
    const opened = { data: other, revisions: [], isAlone: true };
    expect(await one.ask({ kind: 'open', id: 'a' })).toMatchObject({ answer: opened });
    await one.tell({ kind: 'change', revision: { ...change(1), after: 's0' } });
    await quiet();
    expect(revisions('a')).toEqual(['r1']);
    expect(await one.ask({ kind: 'list' })).toMatchObject({ answer: [{ id: 'a', title: 'Sample' }] });
  });

  test('end with the workbook: every window that has it open is told', async () => {
    const { kept } = shelf();
    const one = windowOn(library(kept, () => 7));
    await one.ask({ kind: 'create', book: book('a'), data: whole });
    await one.ask({ kind: 'remove', id: 'a' });
    expect(one.heard).toContainEqual({ kind: 'removed' });
    expect(await one.ask({ kind: 'list' })).toMatchObject({ answer: [] });
  });
});

describe('a workbook that cannot be opened', () => {
  test('is handed out as it is kept, with what it was before, and is marked without being touched', async () => {
    const kept = memoryShelf();
    const one = windowOn(library(kept, () => 7));
    await one.ask({ kind: 'create', book: book('a', 'Plan'), data: whole });
    await one.tell({ kind: 'change', revision: change(1) });
    await quiet();
    await one.tell({ kind: 'snapshot', data: 'half of it', revision: 'r1' });
    await quiet();
    await one.tell({ kind: 'leave' });
    const two = windowOn(library(kept, () => 8));
    expect(await two.ask({ kind: 'open', id: 'a' })).toMatchObject({ answer: { data: 'half of it', revisions: [] } });
    expect(await two.ask({ kind: 'former', id: 'a' })).toMatchObject({
      answer: { data: whole, revisions: [{ id: 'r1' }], count: 1 },
    });
    await two.ask({ kind: 'mark', id: 'a', restoredAs: 'b' });
    // A change of a window that has it open does not take the mark away.
    await two.tell({ kind: 'rename', title: 'Plan, old' });
    await quiet();
    expect(await two.ask({ kind: 'list' })).toMatchObject({
      answer: [{ id: 'a', title: 'Plan, old', restoredAs: 'b' }],
    });
    const raw = await two.ask({ kind: 'raw', id: 'a' });
    expect(JSON.stringify(raw)).toContain('half of it');
    expect(JSON.stringify(raw)).toContain('r1');
  });
});
