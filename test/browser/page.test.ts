import type { Browser } from 'playwright-core';
import type { Language } from '../../src/model/language';
import { describeWith } from '../needs';
import { launched } from './chrome';
import { opened } from './hands';
import type { Scene } from './scene';
import { licences, replacedGrid } from './scenes/about';
import { everyForm } from './scenes/forms';
import { cellFunctions, figuresFollow, firstVisit, rowTyped } from './scenes/grid';
import { hostileText } from './scenes/hostile';
import { importStopped } from './scenes/intake';
import { downloaded, reloaded } from './scenes/keeping';
import { keyboardAlone } from './scenes/keyboard';
import { asks, asksLate, calls, edits, realm, SCRIPT, SIDEBAR, tells } from './scenes/script';
import { tenMinutes } from './scenes/tenMinutes';
import { undoneInGrid } from './scenes/undone';
import { everyView } from './scenes/views';
import { conflict, undoneTogether } from './scenes/windows';
import { type Stage, staged } from './stage';

jest.setTimeout(600_000);

const inChromium = describeWith('Chromium');

let browser: Browser;
beforeAll(async () => {
  browser = await launched();
});
afterAll(() => browser?.close());

async function played(stage: Stage, language: Language, scene: Scene): Promise<void> {
  const context = await stage.person(language);
  try {
    await scene({ page: await opened(context, stage.address), context, language, stage });
  } finally {
    await context.close();
  }
}

inChromium('the add-on on the page', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await staged(browser);
  });
  afterAll(() => stage?.close());

  const both = ['en', 'zh'] as const;
  const scenes: readonly (readonly [what: string, languages: readonly Language[], scene: Scene])[] = [
    ['the first visit is an empty workbook and an offer; the menu generates a region', both, firstVisit],
    ['the sample region is whole, figures follow what is typed, and undoing brings them back', both, figuresFollow],
    ['a plan is made in the sidebar, from nothing to the company’s target', both, tenMinutes],
    ['every other view can be read and used by all', both, everyView],
    ['what is typed into each part’s form stands in its cell', both, everyForm],
    ['a long import is stopped, goes on where it stopped, and is kept', ['zh'], importStopped],
    ['the sidebar is used with the keyboard alone', both, keyboardAlone],
    ['cell functions answer as they are typed', ['zh'], cellFunctions],
    ['a store typed in the grid gets its id and formulas', ['en'], rowTyped],
    [
      'what the sidebar saved is undone in the grid, rows are sorted, and all is there after a reload',
      ['en'],
      undoneInGrid,
    ],
    ['two windows: what one has changed, the other’s form does not write over', both, conflict],
    ['two windows: what one undoes is undone in the other', ['en'], undoneTogether],
    ['a workbook is there after a reload; several are kept, opened and deleted', both, reloaded],
    ['the download holds the figures of the page', ['zh'], downloaded],
    ['hostile text is text wherever it is shown', both, hostileText],
    ['the licences of all that is shipped can be read from page and sidebar', both, licences],
    ['the grid’s own file may be replaced', ['en'], replacedGrid],
  ];
  const cases = scenes.flatMap(([what, languages, scene]) => languages.map((language) => ({ what, language, scene })));

  test.each(cases)('$what ($language)', ({ language, scene }) => played(stage, language, scene));

  test('nothing went wrong unseen, and nothing was asked of another host', () => {
    expect(stage.problems).toEqual([]);
  });
});

inChromium('any script on the page', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await staged(browser, { 'Code.js': SCRIPT, 'Sidebar.html': SIDEBAR });
  });
  afterAll(() => stage?.close());

  const cases: readonly (readonly [what: string, scene: Scene])[] = [
    ['asks, and goes on with the answers', asks],
    ['asks after it has written, and has written once', asksLate],
    ['tells in order, fails in words, closes its dialogs', tells],
    ['has a realm of its own, and nothing of the web', realm],
    ['is called by its sidebar as on Google', calls],
    ['is told of what is typed', edits],
  ];

  test.each(cases)('%s', (_what, scene) => played(stage, 'en', scene));

  test('nothing went wrong unseen, and nothing was asked of another host', () => {
    expect(stage.problems).toEqual([]);
  });
});
