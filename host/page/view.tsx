import { useEffect, useRef } from 'preact/hooks';
import type { Shown } from '../execution';
import { About } from './about';
import { HtmlFrame, type Server } from './htmlFrame';
import { useModal } from './modal';
import { type Asked, QuestionDialog } from './questions';
import type { Book } from './shelf';
import type { en } from './text';
import { Title } from './title';

export type Saved = keyof typeof en.saved;

/** Everything the page shows around the grid. */
export interface View {
  readonly title: string;
  readonly saved: Saved;
  readonly offer: boolean;
  /** What is being done, in words; while it is, the page takes no clicks. */
  readonly busy: string | undefined;
  readonly toast: string | undefined;
  readonly asked: Asked | undefined;
  readonly sidebar: Panel | undefined;
  readonly dialog: Panel | undefined;
  /** The list of workbooks, while it is open. */
  readonly books: readonly Book[] | undefined;
  readonly about: boolean;
  /** Where the page usually is, and its workbooks, if it is somewhere else now. */
  readonly elsewhere: string | undefined;
}

/** A page of the script, numbered so that another one starts anew. */
export interface Panel {
  readonly number: number;
  readonly shown: Shown;
}

/** What a person can do around the grid. */
export interface Deeds {
  rename(title: string): void;
  switchLanguage(): void;
  download(): void;
  listBooks(): void;
  closeBooks(): void;
  newBook(): void;
  openBook(id: string): void;
  removeBook(book: Book): void;
  /** Downloads all that is kept of a workbook that cannot be opened. */
  downloadRaw(book: Book): void;
  stayElsewhere(): void;
  showAbout(): void;
  closeAbout(): void;
  /** The sample with its plan finished, or as it stands in April. */
  loadSample(isForApril: boolean): void;
  generate(): void;
  dismissOffer(): void;
  dismissToast(): void;
  closeSidebar(): void;
  closeDialog(): void;
  focusGrid(): void;
}

interface PageProps {
  readonly view: View;
  readonly deeds: Deeds;
  readonly text: typeof en;
  readonly locale: string;
  readonly book: string;
  readonly server: Server;
  /** Called once with the element that the grid goes into. */
  readonly onGrid: (place: HTMLElement) => void;
}

export function Page({ view, deeds, text, locale, book, server, onGrid }: PageProps) {
  const grid = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (grid.current) onGrid(grid.current);
  }, [onGrid]);
  return (
    <>
      <header class="top">
        <span class="mark" aria-hidden="true" />
        <h1 class="name">{text.addon}</h1>
        <Title label={text.title} placeholder={text.untitled} title={view.title} rename={deeds.rename} />
        <span class="saved" role="status" data-saved={view.saved}>
          {view.busy ?? text.saved[view.saved]}
        </span>
        <nav>
          <button type="button" class="button" onClick={deeds.listBooks}>
            {text.books.open}
          </button>
          <button type="button" class="button" onClick={deeds.download}>
            {text.download}
          </button>
          <button type="button" class="button" title={text.language.title} onClick={deeds.switchLanguage}>
            {text.language.label}
          </button>
          <button type="button" class="button" onClick={deeds.showAbout}>
            {text.about.open}
          </button>
        </nav>
      </header>
      {view.elsewhere !== undefined && (
        <p class="elsewhere" role="status">
          <span class="what">{text.elsewhere.said}</span>
          <a href={view.elsewhere}>{text.elsewhere.go(view.elsewhere)}</a>
          <button type="button" class="close" aria-label={text.frame.close} onClick={deeds.stayElsewhere}>
            ×
          </button>
        </p>
      )}
      <main class="desk">
        <div class="grid" ref={grid} />
        {view.offer && <Offer deeds={deeds} text={text} />}
        <div class="said" role="status" data-shown={view.toast !== undefined}>
          {view.toast}
          {view.toast !== undefined && (
            <button type="button" class="close" aria-label={text.frame.close} onClick={deeds.dismissToast}>
              ×
            </button>
          )}
        </div>
      </main>
      {view.sidebar && (
        <aside class="sidebar" aria-label={view.sidebar.shown.title || text.frame.sidebar}>
          <div class="bar">
            <h2>{view.sidebar.shown.title || text.addon}</h2>
            <button type="button" class="close" aria-label={text.frame.close} onClick={deeds.closeSidebar}>
              ×
            </button>
          </div>
          <HtmlFrame
            key={view.sidebar.number}
            shown={view.sidebar.shown}
            name={text.frame.sidebar}
            server={server}
            onClose={deeds.closeSidebar}
            onFocusGrid={deeds.focusGrid}
          />
        </aside>
      )}
      {view.dialog && <HtmlDialog panel={view.dialog} deeds={deeds} text={text} server={server} />}
      {view.books && <Books books={view.books} current={book} deeds={deeds} text={text} locale={locale} />}
      {view.about && <About text={text} onClose={deeds.closeAbout} />}
      {view.asked && (
        <QuestionDialog key={view.asked.number} asked={view.asked} text={text} onFocusGrid={deeds.focusGrid} />
      )}
      {view.busy !== undefined && <div class="busy" aria-hidden="true" />}
    </>
  );
}

function Offer({ deeds, text }: Pick<PageProps, 'deeds' | 'text'>) {
  const { offer } = text;
  return (
    <section class="offer" aria-labelledby="offer">
      <h2 id="offer">{offer.heading}</h2>
      <button type="button" class="button primary" onClick={() => deeds.loadSample(false)}>
        {offer.sample}
      </button>
      <p>{offer.sampleNote}</p>
      <button type="button" class="button" onClick={() => deeds.loadSample(true)}>
        {offer.april}
      </button>
      <p>{offer.aprilNote}</p>
      <div class="others">
        <button type="button" class="button" onClick={deeds.generate}>
          {offer.own}
        </button>
        <button type="button" class="button" onClick={deeds.dismissOffer}>
          {offer.dismiss}
        </button>
      </div>
    </section>
  );
}

function HtmlDialog({ panel, deeds, text, server }: Pick<PageProps, 'deeds' | 'text' | 'server'> & { panel: Panel }) {
  const modal = useModal(deeds.closeDialog);
  const { title, width = 600, height = 400 } = panel.shown;
  return (
    <dialog class="sheet" aria-label={title || text.frame.dialog} {...modal}>
      <div class="bar">
        <h2>{title || text.addon}</h2>
        <button type="button" class="close" aria-label={text.frame.close} onClick={deeds.closeDialog}>
          ×
        </button>
      </div>
      <HtmlFrame
        key={panel.number}
        shown={panel.shown}
        name={text.frame.dialog}
        width={width}
        height={height}
        server={server}
        onClose={deeds.closeDialog}
        onFocusGrid={deeds.focusGrid}
      />
    </dialog>
  );
}

function Books({
  books,
  current,
  deeds,
  text,
  locale,
}: Pick<PageProps, 'deeds' | 'text' | 'locale'> & { books: readonly Book[]; current: string }) {
  const modal = useModal(deeds.closeBooks);
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <dialog class="sheet books" aria-labelledby="books" {...modal}>
      <div class="bar">
        <h2 id="books">{text.books.heading}</h2>
        <button type="button" class="close" aria-label={text.books.close} onClick={deeds.closeBooks}>
          ×
        </button>
      </div>
      <ul>
        {books.map((book) => (
          <li key={book.id} data-current={book.id === current}>
            <button type="button" class="book" onClick={() => deeds.openBook(book.id)}>
              <span>{book.title || text.untitled}</span>
              <small>
                {book.restoredAs !== undefined
                  ? text.books.broken
                  : book.id === current
                    ? text.books.current
                    : time.format(book.changed)}
              </small>
            </button>
            {book.restoredAs !== undefined && (
              <button
                type="button"
                class="close"
                aria-label={text.books.raw(book.title || text.untitled)}
                title={text.books.raw(book.title || text.untitled)}
                onClick={() => deeds.downloadRaw(book)}
              >
                ↓
              </button>
            )}
            <button
              type="button"
              class="close"
              aria-label={text.books.remove(book.title || text.untitled)}
              onClick={() => deeds.removeBook(book)}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <button type="button" class="button primary" onClick={deeds.newBook}>
        {text.books.new}
      </button>
    </dialog>
  );
}
