/** Gives a person a file. */
export function downloadFile(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name.replace(/[\\/:*?"<>|]/g, ' ');
  link.click();
  URL.revokeObjectURL(link.href);
}

export const downloadText = (text: string, name: string): void =>
  downloadFile(new Blob([text], { type: 'application/json' }), name);
