/**
 * Does what must not be left undone, where cells may have been written that are others': once more if a call fails, as
 * calls to Google do now and then.
 */
export function surely<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    console.error(error);
    return work();
  }
}
