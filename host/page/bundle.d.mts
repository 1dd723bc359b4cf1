/** The files of the local page, as [name, content], built from the source in `root`. */
export function pageFiles(root: string): Promise<readonly (readonly [string, string | Uint8Array])[]>;
