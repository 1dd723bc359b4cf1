import './style.css';
import { useEffect } from 'preact/hooks';
import { type CellHelp, workedCase } from '../../src/model/help';
import type { Language } from '../../src/model/language';
import { cellHelp } from '../../src/sections/help';
import { words } from './text';

/** The function reference: every cell function with its arguments, what it answers and a worked case. */
export function Reference({ language }: { readonly language: Language }) {
  const text = words[language];
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.title = text.title;
  }, [language, text]);
  return (
    <main class="reference">
      <h1>{text.title}</h1>
      <p class="quiet">{text.intro}</p>
      {Object.entries(cellHelp).map(([name, help]) => (
        <Entry key={name} name={name} help={help} language={language} />
      ))}
    </main>
  );
}

interface EntryProps {
  readonly name: string;
  readonly help: CellHelp;
  readonly language: Language;
}

function Entry({ name, help, language }: EntryProps) {
  const text = words[language];
  const { formula, result } = workedCase(name, help);
  return (
    <section>
      <h2>
        <code>
          <b>{name}</b>({Object.keys(help.args).join(', ')})
        </code>
      </h2>
      <p>{help.text[language]}</p>
      <dl>
        {Object.entries(help.args).map(([argument, said]) => (
          <div key={argument}>
            <dt>
              <code>{argument}</code>
            </dt>
            <dd>{said[language]}</dd>
          </div>
        ))}
        <div>
          <dt>{text.answers}</dt>
          <dd>{help.result[language]}</dd>
        </div>
        <div>
          <dt>{text.example}</dt>
          <dd>
            <code>
              ={formula} → {result}
            </code>
          </dd>
        </div>
      </dl>
    </section>
  );
}
