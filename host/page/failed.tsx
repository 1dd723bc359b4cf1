import { pathTo } from './address';
import { downloadText } from './download';
import type { Line } from './line';
import type { Book } from './shelf';
import type { en } from './text';

interface FailedProps {
  readonly reason: string;
  readonly books: readonly Book[];
  readonly line: Line | undefined;
  readonly text: typeof en;
}

/** In place of a page that could not be opened: why, and the way to each workbook of this browser and to all that is kept of it. */
export function Failed({ reason, books, line, text }: FailedProps) {
  const { failedPage } = text;
  return (
    <main class="failed">
      <h1 class="heading">{failedPage.heading}</h1>
      <p role="alert">{reason}</p>
      <h2 class="others">{failedPage.others}</h2>
      {books.length === 0 && <p>{failedPage.none}</p>}
      <ul>
        {books.map((book) => {
          const title = book.title || text.untitled;
          return (
            <li key={book.id}>
              <a href={pathTo({ id: book.id })}>{title}</a>{' '}
              <button
                type="button"
                class="button"
                onClick={async () => downloadText((await line?.raw(book.id)) ?? '', `${title}.json`)}
              >
                {text.books.raw(title)}
              </button>
            </li>
          );
        })}
      </ul>
      <p>
        <a href={pathTo({ id: crypto.randomUUID() })}>{text.books.new}</a>
      </p>
    </main>
  );
}
