import { CompiledFormula, CorePlugin, registries } from '@odoo/o-spreadsheet';

type Command = Parameters<CorePlugin['beforeHandle']>[0];
type Removal = Extract<Command, { type: 'REMOVE_COLUMNS_ROWS' }>;

const KEPT = 'keptAnchors';

/** The part of a model's configuration by which conditional formats go on where their first row or column is deleted. */
export const keepingAnchors: { readonly [KEPT]: true } = { [KEPT]: true };

/**
 * The formula of a conditional format is written for the first cell of its range. The engine loses what the formula cites of
 * that cell's row once it is deleted, as of any cell's; here it is written for the first row that stays before that.
 */
class Anchors extends CorePlugin {
  private readonly isKept: boolean;

  constructor(config: ConstructorParameters<typeof CorePlugin>[0]) {
    super(config);
    this.isKept = config.custom[KEPT] === true;
  }

  override beforeHandle(command: Command): void {
    if (this.isKept && command.type === 'REMOVE_COLUMNS_ROWS') this.write(command);
  }

  /** Writes each formula for the first cell of its range that stays. */
  private write({ sheetId, dimension, elements }: Removal): void {
    const gone = new Set(elements);
    for (const { ranges, ...format } of this.getters.getConditionalFormats(sheetId)) {
      const { rule } = format;
      if (rule.type !== 'CellIsRule') continue;
      const zones = ranges.map((name) => this.getters.getRangeFromSheetXC(sheetId, name).zone);
      const [shift = 0] = zones.flatMap(({ top, bottom, left, right }) => {
        const [first, last] = dimension === 'ROW' ? [top, bottom] : [left, right];
        for (let at = first; at <= last; at += 1) if (!gone.has(at)) return [at - first];
        return [];
      });
      if (shift === 0) continue;
      const [across, down] = dimension === 'ROW' ? [0, shift] : [shift, 0];
      const values = rule.values.map((value) =>
        value.startsWith('=')
          ? this.getters.getTranslatedCellFormula(
              sheetId,
              across,
              down,
              CompiledFormula.Compile(value, sheetId, this.getters),
            )
          : value,
      );
      this.dispatch('ADD_CONDITIONAL_FORMAT', {
        sheetId,
        cf: { ...format, rule: { ...rule, values } },
        ranges: zones.map((zone) => this.getters.getRangeDataFromZone(sheetId, zone)),
      });
    }
  }
}

registries.corePluginRegistry.add('anchors', Anchors);
