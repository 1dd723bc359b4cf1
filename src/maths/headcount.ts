import { cleared } from './round';

/** People needed for the workload at that many units of it a person, rounded up: 45 stores at 12 need 4. */
export function headcountNeeded(workload: number, span: number): number {
  return Math.ceil(cleared(workload / span));
}

/** People to hire: needed less those who are there and stay, and never below 0. */
export function hiresNeeded(needed: number, current: number, expectedLeavers: number): number {
  return Math.max(0, needed - current + expectedLeavers);
}
