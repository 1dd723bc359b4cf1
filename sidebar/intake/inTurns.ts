/** How long the page may wait for its turn, in milliseconds. */
const longest = 50;

/** Gives the page its turn: it shows what has changed, and hears clicks. */
export const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Does work step by step and gives the page its turn in between; `told` hears how far it is and says whether it is still wanted. */
export async function inTurns(steps: Iterable<number>, told: (share: number) => boolean): Promise<boolean> {
  let last = performance.now();
  for (const share of steps) {
    if (performance.now() - last < longest) continue;
    if (!told(share)) return false;
    await turn();
    last = performance.now();
  }
  return true;
}
