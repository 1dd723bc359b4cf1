import { locked } from '../sheets/lock';
import { begunBefore, forgetMaking, noteMade } from '../sheets/making';
import type { Spreadsheet } from '../sheets/read';
import { type Invalid, refused } from './endpoints/request';
import { type Asked, identity } from './identity';
import { said, userLanguage } from './language';
import { reasonIn } from './reason';
import { keptFile, read } from './requests';

/** A file that was made; `lacking` says in words what is not in it. */
export interface FileMade {
  readonly title: string;
  readonly url: string;
  readonly lacking: string | null;
  /** How many pages it has, where it is one of pages. */
  readonly pages?: number | undefined;
}

/** That no file can be told of, yet or at all. */
export type Unmade = Invalid | { readonly status: 'busy'; readonly message: string };

/** Milliseconds after which Google has ended every script. */
const longestRun = 6 * 60 * 1000;

/** Milliseconds in which what a file lacks is added, where it is: one request. */
const longestFilling = 60 * 1000;

/** Says that a file is there, as soon as it is, and whether all is in it; what else is told of it is for the app to say. */
export type Born = (file: Pick<FileMade, 'title' | 'url' | 'pages'>, isWhole: boolean) => void;

/**
 * Makes a file for a request, once however often it comes: its answer may have been lost. The second time the file of the
 * first is told; where the first is still under way, that it is; where it was cut off, that nobody knows whether there is
 * one. It is noted as soon as it is there: whatever fails after that, it is told, and if need be that it may not be whole.
 */
export function madeOnce(
  file: Spreadsheet,
  asked: Asked,
  make: (born: Born) => FileMade | Invalid,
): ({ readonly status: 'done' } & FileMade) | Unmade {
  const request = identity(asked);
  const begun = Date.now();
  const looked = locked(() => ({ before: begunBefore(file, request, begun) }));
  if (!looked) return { status: 'busy', message: said().busy };
  const { before } = looked;
  if (before) {
    const known = fileIn(before.made);
    if (known) {
      const { isPart, ...told } = known;
      if (isPart === undefined) return { status: 'done', ...told };
      if (begun - before.begun < longestFilling) return { status: 'busy', message: said().stillMaking };
      return { status: 'done', ...told, lacking: said().newFile.unsure };
    }
    if (begun - before.begun < longestRun) return { status: 'busy', message: said().stillMaking };
    forgetMaking(file, request);
    return refused(said().maybeMade);
  }
  let noted = '';
  const note = (kept: Kept): void => {
    const { title, url, lacking, pages, isPart } = kept;
    const text = JSON.stringify({ title, url, lacking, pages, isPart });
    if (text === noted) return;
    try {
      noteMade(file, request, { begun: Date.now(), made: text });
      noted = text;
    } catch (error) {
      // The file is there all the same: it is told now, and noted once more at the end.
      console.error(error);
    }
  };
  let made: FileMade | Invalid;
  try {
    made = make((born, isWhole) => note({ ...born, lacking: null, ...(isWhole ? {} : { isPart: true as const }) }));
  } catch (error) {
    console.error(error);
    made = refused(reasonIn(error, userLanguage()));
  }
  if ('status' in made) {
    forgetMaking(file, request);
    return made;
  }
  note(made);
  return { status: 'done', ...made };
}

/** A file as it is noted; `isPart` as long as not all is in it. */
type Kept = FileMade & { readonly isPart?: true | undefined };

function fileIn(text: string): Kept | undefined {
  if (text === '') return undefined;
  const found = read(keptFile, JSON.parse(text));
  return 'value' in found ? found.value : undefined;
}
