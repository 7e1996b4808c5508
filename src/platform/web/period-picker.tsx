// One period and one as-of date for everything below: presets, a month, own dates.
import { useState } from 'react';
import { months } from '../../kit/period.ts';
import { monthPeriod, type Preset, presets } from './address.ts';
import { DateField } from './date-field.tsx';
import { Flyout } from './flyout.tsx';
import { useT } from './i18n.tsx';
import { useSession } from './session.ts';
import { usePlacePeriod } from './use-address.tsx';

/** @param since the day before which there is nothing to show */
export function PeriodPicker({ since }: { since: string }) {
  const t = useT();
  const { today } = useSession();
  const { from, to, set } = usePlacePeriod();
  const known = presets(to, since);
  const current = known.find((one) => one.from === from);
  return (
    <Flyout
      className="period"
      note={t('platform.web.period')}
      label={
        <>
          {current && <b>{presetName(current, today, t)}</b>}
          <span className="digits">{t('platform.web.period.between', { from, to })}</span>
        </>
      }
    >
      {(close) => (
        <div className="period-panel">
          <div className="period-part">
            <DateField
              label={t('platform.web.as_of')}
              value={to}
              min={since}
              max={today}
              help={t('platform.web.period.as_of_help')}
              onChange={(day) => set({ to: day, from: movedStart(current, from, day, since) })}
            />
          </div>
          <ul className="period-presets">
            {known.map((one) => (
              <li key={one.name}>
                <button
                  type="button"
                  aria-pressed={one === current}
                  onClick={() => {
                    set({ from: one.from, to: one.to });
                    close();
                  }}
                >
                  <b>{presetName(one, today, t)}</b>
                  <span className="digits">
                    {t('platform.web.period.between', { from: one.from, to: one.to })}
                  </span>
                </button>
              </li>
            ))}
          </ul>
          <label className="period-part period-month">
            <span>{t('platform.web.period.single_month')}</span>
            <select
              value=""
              onChange={(event) => {
                set(monthPeriod(event.target.value, today));
                close();
              }}
            >
              <option value="">{t('platform.web.period.choose_month')}</option>
              {months(since.slice(0, 7), today.slice(0, 7))
                .reverse()
                .map((month) => (
                  <option key={month}>{month}</option>
                ))}
            </select>
          </label>
          <OwnDates
            since={since}
            onUse={(period) => {
              set(period);
              close();
            }}
          />
        </div>
      )}
    </Flyout>
  );
}

function OwnDates(props: { since: string; onUse: (period: { from: string; to: string }) => void }) {
  const t = useT();
  const { today } = useSession();
  const now = usePlacePeriod();
  const [from, setFrom] = useState(now.from);
  const [to, setTo] = useState(now.to);
  return (
    <div className="period-part period-own">
      <DateField
        label={t('platform.web.period.from')}
        value={from}
        min={props.since}
        max={to}
        onChange={setFrom}
      />
      <DateField
        label={t('platform.web.period.to')}
        value={to}
        min={from}
        max={today}
        onChange={setTo}
      />
      <button
        type="button"
        className="plain-button"
        disabled={from > to}
        onClick={() => props.onUse({ from, to })}
      >
        {t('platform.web.period.use')}
      </button>
    </div>
  );
}

/** A preset says its year once the as-of date lies in an earlier one. */
function presetName(one: Preset, today: string, t: ReturnType<typeof useT>): string {
  const year = one.from.slice(0, 4);
  if (one.name === 'since') return t('platform.web.period.since', { year });
  if (one.name === 'this_year' && year !== today.slice(0, 4)) {
    return t('platform.web.period.year_of', { year });
  }
  return t(`platform.web.period.${one.name}`);
}

/** Another as-of date keeps the kind of period; own dates keep their start where it still comes first. */
function movedStart(current: Preset | undefined, from: string, to: string, since: string): string {
  const same = current && presets(to, since).find((one) => one.name === current.name);
  if (same) return same.from;
  return from <= to ? from : `${to.slice(0, 4)}-01-01`;
}
