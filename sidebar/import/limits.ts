/** What is taken at most: said before a file is read, and never found out by reading on. */
export const limits = {
  /** Bytes of a file. */
  bytes: 25_000_000,
  /** Bytes that the parts of an .xlsx say they unpack to. */
  unpacked: 100_000_000,
  /** Rows that hold something, and columns. */
  rows: 50_000,
  /** Lines that hold something, of a file whose lines are added up. */
  lines: 200_000,
  columns: 1000,
  /** Faults that are listed; more are counted. */
  faults: 1000,
  /** Files that are read together. */
  files: 20,
} as const;
