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

/**
 * Makes a file for a request, once however often it comes: its answer may have been lost. The second time the file of the
 * first is told; where the first is still under way, that it is; where it was cut off, that nobody knows whether there is one.
 */
export function madeOnce(
  file: Spreadsheet,
  asked: Asked,
  make: () => FileMade | Invalid,
): ({ readonly status: 'done' } & FileMade) | Unmade {
  const request = identity(asked);
  const begun = Date.now();
  const looked = locked(() => ({ before: begunBefore(file, request, begun) }));
  if (!looked) return { status: 'busy', message: said().busy };
  const { before } = looked;
  if (before) {
    const known = fileIn(before.made);
    if (known) return { status: 'done', ...known };
    if (begun - before.begun < longestRun) return { status: 'busy', message: said().stillMaking };
    forgetMaking(file, request);
    return refused(said().maybeMade);
  }
  let made: FileMade | Invalid;
  try {
    made = make();
  } catch (error) {
    console.error(error);
    made = refused(reasonIn(error, userLanguage()));
  }
  if ('status' in made) forgetMaking(file, request);
  else noteMade(file, request, { begun, made: JSON.stringify(made) });
  return 'status' in made ? made : { status: 'done', ...made };
}

function fileIn(text: string): FileMade | undefined {
  if (text === '') return undefined;
  const found = read(keptFile, JSON.parse(text));
  return 'value' in found ? found.value : undefined;
}
