import type { Scalar } from '../../src/model/answer';
import { shortened } from '../../src/model/characters';
import type { Change } from '../../src/model/proposal';
import {
  applying,
  beforeSlot,
  type CellOf,
  keepingChanges,
  type Scenario,
  scenarioIn,
  scenarioNow,
} from '../../src/model/scenario';
import { typedCell } from '../book';
import { cellOf as cellIn, partOf, partOfRole } from '../planParts';
import { words } from '../text';
import type { Acts } from './acts';
import type { Reading } from './reading';
import type { Hub } from './state';

/** Where scenarios stand, with the parts that they hold cells of. */
const place = partOfRole('alternatives');
const held: readonly string[] = [...new Set(place?.tab.fields.flatMap(({ holds }) => holds?.part ?? []))];

/** A day as `2027-03-16`, by the reader's own clock. */
const isoDay = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');

/** Scenarios: what the plan holds now, what was kept of it, keeping it, and putting what was kept in its place. */
export function scenariosOf(
  hub: Hub,
  { read: readPart }: Reading,
  { applyAll, goOn }: Pick<Acts, 'applyAll' | 'goOn'>,
) {
  const cellOf: CellOf = (part, record, cell) => {
    const tab = partOf(part)?.tab;
    const row = hub.state.books[part]?.rows.find(({ id }) => id === record);
    const known = tab && cellIn(tab, cell);
    const value = row?.values[cell];
    return tab && row && known && value !== undefined
      ? { value, typed: typedCell(tab, known.field, row, cell) }
      : undefined;
  };

  const kept = (field: string, slot: number): Scalar =>
    cellOf(place?.tab.id ?? '', place?.tab.id ?? '', `${field}.${slot + 1}`)?.value ?? null;

  /** Reads the scenarios and all that they hold cells of; whether it could. */
  async function read(): Promise<boolean> {
    const present = new Set(hub.state.opened?.present);
    const parts = [place?.tab.id ?? '', ...held].filter((part) => present.has(part));
    for (const part of parts) if (!(await readPart(part, true, 'all'))) return false;
    return true;
  }

  /** The plan as it is. */
  const now = (): Scenario => (place ? scenarioNow(place.tab, cellOf) : {});

  /** A kept one; without a name there is none. */
  const of = (slot: number): Scenario => (place ? scenarioIn(place.tab, kept, slot) : {});

  const named = (name: string): Scenario => ({ ...now(), name, savedOn: isoDay(new Date()) });

  /** What applying one would change, part by part. */
  function changesOf(slot: number): ReadonlyMap<string, readonly Change[]> {
    if (!place) return new Map();
    return applying(place.tab, of(slot), cellOf, (part, field) =>
      partOf(part)?.tab.fields.find(({ id }) => id === field),
    );
  }

  /** Keeps the plan as it is, as it is read now. */
  async function save(slot: number, name: string): Promise<boolean> {
    if (!place || !(await read())) return false;
    const changes = keepingChanges(place.tab, kept, slot, named(name));
    return applyAll([{ part: place.tab.id, changes }], words[hub.state.language].scenarios.saved(name));
  }

  /**
   * Puts what was kept in the plan's place, as one request, and with it keeps the plan as it is. One that got no answer is
   * gone on with. Nothing is written if it would do something else by now than was shown; undefined then.
   */
  async function apply(slot: number, shown: ReadonlyMap<string, readonly Change[]>): Promise<boolean | undefined> {
    if (!place) return false;
    const wentOn = await goOn();
    if (!(await read())) return false;
    const text = words[hub.state.language].scenarios;
    const changes = changesOf(slot);
    if (wentOn && changes.size === 0) return true;
    if (JSON.stringify([...changes]) !== JSON.stringify([...shown])) {
      hub.set({ trouble: { kind: 'said', message: text.moved } });
      return undefined;
    }
    const name = String(of(slot).name ?? '');
    const before = keepingChanges(place.tab, kept, beforeSlot, named(text.before(shortened(name))));
    const all = [
      { part: place.tab.id, changes: before },
      ...[...changes].map(([part, own]) => ({ part, changes: own })),
    ];
    const isDone = await applyAll(all, text.applied(name));
    await read();
    return isDone;
  }

  return { read, now, of, changesOf, save, apply };
}
