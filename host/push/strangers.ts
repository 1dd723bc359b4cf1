/** A file of a script, by its name with its ending; blank where it holds nothing. */
export interface Held {
  readonly name: string;
  readonly text: string;
}

/** Why pushing would lose what is not ours: a file that is ours in nothing, or one of our name with other content. */
export type Stranger = { readonly name: string; readonly kind: 'removed' | 'overwritten' };

/** What a new script holds: Google's empty function, or nothing. */
const untouched = /^\s*(?:function myFunction\(\)\s*\{\s*\})?\s*$/;

/** What every version of our files holds; of the manifest nothing is asked, every script has one. */
const marks: Readonly<Record<string, string>> = {
  'Code.js': 'regionTargets',
  'Sidebar.html': 'id="sidebar"',
  'Reader.html': 'regionTargetsReader',
  'appsscript.json': '',
};

/** What pushing our files over a script would lose. */
export function strangersIn(held: readonly Held[]): readonly Stranger[] {
  return held.flatMap(({ name, text }): readonly Stranger[] => {
    const mark = marks[name];
    if (untouched.test(text) || (mark !== undefined && text.includes(mark))) return [];
    return [{ name, kind: mark === undefined ? 'removed' : 'overwritten' }];
  });
}
