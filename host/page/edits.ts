import { isCoreCommand, registries, UIPlugin } from '@odoo/o-spreadsheet';
import type { Edit } from '../addon';

type Config = ConstructorParameters<typeof UIPlugin>[0];
type Command = Parameters<UIPlugin['handle']>[0];

/** What the page wants to know of its grid. */
export interface Watcher {
  /** Something that is saved with the workbook has changed. */
  changed(): void;
  /** Values or looks may be others than before, here or by another window. */
  stale(): void;
  /** Another tab is shown. */
  shown(): void;
  /** The contents of cells have changed, by hand or by a script. */
  edited(edit: Edit): void;
}

/** The part of a model's configuration that makes it tell `watcher` of its changes. */
export const watched = (watcher: Watcher): { readonly watcher: Watcher } => ({ watcher });

/** Commands that show another part of the same. */
const SHOWING: ReadonlySet<string> = new Set([
  'ACTIVATE_SHEET',
  'SET_VIEWPORT_OFFSET',
  'SHIFT_VIEWPORT_DOWN',
  'SHIFT_VIEWPORT_UP',
  'RESIZE_SHEETVIEW',
]);

interface Typed {
  readonly sheet: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
  readonly value: string;
  readonly oldValue: unknown;
}

/** Notices what is typed, pasted, filled and deleted; commands of other windows do not come by here. */
class Watch extends UIPlugin {
  private readonly watcher: Watcher | undefined;
  private typed: Typed | undefined;
  private isChanged = false;
  private isSeen = false;
  /** Whether all commands so far only showed another part of the same; none at all come by from other windows. */
  private isSame = false;

  constructor(config: Config) {
    super(config);
    this.watcher = config.custom.watcher;
  }

  override beforeHandle(command: Command): void {
    if (command.type !== 'UPDATE_CELL' || command.content === undefined) return;
    const { sheetId, col, row, content } = command;
    const typed = this.typed;
    if (!typed || typed.sheet !== sheetId) {
      const { type, value } = this.getters.getEvaluatedCell({ sheetId, col, row });
      const oldValue = type === 'empty' ? undefined : value;
      this.typed = { sheet: sheetId, left: col, right: col, top: row, bottom: row, value: content, oldValue };
      return;
    }
    typed.left = Math.min(typed.left, col);
    typed.right = Math.max(typed.right, col);
    typed.top = Math.min(typed.top, row);
    typed.bottom = Math.max(typed.bottom, row);
  }

  override handle(command: Command): void {
    this.isSame = SHOWING.has(command.type) && (this.isSame || !this.isSeen);
    this.isSeen = true;
    if (command.type === 'ACTIVATE_SHEET') this.watcher?.shown();
    if (isCoreCommand(command) || command.type === 'UNDO' || command.type === 'REDO') this.isChanged = true;
  }

  override finalize(): void {
    const { typed, isChanged, isSame } = this;
    this.typed = undefined;
    this.isChanged = false;
    this.isSame = false;
    this.isSeen = false;
    if (!isSame) this.watcher?.stale();
    if (typed) {
      const { sheet, left, right, top, bottom, value, oldValue } = typed;
      const isSingle = left === right && top === bottom;
      this.watcher?.edited({
        place: { sheet, zone: { left, right, top, bottom } },
        ...(isSingle && { value, oldValue }),
      });
    }
    if (isChanged) this.watcher?.changed();
  }
}

if (!registries.featurePluginRegistry.contains('watch')) registries.featurePluginRegistry.add('watch', Watch);
