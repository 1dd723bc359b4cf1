export function probeFiles(root: string): Promise<readonly (readonly [name: string, text: string])[]>;
