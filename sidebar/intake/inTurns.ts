/** How long the page may wait for its turn, in milliseconds. */
const longest = 50;

/** Gives the page its turn: it shows what has changed, and hears clicks. */
export const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Hears how far work is, as a share, and says whether it is still wanted. */
export type Told = (share: number) => boolean;

/**
 * Does work step by step and gives the page its turn in between. What it comes to, or nothing if it is not wanted any
 * more: the steps stay where they are, and can be gone on with.
 */
export async function inTurns<T>(steps: Iterator<number, T>, told: Told): Promise<{ readonly result: T } | undefined> {
  let last = performance.now();
  for (;;) {
    const { done, value } = steps.next();
    if (done) return { result: value };
    if (performance.now() - last < longest) continue;
    if (!told(value)) return undefined;
    await turn();
    last = performance.now();
  }
}
