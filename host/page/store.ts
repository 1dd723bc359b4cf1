/** A workbook kept in this browser; `changed` in milliseconds since 1970. */
export interface Book {
  readonly id: string;
  readonly title: string;
  readonly changed: number;
}

/** The workbooks kept in this browser. */
export interface Shelf {
  /** All of them, the one changed last first. */
  list(): Promise<readonly Book[]>;
  /** What a workbook exported, as JSON; undefined if it is not kept. */
  read(id: string): Promise<string | undefined>;
  write(book: Book, data: string): Promise<void>;
  remove(id: string): Promise<void>;
}

const BOOKS = 'books';
const CONTENTS = 'contents';

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

/** Opens the browser's own storage; throws where the browser keeps nothing, as in some private windows. */
export async function openShelf(name = 'region-targets'): Promise<Shelf> {
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => {
    // Contents apart, so that listing the workbooks does not read them.
    opening.result.createObjectStore(BOOKS, { keyPath: 'id' });
    opening.result.createObjectStore(CONTENTS);
  };
  const database = await settled(opening);
  return {
    async list() {
      const books: Book[] = await settled(database.transaction(BOOKS).objectStore(BOOKS).getAll());
      return books.sort((a, b) => b.changed - a.changed);
    },
    async read(id) {
      const data: unknown = await settled(database.transaction(CONTENTS).objectStore(CONTENTS).get(id));
      return typeof data === 'string' ? data : undefined;
    },
    async write(book, data) {
      const transaction = database.transaction([BOOKS, CONTENTS], 'readwrite');
      transaction.objectStore(BOOKS).put(book);
      transaction.objectStore(CONTENTS).put(data, book.id);
      await committed(transaction);
    },
    async remove(id) {
      const transaction = database.transaction([BOOKS, CONTENTS], 'readwrite');
      transaction.objectStore(BOOKS).delete(id);
      transaction.objectStore(CONTENTS).delete(id);
      await committed(transaction);
    },
  };
}
