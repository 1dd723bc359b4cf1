import type { ChartKind, SeriesLook } from '../model/tab';
import type { Placement } from './place';
import type { TabPlan } from './plan';

/** A chart of a tab with everything where it stands, 1-based; each series has its name in the first of the rows. */
export interface Chart {
  readonly id: string;
  readonly kind: ChartKind;
  readonly title: string;
  /** The cell of its upper left corner. */
  readonly row: number;
  readonly column: number;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  readonly categories: number;
  readonly series: readonly (SeriesLook & { readonly column: number })[];
}

/** The charts of a tab; one whose cells are not all there is left out. */
export function chartsOf(plan: TabPlan, placement: Placement): readonly Chart[] {
  const { rows, columns } = placement;
  return plan.charts.flatMap((chart): readonly Chart[] => {
    const [row, top, bottom] = [rows.get(chart.row), rows.get(chart.header), rows.get(chart.last)];
    const [column, categories] = [columns.get(chart.column), columns.get(chart.categories)];
    if (row === undefined || top === undefined || bottom === undefined) return [];
    if (column === undefined || categories === undefined) return [];
    const series = chart.series.flatMap(({ column: key, ...look }) => {
      const at = columns.get(key);
      return at === undefined ? [] : [{ ...look, column: at }];
    });
    const { id, kind, title, width, height } = chart;
    return [{ id, kind, title, row, column, width, height, top, bottom, categories, series }];
  });
}

/** The columns a chart takes its data from, as runs of neighbours: `[first, how many]`. */
export function chartColumns({ categories, series }: Chart): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const column of [categories, ...series.map((one) => one.column)]) {
    const last = runs[runs.length - 1];
    if (last && last[0] + last[1] === column) last[1] += 1;
    else runs.push([column, 1]);
  }
  return runs;
}

/** What one series is, its title says: there is nothing to tell it from. Steps say what they are below them. */
export const hasLegend = ({ kind, series }: Pick<Chart, 'kind' | 'series'>): boolean =>
  kind !== 'steps' && series.length > 1;

/** Pixels. */
export const lineWidth = 2;

/** The colour that charts are drawn on. */
export const ground = '#ffffff';
