/** Work that is done step by step: each step says which share of it is done. */
export type Steps<T> = Generator<number, T>;

/** Rows looked at between two turns of whoever has other things to do. */
export const block = 10_000;

/** All steps at once. */
export function finished<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
