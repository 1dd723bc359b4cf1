import { shortened } from '../../model/characters';
import { foldedName } from '../../model/key';
import type { StoreFacts } from '../../model/storePage';
import type { Spreadsheet } from '../../sheets/read';
import { createBook } from '../create';
import { said } from '../language';
import { type Born, type FileMade, madeOnce, type Unmade } from '../once';
import { type Requests, requests } from '../requests';
import { mostPages, pagesBook, type StorePages, storePagesIn } from '../storePages';
import { words } from '../text';
import { type Invalid, parsedRequest, refused } from './request';

/** Whose pages there are to be had, and how many; '' are stores without a supervisor, shared a name that several people have. */
export type PagesAnswer =
  | {
      readonly status: 'done';
      readonly supervisors: readonly { readonly name: string; readonly stores: number; readonly isShared: boolean }[];
      readonly stores: number;
      readonly most: number;
      readonly isFollowed: boolean;
      readonly through: string | null;
    }
  | Invalid;

/** A file of pages: where it opens, and where all of it comes as PDF and as .xlsx. */
export type PagesMade =
  | ({ readonly status: 'done'; readonly pages: number; readonly pdf: string; readonly xlsx: string } & FileMade)
  | Unmade;

/** All sheets, A4 upright, each on a page of its own. */
const pdfSetup =
  'format=pdf&size=A4&portrait=true&scale=4&gridlines=false&printtitle=false&sheetnames=false&pagenum=UNDEFINED';

/** Stores that have a page: with a target, or with sales. */
const hasPage = ({ year, sold }: StoreFacts): boolean => year !== null || sold.some((figure) => figure !== null);

/** Whose pages can be made. Writes nothing. */
export function readStorePages(file: Spreadsheet): PagesAnswer {
  const pages = storePagesIn(file);
  const stores = pages?.stores.filter(hasPage) ?? [];
  if (!pages || stores.length === 0) return refused(said().noStores);
  const supervisors = new Map<string, { readonly name: string; readonly stores: number; readonly isShared: boolean }>();
  for (const { supervisor } of stores) {
    const { key, isShared } = pages.personOf(supervisor);
    const { name, stores: count } = supervisors.get(key) ?? { name: supervisor, stores: 0 };
    supervisors.set(key, { name, stores: count + 1, isShared });
  }
  return {
    status: 'done',
    supervisors: [...supervisors.values()],
    stores: stores.length,
    most: mostPages,
    isFollowed: pages.isFollowed,
    through: pages.through,
  };
}

/**
 * Makes the pages of a supervisor's stores, or of one store by its key, `{request, supervisor, from}` or `{request,
 * store}`, as a new file; of more than one holds those after the first `from`.
 */
export function makeStorePages(file: Spreadsheet, request: unknown): PagesMade {
  const parsed = parsedRequest(requests.makeStorePages, request);
  if ('answer' in parsed) return parsed.answer;
  const made = madeOnce(file, parsed.value, (born) => pagesFile(file, parsed.value, born));
  if (made.status !== 'done') return made;
  const address = `${made.url.split('/edit')[0]}/export`;
  return {
    ...made,
    pages: made.pages ?? 0,
    pdf: `${address}?${pdfSetup}`,
    xlsx: `${address}?format=xlsx`,
  };
}

function pagesFile(
  file: Spreadsheet,
  { supervisor, store, from = 0 }: Requests['makeStorePages'],
  born: Born,
): FileMade | Invalid {
  const pages = storePagesIn(file);
  // Which of two people's stores they are cannot be told, and neither may have the other's.
  if (store === undefined && supervisor !== undefined && pages?.personOf(supervisor).isShared)
    return refused(said().sharedName(supervisor));
  const all = pages?.stores.filter(hasPage).filter((one) => isWanted(one, pages.personOf, supervisor, store)) ?? [];
  const wanted = all.slice(from, from + mostPages);
  if (!pages || wanted.length === 0) return refused(said().noStores);
  const some = all.length > wanted.length ? `${from + 1}–${from + wanted.length}` : '';
  const title = titleOf(pages, store === undefined ? (supervisor ?? '') : (wanted[0]?.key ?? ''), some);
  const book = pagesBook(pages, wanted, title, file.getSpreadsheetTimeZone());
  const { url, lacking } = createBook(book, ({ url: address }, isWhole) =>
    born({ title, url: address, pages: wanted.length }, isWhole),
  );
  return { title, url, lacking: lacking ?? null, pages: wanted.length };
}

function isWanted(
  one: StoreFacts,
  personOf: StorePages['personOf'],
  supervisor: string | undefined,
  store: string | undefined,
): boolean {
  if (store !== undefined) return foldedName(one.key) === foldedName(store);
  return supervisor === undefined || personOf(one.supervisor).key === personOf(supervisor).key;
}

const titleOf = ({ region, planYear, language }: StorePages, of: string, some: string): string =>
  words[language].storePages.title(region, planYear, [shortened(of), some].filter(Boolean).join(' '));
