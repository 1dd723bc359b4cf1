import { createWorkbook, Execution, Ledger, loadAddon, servicesOf, type Workbook } from '../../host/index';
import { planner, started } from './start';

const colleague = { email: 'colleague@example.com', locale: 'zh_CN' };

/** What one user's execution sees and does. */
function user(workbook: Workbook, who = planner) {
  const execution = new Execution(workbook, who);
  const services = servicesOf(execution);
  const sheet = () => {
    const [first] = services.SpreadsheetApp.getActive().getSheets();
    if (!first) throw new Error('no sheet');
    return first;
  };
  return { execution, services, sheet, lock: services.LockService.getDocumentLock() };
}

describe('what one user writes', () => {
  test('is seen by that user at once, by others after a flush', () => {
    const workbook = createWorkbook();
    const [first, second] = [user(workbook), user(workbook, colleague)];
    first.sheet().getRange('A1').setValue(1);
    expect(second.sheet().getRange('A1').getValue()).toBe('');
    first.services.SpreadsheetApp.flush();
    expect(second.sheet().getRange('A1').getValue()).toBe(1);
  });

  const commits: readonly [what: string, work: (one: ReturnType<typeof user>) => unknown][] = [
    ['a read', (one) => one.sheet().getRange('B1').getValue()],
    ['an inserted row', (one) => one.sheet().insertRowsAfter(5, 1)],
    ['the end of the execution', (one) => one.execution.end()],
  ];
  test.each(commits)('is committed by %s', (_what, work) => {
    const workbook = createWorkbook();
    const [first, second] = [user(workbook), user(workbook, colleague)];
    const sheet = first.sheet();
    sheet.getRange('A1').setValue(1);
    work(first);
    expect(second.sheet().getRange('A1').getValue()).toBe(1);
  });

  test('is calculated once, however much is written before the next read', () => {
    const { workbook, sheet } = started();
    let changes = 0;
    workbook.onChange.add(() => {
      changes += 1;
    });
    const range = sheet.getRange('A1:C100');
    range.setNumberFormat('0').setValue(1).setBackground('#ffcc00').setFontWeight('bold').setWrap(true);
    sheet.getRange('D1:D100').setFormula('=SUM(A1:C1)');
    expect(changes).toBe(0);
    sheet.getRange('D1').getValue();
    expect(changes).toBe(1);
  });

  test('unflushed before the lock is released is overwritten by the next to take it', () => {
    // Two writers append at the last row: without the flush both take the same row.
    const append = (one: ReturnType<typeof user>, text: string, flush: boolean) => {
      expect(one.lock.tryLock(1000)).toBe(true);
      const sheet = one.sheet();
      sheet.getRange(sheet.getLastRow() + 1, 1).setValue(text);
      if (flush) one.services.SpreadsheetApp.flush();
      one.lock.releaseLock();
    };
    for (const [flush, rows] of [
      [false, ['second', '']],
      [true, ['first', 'second']],
    ] as const) {
      const workbook = createWorkbook();
      const [first, second] = [user(workbook), user(workbook, colleague)];
      append(first, 'first', flush);
      append(second, 'second', flush);
      first.execution.end();
      second.execution.end();
      const read = user(workbook).sheet().getRange('A1:A2').getValues().flat();
      expect(read).toHaveLength(2);
      if (flush) expect(read).toEqual(rows);
      else expect(read.filter((text) => text !== '')).toHaveLength(1);
    }
  });
});

describe('the document lock', () => {
  test('is one for all users, and free again when it is released or its execution ends', () => {
    const workbook = createWorkbook();
    const [first, second] = [user(workbook), user(workbook, colleague)];
    expect([first.lock.tryLock(10), first.lock.hasLock()]).toEqual([true, true]);
    expect([second.lock.tryLock(2000), second.lock.hasLock()]).toEqual([false, false]);
    expect(() => second.lock.waitLock(500)).toThrow('Lock timeout: another process was holding the lock for too long.');
    second.lock.releaseLock();
    expect(second.lock.tryLock(0)).toBe(false);
    expect(workbook.locks.waited).toBe(2500);
    first.lock.releaseLock();
    expect(second.lock.tryLock(0)).toBe(true);
    second.execution.end();
    expect(first.lock.tryLock(0)).toBe(true);
  });
});

describe('service calls', () => {
  test('are counted, reads and writes apart; handles and builders are free', () => {
    const { sheet, SpreadsheetApp, LockService, execution } = started();
    LockService.getDocumentLock().tryLock(0);
    const range = sheet.getRange('A1:B2').offset(1, 1).getCell(1, 1);
    SpreadsheetApp.newDataValidation().requireDate().build();
    range.getValues();
    range.setValue(1).setBackground('#ffcc00');
    sheet.insertRowsAfter(1, 1);
    SpreadsheetApp.flush();
    const { total, reads, writes, byName, sequence } = execution.ledger;
    expect({ total, reads, writes }).toEqual({ total: 6, reads: 1, writes: 3 });
    expect(byName).toEqual({
      'Lock.tryLock': 1,
      'Range.getValues': 1,
      'Range.setValue': 1,
      'Range.setBackground': 1,
      'Sheet.insertRowsAfter': 1,
      'SpreadsheetApp.flush': 1,
    });
    expect(sequence.map(({ kind }) => kind)).toEqual(['other', 'read', 'write', 'write', 'structure', 'other']);
  });

  const code = `
    function save(value) {
      var sheet = SpreadsheetApp.getActive().getSheets()[0];
      var before = sheet.getRange('A1').getValue();
      sheet.getRange('A1').setValue(value);
      sheet.getRange('A2').setValue('saved');
      SpreadsheetApp.flush();
      return before;
    }`;

  test('can have another user’s whole execution run between any two of them', () => {
    const names: string[] = [];
    for (let at = 0; at < 5; at++) {
      const workbook = createWorkbook();
      const other = loadAddon({ code, workbook, user: colleague });
      const first = loadAddon({
        code,
        workbook,
        beforeCall: (name, index) => {
          names[index] = name;
          if (index === at) other.run('save', 'theirs');
        },
      });
      // Before the first user's read, the other's value is read; from then on the first user writes over it.
      expect(first.run('save', 'ours')).toBe(at <= 1 ? 'theirs' : '');
      expect(first.use(({ SpreadsheetApp }) => SpreadsheetApp.getActive().getRange('A1').getValue())).toBe('ours');
    }
    expect(names).toEqual([
      'Spreadsheet.getSheets',
      'Range.getValue',
      'Range.setValue',
      'Range.setValue',
      'SpreadsheetApp.flush',
    ]);
  });

  test('can be made to fail; what was written before is kept, as Google keeps it', () => {
    const workbook = createWorkbook();
    const addon = loadAddon({
      code,
      workbook,
      beforeCall: (name, index) => {
        if (index === 3) throw new Error(`Service Spreadsheets timed out: ${name}`);
      },
    });
    expect(() => addon.run('save', 'ours')).toThrow('Service Spreadsheets timed out: Range.setValue');
    addon.hook();
    const read = addon.use(({ SpreadsheetApp }) => SpreadsheetApp.getActive().getRange('A1:A2').getValues());
    expect(read).toEqual([['ours'], ['']]);
  });

  test('are those of one user', () => {
    const workbook = createWorkbook();
    const [first, second] = [loadAddon({ code, workbook }), loadAddon({ code, workbook, user: colleague })];
    first.run('save', 1);
    expect([first.calls.total, second.calls.total]).toEqual([5, 0]);
    first.calls.reset();
    expect(first.calls.total).toBe(0);
    expect(new Ledger().byName).toEqual({});
  });
});

describe('properties', () => {
  test('of the document are shared and saved, those of a user are not shared', () => {
    const workbook = createWorkbook();
    const [first, second] = [user(workbook), user(workbook, colleague)];
    first.services.PropertiesService.getDocumentProperties().setProperty('a', '1');
    first.services.PropertiesService.getUserProperties().setProperty('b', '2');
    expect(second.services.PropertiesService.getDocumentProperties().getProperty('a')).toBe('1');
    expect(second.services.PropertiesService.getUserProperties().getProperty('b')).toBeNull();
    const again = user(createWorkbook({ data: workbook.exportData() }));
    expect(again.services.PropertiesService.getDocumentProperties().getProperties()).toEqual({ a: '1' });
  });

  test('are refused above 9 kB', () => {
    const { PropertiesService } = started();
    const properties = PropertiesService.getDocumentProperties();
    properties.setProperty('fits', '目'.repeat(3072));
    expect(() => properties.setProperty('too long', '目'.repeat(3073))).toThrow('Argument too large: value');
  });
});
