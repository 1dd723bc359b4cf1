import { opened } from './hands';
import type { Scene } from './scene';
import { cellFunctions, figuresFollow, firstVisit, rowTyped } from './scenes/grid';
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
