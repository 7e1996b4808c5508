// One figure chosen for map, course and table, kept in the address.
import { type ReactNode, useId } from 'react';
import type { Definition } from '../../indicators/contract.ts';
import { useFigureWords } from '../../indicators/web/use-figure-words.ts';
import { useT } from '../../platform/web/i18n.tsx';
import { Section } from '../../platform/web/page.tsx';
import { groups } from '../contract.ts';

export function IndicatorChoice(props: {
  question: string;
  choices: readonly Definition[];
  chosen: Definition;
  onChoose: (code: string) => void;
  children: ReactNode;
}) {
  const { question, choices, chosen, onChoose, children } = props;
  const t = useT();
  const words = useFigureWords();
  const id = useId();
  return (
    <Section
      title={question}
      note={words.name(chosen)}
      tools={
        <span className="cockpit-choice">
          <label htmlFor={id}>{t('cockpit.choice')}</label>
          <select
            id={id}
            className="select-input"
            value={chosen.code}
            onChange={(event) => onChoose(event.target.value)}
          >
            {groups.map(({ name, codes }) => (
              <optgroup
                key={name}
                label={t(`cockpit.question.${name}`)}
                hidden={!choices.some(({ code }) => codes.includes(code))}
              >
                {choices
                  .filter(({ code }) => codes.includes(code))
                  .map((definition) => (
                    <option key={definition.code} value={definition.code}>
                      {words.name(definition)}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
        </span>
      }
    >
      {children}
    </Section>
  );
}
