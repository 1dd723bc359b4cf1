import { join } from 'node:path';
import { loadAddon } from '../../host/realm';
import { createWorkbook } from '../../host/workbook';
import type { Language } from '../../src/model/language';
import { codeOf, type Desk, savedFile } from '../engine/addon';
import { kept } from '../kept';

const locales: Readonly<Record<Language, string>> = { zh: 'zh_CN', en: 'en_US' };

/** A workbook with the add-on that knows the part of this folder, new with settings, people, stores and visits or as saved. */
export function visitsDesk(language: Language = 'en', saved?: string): Desk {
  const code = codeOf(join(__dirname, 'sections.ts'));
  const user = { email: 'planner@example.com', locale: locales[language] };
  const file =
    saved ??
    kept(`visits ${language}`, () => {
      const workbook = createWorkbook({ locale: locales[language] });
      const addon = loadAddon({ code, workbook, user });
      const wish = { language, region: '华东', planYear: 2027 };
      for (const section of ['settings', 'stores', 'visits']) addon.run('generatePlan', { ...wish, section });
      return savedFile(workbook);
    });
  const workbook = createWorkbook({ data: JSON.parse(file) });
  return { workbook, addon: loadAddon({ code, workbook, user }) };
}
