import { registries } from '@odoo/o-spreadsheet';
import type { ComponentChild } from 'preact';
import type { Language } from '../../src/model/language';
import { calculatingBy } from '../engine/lazy';
import type { MenuEntry } from '../execution';
import { filesFrom } from '../services/sheetsApi';
import { type Address, pathTo } from './address';
import { downloadFile, downloadText } from './download';
import { type Watcher, watched } from './edits';
import { speakGrid } from './engineText';
import { formatWhatIsSeen } from './formats';
import { type Grid, selectWhatIsSeen, showGrid } from './grid';
import { whileIdle } from './idle';
import { openLine } from './line';
import { showMenu } from './menu';
import { opened, type Restored } from './opening';
import { topLevel } from './realm';
import { scriptOn } from './script';
import { beginHere, isStepDone, lastStep } from './steps';
import { talkOn } from './talk';
import { words } from './text';
import { type Deeds, Page, type View } from './view';

interface DeskOptions {
  readonly address: Address;
  readonly language: Language;
  readonly place: HTMLElement;
  readonly render: (page: ComponentChild, place: HTMLElement) => void;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const fetched = async (path: string): Promise<string> => {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.text();
};

/** Longest wait for the browser to draw, in milliseconds: of a page that nobody sees it draws nothing. */
const PATIENCE = 200;

/** Lets the browser draw, and take what has been clicked, before the page is busy. */
const drawn = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, PATIENCE);
  });

/** Opens a workbook on the page: grid, menu, sidebar and what is around them. */
export async function openDesk({ address, language, place, render }: DeskOptions): Promise<void> {
  const text = words[language];
  speakGrid(language);

  let view: View = {
    title: '',
    saved: 'saved',
    offer: false,
    busy: undefined,
    toast: undefined,
    asked: undefined,
    sidebar: undefined,
    dialog: undefined,
    books: undefined,
    about: false,
    elsewhere: undefined,
  };
  let draw = (): void => {};
  const show = (change: Partial<View>): void => {
    view = { ...view, ...change };
    draw();
  };
  const talk = talkOn(show, text);

  // What is kept.

  const line = await openLine({
    kept: (isAll) => {
      const saved = isAll && workbook.model.getters.isFullySynchronized() ? 'saved' : 'saving';
      if (view.saved !== saved) show({ saved });
    },
    lost: (reason) => {
      show({ saved: 'failed' });
      if (reason !== '') talk.complain(new Error(reason));
    },
    removed: () => goTo({}),
  });
  const [code, sidebar, reader, standIn, templates, books] = await Promise.all([
    fetched('/addon/Code.js'),
    fetched('/addon/Sidebar.html'),
    fetched('/addon/Reader.html'),
    fetched('/frame.js'),
    fetched('/o_spreadsheet.xml'),
    line.list(),
  ]);
  const wanted = address.id ?? books[0]?.id ?? crypto.randomUUID();

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
  const { id, workbook, isNew, restored, tidy } = await opened({
    line,
    id: wanted,
    language,
    custom,
    windowName: text.otherWindow,
    restoredTitle: (title) => text.restored.title(title || text.untitled),
  });
  if (address.id !== id) history.replaceState(null, '', pathTo({ ...address, id }));

  // What runs.

  const script = scriptOn({
    code,
    files: { Sidebar: sidebar, Reader: reader },
    workbook,
    user: { email: 'planner@example.com', locale: language === 'zh' ? 'zh_CN' : 'en' },
    audience: talk.audience,
  });
  const server = {
    standIn,
    functions: topLevel(code).filter((name) => !name.endsWith('_')),
    run: async (name: string, args: readonly unknown[]): Promise<unknown> => {
      // Between the calls of a long piece of work the page shows how far it is, and is told to stop.
      await drawn();
      const answer = await script.run(name, args);
      await adopt();
      return answer;
    },
  };

  /** Does something that keeps the page busy, and says what. */
  const busily = async (said: string, work: () => Promise<unknown>): Promise<void> => {
    show({ busy: said });
    await drawn();
    try {
      await work();
    } catch (error) {
      talk.complain(error);
    } finally {
      show({ busy: undefined });
    }
  };
  const command = (name: string): Promise<void> =>
    busily(text.working, async () => {
      await script.command(name);
      await adopt();
      selectWhatIsSeen(workbook.model);
    });

  /** Files that the script has made become workbooks of this browser. */
  const adopted = new Set<string>();
  const adopt = async (): Promise<void> => {
    for (const [fileId, file] of filesFrom(workbook)) {
      if (adopted.has(fileId)) continue;
      adopted.add(fileId);
      await line.put(
        { id: fileId, title: file.settings.title, changed: Date.now() },
        JSON.stringify(file.exportData()),
      );
    }
  };

  watcher = {
    changed: () => {
      for (const listener of workbook.onChange) listener();
      const { title } = workbook.settings;
      if (title === view.title) return;
      line.rename(title);
      show({ title });
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

  // What can be done.

  const goTo = (change: Pick<Address, 'id' | 'lang'>): void =>
    location.assign(pathTo({ ...(address.lang !== undefined && { lang: address.lang }), ...change }));
  addEventListener('pagehide', () => line.leave());
  // A page that comes back as it was has let go of its workbook.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload();
  });

  const menu: MenuEntry | undefined = script.menu();
  const generateFunction = functionNamed(menu, /^generate/);

  const deeds: Deeds = {
    rename(title) {
      workbook.keep({ settings: { ...workbook.settings, title: title.trim() } });
      workbook.settle();
    },
    switchLanguage: () => goTo({ id, lang: language === 'zh' ? 'en' : 'zh-CN' }),
    download: () =>
      busily(text.working, async () => {
        const { exportXlsx } = await import('../xlsx');
        const bytes = await exportXlsx(workbook);
        downloadFile(
          new Blob([new Uint8Array(bytes)], { type: XLSX }),
          `${workbook.settings.title || text.untitled}.xlsx`,
        );
      }),
    listBooks: async () => show({ books: await line.list() }),
    closeBooks: () => show({ books: undefined }),
    newBook: () => goTo({ id: crypto.randomUUID() }),
    openBook: (book) => (book === id ? show({ books: undefined }) : goTo({ id: book })),
    async downloadRaw({ id: book, title }) {
      downloadText(await line.raw(book), `${title || text.untitled}.json`);
    },
    async removeBook(book) {
      if (!(await talk.confirm(text.books.sure(book.title || text.untitled)))) return;
      // If it is this one, the library tells all its windows, this one too.
      await line.remove(book.id);
      show({ books: await line.list() });
    },
    showAbout: () => show({ about: true }),
    closeAbout: () => show({ about: false }),
    stayElsewhere: () => show({ elsewhere: undefined }),
    loadSample: () =>
      busily(text.loadingSample, async () => {
        show({ offer: false });
        // First, so that a name given meanwhile stays.
        if (workbook.settings.title === '') deeds.rename(text.sampleRegion);
        const [csv, { loadSample }] = await Promise.all([fetched(`/sample.${language}.csv`), import('./sample')]);
        await loadSample(script, csv, text.sampleRegion, language);
        // Many commands, of which one that is undone alone would leave half a region.
        beginHere(workbook.model);
        selectWhatIsSeen(workbook.model);
      }),
    async generate() {
      if (generateFunction === undefined) return;
      show({ offer: false });
      await command(generateFunction);
    },
    dismissOffer: () => {
      show({ offer: false });
      deeds.focusGrid();
    },
    dismissToast: () => show({ toast: undefined }),
    closeSidebar: () => {
      show({ sidebar: undefined });
      deeds.focusGrid();
    },
    closeDialog: () => {
      show({ dialog: undefined });
      deeds.focusGrid();
    },
    focusGrid: () => grid?.focus(),
  };

  if (menu) {
    showMenu(registries.topbarMenuRegistry, text.addon, menu, (name) => {
      show({ offer: false });
      command(name);
    });
  }

  let grid: Grid | undefined;
  const onGrid = async (gridPlace: HTMLElement): Promise<void> => {
    try {
      grid = await showGrid(gridPlace, workbook, templates, {
        notify: talk.toast,
        complain: (said, then) =>
          talk.ask({ kind: 'alert', title: '', prompt: said, buttons: 'OK' }).then(() => then?.()),
        confirm: (said, yes, no) => talk.confirm(said).then((isSure) => (isSure ? yes() : no?.())),
      });
      document.documentElement.dataset.ready = 'true';
      if (address.print !== undefined) grid.print(address.print, address.range);
      setTimeout(tidy, 1_000);
    } catch (error) {
      talk.complain(error);
    }
  };
  // For the browser's console, and for tests, which cannot read what is drawn on a canvas.
  Object.assign(globalThis, { openWorkbook: workbook });
  draw = () =>
    render(
      <Page {...{ view, deeds, text, locale: language === 'zh' ? 'zh-CN' : 'en', book: id, server, onGrid }} />,
      place,
    );
  show({ title: workbook.settings.title, offer: isNew, elsewhere: await usualAddress() });
  if (restored) await talk.ask({ kind: 'alert', title: '', prompt: restoredWords(restored, text), buttons: 'OK' });
}

/** What was opened in the place of a workbook that cannot be, in words: what is lost, and where the rest is. */
function restoredWords({ title, reason, rescued, isKnown }: Restored, { restored, untitled }: typeof words.en): string {
  const name = title || untitled;
  const said = isKnown
    ? restored.known(name)
    : rescued
      ? restored[rescued.from](name, rescued.lost)
      : restored.nothing(name);
  return [said, restored.raw, restored.reason(reason)].join('\n\n');
}

/** Where the page usually is, if it is somewhere else now. */
async function usualAddress(): Promise<string | undefined> {
  const { usual }: { readonly usual?: string } = JSON.parse(await fetched('/served.json'));
  return usual !== undefined && new URL(usual).origin !== location.origin ? usual : undefined;
}

/** The first function of a menu whose name is of a kind. */
function functionNamed(menu: MenuEntry | undefined, kind: RegExp): string | undefined {
  if (menu?.kind === 'item') return kind.test(menu.functionName) ? menu.functionName : undefined;
  if (menu?.kind !== 'menu') return undefined;
  return menu.entries.map((entry) => functionNamed(entry, kind)).find((name) => name !== undefined);
}
