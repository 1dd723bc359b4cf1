import type { Book, Contents, Shelf } from './shelf';

/** Keeps nothing beyond this page: for browsers that give no storage. */
export function memoryShelf(): Shelf {
  const books = new Map<string, Book>();
  const contents = new Map<string, Contents>();
  const former = new Map<string, Contents>();
  return {
    list: async () => [...books.values()],
    read: async (id) => contents.get(id),
    former: async (id) => former.get(id),
    raw: async (id) =>
      JSON.stringify({ book: books.get(id), whole: contents.get(id), former: former.get(id) }, undefined, 1),
    mark: async (id, restoredAs) => {
      const book = books.get(id);
      if (book) books.set(id, { ...book, restoredAs });
    },
    write: async (book, data, count) => {
      const before = contents.get(book.id);
      if (before) former.set(book.id, before);
      books.set(book.id, book);
      contents.set(book.id, { data, revisions: [], count });
    },
    append: async (book, revisions, first) => {
      const before = contents.get(book.id);
      if (!before) return;
      const all = [...before.revisions, ...revisions];
      books.set(book.id, book);
      contents.set(book.id, { ...before, revisions: all, count: first + revisions.length });
    },
    remove: async (id) => {
      for (const kept of [books, contents, former]) kept.delete(id);
    },
  };
}
