// 指标口径: every figure of the product by subject, what it means, and what it is here and now.
import { useId } from 'react';
import { DataTable } from '../../platform/web/data-table.tsx';
import { useT } from '../../platform/web/i18n.tsx';
import { Answer, Empty, PageTitle, Section } from '../../platform/web/page.tsx';
import { useFilter, usePlacePeriod } from '../../platform/web/use-address.tsx';
import type { Definition } from '../contract.ts';
import { FigureLink } from './figure-link.tsx';
import { useFigureWords } from './use-figure-words.ts';
import { type Known, useDefinitions, useValues } from './use-figures.ts';
import './catalogue.css';

export default function CataloguePage() {
  const t = useT();
  const { from, to } = usePlacePeriod();
  const known = useDefinitions();
  const [text, setText] = useFilter('q');
  const id = useId();
  return (
    <>
      <PageTitle
        question={t('indicators.page.catalogue.question')}
        time={t('platform.web.period.between', { from, to })}
      />
      <div className="field catalogue-search">
        <label htmlFor={id}>{t('indicators.page.catalogue.search')}</label>
        <input
          id={id}
          type="search"
          className="text-input"
          value={text}
          aria-describedby={`${id}-help`}
          onChange={(event) => setText(event.target.value)}
        />
        <p id={`${id}-help`} className="field-help">
          {t('indicators.page.catalogue.help')}
        </p>
      </div>
      <Answer of={known} shape="table">
        {(all) => <Catalogue known={all} text={text} />}
      </Answer>
    </>
  );
}

function Catalogue({ known, text }: { known: Known; text: string }) {
  const t = useT();
  const words = useFigureWords();
  const at = usePlacePeriod();
  const values = useValues(
    known.all.map(({ code }) => code),
    at,
  ).data;
  const found = known.all.filter((definition) => mentions(definition, text));
  if (found.length === 0) {
    return (
      <Empty
        why={t('indicators.page.catalogue.none', { text })}
        todo={t('indicators.page.catalogue.none.todo')}
      />
    );
  }
  return (
    <>
      <p>{t('indicators.page.catalogue.count', { count: found.length })}</p>
      {[...Map.groupBy(found, ({ code }) => code.split('.')[0] ?? '')].map(([subject, list]) => (
        <Section key={subject} title={t(`indicators.subject.${subject}`)}>
          <DataTable
            caption={t(`indicators.subject.${subject}`)}
            rows={list}
            rowKey={({ code }) => code}
            full
            columns={[
              {
                key: 'name',
                title: t('indicators.page.figure'),
                width: 12,
                cell: (definition) => words.name(definition),
              },
              {
                key: 'value',
                title: t('indicators.page.value_here'),
                number: true,
                cell: (definition) =>
                  values && (
                    <FigureLink
                      definition={definition}
                      value={values.find(definition.code)}
                      nameless
                    />
                  ),
              },
              {
                key: 'time',
                title: t('platform.web.period'),
                cell: (definition) => <span className="digits">{words.time(definition, at)}</span>,
              },
              {
                key: 'means',
                title: t('indicators.page.means'),
                width: 26,
                cell: (definition) => definition.means[words.lang],
              },
              {
                key: 'kind',
                title: t('indicators.page.measure'),
                width: 8,
                cell: (definition) => t(`indicators.kind.${definition.kind}`),
              },
            ]}
          />
        </Section>
      ))}
    </>
  );
}

/** Whether a figure's words say a text, in either language. */
function mentions({ code, name, means }: Definition, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  const said = [code, name.zh, name.en, means.zh, means.en].join(' ').toLowerCase();
  return said.includes(wanted);
}
