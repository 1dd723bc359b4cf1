import { type Case, type Given, type Json, type Room, Unsure } from '../case';

/** What the probe's triggers noted down, in the document's properties. */
export const noted = { edit: 'probe edit', open: 'probe open' } as const;

function note({ PropertiesService }: Given, key: string): { readonly [name: string]: Json } {
  const text = PropertiesService.getDocumentProperties().getProperty(key);
  if (text === null)
    throw new Unsure('the trigger noted nothing: type x into cell A1 of the first tab, then run again');
  return JSON.parse(text);
}

const typed = (part: string, expected: Json, or: readonly Json[], source: string, name: string): Case => ({
  name,
  act: (given) => note(given, noted.edit)[part] ?? null,
  expected,
  or,
  source,
});

const simple = 'Apps Script guides, simple triggers';

/** What simple triggers are told and may do. */
export const events: Room = {
  name: 'events',
  cases: [
    typed('authMode', 'LIMITED', [], simple, 'onEdit runs with limited authority'),
    typed('cell', 'A1', [], 'Apps Script guides, event objects', 'onEdit is told where'),
    typed('value', 'x', [], 'Apps Script guides, event objects', 'onEdit is told what was typed into one cell'),
    typed(
      'oldValue',
      null,
      [],
      'Apps Script guides, event objects',
      'onEdit is told of no value before where there was none',
    ),
    typed(
      'locked',
      true,
      [],
      'platform: simple triggers may take the document lock',
      'onEdit takes the document’s lock',
    ),
    typed('writes', 'accepted', [], simple, 'onEdit writes into the workbook'),
    typed('user', '', ['told', 'refused'], `${simple}: the user may be blank`, 'onEdit is not told who typed'),
    typed('sidebar', 'refused', [], simple, 'onEdit opens no sidebar'),
    {
      name: 'onOpen of a bound script runs with limited authority',
      act: (given) => note(given, noted.open).authMode ?? null,
      expected: 'LIMITED',
      or: ['NONE'],
      source: 'Apps Script guides, add-on authorisation: of an add-on that is not in use here, NONE',
    },
  ],
};
