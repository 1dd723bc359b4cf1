import type { CompiledFormula } from '@odoo/o-spreadsheet';
import type { Area, Areas, Evaluator, Graph } from './evaluator';

type Dependency = CompiledFormula['rangeDependencies'][number];

/** Formulas of one column that refer to the same cells (`to`), or each to a cell so many rows away (`away`). */
interface Group {
  readonly to: Area;
  readonly away: number | undefined;
  readonly sheetId: string;
  readonly col: number;
  readonly rows: number[];
}

/** Formulas below each other, each of which refers to the cell of a column that is so many rows away from it. */
interface Run {
  readonly away: number;
  readonly sheetId: string;
  readonly col: number;
  readonly top: number;
  readonly bottom: number;
}

const columnKey = (sheetId: string, col: number): string => `${sheetId} ${col}`;

const columnOf = (sheetId: string, col: number, top: number, bottom: number): Area => ({
  sheetId,
  zone: { left: col, right: col, top, bottom },
});

/** Rows below each other, as the first and the last. */
function runsOf(rows: number[]): readonly (readonly [top: number, bottom: number])[] {
  const runs: [number, number][] = [];
  for (const row of rows.sort((one, other) => one - other)) {
    const last = runs.at(-1);
    if (last && last[1] + 1 >= row) last[1] = row;
    else runs.push([row, row]);
  }
  return runs;
}

/** The rows that a reference is away from its formula, if it is to one cell and would move along with the formula. */
function awayOf({ zone, parts }: Dependency, row: number): number | undefined {
  const isCell = zone.left === zone.right && zone.top === zone.bottom;
  return isCell && parts[0]?.rowFixed === false ? zone.top - row : undefined;
}

function groupsIn({ getters }: Evaluator): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const sheetId of getters.getSheetIds()) {
    for (const cell of getters.getCells(sheetId)) {
      if (!cell.isFormula) continue;
      const { col, row } = getters.getCellPosition(cell.id);
      for (const range of cell.compiledFormula.rangeDependencies) {
        if (range.invalidSheetName || range.invalidXc) continue;
        const { zone } = range;
        const away = awayOf(range, row);
        const rows = away === undefined ? `${zone.top}:${zone.bottom}` : away;
        const key = `${range.sheetId} ${zone.left} ${zone.right} ${rows} ${sheetId} ${col}`;
        const group = groups.get(key);
        if (group) group.rows.push(row);
        else groups.set(key, { to: { sheetId: range.sheetId, zone }, away, sheetId, col, rows: [row] });
      }
    }
  }
  return [...groups.values()];
}

/**
 * What depends on what. The engine notes each formula by itself: in a table of a thousand rows a thousand notes for every
 * column, to be put together whenever one of the cells changes on which they all depend; here they are one.
 */
export function graphOf(evaluator: Evaluator, empty: Graph): Graph {
  const graph = empty;
  const runs = new Map<string, Run[]>();
  for (const { to, away, sheetId, col, rows } of groupsIn(evaluator)) {
    for (const [top, bottom] of runsOf(rows)) {
      const { zone } = to;
      if (away === undefined) {
        const dependents = columnOf(sheetId, col, top, bottom);
        for (let each = zone.left; each <= zone.right; each++) {
          graph.getOrCreateIntervalTree(to.sheetId, each).insert({ top: zone.top, bottom: zone.bottom, dependents });
        }
        continue;
      }
      const key = columnKey(to.sheetId, zone.left);
      const run = { away, sheetId, col, top, bottom };
      const others = runs.get(key);
      if (others) others.push(run);
      else runs.set(key, [run]);
    }
  }

  /** What refers to some cells directly. */
  const dependents = ({ sheetId, zone }: Area, found: Areas): void => {
    for (let col = zone.left; col <= zone.right; col++) {
      for (const interval of graph.forest[sheetId]?.[col]?.query(zone) ?? []) found.add(interval.dependents);
      for (const run of runs.get(columnKey(sheetId, col)) ?? []) {
        const top = Math.max(run.top, zone.top - run.away);
        const bottom = Math.min(run.bottom, zone.bottom - run.away);
        if (top <= bottom) found.add(columnOf(run.sheetId, run.col, top, bottom));
      }
    }
  };

  graph.getCellsDependingOn = (areas, known) => {
    const found = known.copy();
    const none = known.copy();
    none.clear();
    const queue = [...areas].reverse();
    for (let area = queue.pop(); area; area = queue.pop()) {
      found.add(area);
      const direct = none.copy();
      dependents(area, direct);
      queue.push(...direct.difference(found));
    }
    for (const area of areas) found.delete(area);
    return found;
  };
  return graph;
}
