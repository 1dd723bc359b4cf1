import { blankIf, blankUnless, firstOf } from '../../../model/formulas';
import { apart, figure, header, heading, heights, money, months, number, plain } from '../../../model/paper';
import type { ReportCell, ReportRow } from '../../../model/tab';

/** Figures of a channel that add up, in the order of the columns, and how each is shown. */
const channelFigures = [
  { field: 'targetOpenings', kind: 'count' },
  { field: 'expectedOpenings', kind: 'decimal' },
  { field: 'leadsNeeded', kind: 'count' },
  { field: 'sales', kind: 'decimal', money: true },
  { field: 'budget', kind: 'decimal', money: true, format: apart.decimal },
] as const;

const namedChannels = ['employee', 'mall', 'alliance', 'media', 'joint'] as const;

const isEnabled = (channel: string): string => `{expansion.${channel}.enabled|FALSE}=TRUE`;

/** A channel's figure if the channel is enabled. */
const enabled = (channel: string, figure: string): string => firstOf([[isEnabled(channel), figure]], '""');

function channelRow(channel: string): ReportRow {
  return {
    id: channel,
    height: heights.line,
    cells: [
      { at: 1, text: channel },
      ...channelFigures.map((figure, index): ReportCell => {
        const path = `expansion.${channel}.${figure.field}`;
        return {
          at: index + 2,
          formula: enabled(channel, 'money' in figure ? money(path) : number(path)),
          kind: figure.kind,
          ...('format' in figure && { format: figure.format }),
        };
      }),
      ...who(channel),
    ],
  };
}

function who(channel: string): readonly ReportCell[] {
  return [
    { at: 7, formula: enabled(channel, plain(`expansion.${channel}.owner`)), kind: 'person', look: 'fine' },
    { at: 8, formula: enabled(channel, number(`expansion.${channel}.progress`)), kind: 'rate' },
  ];
}

/** How many enabled channels the form's last one stands for: its own, and those that people added. */
const folded = `(COUNTIFS({expansion.channel},"<>",{expansion.enabled},TRUE)-SUM(${['fair', ...namedChannels]
  .map((channel) => `IF(${isEnabled(channel)},1,0)`)
  .join(',')}))`;

/** Who has the last channel as long as it stands for itself alone; else how many it stands for: none of them has all. */
export const ownerOfOther = (channels: string): string =>
  `=IF(${folded}>1,${folded}&" ${channels}",${enabled('other', plain('expansion.other.owner'))})`;

const whoOfOther: readonly ReportCell[] = [
  { at: 7, text: 'otherOwner', kind: 'person', look: 'fine' },
  { at: 8, formula: blankIf(`${folded}>1`, enabled('other', number('expansion.other.progress'))), kind: 'rate' },
];

/** All enabled channels without some of them: the form's subtotal, and its 7th channel, into which added ones fold. */
function restRow(
  id: string,
  without: readonly string[],
  look: ReportCell['look'],
  people: readonly ReportCell[],
): ReportRow {
  return {
    id,
    height: heights.line,
    cells: [
      { at: 1, text: id, ...(look ? { look } : {}) },
      ...channelFigures.map(({ field, kind, ...figure }, index): ReportCell => {
        const cell = (channel: string): string => `{expansion.${channel}.${field}|0}`;
        const parts = (figure: (cell: string) => string): string =>
          without.map((channel) => firstOf([[isEnabled(channel), figure(cell(channel))]], '0')).join(',');
        const known = `COUNTIFS({expansion.${field}},">=0",{expansion.enabled},TRUE)-SUM(${parts((one) => `COUNT(${one})`)})`;
        const rest = `SUM({expansion.#total.${field}})-SUM(${parts((one) => `SUM(${one})`)})`;
        return {
          at: index + 2,
          // Nothing planned is blank, not 0.
          formula: blankIf(`${known}=0`, 'money' in figure ? `(${rest})/{settings.unitSize}` : rest),
          kind,
          ...('format' in figure && { format: figure.format }),
          ...(look ? { look } : {}),
        };
      }),
      ...people,
    ],
  };
}

const openingsIn = (quarter: number): string =>
  months(quarter)
    .map((month) => `{expansion.#total.openings.${month}}`)
    .join(',');

/** Openings of the year, by channel and by quarter. */
export const expansion: readonly ReportRow[] = [
  heading('expansionHeading'),
  header('expansionHeader', [
    [1, 'channel', 'left'],
    [2, 'targetOpenings', 'right'],
    [3, 'expectedOpenings', 'right'],
    [4, 'leadsNeeded', 'right'],
    [5, 'salesThisYear', 'right'],
    [6, 'budget', 'apart'],
    [7, 'owner'],
    [8, 'progress', 'right'],
  ]),
  channelRow('fair'),
  restRow('otherChannels', ['fair'], 'strong', [
    { at: 7, text: '', look: 'strong' },
    { at: 8, text: '', look: 'strong' },
  ]),
  ...namedChannels.map(channelRow),
  restRow('other', ['fair', ...namedChannels], undefined, whoOfOther),
  header('openingsHeader', [
    [1, 'byQuarter', 'left'],
    [2, 'wholeYear', 'right'],
    [3, 'quarter1', 'right'],
    [4, 'quarter2', 'right'],
    [5, 'quarter3', 'right'],
    [6, 'quarter4', 'right'],
    [7, 'closures', 'right'],
    [8, 'newSales', 'right'],
  ]),
  {
    id: 'openings',
    height: heights.line,
    cells: [
      { at: 1, text: 'openings', look: 'strong' },
      figure(2, blankUnless(['{expansion.targetOpenings}'], '{expansion.#total.targetOpenings}'), 'count', 'strong'),
      ...[1, 2, 3, 4].map((quarter) =>
        figure(quarter + 2, blankUnless(['{expansion.openings}'], `SUM(${openingsIn(quarter)})`), 'count', 'strong'),
      ),
      figure(7, number('summary.closures'), 'count', 'strong'),
      figure(8, money('summary.newSales'), 'decimal', 'strong'),
    ],
  },
];
