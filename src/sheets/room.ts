/** Rows that are made ahead at least, if so many are to follow. */
const least = 1000;

/**
 * Rows to make now for what is still to follow: at most as many again as there are, so that a long import is held up
 * neither often nor for long, and one that is stopped leaves few of them empty.
 */
export const rowsAhead = (toFollow: number, present: number): number => Math.min(toFollow, Math.max(least, present));
