export const claspProject: string;
export function probeFiles(root: string): Promise<readonly (readonly [name: string, text: string])[]>;
