import { type Figure, sum } from '../maths/figure';
import type { Region, RegionInput } from '../maths/region';
import type { Scalar } from './answer';
import { dayOfIso } from './value';

/** A key of one cell: a field's id, or `months.3` of a field of several cells. */
type CellKey<Id extends string> = Id | `${Id}.${number}`;

/** One record as a form holds it, cell by cell; of a part with the fields `Id`. */
export interface Row<Id extends string = string> {
  readonly id: string;
  readonly values: Readonly<Partial<Record<CellKey<Id>, Scalar>>>;
  /** Cells with a default formula that were typed over. */
  readonly typedOver: ReadonlySet<string>;
}

/** Figures by field, of several cells as a list; undefined where it is the workbook that knows. */
export type Figures<Id extends string = string> = Readonly<
  Partial<Record<Id, Scalar | undefined | readonly (Scalar | undefined)[]>>
>;

/** What parts give to the figures of others: what the region is computed from, and the terms of the settings. */
export interface Given extends RegionInput {
  /** Ids of the stores' records, in the order of `stores`; rows without an ownership are in neither. */
  readonly storeIds: readonly string[];
  /** New stores' share of the mature baseline by month of age. */
  readonly ramp: readonly number[];
  /** From which share of what is wanted a pace is green, and amber. */
  readonly green: number;
  readonly amber: number;
  /** `2027-03-16`. */
  readonly asOf: string;
}

/** What a record's figures are computed with besides its own values, as far as it is known. */
export interface Around {
  readonly given: Partial<Given>;
  /** The region with what is typed; undefined without a plan year, or before its parts are read. */
  readonly region: Region | undefined;
}

/** What the records of a part give to the others. */
export interface Gives<Needed extends string = string> {
  /** The fields that it is computed from: of a large table no others are read for it. */
  readonly needs: readonly Needed[];
  from(rows: readonly Row<Needed>[]): Partial<Given>;
}

/** What the sidebar computes of a part while one types, as the workbook's formulas will once it is saved. */
export interface LivePart<Id extends string = string> {
  /** The id of its tab. */
  readonly tab: string;
  figures(row: Row<Id>, around: Around): Figures<Id>;
  readonly gives?: Gives;
  /** How much more new stores sell with a record as typed than with the record as it was read. */
  addsSales?(row: Row<Id>, before: Row<Id>, around: Around): number;
}

/** The ids of the fields of a tab, by its words. */
export type FieldIds<Text extends { readonly fields: object }> = Extract<keyof Text['fields'], string>;

/** The number in a cell; null for anything else. */
export function number<Id extends string>(row: Row<Id>, key: NoInfer<CellKey<Id>>): Figure {
  const value = row.values[key];
  return typeof value === 'number' ? value : null;
}

/** The number typed over a default formula; null where the formula stands. */
export function typedNumber<Id extends string>(row: Row<Id>, key: NoInfer<CellKey<Id>>): Figure {
  return row.typedOver.has(key) ? number(row, key) : null;
}

/** The numbers of a field of several cells. */
export function numbers<Id extends string>(row: Row<Id>, field: NoInfer<Id>, count = 12): readonly Figure[] {
  return Array.from({ length: count }, (_, index) => number(row, `${field}.${index + 1}`));
}

/** The day number in a cell; null for anything else. */
export function day<Id extends string>(row: Row<Id>, key: NoInfer<Id>): Figure {
  const value: Scalar | undefined = row.values[key];
  return typeof value === 'string' ? (dayOfIso(value) ?? null) : null;
}

/** The numbers, if none is blank. */
export function whole(figures: readonly Figure[]): readonly number[] | undefined {
  const known = figures.filter((figure) => figure !== null);
  return known.length === figures.length ? known : undefined;
}

/** A figure of others that are all there, else blank. */
export function from(figures: readonly Figure[], compute: (...numbers: number[]) => Figure): Figure {
  const known = whole(figures);
  return known ? compute(...known) : null;
}

/** What some cells add up to less what is wanted; blank without any of both. */
export function surplus(cells: readonly Figure[], wanted: Figure): Figure {
  const total = sum(cells);
  return total === null && wanted === null ? null : (total ?? 0) - (wanted ?? 0);
}
