import type { Browser } from 'playwright-core';
import type { Language } from '../../src/model/language';
import { describeWith } from '../needs';
import { launched } from './chrome';
import { ready, seenAt } from './hands';
import type { Scene } from './scene';
import { type Shelved, shelved } from './shelved';
import { type Stage, staged } from './stage';

/** What is done, in which languages, by a person of its own, and the workbook that they have; none if left out. */
export type Act = readonly [what: string, languages: readonly Language[], scene: Scene, has?: Shelved];

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

    const cases = acts.flatMap(([said, languages, scene, has]) =>
      languages.map((language) => ({ said, language, scene, has })),
    );

    test.each(cases)(
      '$said ($language)',
      async ({ language, scene, has }) => {
        const context = await stage.person(language);
        try {
          const page = await context.newPage();
          await page.goto(has ? await shelved(page, stage.address, has, language) : stage.address);
          await ready(page);
          await scene({ page, context, language, stage }).catch(async (error: unknown) => {
            throw new Error(await seenAt(page), { cause: error });
          });
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
