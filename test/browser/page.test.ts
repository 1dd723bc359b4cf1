import { opened } from './hands';
import type { Scene } from './scene';
import { cellFunctions, figuresFollow, firstVisit, rowTyped } from './scenes/grid';
import { hostileText } from './scenes/hostile';
import { downloaded, reloaded } from './scenes/keeping';
import { tenMinutes } from './scenes/plan';
import { conflict, undoneTogether } from './scenes/windows';
import { type Stage, staged } from './stage';

jest.setTimeout(300_000);

let stage: Stage;
beforeAll(async () => {
  stage = await staged();
});
afterAll(() => stage?.close());

const scenes: readonly (readonly [what: string, scene: Scene])[] = [
  ['the first visit is an empty workbook and an offer; the menu generates a region', firstVisit],
  ['the sample region is whole, figures follow what is typed, and undoing brings them back', figuresFollow],
  ['cell functions answer as they are typed', cellFunctions],
  ['a store typed in the grid gets its id and formulas', rowTyped],
  ['a plan is made in the sidebar, from nothing to the company’s target', tenMinutes],
  ['two windows: what one has changed, the other’s form does not write over', conflict],
  ['two windows: what one undoes is undone in the other', undoneTogether],
  ['a workbook is there after a reload; several are kept, opened and deleted', reloaded],
  ['the download holds the figures of the page', downloaded],
  ['hostile text is text wherever it is shown', hostileText],
];

describe.each(['en', 'zh'] as const)('in %s', (language) => {
  test.each(scenes)('%s', async (_what, scene) => {
    const context = await stage.person(language);
    try {
      await scene({ page: await opened(context, stage.address), context, language, stage });
    } finally {
      await context.close();
    }
  });
});

test('nothing went wrong unseen, and nothing was asked of another host', () => {
  expect(stage.problems).toEqual([]);
});
