import { quietly } from '../../host/engine/model';
import { createWorkbook } from '../../host/index';
import { readContents } from '../../host/page/reading';
import { asOneStep, isStepDone, lastStep } from '../../host/page/steps';
import { keptBy, services } from './start';

/** A workbook as the page has it open, and as it is when it is opened again. */
function page() {
  const data = JSON.stringify(createWorkbook({ rows: 10, columns: 6 }).exportData());
  const { workbook, revisions } = keptBy(data);
  const { sheet, SpreadsheetApp } = services(workbook);
  const shown = (opened = workbook): string => {
    opened.settle();
    const values = services(opened).sheet.getDataRange().getValues();
    return values
      .flat()
      .filter((value) => value !== '')
      .join(' ');
  };
  return {
    model: workbook.model,
    shown,
    reopened: () => shown(createWorkbook(readContents({ data, revisions }))),
    /** A person types into a cell of column A. */
    type: (row: number, content: string): string | undefined => {
      quietly(() =>
        workbook.model.dispatch('UPDATE_CELL', { sheetId: String(sheet.getSheetId()), col: 0, row, content }),
      );
      return lastStep(workbook.model);
    },
    /** A script writes into cells of column B, in as many commits. */
    write: (...texts: readonly string[]): void => {
      for (const text of texts) {
        sheet.getRange(Number(/\d/.exec(text)?.[0]) + 1, 2 + texts.indexOf(text)).setValue(text);
        SpreadsheetApp.flush();
      }
    },
    undo: () => quietly(() => workbook.model.dispatch('REQUEST_UNDO')),
    redo: () => quietly(() => workbook.model.dispatch('REQUEST_REDO')),
  };
}

test('one undo takes back what was typed with what a trigger wrote about it, one redo brings both back', () => {
  const { model, type, write, undo, redo, shown, reopened } = page();
  type(0, 'before');
  const step = type(1, 'typed');
  asOneStep(model, () => write('log1', 'more1'), step);
  expect(shown()).toBe('before typed log1 more1');
  undo();
  expect([shown(), reopened()]).toEqual(['before', 'before']);
  redo();
  expect([shown(), reopened()]).toEqual(['before typed log1 more1', 'before typed log1 more1']);
  undo();
  undo();
  expect([shown(), reopened()]).toEqual(['', '']);
  redo();
  redo();
  expect(shown()).toBe('before typed log1 more1');
});

test('what comes late goes with its own step, whatever was typed since', () => {
  const { model, type, write, undo, redo, shown, reopened } = page();
  const first = type(0, 'one');
  const second = type(1, 'two');
  asOneStep(model, () => write('log0'), first);
  asOneStep(model, () => write('log1'), second);
  expect(shown()).toBe('one log0 two log1');
  undo();
  expect([shown(), reopened()]).toEqual(['one log0', 'one log0']);
  undo();
  expect(shown()).toBe('');
  redo();
  expect([shown(), reopened()]).toEqual(['one log0', 'one log0']);
  redo();
  expect(shown()).toBe('one log0 two log1');
});

test('what a script did at one go is one step, also within another', () => {
  const { model, type, write, undo, redo, shown } = page();
  type(0, 'typed');
  asOneStep(model, () => {
    write('a1', 'b1');
    asOneStep(model, () => write('c2'));
    write('d3');
  });
  expect(shown()).toBe('typed a1 b1 c2 d3');
  undo();
  expect(shown()).toBe('typed');
  redo();
  expect(shown()).toBe('typed a1 b1 c2 d3');
  undo();
  undo();
  expect(shown()).toBe('');
});

test('of a step that was undone it is known that it is not done, and what is typed then ends what could be done again', () => {
  const { model, type, undo, redo, shown } = page();
  const step = type(0, 'typed');
  expect(step !== undefined && isStepDone(model, step)).toBe(true);
  undo();
  expect(step !== undefined && isStepDone(model, step)).toBe(false);
  type(2, 'other');
  redo();
  // Ctrl+Y with nothing to be done again repeats what was done last.
  expect(shown()).toBe('other other');
});

test('a script’s work of any length is undone and done again as a whole, and so is what was before it', () => {
  const { model, type, write, undo, redo, shown, reopened } = page();
  type(0, 'typed');
  asOneStep(model, () => {
    for (let time = 0; time < 730; time += 1) write(`last1 ${time}`);
  });
  type(2, 'after');
  undo();
  undo();
  expect([shown(), reopened()]).toEqual(['typed', 'typed']);
  redo();
  expect([shown(), reopened()]).toEqual(['typed last1 729', 'typed last1 729']);
  redo();
  expect(shown()).toBe('typed last1 729 after');
  for (let time = 0; time < 3; time += 1) undo();
  expect([shown(), reopened()]).toEqual(['', '']);
});
