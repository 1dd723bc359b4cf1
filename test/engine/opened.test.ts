import fc from 'fast-check';
import { calculatingBy, type Idle } from '../../host/engine/lazy';
import { quietly } from '../../host/engine/model';
import { SWITCHES, type Switch, turningOff } from '../../host/engine/switches';
import { createWorkbook, type Workbook } from '../../host/workbook';
import { type Act, act, acts } from './acts';
import { deskOn } from './addon';
import { ourSheets } from './book';
import { wholeFile } from './whole';

/** What happens to a workbook: what a person does to a tab, loses, undoes, repairs, looks at; a while in which nobody does anything. */
type Step = Act | { readonly kind: 'undo' | 'redo' | 'lose' | 'repair' | 'wait' | 'look'; readonly number: number };

const file = wholeFile('en');
const tabs = [...ourSheets(createWorkbook({ data: JSON.parse(file) })).keys()];

/** A workbook that calculates in the background when it is told to. */
function opened(data: unknown, without: readonly Switch[]) {
  let slice: Parameters<Idle>[0] | undefined;
  const idle: Idle = (given) => {
    slice = given;
  };
  const workbook = createWorkbook({ data, config: { custom: { ...calculatingBy(idle), ...turningOff(without) } } });
  const wait = (cells: number): void => {
    let left = cells;
    const isTimeUp = () => {
      left -= 1;
      return left <= 0;
    };
    if (slice?.(isTimeUp) === 'done') slice = undefined;
  };
  return { ...deskOn(workbook), wait };
}

/** What all cells show. */
function shown(workbook: Workbook): Readonly<Record<string, unknown>> {
  const { getters } = workbook.model;
  const cells: Record<string, unknown> = {};
  for (const sheetId of getters.getSheetIds()) {
    const { right, bottom } = getters.getSheetZone(sheetId);
    for (let row = 0; row <= bottom; row += 1) {
      for (let col = 0; col <= right; col += 1) {
        const { value } = getters.getEvaluatedCell({ sheetId, col, row });
        if (value !== null && value !== '') cells[`${getters.getSheetName(sheetId)} ${row + 1} ${col + 1}`] = value;
      }
    }
  }
  return cells;
}

const steps: fc.Arbitrary<readonly Step[]> = fc
  .array(
    fc.oneof(
      { arbitrary: acts(tabs, 3), weight: 4 },
      {
        arbitrary: fc.record({
          kind: fc.constantFrom('undo', 'redo', 'lose', 'repair', 'wait', 'look'),
          number: fc.nat(9999),
        }),
        weight: 5,
      },
    ),
    { minLength: 2, maxLength: 12 },
  )
  .map((all) => all.flat());

function outcome(all: readonly Step[], without: readonly Switch[]): void {
  const { workbook, addon, wait } = opened(JSON.parse(file), without);
  const { getters } = workbook.model;
  for (const step of all) {
    if ('tab' in step) {
      if (ourSheets(workbook).has(step.tab)) act(addon, workbook, step);
    } else {
      switch (step.kind) {
        case 'undo':
        case 'redo':
          for (let time = 0; time <= step.number % 5; time += 1) {
            quietly(() => workbook.model.dispatch(step.kind === 'undo' ? 'REQUEST_UNDO' : 'REQUEST_REDO'));
          }
          break;
        case 'lose':
          addon.use(({ SpreadsheetApp }) => {
            const book = SpreadsheetApp.getActive();
            const sheet = book.getSheets()[step.number % book.getNumSheets()];
            if (sheet) book.deleteSheet(sheet);
          });
          break;
        case 'repair':
          addon.command('repairWorkbook');
          break;
        case 'wait':
          wait(step.number);
          break;
        case 'look': {
          const sheetId = getters.getSheetIds()[step.number % getters.getSheetIds().length] ?? '';
          for (let row = 0; row < 20; row += 1) getters.getEvaluatedCell({ sheetId, col: step.number % 13, row });
        }
      }
    }
  }
  const data = workbook.exportData();
  const anew = shown(opened(data, SWITCHES).workbook);
  expect(shown(workbook)).toEqual(anew);
  // What the data tell of spilling is so.
  expect(shown(opened(data, without).workbook)).toEqual(anew);
}

/** With everything that is done otherwise than in the engine, then without; more by RUNS. */
const runs: readonly (readonly [without: readonly Switch[], times: number])[] = [
  [[], 3],
  [['lazy'], 1],
  [['shapes', 'batches', 'clearing'], 1],
];

test.each(runs)('after any steps the cells are those of a fresh opening, without %j', (without, times) => {
  fc.assert(
    fc.property(steps, (all) => outcome(all, without)),
    { numRuns: times * Number(process.env.RUNS ?? 1), endOnFailure: true },
  );
});
