/** What a window is opened for: as Google's addresses have it, `/d/<id>/edit` or `/d/<id>/export?gid=…`. */
export interface Address {
  /** Absent where the address names no workbook. */
  readonly id?: string;
  /** The tab to print, by Google's number for it. */
  readonly print?: string;
  /** What of it, as `A1:I54`. */
  readonly range?: string;
  /** The workbook is wanted as an .xlsx: `/d/<id>/export?format=xlsx`. */
  readonly xlsx?: true;
  /** The language asked for, as `zh-CN`. */
  readonly lang?: string;
}

export function addressIn(url: URL): Address {
  const [, id, purpose] = /^\/d\/([^/]+)\/(edit|export)$/.exec(url.pathname) ?? [];
  const lang = url.searchParams.get('lang');
  const gid = url.searchParams.get('gid');
  const range = url.searchParams.get('range');
  return {
    ...(id !== undefined && { id: decodeURIComponent(id) }),
    ...(purpose === 'export' && gid !== null && { print: gid }),
    ...(range !== null && { range }),
    ...(purpose === 'export' && url.searchParams.get('format') === 'xlsx' && { xlsx: true }),
    ...(lang !== null && { lang }),
  };
}

/** The path and query of an address; without an id, of the workbook that was changed last. */
export function pathTo({ id, lang }: Pick<Address, 'id' | 'lang'>): string {
  const path = id === undefined ? '/' : `/d/${encodeURIComponent(id)}/edit`;
  return lang === undefined ? path : `${path}?lang=${encodeURIComponent(lang)}`;
}
