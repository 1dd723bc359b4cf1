import type { Execution } from '../execution';
import type { Place } from '../extras';
import { rangeOf } from './given';
import { columnsOf } from './place';
import { sortPlace } from './sort';
import { type Members, StandIn } from './standIn';

type Google = GoogleAppsScript.Spreadsheet.Filter;

const members = { getRange: 'read', remove: 'structure', sort: 'structure' } as const satisfies Members<Google>;

/** A filter is, to the engine, a table without any look of its own. */
const PLAIN_TABLE = {
  hasFilters: true,
  totalRow: false,
  firstColumn: false,
  lastColumn: false,
  numberOfHeaders: 1,
  bandedRows: false,
  bandedColumns: false,
  automaticAutofill: false,
  styleId: 'None',
};

class FilterStandIn extends StandIn<Google> implements Pick<Google, keyof typeof members> {
  constructor(
    execution: Execution,
    private readonly sheetId: string,
  ) {
    super(execution, 'Filter', members);
  }

  private place(): Place {
    const place = filterPlace(this.execution, this.sheetId);
    if (!place) throw new Error('This filter has been removed.');
    return place;
  }

  getRange() {
    return rangeOf(this.execution, this.place());
  }

  remove() {
    this.execution.dispatch('REMOVE_TABLE', { sheetId: this.sheetId, target: [this.place().zone] });
  }

  sort(columnPosition: number, ascending: boolean) {
    const { sheet, zone } = this.place();
    if (columnPosition < 1 || columnPosition > columnsOf(zone)) throw new Error('Column position out of range.');
    sortPlace(this.execution, { sheet, zone: { ...zone, top: zone.top + 1 } }, [
      { column: zone.left + columnPosition, ascending },
    ]);
    return this.self;
  }
}

/** Where the filter of a sheet is, if it has one. */
export function filterPlace(execution: Execution, sheetId: string): Place | undefined {
  for (const table of execution.model.getters.getCoreTables(sheetId)) {
    if (!table.config.hasFilters) continue;
    const { left, right, top, bottom } = table.range.zone;
    return { sheet: sheetId, zone: { left, right, top, bottom } };
  }
  return undefined;
}

/** A handle on the filter of a sheet, or nothing. */
export function filterOf(execution: Execution, sheetId: string): Google | null {
  return filterPlace(execution, sheetId) ? new FilterStandIn(execution, sheetId).self : null;
}

export function createFilter(execution: Execution, place: Place): Google {
  if (filterPlace(execution, place.sheet)) {
    throw new Error("You can't create a filter in a sheet that already has a filter.");
  }
  execution.dispatch('CREATE_TABLE', {
    sheetId: place.sheet,
    ranges: [execution.model.getters.getRangeDataFromZone(place.sheet, place.zone)],
    config: PLAIN_TABLE,
    tableType: 'static',
  });
  return new FilterStandIn(execution, place.sheet).self;
}
