import type { Idle } from '../engine/lazy';

/** How long a slice of work keeps the page from answering, in milliseconds. */
const SLICE = 12;

/** Works in slices while the page has nothing to draw and nobody types. */
export const whileIdle: Idle = (slice) => {
  const ask = (): void => {
    window.requestIdleCallback(
      (deadline) => {
        const end = performance.now() + Math.max(SLICE / 2, Math.min(SLICE, deadline.timeRemaining()));
        if (slice(() => performance.now() >= end) === 'more') ask();
      },
      { timeout: 200 },
    );
  };
  // Safari has no idle callbacks.
  const askPlain = (): void => {
    setTimeout(() => {
      const end = performance.now() + SLICE / 2;
      if (slice(() => performance.now() >= end) === 'more') askPlain();
    }, SLICE);
  };
  if ('requestIdleCallback' in window) ask();
  else askPlain();
};

/** Longest wait for the browser to draw, in milliseconds: of a page that nobody sees it draws nothing. */
const PATIENCE = 200;

/** Lets the browser draw, and take what has been clicked, before the page is busy. */
export const drawn = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, PATIENCE);
  });
