export const en = {
  version: (version: string) => `version ${version}`,
  page: (page: string, pages: string) => `Page ${page} of ${pages}`,
};

export const zh: typeof en = {
  version: (version) => `版本 ${version}`,
  page: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
};

export const words = { en, zh };
