import type { Field } from '../model/field';
import { said } from './language';

/** What a field takes, in words, for a value that it does not take. */
export function expectation(field: Field): string {
  const { expected } = said();
  switch (field.kind) {
    case 'text':
    case 'longText':
    case 'person':
      return expected.text;
    case 'date':
      return expected.date;
    case 'choice':
      return expected.choice;
    case 'tick':
      return expected.tick;
    default:
      return numberExpectation(field);
  }
}

function numberExpectation({ kind, min, max, above }: Field): string {
  const { expected } = said();
  if (min !== undefined && max !== undefined) return expected.between(min, max);
  if (min !== undefined) return above ? expected.above(min) : expected.atLeast(min);
  return kind === 'count' || kind === 'year' ? expected.whole : expected.number;
}
