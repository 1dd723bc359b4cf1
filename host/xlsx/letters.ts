/** Characters that XML 1.0 knows no way to write. */
const unwritten = /(?![\t\n\r\x7f-\x9f])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;

/** A text without what no .xlsx can hold: whatever a grid has taken, the file stays well-formed. */
export const writable = (text: string): string => text.replace(unwritten, '');

/**
 * A cell's text as a file has it. What looks like the file's own way of writing a character (`_x0041_` for `A`) is written so
 * that it is read as it stands (ECMA-376 part 1, 22.9.2.19).
 */
export const fileText = (text: string): string => writable(text).replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
