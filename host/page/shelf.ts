/** A change of a workbook: its id, that of the change before it, and the engine's message as JSON. */
export interface Revision {
  readonly id: string;
  readonly after: string;
  readonly message: string;
}

/** A workbook kept in this browser; `changed` in milliseconds since 1970. */
export interface Book {
  readonly id: string;
  readonly title: string;
  readonly changed: number;
}

/** A workbook as it was at a revision, what has changed since, and how many changes have ever been kept. */
export interface Contents {
  /** What the workbook exported, as JSON. */
  readonly data: string;
  readonly revisions: readonly Revision[];
  readonly count: number;
}

/** The workbooks kept in this browser. */
export interface Shelf {
  /** All of them, the one changed last first. */
  list(): Promise<readonly Book[]>;
  read(id: string): Promise<Contents | undefined>;
  /** Keeps the whole of a workbook in place of its changes before the one numbered `count`. */
  write(book: Book, data: string, count: number): Promise<void>;
  /** Keeps more changes, the first of them numbered `first`. */
  append(book: Book, revisions: readonly Revision[], first: number): Promise<void>;
  remove(id: string): Promise<void>;
}
