import type { Language } from '../../src/model/language';
import { calculatingBy } from '../engine/lazy';
import type { MenuEntry } from '../execution';
import { filesFrom } from '../services/sheetsApi';
import type { Workbook } from '../workbook';
import { type Watcher, watched } from './edits';
import { formatWhatIsSeen } from './formats';
import { selectWhatIsSeen } from './grid';
import type { Server } from './htmlFrame';
import { drawn, whileIdle } from './idle';
import type { Line } from './line';
import { type Opened, opened } from './opening';
import { topLevel } from './realm';
import { scriptOn } from './script';
import './quiet';
import { isStepDone, lastStep } from './steps';
import type { Talk } from './talk';
import type { en } from './text';
import { warnBefore } from './warning';

/** What the page has of the add-on: its script, its pages by name, and what gives these their `google.script`. */
export interface AddonFiles {
  readonly code: string;
  readonly pages: Readonly<Record<string, string>>;
  readonly standIn: string;
}

/** Where a workbook is to be seated. */
export interface Room {
  readonly line: Line;
  readonly language: Language;
  readonly text: typeof en;
  readonly addon: AddonFiles;
  readonly talk: Talk;
  /** Called with the workbook's title after each change. */
  readonly titled: (title: string) => void;
}

/** A workbook at the page, and the add-on at work on it. */
export interface Seat extends Opened {
  readonly menu: MenuEntry | undefined;
  readonly server: Server;
  /** Does what a menu item does. */
  command(name: string): Promise<void>;
}

/** Opens the workbook that is kept under an id, or a new one, and sets the add-on to work on it. */
export async function seated(id: string, { line, language, text, addon, talk, titled }: Room): Promise<Seat> {
  // While it is being made, a workbook changes too.
  let watcher: Watcher | undefined;
  const custom = {
    ...watched({
      changed: () => watcher?.changed(),
      stale: () => watcher?.stale(),
      shown: () => watcher?.shown(),
      edited: (edit) => watcher?.edited(edit),
    }),
    ...calculatingBy(whileIdle),
  };
  const there = await opened({
    line,
    id,
    language,
    custom,
    windowName: text.otherWindow,
    restoredTitle: (title) => text.restored.title(title || text.untitled),
  });
  const { workbook } = there;
  const script = scriptOn({
    code: addon.code,
    files: addon.pages,
    workbook,
    user: { email: 'planner@example.com', locale: language === 'zh' ? 'zh_CN' : 'en' },
    audience: talk.audience,
  });
  warnBefore(workbook, {
    isByHand: () => !script.isRunning,
    ask: async () => {
      const { isSure, isTicked } = await talk.confirmTicked(text.protected);
      return { isSure, isEnough: isTicked };
    },
    now: Date.now,
    moved: () => talk.toast(text.protected.moved),
    failed: talk.complain,
  });
  const adopt = adopting(workbook, line);
  watcher = {
    changed: () => {
      for (const listener of workbook.onChange) listener();
      titled(workbook.settings.title);
    },
    stale: formatWhatIsSeen(workbook.model),
    shown: () => queueMicrotask(() => selectWhatIsSeen(workbook.model)),
    edited: (edit) => {
      if (script.isRunning) return;
      // The engine has yet to make a step of it.
      queueMicrotask(() => {
        const step = lastStep(workbook.model);
        // Once the change is seen: Google's triggers run after it, too. What was undone by then was not typed.
        drawn()
          .then(() => (step === undefined || isStepDone(workbook.model, step) ? script.edited(edit, step) : undefined))
          .catch(talk.complain);
      });
    },
  };
  return {
    ...there,
    menu: script.menu(),
    server: {
      standIn: addon.standIn,
      functions: topLevel(addon.code).filter((name) => !name.endsWith('_')),
      run: async (name, args) => {
        // Between the calls of a long piece of work the page shows how far it is, and is told to stop.
        await drawn();
        const answer = await script.run(name, args);
        await adopt();
        return answer;
      },
    },
    command: async (name) => {
      await script.command(name);
      await adopt();
      selectWhatIsSeen(workbook.model);
    },
  };
}

/** Gives a function after which all files that the script has made are workbooks of this browser. */
function adopting(workbook: Workbook, line: Line): () => Promise<void> {
  const adopted = new Set<string>();
  return async () => {
    for (const [id, file] of filesFrom(workbook)) {
      if (adopted.has(id)) continue;
      adopted.add(id);
      await line.put({ id, title: file.settings.title, changed: Date.now() }, JSON.stringify(file.exportData()));
    }
  };
}
