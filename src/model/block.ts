/** Most records that one request may carry; an import comes in blocks of so many. */
export const blockSize = 500;
