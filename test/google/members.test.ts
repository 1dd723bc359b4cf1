import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');

/** Members of Google's services that folders use, as the compiler understands them. */
function used(...folders: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const printed = execFileSync(process.execPath, [join(__dirname, 'used.mjs'), root, ...folders], { encoding: 'utf8' });
  const found: Record<string, string[]> = JSON.parse(printed);
  return new Map(Object.entries(found));
}

const found = used('src', 'test/google');
const [ours = [], held = []] = [found.get('src'), found.get('test/google')];

test('every member of Google’s services that the add-on uses has a case', () => {
  expect(ours.filter((member) => !held.includes(member))).toEqual([]);
});

test('members are told by their types', () => {
  expect(ours.length).toBeGreaterThan(120);
  for (const member of ['Range.setValues', 'Sheet.getSheetId', 'Lock.tryLock', 'HtmlOutput.setContent', 'Button.OK'])
    expect(ours).toContain(member);
  expect(ours.filter((member) => !/^\w+\.\w+$/.test(member))).toEqual([]);
});
