import type { Browser } from 'playwright-core';
import type { Language } from '../../src/model/language';
import { describeWith } from '../needs';
import { launched } from './chrome';
import { opened } from './hands';
import type { Scene } from './scene';
import { type Stage, staged } from './stage';

/** What is done, in which languages, by a person of its own. */
export type Act = readonly [what: string, languages: readonly Language[], scene: Scene];

/** The limit of one scene, in milliseconds. */
const LONGEST = 600_000;

/** Plays scenes on one page in Chromium, the add-on there being ours or a given one; after all, nothing went wrong unseen. */
export function acted(what: string, acts: readonly Act[], addon?: Readonly<Record<string, string>>): void {
  describeWith('Chromium')(what, () => {
    let browser: Browser;
    let stage: Stage;
    beforeAll(async () => {
      browser = await launched();
      stage = await staged(browser, addon);
    }, LONGEST);
    afterAll(async () => {
      await stage?.close();
      await browser?.close();
    });

    const cases = acts.flatMap(([said, languages, scene]) => languages.map((language) => ({ said, language, scene })));

    test.each(cases)(
      '$said ($language)',
      async ({ language, scene }) => {
        const context = await stage.person(language);
        try {
          await scene({ page: await opened(context, stage.address), context, language, stage });
        } finally {
          await context.close();
        }
      },
      LONGEST,
    );

    test('nothing went wrong unseen, and nothing was asked of another host', () => {
      expect(stage.problems).toEqual([]);
    });
  });
}
