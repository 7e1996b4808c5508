// Money by payer: due, issued, remitted, received and spent side by side, in numbers and in bars.

import { payerColour, payerOrder } from '../../funds/web/payer-colours.ts';
import { PayerName } from '../../funds/web/payer-name.tsx';
import type { Definition } from '../../indicators/contract.ts';
import { FigureLink } from '../../indicators/web/figure-link.tsx';
import { useFigureWords } from '../../indicators/web/use-figure-words.ts';
import { useValues, type ValuesAnswer } from '../../indicators/web/use-figures.ts';
import { useOpenFigure } from '../../indicators/web/use-open-figure.ts';
import { unitFor } from '../../kit/money.ts';
import { Chart } from '../../platform/web/chart.tsx';
import { DataTable } from '../../platform/web/data-table.tsx';
import { useT } from '../../platform/web/i18n.tsx';
import { Answer, Empty, Section } from '../../platform/web/page.tsx';
import { measures } from '../contract.ts';
import type { CockpitProps } from './cockpit-props.ts';
import { largestOf } from './places/place-rows.ts';

export function Payers(props: CockpitProps) {
  const { at, known, place } = props;
  const t = useT();
  const answer = useValues(measures, at, { by: 'payer' });
  const definitions = known.of(measures).flatMap((code) => known.find(code) ?? []);
  return (
    <Section title={t('cockpit.question.payers')} note={t('cockpit.payers.note')}>
      <Answer of={answer} shape="table" rows={6}>
        {(values) => {
          const payers = payersIn(values, definitions);
          if (payers.length > 0) {
            return <Flow {...props} values={values} definitions={definitions} payers={payers} />;
          }
          const todo = place.level === 'village' ? '.village' : '.todo';
          return <Empty why={t('cockpit.payers.none')} todo={t(`cockpit.payers.none${todo}`)} />;
        }}
      </Answer>
    </Section>
  );
}

interface FlowProps extends CockpitProps {
  values: ValuesAnswer;
  definitions: readonly Definition[];
  payers: readonly string[];
}

function Flow({ place, at, values, definitions, payers }: FlowProps) {
  const t = useT();
  const words = useFigureWords();
  const open = useOpenFigure();
  const cell = (code: string, payer: string) =>
    values.find(code)?.parts.find(({ key }) => key === payer)?.value ?? null;
  const money = unitFor(
    largestOf(definitions.map(({ code }) => BigInt(values.find(code)?.value ?? '0'))),
  );
  const unit = t(`platform.web.unit.${money}`);
  const opening = (payer: string) => ({ ...at, dimension: 'payer', value: payer });
  return (
    <div className="cockpit-closed">
      <DataTable
        caption={t('cockpit.question.payers')}
        rows={payers.map((payer) => ({ payer, name: t(`funds.payer.${payer}`) }))}
        rowKey={({ payer }) => payer}
        totalName={t('platform.web.total')}
        full
        columns={[
          {
            key: 'payer',
            title: t('cockpit.payers.payer'),
            cell: ({ payer, name }) => <PayerName payer={payer} name={name} />,
          },
          ...definitions.map((definition) => ({
            key: definition.code,
            title: words.name(definition),
            unit,
            number: true,
            cell: ({ payer, name }: { payer: string; name: string }) => {
              const value = cell(definition.code, payer);
              if (value === null) return null;
              return (
                <FigureLink
                  definition={definition}
                  value={{ code: definition.code, value, over: null, parts: [] }}
                  at={opening(payer)}
                  of={name}
                  money={money}
                  bare
                />
              );
            },
            total: (
              <FigureLink
                definition={definition}
                value={values.find(definition.code)}
                at={at}
                of={place.name}
                money={money}
                bare
              />
            ),
          })),
        ]}
      />
      <div className="cockpit-payers">
        <Chart
          title={t('cockpit.payers.chart')}
          kind="bar"
          lying
          multiples
          labelHead={t('indicators.page.measure')}
          labels={definitions.map((definition) => words.name(definition))}
          as="fen"
          series={payers.map((payer) => ({
            name: t(`funds.payer.${payer}`),
            colour: payerColour(payer),
            values: definitions.map(({ code }) => cell(code, payer)),
          }))}
          onOpen={({ label, series }) => {
            const definition = definitions[label];
            const payer = payers[series];
            if (definition && payer) open(definition.code, opening(payer));
          }}
        />
      </div>
    </div>
  );
}

/** Payers with anything to show, in the order money comes down. */
function payersIn(values: ValuesAnswer, definitions: readonly Definition[]): string[] {
  const found = new Set(
    definitions.flatMap(({ code }) =>
      (values.find(code)?.parts ?? []).filter((part) => part.value !== '0').map(({ key }) => key),
    ),
  );
  return [
    ...payerOrder.filter((payer) => found.has(payer)),
    ...[...found].filter((payer) => !payerOrder.includes(payer)),
  ];
}
