import { type Case, type Given, type Json, type Room, Unsure } from '../case';

/** Where the probe's page noted down what it saw, in the document's properties. */
export const seen = 'probe page';

/** What the page noted down; it runs in a sidebar beside this script, and may not be done yet. */
function told({ PropertiesService, Utilities }: Given, part: string): Json {
  for (let waited = 0; waited < 15; waited += 1) {
    const text = PropertiesService.getDocumentProperties().getProperty(seen);
    const parts: { readonly [name: string]: Json } | undefined = text === null ? undefined : JSON.parse(text);
    if (parts) return parts[part] ?? null;
    Utilities.sleep(1000);
  }
  throw new Unsure('the page in the sidebar has told nothing');
}

const guide = 'Apps Script guides, HTML service: communicate with server functions';

/** Part of what the page tells, what it should be, who says so, what it says. */
const parts: readonly (readonly [part: string, expected: Json, or: readonly Json[], source: string, name: string])[] = [
  [
    'sent',
    JSON.stringify('{"n":1.5,"s":"店","l":[1,null,true],"u":null}'),
    [JSON.stringify('{"n":1.5,"s":"店","l":[1,null,true]}')],
    `${guide}; platform: undefined becomes null`,
    'numbers, texts, lists and nothing pass from page to script',
  ],
  ['sentDate', 'refused', [], `${guide}: a Date fails`, 'a date does not pass from page to script'],
  [
    'answered',
    '{"a":null,"b":1}',
    ['{"b":1}'],
    'platform: undefined becomes null',
    'nothing passes from script to page',
  ],
  ['answeredDate', 'refused', ['null'], `${guide}: a Date fails`, 'a date does not pass from script to page'],
  ['thrown', 'refused: as it should', [], `${guide}: withFailureHandler`, 'an error’s message reaches the page'],
  ['hidden', 'refused', [], `${guide}: private functions`, 'a function whose name ends in _ is not there for pages'],
  ['large', '400000', [], 'reasoned: no limit is documented; imports send less', 'a text of 400,000 letters passes'],
  [
    'literal',
    'a//b',
    ['a', 'undefined'],
    'platform: // in a template literal is stripped as a comment; ours has none',
    'two slashes in a page’s template literal',
  ],
];

/** What passes between a page and the script. */
export const script: Room = {
  name: 'script',
  cases: parts.map(
    ([part, expected, or, source, name]): Case => ({
      name,
      act: (given) => told(given, part),
      expected,
      or,
      source,
    }),
  ),
};
