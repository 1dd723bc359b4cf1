/** One text for all that a build of `root` reads. */
export function sourcesOf(root: string): string;
/** Whether everything that `build.mjs --host` makes is there, made from these sources and untouched since. */
export function isBuilt(root: string): boolean;
/** Says from now on that what is there was built from `sources`, which are asked for before building. */
export function markBuilt(root: string, sources: string): void;
/** Says no longer that what is there was built from these sources: before something is built anew. */
export function unmarkBuilt(root: string): void;
