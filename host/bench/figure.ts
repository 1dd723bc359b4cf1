/** A figure of the bench; `most` is what it should not exceed. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: Unit;
  readonly most?: number;
}

/** `times` is a multiple of another figure. */
export type Unit = 'bytes' | 'ms' | 's' | 'calls' | 'times';

/** Figures under one heading, measured when asked for. */
export interface Group {
  readonly title: string;
  readonly figures: () => readonly Figure[] | Promise<readonly Figure[]>;
}

/** Milliseconds that work takes, once. */
export function duration(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** The middle of an odd number of measurements: another program's turn on the processor does not show in it. */
export function median(measured: readonly number[]): number {
  const sorted = [...measured].sort((one, other) => one - other);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('nothing was measured');
  return middle;
}
