/** What a sentence's `{blanks}` are filled with. */
export type Params = Readonly<Record<string, string | number>>;

/** A sentence with its `{blanks}` filled in. */
export function filled(sentence: string, params: Params): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
}
