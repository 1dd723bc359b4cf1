import { registries } from '@odoo/o-spreadsheet';
import type { ComponentChild } from 'preact';
import type { Language } from '../../src/model/language';
import type { MenuEntry } from '../execution';
import { type Address, pathTo } from './address';
import { downloadFile, downloadText } from './download';
import { speakGrid } from './engineText';
import { type Grid, showGrid } from './grid';
import { drawn } from './idle';
import { openLine } from './line';
import { showMenu } from './menu';
import type { Restored } from './opening';
import { frameRuntime } from './realm';
import { type Room, seated } from './seat';
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
      const saved = isAll && seat.workbook.model.getters.isFullySynchronized() ? 'saved' : 'saving';
      if (view.saved !== saved) show({ saved });
    },
    lost: (reason) => {
      show({ saved: 'failed' });
      if (reason !== '') talk.complain(new Error(reason));
    },
    removed: () => goTo({}),
    replaced: () => location.reload(),
  });
  const [code, sidebar, reader, standIn, templates, books] = await Promise.all([
    fetched('/addon/Code.js'),
    fetched('/addon/Sidebar.html'),
    fetched('/addon/Reader.html'),
    fetched('/frame.js'),
    fetched('/o_spreadsheet.xml'),
    line.list(),
  ]);
  const room: Room = {
    line,
    language,
    text,
    addon: { code, pages: { Sidebar: sidebar, Reader: reader }, standIn },
    talk,
    titled: (title) => {
      if (title === view.title) return;
      line.rename(title);
      show({ title });
    },
  };
  let seat = await seated(address.id ?? books[0]?.id ?? crypto.randomUUID(), room);
  const { id } = seat;
  if (address.id !== id) history.replaceState(null, '', pathTo({ ...address, id }));

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
  const command = (name: string): Promise<void> => busily(text.working, () => seat.command(name));

  // What can be done.

  const goTo = (change: Pick<Address, 'id' | 'lang'>): void =>
    location.assign(pathTo({ ...(address.lang !== undefined && { lang: address.lang }), ...change }));
  addEventListener('pagehide', () => line.leave());
  // A page that comes back as it was has let go of its workbook.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload();
  });

  const deeds: Deeds = {
    rename(title) {
      const { workbook } = seat;
      workbook.keep({ settings: { ...workbook.settings, title: title.trim() } });
      workbook.settle();
    },
    switchLanguage: () => goTo({ id, lang: language === 'zh' ? 'en' : 'zh-CN' }),
    download: () =>
      busily(text.working, async () => {
        const { exportXlsx } = await import('../xlsx');
        const { workbook } = seat;
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
    loadSample: (isForApril) =>
      busily(isForApril ? text.loadingApril : text.loadingSample, async () => {
        show({ offer: false });
        // First, so that a name given meanwhile stays.
        if (seat.workbook.settings.title === '') deeds.rename(text.sampleRegion);
        const [stores, { sampleWorkbook }, { broughtToApril }] = await Promise.all([
          fetched(`/sample.${language}.json`),
          import('../sample/region'),
          import('../sample/april'),
        ]);
        const made = sampleWorkbook(language, text.sampleRegion, JSON.parse(stores), undefined, isForApril);
        if (isForApril) {
          // Between its steps the page shows that it is at work.
          for (const _ of broughtToApril(made, { code, runtime: frameRuntime(code), language })) await drawn();
        }
        const { workbook: before } = seat;
        const book = { id, title: before.settings.title, changed: Date.now() };
        await line.replace(book, JSON.stringify(made.exportData()));
        grid?.close();
        seat = await seated(id, room);
        // What was on its way to the shelf belonged to what was there before.
        if (view.saved === 'saving') show({ saved: 'saved' });
        sit();
        deeds.rename(before.settings.title);
      }),
    async generate() {
      const name = functionNamed(seat.menu, /^generate/);
      if (name === undefined) return;
      show({ offer: false });
      await command(name);
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

  let grid: Grid | undefined;
  /** Shows the grid of the workbook that has taken its seat, with the menu of its script. */
  const sit = (): void => {
    const { workbook, menu, server, tidy } = seat;
    if (menu) {
      showMenu(registries.topbarMenuRegistry, text.addon, menu, (name) => {
        show({ offer: false });
        command(name);
      });
    }
    const onGrid = async (gridPlace: HTMLElement): Promise<void> => {
      const { activeElement: writing } = document;
      try {
        grid = await showGrid(gridPlace, workbook, templates, {
          notify: talk.toast,
          complain: (said, then) =>
            talk.ask({ kind: 'alert', title: '', prompt: said, buttons: 'OK' }).then(() => then?.()),
          confirm: (said, yes, no) => talk.confirm(said).then((isSure) => (isSure ? yes() : no?.())),
          losing: text.losing,
        });
        // The grid takes the keyboard; who is giving a name goes on with that.
        if (writing instanceof HTMLInputElement && writing.isConnected) writing.focus();
        document.documentElement.dataset.ready = 'true';
        if (address.print !== undefined) grid.print(address.print, address.range);
        if (address.xlsx) deeds.download();
        setTimeout(tidy, 1_000);
      } catch (error) {
        talk.complain(error);
      }
    };
    // For the browser's console, and for tests, which cannot read what is drawn on a canvas.
    Object.assign(globalThis, { openWorkbook: workbook });
    const common = { deeds, text, locale: language === 'zh' ? 'zh-CN' : 'en', book: id, server, onGrid };
    draw = () => render(<Page {...{ view, ...common }} />, place);
    draw();
  };
  view = { ...view, title: seat.workbook.settings.title, offer: seat.isBlank, elsewhere: await usualAddress() };
  sit();
  const { restored } = seat;
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
