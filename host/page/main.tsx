import './chart';
import './style.css';
import { render } from 'preact';
import { type Language, languageOf } from '../../src/model/language';
import { addressIn } from './address';
import { openDesk } from './desk';
import { Failed } from './failed';
import { reasonOf } from './htmlFrame';
import { openLine } from './line';
import { words } from './text';

const address = addressIn(new URL(location.href));
const language: Language = languageOf(address.lang ?? navigator.language);
document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
document.title = words[language].addon;

/** Says why the page could not be opened, and leads to the workbooks: those others are as they were. */
async function failed(error: unknown): Promise<void> {
  const line = await openLine({ kept: () => {}, lost: () => {}, removed: () => {}, replaced: () => {} }).catch(
    () => undefined,
  );
  const books = (await line?.list().catch(() => [])) ?? [];
  const reason = words[language].failed(reasonOf(error));
  document.body.textContent = '';
  render(<Failed {...{ reason, books, line, text: words[language] }} />, document.body);
}

/** The grid measures what it draws: its letters are there before it does. */
const letters = ['400', 'bold'].map((weight) => document.fonts.load(`${weight} 13px Roboto`));

Promise.allSettled(letters)
  .then(() => openDesk({ address, language, place: document.body, render }))
  .catch(async (error: unknown) => {
    await failed(error);
    throw error;
  });
