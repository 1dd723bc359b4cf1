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
  /** This one cannot be opened: the workbook that was made of what could be read of it. */
  readonly restoredAs?: string;
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
  /** The whole that the present one took the place of, with the changes up to there; undefined where there is none. */
  former(id: string): Promise<Contents | undefined>;
  /** All that is kept of a workbook, as JSON, whether or not any of it can be read. */
  raw(id: string): Promise<string>;
  /** Notes that a workbook cannot be opened, and what was made of it. Nothing of it is touched. */
  mark(id: string, restoredAs: string): Promise<void>;
  /** Keeps the whole of a workbook in place of its changes before the one numbered `count`; what was there is former then. */
  write(book: Book, data: string, count: number): Promise<void>;
  /** Keeps more changes, the first of them numbered `first`. */
  append(book: Book, revisions: readonly Revision[], first: number): Promise<void>;
  remove(id: string): Promise<void>;
}
