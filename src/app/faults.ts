import type { Field } from '../model/field';
import type { Language } from '../model/language';
import { words } from './text';

/** What a field takes, in words, for a value that it does not take. */
export function expectation(field: Field, language: Language): string {
  const { expected } = words[language];
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
      return numberExpectation(field, language);
  }
}

function numberExpectation({ kind, min, max, above }: Field, language: Language): string {
  const { expected } = words[language];
  if (min !== undefined && max !== undefined) return expected.between(min, max);
  if (min !== undefined) return above ? expected.above(min) : expected.atLeast(min);
  return kind === 'count' || kind === 'year' ? expected.whole : expected.number;
}
