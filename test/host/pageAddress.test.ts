import { addressIn, pathTo } from '../../host/page/address';

const at = (path: string) => addressIn(new URL(path, 'http://127.0.0.1:8420/'));

test.each([
  ['/', {}],
  ['/d/one%20two/edit?lang=zh-CN', { id: 'one two', lang: 'zh-CN' }],
  ['/d/one/export?format=pdf&gid=7&range=A1:I54', { id: 'one', print: '7', range: 'A1:I54' }],
  // All pages as one PDF is Google's alone: here the file opens.
  ['/d/one/export?format=pdf&size=A4', { id: 'one' }],
  ['/d/one/export?format=xlsx', { id: 'one', xlsx: true }],
  ['/d/one/edit?format=xlsx', { id: 'one' }],
])('%s', (path, address) => {
  expect(at(path)).toEqual(address);
});

test('a path leads to what is in it', () => {
  expect(at(pathTo({ id: 'one two', lang: 'en' }))).toEqual({ id: 'one two', lang: 'en' });
});
