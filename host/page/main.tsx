import './chart';
import './style.css';
import { render } from 'preact';
import { type Language, languageOf } from '../../src/model/language';
import { addressIn } from './address';
import { openDesk } from './desk';
import { reasonOf } from './htmlFrame';
import { words } from './text';

const address = addressIn(new URL(location.href));
const language: Language = languageOf(address.lang ?? navigator.language);
document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
document.title = words[language].addon;

openDesk({ address, language, place: document.body, render }).catch((error: unknown) => {
  document.body.textContent = words[language].failed(reasonOf(error));
  throw error;
});
