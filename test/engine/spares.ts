import type { Spare } from '../../host/realm';

/**
 * Instances of each script that have ended, of all test files of a process: compiled anew for every command they cost tests
 * more than the commands do. That an execution leaves nothing to the next, `test/layers` holds; `test/build` starts each
 * afresh, as Google does.
 */
export const spares = new Map<string, Spare[]>();
