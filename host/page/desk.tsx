import { registries } from '@odoo/o-spreadsheet';
import type { ComponentChild } from 'preact';
import type { Language } from '../../src/model/language';
import type { UserAnswer } from '../addon';
import type { MenuEntry } from '../execution';
import { createWorkbook } from '../workbook';
import { type Watcher, watched } from './edits';
import { speakGrid } from './engineText';
import { formatWhatIsSeen } from './formats';
import { showGrid } from './grid';
import { reasonOf } from './htmlFrame';
import { whileIdle } from './idle';
import { lazily } from './lazy';
import { showMenu } from './menu';
import { topLevel } from './realm';
import type { Audience, Notice, Question } from './script';
import { scriptOn } from './script';
import { type Book, openShelf, type Shelf } from './store';
import { words } from './text';
import { type Deeds, Page, type View } from './view';

interface DeskOptions {
  readonly address: URL;
  readonly language: Language;
  readonly place: HTMLElement;
  readonly render: (page: ComponentChild, place: HTMLElement) => void;
}

/** Changes are saved when there have been none for so long, in milliseconds. */
const PAUSE = 700;

/** How long a message stays, in milliseconds. */
const TOAST = 6_000;

const fetched = async (path: string): Promise<string> => {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.text();
};

/** Lets the browser draw before the page is busy. */
const drawn = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

/** Opens a workbook on the page: grid, menu, sidebar and what is around them. */
export async function openDesk({ address, language, place, render }: DeskOptions): Promise<void> {
  const text = words[language];
  const locale = language === 'zh' ? 'zh_CN' : 'en';
  speakGrid(language);

  const [code, sidebar, standIn, shelf] = await Promise.all([
    fetched('addon/Code.js'),
    fetched('addon/Sidebar.html'),
    fetched('frame.js'),
    openShelf().catch((): Shelf | undefined => undefined),
  ]);
  const books = (await shelf?.list()) ?? [];
  const id = address.searchParams.get('book') ?? books[0]?.id ?? crypto.randomUUID();
  const data = await shelf?.read(id);
  address.searchParams.set('book', id);
  history.replaceState(null, '', address);

  let isDirty = false;
  // While it is being made, a workbook changes too.
  let watcher: Watcher | undefined;
  const workbook = createWorkbook({
    id,
    config: {
      custom: {
        ...watched({
          changed: () => watcher?.changed(),
          stale: () => watcher?.stale(),
          edited: (edit) => watcher?.edited(edit),
        }),
        ...lazily(whileIdle),
      },
    },
    ...(data === undefined
      ? {
          locale: language === 'zh' ? 'zh_CN' : 'en_US',
          title: '',
          timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        }
      : { data: JSON.parse(data) }),
  });

  // What is shown.

  let view: View = {
    title: workbook.settings.title,
    saved: shelf ? 'saved' : 'failed',
    offer: data === undefined,
    busy: undefined,
    toast: undefined,
    asked: undefined,
    sidebar: undefined,
    dialog: undefined,
    books: undefined,
  };
  const show = (change: Partial<View>): void => {
    view = { ...view, ...change };
    render(<Page {...{ view, deeds, text, locale: locale.replace('_', '-'), book: id, server, onGrid }} />, place);
  };

  let toastTimer: number | undefined;
  const toast = (message: string): void => {
    window.clearTimeout(toastTimer);
    toastTimer = window.setTimeout(() => show({ toast: undefined }), TOAST);
    show({ toast: message });
  };
  const complain = (error: unknown): void => toast(text.failed(reasonOf(error)));

  let count = 0;
  let asking: Promise<unknown> = Promise.resolve();
  const ask = (question: Question): Promise<UserAnswer> => {
    const answered = asking.then(
      () =>
        new Promise<UserAnswer>((resolve) => {
          count += 1;
          const answer = (given: UserAnswer): void => {
            show({ asked: undefined });
            resolve(given);
          };
          show({ asked: { number: count, question, answer } });
        }),
    );
    asking = answered;
    return answered;
  };

  const audience: Audience = {
    ask,
    askAtOnce: ({ kind, title, prompt }) => {
      const said = [title, prompt].filter((line) => line !== '').join('\n\n');
      if (kind === 'alert') return { button: window.confirm(said) ? 'OK' : 'CANCEL' };
      const answer = window.prompt(said);
      return answer === null ? { button: 'CANCEL' } : { text: answer };
    },
    show: async (notice: Notice) => {
      switch (notice.kind) {
        case 'toast':
          toast([notice.title, notice.message].filter((line) => line !== '').join(' · '));
          return;
        case 'notice':
          await ask({ kind: 'alert', title: notice.title, prompt: notice.prompt, buttons: 'OK' });
          return;
        case 'sidebar':
          count += 1;
          show({ sidebar: { number: count, shown: notice } });
          return;
        default:
          count += 1;
          show({ dialog: { number: count, shown: notice } });
      }
    },
  };

  const script = scriptOn({
    code,
    files: { Sidebar: sidebar },
    workbook,
    user: { email: 'planner@example.com', locale },
    audience,
  });
  const server = {
    standIn,
    functions: topLevel(code).filter((name) => !name.endsWith('_')),
    run: async (name: string, args: readonly unknown[]): Promise<unknown> => {
      // Each call a task of its own, so that the page can draw between them.
      await new Promise((resolve) => setTimeout(resolve));
      return script.run(name, args);
    },
  };

  /** Does something that keeps the page busy, and says what. */
  const busily = async (said: string, work: () => Promise<unknown>): Promise<void> => {
    show({ busy: said });
    await drawn();
    try {
      await work();
    } catch (error) {
      complain(error);
    } finally {
      show({ busy: undefined });
    }
  };

  const command = (name: string): Promise<void> => busily(text.working, () => script.command(name));

  // What is kept.

  let timer: number | undefined;
  const touch = (): void => {
    isDirty = true;
    window.clearTimeout(timer);
    timer = window.setTimeout(save, PAUSE);
    if (shelf && view.saved !== 'saving') show({ saved: 'saving' });
  };
  const save = async (): Promise<void> => {
    if (!shelf || !isDirty) return;
    isDirty = false;
    const book: Book = { id, title: workbook.settings.title, changed: Date.now() };
    try {
      await shelf.write(book, JSON.stringify(workbook.exportData()));
      if (!isDirty) show({ saved: 'saved' });
    } catch (error) {
      show({ saved: 'failed' });
      complain(error);
    }
  };
  addEventListener('pagehide', save);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') save();
  });

  const goTo = async (book: string): Promise<void> => {
    await save();
    const there = new URL(location.href);
    there.searchParams.set('book', book);
    location.assign(there);
  };

  // What can be done.

  const generateFunction = (): string | undefined => firstItem(menu);

  const deeds: Deeds = {
    rename(title) {
      workbook.keep({ settings: { ...workbook.settings, title: title.trim() } });
      show({ title: title.trim() });
      touch();
    },
    async switchLanguage() {
      await save();
      const there = new URL(location.href);
      there.searchParams.set('lang', language === 'zh' ? 'en' : 'zh-CN');
      location.assign(there);
    },
    download: () =>
      busily(text.working, async () => {
        const { exportXlsx } = await import('../xlsx');
        const bytes = await exportXlsx(workbook);
        const link = document.createElement('a');
        link.href = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: XLSX }));
        link.download = `${(workbook.settings.title || text.untitled).replace(/[\\/:*?"<>|]/g, ' ')}.xlsx`;
        link.click();
        URL.revokeObjectURL(link.href);
      }),
    async listBooks() {
      await save();
      show({ books: (await shelf?.list()) ?? [] });
    },
    closeBooks: () => show({ books: undefined }),
    newBook: () => goTo(crypto.randomUUID()),
    openBook: (book) => (book === id ? show({ books: undefined }) : goTo(book)),
    async removeBook(book) {
      const sure = await ask({
        kind: 'alert',
        title: '',
        prompt: text.books.sure(book.title || text.untitled),
        buttons: 'OK_CANCEL',
      });
      if (!('button' in sure) || sure.button !== 'OK') return;
      await shelf?.remove(book.id);
      const rest = (await shelf?.list()) ?? [];
      if (book.id !== id) {
        show({ books: rest });
        return;
      }
      isDirty = false;
      await goTo(rest[0]?.id ?? crypto.randomUUID());
    },
    loadSample: () =>
      busily(text.loadingSample, async () => {
        show({ offer: false });
        const [csv, { loadSample }] = await Promise.all([fetched('sample.csv'), import('./sample')]);
        await loadSample(script, csv, text.sampleRegion, language);
        if (workbook.settings.title === '') deeds.rename(text.sampleRegion);
      }),
    async generate() {
      const name = generateFunction();
      if (name === undefined) return;
      await command(name);
      show({ offer: workbook.model.getters.getSheetIds().length === 1 });
    },
    dismissOffer: () => show({ offer: false }),
    dismissToast: () => show({ toast: undefined }),
    closeSidebar: () => {
      show({ sidebar: undefined });
      deeds.focusGrid();
    },
    closeDialog: () => {
      show({ dialog: undefined });
      deeds.focusGrid();
    },
    focusGrid: () => document.querySelector<HTMLElement>('.o-grid > input, .o-grid')?.focus(),
  };

  watcher = {
    changed: () => {
      for (const listener of workbook.onChange) listener();
      touch();
    },
    stale: formatWhatIsSeen(workbook.model),
    edited: (edit) => {
      // Once the change is seen: Google's triggers run after it, too.
      if (!script.isRunning)
        drawn()
          .then(() => script.edited(edit))
          .catch(complain);
    },
  };
  const menu: MenuEntry | undefined = script.menu();
  if (menu)
    showMenu(registries.topbarMenuRegistry, text.addon, menu, (name) => {
      show({ offer: false });
      command(name);
    });

  const onGrid = (grid: HTMLElement): void => {
    showGrid(grid, workbook, {
      notify: toast,
      complain: (said, then) => ask({ kind: 'alert', title: '', prompt: said, buttons: 'OK' }).then(() => then?.()),
      confirm: (said, yes, no) =>
        ask({ kind: 'alert', title: '', prompt: said, buttons: 'OK_CANCEL' }).then((answer) =>
          'button' in answer && answer.button === 'OK' ? yes() : no?.(),
        ),
    }).then(() => {
      document.documentElement.dataset.ready = 'true';
    }, complain);
  };
  show({});
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The function of a menu's first item. */
function firstItem(menu: MenuEntry | undefined): string | undefined {
  if (menu?.kind === 'item') return menu.functionName;
  return menu?.kind === 'menu' ? menu.entries.map(firstItem).find((name) => name !== undefined) : undefined;
}
