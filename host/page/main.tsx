import './chart';
import './style.css';
import { render } from 'preact';
import { type Language, languageOf } from '../../src/model/language';
import { openDesk } from './desk';
import { reasonOf } from './htmlFrame';
import { words } from './text';

const address = new URL(location.href);
const locale = address.searchParams.get('lang') ?? navigator.language;
const language: Language = languageOf(locale);
document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
document.title = words[language].addon;

openDesk({ address, language, place: document.body, render }).catch((error: unknown) => {
  document.body.textContent = words[language].failed(reasonOf(error));
  throw error;
});
