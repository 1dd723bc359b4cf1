import { DispatchResult, type Model } from '@odoo/o-spreadsheet';
import type { Place } from '../extras';
import type { Workbook } from '../workbook';
import { changedBy, type GridCommand } from './changes';
import { isProtected } from './protected';

/** Who is asked before something is changed that is protected with a warning. */
export interface Warning {
  /** Whether it is a person who changes the grid: scripts are not asked. */
  isByHand(): boolean;
  /** Whether to change it all the same, and whether to ask no more for a while. */
  ask(): Promise<{ readonly isSure: boolean; readonly isEnough: boolean }>;
  now(): number;
  /** Rows or columns have come or gone since it was asked: what was agreed to would be done elsewhere, and is not done. */
  moved(): void;
  /** What was agreed to could not be done. */
  failed(error: unknown): void;
}

/** For how long nothing more is asked where a person has said so, in milliseconds. */
const QUIET = 5 * 60_000;

const refused = (): DispatchResult => new DispatchResult('CancelledForUnknownReason' as never);

/**
 * Asks a person before a change of cells that are protected with a warning, as Google does: nothing is changed until they
 * agree, and then all of it. What undoes a change, or does it again, has been agreed to.
 */
export function warnBefore({ model, extras }: Workbook, { isByHand, ask, now, moved, failed }: Warning): void {
  const { dispatch } = model;
  let quietUntil = Number.NEGATIVE_INFINITY;

  /** The places that a command changes, where any cell of them is protected; none if it is not to be asked about. */
  const warnedOf = (command: GridCommand): readonly Place[] => {
    const { guards } = extras.kept;
    if (guards.length === 0 || !isByHand() || now() < quietUntil) return [];
    const places = changedBy(command, model);
    return places.some((place) => isProtected(guards, place)) ? places : [];
  };

  /** How many rows and columns there are where something is to be changed, and what stands at the heads of those. */
  const shapeOf = (places: readonly Place[]): string => {
    const { tryGetSheet, getNumberRows, getNumberCols, getEvaluatedCell } = model.getters;
    const shapes = places.map(({ sheet, zone: { left, right, top, bottom } }) => {
      if (!tryGetSheet(sheet)) return 'gone';
      const heads = [
        ...Array.from({ length: bottom - top + 1 }, (_, at) => ({ sheetId: sheet, col: 0, row: top + at })),
        ...Array.from({ length: right - left + 1 }, (_, at) => ({ sheetId: sheet, col: left + at, row: 0 })),
      ];
      return [getNumberRows(sheet), getNumberCols(sheet), ...heads.map((head) => getEvaluatedCell(head).value)];
    });
    return JSON.stringify(shapes);
  };

  model.dispatch = ((type: never, payload: never): DispatchResult => {
    const command: GridCommand = Object.assign({ type }, payload);
    const places = warnedOf(command);
    // What the grid itself refuses, it says why.
    if (places.length === 0 || !model.canDispatch(type, payload).isSuccessful) return dispatch(type, payload);
    const shape = shapeOf(places);
    ask()
      .then(({ isSure, isEnough }) => {
        if (isSure && isEnough) quietUntil = now() + QUIET;
        const isThere = shapeOf(places) === shape;
        if (isSure && isThere) dispatch(type, payload);
        else leave(command, model, dispatch);
        // Other windows and scripts go on meanwhile.
        if (isSure && !isThere) moved();
      })
      .catch(failed);
    return refused();
  }) as Model['dispatch'];
}

/** Puts away what the grid has ready for a change that is not made: the frame of what was to be filled. */
function leave({ type }: GridCommand, { getters }: Model, dispatch: Model['dispatch']): void {
  if (type !== 'AUTOFILL') return;
  const { col, row } = getters.getActivePosition();
  dispatch('AUTOFILL_SELECT', { col, row });
  dispatch('AUTOFILL');
}
