import type { Book, Contents, Revision, Shelf } from './shelf';

const BOOKS = 'books';
const WHOLE = 'whole';
const CHANGES = 'changes';
const FORMER = 'former';

interface Whole {
  readonly data: string;
  readonly count: number;
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function committed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
}

const changesOf = (id: string, before?: number): IDBKeyRange =>
  IDBKeyRange.bound([id, -1], [id, before ?? Number.POSITIVE_INFINITY], false, before !== undefined);

/** Opens the browser's own storage; throws where the browser keeps nothing, as in some private windows. */
export async function openShelf(name = 'region-targets'): Promise<Shelf> {
  const opening = indexedDB.open(name, 2);
  opening.onupgradeneeded = ({ oldVersion }) => {
    if (oldVersion < 1) {
      opening.result.createObjectStore(BOOKS, { keyPath: 'id' });
      opening.result.createObjectStore(WHOLE);
      opening.result.createObjectStore(CHANGES);
    }
    opening.result.createObjectStore(FORMER);
  };
  const database = await settled(opening);
  // A later page that keeps more must not wait for this one.
  database.onversionchange = () => database.close();
  return {
    async list() {
      const books: Book[] = await settled(database.transaction(BOOKS).objectStore(BOOKS).getAll());
      return books.sort((a, b) => b.changed - a.changed);
    },
    async read(id) {
      const transaction = database.transaction([WHOLE, CHANGES]);
      const [whole, revisions] = await Promise.all([
        settled<Whole | undefined>(transaction.objectStore(WHOLE).get(id)),
        settled<Revision[]>(transaction.objectStore(CHANGES).getAll(changesOf(id))),
      ]);
      return whole && { data: whole.data, revisions, count: whole.count + revisions.length };
    },
    async former(id) {
      return settled<Contents | undefined>(database.transaction(FORMER).objectStore(FORMER).get(id));
    },
    async raw(id) {
      const transaction = database.transaction([BOOKS, WHOLE, CHANGES, FORMER]);
      const [book, whole, changes, former] = await Promise.all([
        settled<Book | undefined>(transaction.objectStore(BOOKS).get(id)),
        settled<Whole | undefined>(transaction.objectStore(WHOLE).get(id)),
        settled<Revision[]>(transaction.objectStore(CHANGES).getAll(changesOf(id))),
        settled<Contents | undefined>(transaction.objectStore(FORMER).get(id)),
      ]);
      return JSON.stringify({ book, whole, changes, former }, undefined, 1);
    },
    async mark(id, restoredAs) {
      const transaction = database.transaction(BOOKS, 'readwrite');
      const books = transaction.objectStore(BOOKS);
      const book = await settled<Book | undefined>(books.get(id));
      if (book) books.put({ ...book, restoredAs });
      await committed(transaction);
    },
    async write(book, data, count) {
      const transaction = database.transaction([BOOKS, WHOLE, CHANGES, FORMER], 'readwrite');
      const [whole, revisions] = await Promise.all([
        settled<Whole | undefined>(transaction.objectStore(WHOLE).get(book.id)),
        settled<Revision[]>(transaction.objectStore(CHANGES).getAll(changesOf(book.id, count))),
      ]);
      if (whole)
        transaction.objectStore(FORMER).put({ data: whole.data, revisions, count } satisfies Contents, book.id);
      transaction.objectStore(BOOKS).put(book);
      transaction.objectStore(WHOLE).put({ data, count } satisfies Whole, book.id);
      transaction.objectStore(CHANGES).delete(changesOf(book.id, count));
      await committed(transaction);
    },
    async append(book, revisions, first) {
      const transaction = database.transaction([BOOKS, CHANGES], 'readwrite');
      transaction.objectStore(BOOKS).put(book);
      const changes = transaction.objectStore(CHANGES);
      for (const [index, revision] of revisions.entries()) changes.put(revision, [book.id, first + index]);
      await committed(transaction);
    },
    async remove(id) {
      const transaction = database.transaction([BOOKS, WHOLE, CHANGES, FORMER], 'readwrite');
      transaction.objectStore(BOOKS).delete(id);
      transaction.objectStore(WHOLE).delete(id);
      transaction.objectStore(FORMER).delete(id);
      transaction.objectStore(CHANGES).delete(changesOf(id));
      await committed(transaction);
    },
  };
}
