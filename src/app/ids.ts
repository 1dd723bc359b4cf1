/** Ids for new records: unique in this workbook and over time. */
export function idMaker(): () => string {
  const run = Utilities.getUuid().slice(0, 8);
  let count = 0;
  return () => {
    count += 1;
    return `${run}-${count.toString(36)}`;
  };
}

/** Whether an id is one that `idMaker` makes, or a UUID, as records of a new file have it. */
export const isMadeId = (id: string): boolean =>
  /^[0-9a-f]{8}-(?:[0-9a-z]+|[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/.test(id);
