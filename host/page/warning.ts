import { DispatchResult, type Model } from '@odoo/o-spreadsheet';
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
export function warnBefore({ model, extras }: Workbook, { isByHand, ask, now, failed }: Warning): void {
  const { dispatch } = model;
  let quietUntil = Number.NEGATIVE_INFINITY;

  const isWarned = (command: GridCommand): boolean => {
    const { guards } = extras.kept;
    if (guards.length === 0 || !isByHand() || now() < quietUntil) return false;
    return changedBy(command, model).some((place) => isProtected(guards, place));
  };

  model.dispatch = ((type: never, payload: never): DispatchResult => {
    const command: GridCommand = Object.assign({ type }, payload);
    // What the grid itself refuses, it says why.
    if (!isWarned(command) || !model.canDispatch(type, payload).isSuccessful) return dispatch(type, payload);
    ask()
      .then(({ isSure, isEnough }) => {
        if (isSure && isEnough) quietUntil = now() + QUIET;
        if (isSure) dispatch(type, payload);
        else leave(command, model, dispatch);
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
