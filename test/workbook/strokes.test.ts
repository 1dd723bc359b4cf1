import fc from 'fast-check';
import { strokes } from '../../src/workbook/strokes';

/** What the strokes leave behind, one after the other. */
function painted(length: number, made: ReturnType<typeof strokes<number>>): readonly (number | undefined)[] {
  const places: (number | undefined)[] = Array.from({ length });
  for (const { start, length: span, value } of made) places.fill(value, start - 1, start - 1 + span);
  return places;
}

test.each([
  [[], 0],
  [[5], 1],
  [[5, 5, 5], 1],
  [[1, 2, 1], 2],
  [[1, 2, 3], 3],
  [[1, 2, 1, 2, 1], 3],
  [[1, 2, 3, 2, 1], 3],
  [[40, 104, 88, 104, 88, 104, 240], 5],
])('%j takes %d strokes', (values: readonly number[], count) => {
  const made = strokes(values);
  expect(made).toHaveLength(count);
  expect(painted(values.length, made)).toEqual(values);
});

test('whatever the values, the strokes leave each place with its own, and are never more than the runs', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 30 }), (values) => {
      const made = strokes(values);
      const runs = values.filter((value, index) => value !== values[index - 1]).length;
      expect(painted(values.length, made)).toEqual(values);
      expect(made.length).toBeLessThanOrEqual(runs);
    }),
  );
});
