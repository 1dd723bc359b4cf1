import type { BrowserContext, Page } from 'playwright-core';
import type { Language } from '../../src/model/language';
import type { Stage } from './stage';

/** What a scene is played with: a person's first window on the page, and the person's browser. */
export interface Props {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly language: Language;
  readonly stage: Stage;
}

/** What a person does at the page, and what must then be seen. */
export type Scene = (props: Props) => Promise<void>;
