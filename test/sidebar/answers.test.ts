import { reader } from '../../sidebar/answers';
import { NoAnswer } from '../../sidebar/wire';

const said = jest.spyOn(console, 'error').mockImplementation();
const read = reader('openPart');

const stores = {
  registered: '{}',
  part: 'stores',
  ids: ['a'],
  columns: { storeId: ['S1'] },
  typed: { growth: [0] },
  faults: [],
};
const fault = { record: 'a', field: 'storeId', rule: 'unique', params: { got: 'S1' } };

test.each([
  ['a part', { status: 'done', ...stores }],
  ['a part with a fault', { status: 'done', ...stores, faults: [fault] }],
  ['a refusal', { status: 'invalid', message: 'No.', faults: [{ message: 'Not in the workbook.' }] }],
])('an answer is handed on: %s', (_, answer) => {
  expect(read(answer)).toEqual(answer);
});

const imported = {
  status: 'done',
  records: ['a', 'b', 'c'],
  added: ['c'],
  changes: [
    { record: 'a', field: 'name', from: null, to: 'One' },
    { record: 'b', field: 'months', from: [1, null], to: [2, null] },
  ],
};

test.each([
  ['what it added and changed', imported],
  ['only its records', { status: 'done', records: ['a'] }],
])('the answer to an import is handed on: %s', (_, answer) => {
  expect(reader('importRecords')(answer)).toEqual(answer);
});

test.each([
  ['nothing', null],
  ['a state that there is not', { status: 'maybe', ...stores }],
  ['a part without its records', { ...stores, status: 'done', ids: undefined }],
  ['a cell that holds more than a value', { status: 'done', ...stores, columns: { storeId: [{}] } }],
  ['a rule that there is not', { status: 'done', ...stores, faults: [{ ...fault, rule: 'other' }] }],
])('an answer of another form is no answer: %s', (_, answer) => {
  said.mockClear();
  expect(() => read(answer)).toThrow(new NoAnswer('failed'));
  expect(said).toHaveBeenCalledWith(expect.stringContaining('openPart'));
});
