import { foldedName } from '../../../src/model/key';
import type { ImportRecord } from '../../import/records';
import type { Held, Months } from './held';

/** What a code of the file is said to be: the key of a record, '' to leave it out, or 'own': one that is still to be added. */
export type CodeSaid = { readonly is: 'record'; readonly key: string } | { readonly is: 'out' | 'own' };

/** A code that is no record's, and what the file has of it. */
export interface Unknown {
  readonly code: string;
  readonly sum: number;
}

/** A record's figures of the file, all of its codes together. */
export interface Sales {
  readonly key: string;
  readonly months: Months;
  /** Where its first code stands. */
  readonly row: number;
  readonly file?: string;
}

/** The file's figures by record. */
export interface Coded {
  readonly sales: readonly Sales[];
  /** Codes that nothing is said of yet. */
  readonly unknown: readonly Unknown[];
  /** Codes that are left out, now or since an earlier file. */
  readonly out: readonly string[];
  /** Codes of which an earlier file, or now someone, said which record they are. */
  readonly aliases: readonly (readonly [code: string, key: string])[];
}

const none: Months = Array.from({ length: 12 }, () => null);

/** Adds twelve figures to others; what neither knows stays unknown. */
export const plus = (one: Months, other: Months): Months =>
  one.map((value, month) => {
    const more = other[month] ?? null;
    if (value === null || more === null) return value ?? more;
    return Number((value + more).toFixed(6));
  });

/** Records of a file by the plan's own keys: by what is said now, by what stands in the plan, by earlier files. */
export function coded(
  records: readonly ImportRecord[],
  key: string,
  figure: string,
  { outlets, aliases }: Pick<Held, 'outlets' | 'aliases'>,
  said: ReadonlyMap<string, CodeSaid>,
): Coded {
  const sales = new Map<string, Sales>();
  const unknown: Unknown[] = [];
  const out: string[] = [];
  const meant: (readonly [string, string])[] = [];
  for (const { row, file, values } of records) {
    const code = String(values[key] ?? '');
    const cells = values[figure];
    const months = Array.isArray(cells) ? cells.map((cell) => (typeof cell === 'number' ? cell : null)) : none;
    const found = recordOf(code);
    if (found === undefined) {
      unknown.push({ code, sum: months.reduce<number>((sum, month) => sum + (month ?? 0), 0) });
      continue;
    }
    if (found === null) {
      out.push(code);
      continue;
    }
    if (foldedName(found) !== foldedName(code)) meant.push([code, found]);
    const known = sales.get(foldedName(found));
    const at = { row, ...(file !== undefined && { file }) };
    sales.set(
      foldedName(found),
      known ? { ...known, months: plus(known.months, months) } : { key: found, months, ...at },
    );
  }
  return { sales: [...sales.values()], unknown, out, aliases: meant };

  /** The key of the record that a code means; null if it is left out, undefined if nobody knows. */
  function recordOf(code: string): string | null | undefined {
    const now = said.get(foldedName(code));
    if (now?.is === 'record') return now.key;
    if (now) return now.is === 'own' ? code : null;
    const own = outlets.get(foldedName(code));
    if (own) return own.key;
    const known = aliases.get(foldedName(code));
    if (known === undefined) return undefined;
    // A record that has left the list since takes no figures: its codes are asked about again.
    return known === null ? null : outlets.get(foldedName(known))?.key;
  }
}
