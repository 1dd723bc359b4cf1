import type { Server } from '../wire';
import { actsOf } from './acts';
import { checkOf } from './check';
import { formsOf } from './forms';
import { gridOf } from './grid';
import { importsOf } from './imports';
import { type Drawer, keepingOf, noDrawer } from './keeping';
import { makingOf } from './making';
import { movingOf } from './moving';
import { nextYearOf } from './nextYear';
import { pulseOf } from './pulse';
import { readingOf } from './reading';
import { respreadOf } from './respread';
import { scenariosOf } from './scenarios';
import { signingOf } from './signing';
import { slipsOf } from './slips';
import { hubOf, type View } from './state';
import { storePagesOf } from './storePages';

export type Store = ReturnType<typeof createStore>;

/** All that the sidebar knows, and all that it does. `locale` words it until the server says the user's language. */
export function createStore(server: Server, locale: string, newId: () => string, drawer: Drawer = noDrawer) {
  const hub = hubOf(server, locale, newId);
  const reading = readingOf(hub);
  const enter = (view: View): void => moving.enter(view);
  const acts = actsOf(hub, reading, enter);
  const forms = formsOf(hub, reading, acts, enter);
  const check = checkOf(hub, reading, acts);
  const moving = movingOf(hub, reading, forms.save, check.look);
  const making = makingOf(hub);
  const grid = gridOf(hub, reading, making, acts, moving.go);
  const nextYear = nextYearOf(hub, making, grid);
  const slips = slipsOf(hub);
  const imports = importsOf(hub, reading, acts, slips);
  const scenarios = scenariosOf(hub, reading, acts);
  const storePages = storePagesOf(hub, making);
  const signing = signingOf(hub, reading);
  const respread = respreadOf(hub, acts);
  const keeping = keepingOf(hub, reading, enter, drawer);
  const pulse = pulseOf(hub, reading);

  /** Reads what could not be read: the first view, and what the view shown is about. */
  function readAgain(): void {
    void reading.open();
    const { view, draft } = hub.state;
    if (view.kind !== 'overview' && !draft) moving.enter(view);
  }

  /** The connection is back: what waits for it goes on by itself. */
  function online(): void {
    const { unread, draft, run, trouble } = hub.state;
    if (unread === 'offline') readAgain();
    if (draft?.trouble?.kind === 'offline') void forms.save();
    if (run?.state === 'offline') imports.resumeImport();
    if (trouble?.kind === 'offline') hub.set({ trouble: undefined });
    void keeping.flush();
  }

  return {
    hub,
    reading,
    acts,
    forms,
    moving,
    grid,
    nextYear,
    imports,
    check,
    signing,
    respread,
    scenarios,
    storePages,
    slips,
    keeping,
    pulse,
    readAgain,
    online,
  };
}
