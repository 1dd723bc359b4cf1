import { createWorkbook, loadAddon, type UserAnswer } from '../../host/index';

const load = (code: string, answers: readonly UserAnswer[] = []) =>
  loadAddon({ code, workbook: createWorkbook({ timeZone: 'Asia/Shanghai' }), answers });

describe('the script’s realm', () => {
  const absent = [
    'setTimeout',
    'setInterval',
    'fetch',
    'URL',
    'TextEncoder',
    'atob',
    'btoa',
    'crypto',
    'performance',
    'structuredClone',
    'queueMicrotask',
    'AbortController',
    'Blob',
    'require',
    'process',
    'module',
    'Buffer',
    'window',
    'document',
    'WebAssembly',
  ];
  test.each(absent)('has no %s', (name) => {
    expect(load('function typeOf(name) { return typeof globalThis[name]; }').run('typeOf', name)).toBe('undefined');
  });

  test.each(['Promise', 'Map', 'Intl', 'JSON', 'console', 'Utilities', 'SpreadsheetApp'])('has %s', (name) => {
    expect(load('function has(name) { return typeof globalThis[name] !== "undefined"; }').run('has', name)).toBe(true);
  });

  test('starts afresh with every call', () => {
    const addon = load('var count = 0; function next() { count += 1; return count; }');
    expect([addon.run('next'), addon.run('next')]).toEqual([1, 1]);
  });

  test('gets arrays, dates and errors of its own, and cannot change what was read', () => {
    const code = `function look() {
      var range = SpreadsheetApp.getActive().getActiveSheet().getRange('A1:B1');
      range.setValues([['2026-03-16', 'x']]);
      var values = range.getValues();
      var copy = values;
      copy[0][1] = 'changed';
      var error;
      try { range.setValues([[1]]); } catch (caught) { error = caught; }
      return [values instanceof Array, values[0][0] instanceof Date, error instanceof Error, range.getValues()[0][1]];
    }`;
    expect(load(code).run('look')).toEqual([true, true, true, 'x']);
  });

  test('hands over data as it was at the call', () => {
    const code = `function write() {
      var sheet = SpreadsheetApp.getActive().getActiveSheet();
      var rows = [[1]];
      sheet.getRange('A1').setValues(rows);
      rows[0][0] = 2;
      return sheet.getRange('A1').getValue();
    }`;
    expect(load(code).run('write')).toBe(1);
  });
});

describe('an endpoint', () => {
  const code = `
    function echo(value) { return value; }
    function given(value) { return { isArray: value instanceof Array, isPlain: Object.getPrototypeOf(value) === Object.prototype }; }
    function date() { return new Date(0); }
    function map() { return new Map(); }
    function nothing() {}
    function fail() { throw new Error('words'); }
    function hidden_() { return 1; }`;

  test.each<[unknown, unknown]>([
    [{ a: [1, 'x', true, null] }, { a: [1, 'x', true, null] }],
    [undefined, null],
    [{ a: undefined }, { a: null }],
    [[Number.NaN], [null]],
  ])('is given and gives plain JSON: %p → %p', (value, answer) => {
    expect(load(code).run('echo', value)).toEqual(answer);
  });

  test('gets its own realm’s objects', () => {
    expect([load(code).run('given', []), load(code).run('given', {})]).toEqual([
      { isArray: true, isPlain: false },
      { isArray: false, isPlain: true },
    ]);
  });

  test.each(['date', 'map'])('cannot give back a %s', (name) => {
    expect(() => load(code).run(name)).toThrow('cannot pass between page and script');
  });

  test('cannot be given a date', () => {
    expect(() => load(code).run('echo', new Date(0))).toThrow('Date cannot pass between page and script');
  });

  test('that gives nothing gives null; one that throws, throws its words', () => {
    expect(load(code).run('nothing')).toBeNull();
    expect(() => load(code).run('fail')).toThrow('words');
  });

  test.each(['hidden_', 'absent', 'constructor.constructor'])('%s is not found', (name) => {
    expect(() => load(code).run(name)).toThrow(`Script function not found: ${name}`);
  });
});

describe('questions and pages', () => {
  const code = `
    function ask() {
      var ui = SpreadsheetApp.getUi();
      var name = ui.prompt('Title', 'Name?', ui.ButtonSet.OK_CANCEL);
      if (name.getSelectedButton() !== ui.Button.OK) return 'cancelled';
      var sure = ui.alert('Sure?', ui.ButtonSet.YES_NO);
      return name.getResponseText() + (sure === ui.Button.YES ? '!' : '?');
    }
    function show() {
      var page = HtmlService.createHtmlOutputFromFile('Sidebar').setTitle('Plan').setWidth(300);
      SpreadsheetApp.getUi().showSidebar(page);
      SpreadsheetApp.getActive().toast('done', 'Plan');
    }`;

  test.each<[string, readonly UserAnswer[], unknown]>([
    ['all', [{ text: 'East' }, { button: 'YES' }], 'East!'],
    ['one no', [{ text: 'East' }, { button: 'NO' }], 'East?'],
    ['cancelled', [{ button: 'CANCEL' }], 'cancelled'],
  ])('are answered from a queue: %s', (_what, answers, result) => {
    expect(load(code, answers).run('ask')).toBe(result);
  });

  test('nobody answers fail', () => {
    expect(() => load(code).run('ask')).toThrow('Nobody answers: Name?');
  });

  test('are recorded', () => {
    const addon = loadAddon({ code, workbook: createWorkbook(), files: { Sidebar: '<p>page</p>' } });
    addon.run('show');
    expect(addon.seen).toEqual([
      { kind: 'sidebar', title: 'Plan', html: '<p>page</p>', width: 300, height: undefined },
      { kind: 'toast', title: 'Plan', message: 'done' },
    ]);
  });
});

describe('a cell function', () => {
  const code = `
    /**
     * Tells what it was given.
     * @customfunction
     */
    function GIVEN(a, b) {
      return JSON.stringify([a, b, Object.prototype.toString.call(a)]);
    }
    /** @customfunction */
    function ANSWER(kind) {
      if (kind === 'row') return [[1, 2]];
      if (kind === 'list') return [1, 2];
      if (kind === 'date') return new Date(Date.UTC(2026, 2, 15, 16));
      if (kind === 'nothing') return undefined;
      if (kind === 'nan') return 0 / 0;
      throw new Error('cannot answer ' + kind);
    }
    function NOT_ONE() { return 1; }
    function put(at, formula) { SpreadsheetApp.getActive().getRange(at).setFormula(formula); }
    function put2(at, rows) { SpreadsheetApp.getActive().getRange(at).setValues(rows); }
    function read(at) { return SpreadsheetApp.getActive().getRange(at).getDisplayValues(); }`;

  const evaluated = (formula: string, at = 'D1') => {
    const addon = load(code);
    addon.run('put2', 'A1:B3', [
      [1, 'x'],
      ['2026-03-16', true],
      ['10%', ''],
    ]);
    addon.run('put', 'A4', '=1/0');
    addon.run('put', 'D1', formula);
    const shown = addon.run('read', at);
    return Array.isArray(shown) && shown.length === 1 && shown[0].length === 1 ? shown[0][0] : shown;
  };

  const noon = '2026-03-15T16:00:00.000Z';
  test.each<[string, string]>([
    ['=GIVEN(A1,B1)', '[1,"x","[object Number]"]'],
    ['=GIVEN(A1:B1)', '[[[1,"x"]],null,"[object Array]"]'],
    ['=GIVEN(A1:A2)', `[[[1],["${noon}"]],null,"[object Array]"]`],
    ['=GIVEN(A2)', `["${noon}",null,"[object Date]"]`],
    ['=GIVEN(A3,B2)', '[0.1,true,"[object Number]"]'],
    ['=GIVEN(B3)', '["",null,"[object String]"]'],
    ['=GIVEN(B2:B3)', '[[[true],[""]],null,"[object Array]"]'],
    ['=GIVEN(A4)', '["#DIV/0!",null,"[object String]"]'],
    ['=GIVEN(A1*2,"t")', '[2,"t","[object Number]"]'],
    ['=GIVEN()', '[null,null,"[object Undefined]"]'],
    ['=given(A1,)', '[1,null,"[object Number]"]'],
  ])('%s is given %s', (formula, text) => {
    expect(evaluated(formula)).toBe(text);
  });

  test.each<[string, string, unknown]>([
    [
      'a row',
      '=ANSWER("row")',
      [
        ['1', '2'],
        ['', ''],
      ],
    ],
    [
      'a list, downwards',
      '=ANSWER("list")',
      [
        ['1', ''],
        ['2', ''],
      ],
    ],
    [
      'a date',
      '=ANSWER("date")',
      [
        ['3/16/2026', ''],
        ['', ''],
      ],
    ],
    [
      'nothing',
      '=ANSWER("nothing")',
      [
        ['', ''],
        ['', ''],
      ],
    ],
    [
      'no number',
      '=ANSWER("nan")',
      [
        ['#NUM!', ''],
        ['', ''],
      ],
    ],
    [
      'an error',
      '=ANSWER("?")',
      [
        ['#ERROR!', ''],
        ['', ''],
      ],
    ],
    [
      'nothing, not being one',
      '=NOT_ONE()',
      [
        ['#NAME?', ''],
        ['', ''],
      ],
    ],
  ])('answers %s', (_what, formula, shown) => {
    expect(evaluated(formula, 'D1:E2')).toEqual(shown);
  });

  test('says why it failed', () => {
    const addon = load(code);
    addon.run('put', 'A1', '=ANSWER("?")');
    const workbook = addon.workbook.model.getters.getEvaluatedCell({ sheetId: '0', col: 0, row: 0 });
    expect(workbook.message).toBe('cannot answer ?');
  });

  test('is called once for each formula in a calculation, and counted', () => {
    const addon = load(code);
    addon.run('put', 'A1', '=GIVEN(B1:B9)');
    addon.run('put', 'A2', '=GIVEN(B1)+GIVEN(B2)');
    expect(addon.cellCalls).toEqual({ GIVEN: 3 });
    addon.run('put2', 'B9', [[1]]);
    expect(addon.cellCalls).toEqual({ GIVEN: 4 });
  });

  test('an empty cell alone can come as what is asked for', () => {
    for (const [emptyCell, text] of [
      [null, '[null,null,"[object Null]"]'],
      ['', '["",null,"[object String]"]'],
    ] as const) {
      const addon = loadAddon({ code, workbook: createWorkbook(), emptyCell });
      addon.run('put', 'A1', '=GIVEN(B1)');
      expect(addon.run('read', 'A1')).toEqual([[text]]);
    }
  });
});
