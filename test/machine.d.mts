/** A program that some tests need. */
export type Program = 'Chromium' | 'LibreOffice' | 'pdftotext';

/** The programs that tests need, each with its packages on Debian and how to have it elsewhere. */
export const programs: Readonly<Record<Program, { readonly packages: readonly string[]; readonly how: string }>>;

/** The path of a program, undefined where it is not on this machine. Throws when CHROME_PATH names nothing. */
export function found(name: Program): string | undefined;

/** The programs that are not on this machine. */
export function lacking(): readonly Program[];
