import { type Found, isChosen, mendedBy } from '../../model/finding';
import type { Language } from '../../model/language';
import { namedState, namedWhole, type OurWorkbook, presumedState, type Spreadsheet } from '../../sheets/read';
import { citedTabs } from '../../workbook/cited';
import type { WorkbookState } from '../../workbook/state';
import { asItIs } from '../amend';
import { type Finding, findings, grouped } from '../check';
import { meantPaths, tabIds, titleOf } from '../described';
import { evidenceIn, rulesIn } from '../evidence';
import { type Comparison, compare, type Generated, generate } from '../generate';
import { idMaker } from '../ids';
import { said, userLanguage } from '../language';
import { ourWorkbook } from '../ours';
import { requests } from '../requests';
import { refusalOf, versionRefusal } from '../version';
import { type Invalid, parsedRequest, refused } from './request';

export type FoundAnswer = { readonly status: 'done'; readonly found: readonly Found[] } | Invalid;

/** All that is not as it should be in the workbook, causes first. Writes nothing. */
export function listFindings(file: Spreadsheet): FoundAnswer {
  const workbook = ourWorkbook(file);
  if (workbook.language === undefined) return refused(said().noWorkbook);
  const refusal = versionRefusal(workbook);
  if (refusal !== undefined) return refused(refusal);
  return { status: 'done', found: grouped(allFindings(workbook, workbook.language)) };
}

/**
 * The findings of a workbook whose tabs are asked for their names only where that matters: they are presumed to have their
 * own. Where cells are found to be otherwise than they should, those are asked first that no formula cites so, then all that
 * are cited; in the end those whose findings are told, but for what formulas cite so. Conditional formats cost a call for each
 * tab: they are looked at where something has been found, and by a repair everywhere.
 */
function allFindings(workbook: OurWorkbook, language: Language): readonly Finding[] {
  let state = presumedState(workbook, (id) => titleOf(id, language));
  const evidence = evidenceIn(workbook, state);
  const newId = idMaker();
  const compared = (): Comparison => compare({ section: '', mend: true }, workbook, newId, asItIs, state);
  const told = (comparison: Comparison, rules = evidence.rules): readonly Finding[] =>
    findings(comparison, { ...evidence, rules }, userLanguage());
  const toldWhole = (comparison: Comparison): readonly Finding[] => {
    const found = told(comparison);
    const rules = rulesIn(workbook, new Set(found.map(({ tab }) => tab)));
    return rules.size === 0 ? found : told(comparison, rules);
  };
  let comparison = compared();
  if (comparison.fresh.length > 0) {
    state = namedWhole(state, workbook);
    return toldWhole(compared());
  }
  const known = new Set<string>();
  const cited = titlesCited(state);
  const ask = (tabs: ReadonlySet<string>): void => {
    const unknown = new Set([...tabs].filter((id) => !known.has(id)));
    if (unknown.size === 0) return;
    state = namedState(state, workbook, unknown);
    for (const id of unknown) known.add(id);
    comparison = compared();
  };
  const uncited = (tabs: Iterable<string>): ReadonlySet<string> =>
    new Set([...tabs].filter((id) => state.tabs.has(id) && !cited.has(state.tabs.get(id)?.title ?? '')));
  ask(uncited(doubtful(comparison)));
  ask(doubtful(comparison));
  ask(uncited(told(comparison).map(({ tab }) => tab)));
  return toldWhole(comparison);
}

/** Tabs whose names stand in formulas that are found to be otherwise than they should. */
function doubtful({ changes }: Comparison): ReadonlySet<string> {
  return new Set(
    changes.flatMap(({ plan, changes: cells }) => (cells.length > 0 ? [...citedTabs(plan, meantPaths)] : [])),
  );
}

/** Names of tabs that a workbook's formulas cite. */
function titlesCited({ tabs }: WorkbookState): ReadonlySet<string> {
  const titles = new Set<string>();
  for (const { formulas } of tabs.values()) {
    for (const formula of new Set(formulas.flat())) {
      for (const [, inQuotes, bare = ''] of formula.matchAll(/'((?:[^']|'')+)'!|([^\s'"!(),;:=+*/&<>^-]+)!/g))
        titles.add(inQuotes?.replace(/''/g, "'") ?? bare);
    }
  }
  return titles;
}

export type Mended =
  | ({ readonly status: 'done' } & Omit<Generated, 'language'>)
  | { readonly status: 'busy'; readonly message: string }
  | Invalid;

/**
 * Puts right what the check has found, `{tab, kind, cell}`: all that it finds in a tab, of one kind, or in one cell; `tab` is
 * '' of what is about none. Everything else stays as it is. What only people can put right is refused.
 */
export function mendFindings(file: Spreadsheet, request: unknown): Mended {
  const parsed = parsedRequest(requests.mend, request);
  if ('answer' in parsed) return parsed.answer;
  const { tab, kind, cell } = parsed.value;
  if (tab !== '' && !tabIds.includes(tab)) return refused(said().unknownPart(tab));
  const isMendable = kind === undefined || mendedBy(kind) === 'repair' || (isChosen(kind) && cell !== undefined);
  if (!isMendable) return refused(said().byHand);
  if (ourWorkbook(file).language === undefined) return refused(said().noWorkbook);
  const done = generate(file, { section: '', mend: parsed.value });
  if (!done) return { status: 'busy', message: said().busy };
  if ('refused' in done) return refused(refusalOf(done.refused));
  return { status: 'done', made: done.made, changed: done.changed };
}
