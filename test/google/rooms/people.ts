import { type Case, type Room, Unsure } from '../case';

/** Name, what a person does and looks at with the add-on itself, and who says what should be seen. */
const looks: readonly (readonly [name: string, todo: string, source: string])[] = [
  [
    'colours that people gave a choice’s chips stay when nothing of its rule changes',
    'colour a chip in a choice of the plan, run Repair and Switch the language, look',
    'G9: rewriting a rule drops them (reported live); only rules whose text changes are written',
  ],
  [
    'the target sheet’s PDF keeps to its range, fits an A4 page and repeats frozen rows (gid, range, fzr)',
    'choose Print… of the add-on and open both links',
    'held to be in order: reported use of the export address',
  ],
  [
    'the plan is known in a copy of the file: metadata survive Make a copy',
    'make a copy of a bound workbook, open the plan in it',
    'held to be in order: Sheets API, guides/metadata',
  ],
  [
    'a bound script’s cell functions come along in a copy of the file',
    'look at the baseline’s average store in that copy',
    'platform: not confirmed; formulas fall back to plain ones',
  ],
  [
    'a workbook made as a new file knows the cell functions once the add-on was used in it',
    'open such a file, look at the baseline, choose Open the plan, look again',
    'platform: Apps Script guides, custom functions of add-ons',
  ],
  [
    'a permission that was not ticked is refused: “You do not have permission to call … Required permissions: …”',
    'untick the e-mail address when the add-on asks, save a store, then use File ▸ Version history',
    'G3: Google Workspace updates, granular consent; the change is made without a name',
  ],
  [
    'with two accounts signed in, the sidebar’s calls fail with PERMISSION_DENIED or “Authorization is required”',
    'sign in with two accounts, open the workbook with the second, open the plan',
    'G4: issuetracker.google.com/issues/69270374; enuchi/React-Google-Apps-Script#46',
  ],
  [
    'who may only view a file, or comment on it, has no menu; taken away while the sidebar is open, saving says so',
    'open the sidebar as an editor, have the owner make you a viewer, save a store',
    'Apps Script guides, simple triggers: none in view or comment mode; that getEditors() then throws is not confirmed',
  ],
  [
    'what the owner has locked is refused: “You are trying to edit a protected cell or object”, and the tab is named',
    'have the owner protect the stores’ tab for themselves alone, save a store',
    'Blacksmoke16/GESI#48; theoephraim/node-google-spreadsheet#20',
  ],
  [
    'two people who type at once start two runs of onEdit',
    'two people each paste rows into the stores’ tab at once, then run Check',
    'G7: Apps Script guides, simple triggers; the lock is taken, the next command completes what is left',
  ],
  [
    'a push that nobody watches goes through when the manifest has changed',
    'npm run push </dev/null after changing appsscript.json',
    'G12: clasp answers “Skipping push.” without -f',
  ],
];

/** What no script can look at, listed so that it is not forgotten. */
export const people: Room = {
  name: 'people',
  cases: looks.map(
    ([name, todo, source]): Case => ({
      name,
      act: () => {
        throw new Unsure(`to be seen by a person: ${todo}`);
      },
      expected: 'seen',
      source,
      host: { cannot: 'it has no accounts, no files beside each other, no PDF and no chips' },
    }),
  ),
};
