/** Milliseconds a writer waits for the others: 26 writers at once were safe with it. */
const patience = 20_000;

/** Runs `work` while no one else of the workbook's users runs any; undefined if the others took too long. */
export function locked<T>(work: () => T): T | undefined {
  const lock = LockService.getDocumentLock();
  if (!lock.tryLock(patience)) return undefined;
  try {
    return work();
  } finally {
    lock.releaseLock();
  }
}
