// The change against the period before, in words and sign; colour only says it again.
import { type Amount, difference, percent, shown } from './amount.ts';
import { useLang, useT } from './i18n.tsx';
import './figure.css';

export interface ChangeProps {
  now: Amount;
  before: Amount | undefined;
  /** What it is compared with: a period of the same length before, or the start of this one (stocks). */
  against?: 'period' | 'start';
}

export function Change({ now, before, against = 'period' }: ChangeProps) {
  const t = useT();
  const lang = useLang();
  const by = before && difference(now, before);
  if (!by?.value || !before?.value) {
    return <span className="change">{t('platform.web.change.none')}</span>;
  }
  const sign = by.value.startsWith('-') ? 'down' : Number(by.value) === 0 ? 'same' : 'up';
  const size = shown({ ...by, value: by.value.replace('-', '') }, lang);
  const share = shareOf(by.value, before.value);
  const gap = lang === 'zh' || !size?.unit ? '' : ' ';
  const amount = size ? `${size.figure}${gap}${size.unit}` : '';
  const text = share ? t('platform.web.change.share', { amount, share }) : amount;
  const key = `platform.web.change.${sign}${against === 'start' ? '.as_of' : ''}`;
  return <span className={`change change-${sign}`}>{t(key, { by: text })}</span>;
}

/** The change in percent; left out where it says nothing: against zero, or more than tenfold. */
function shareOf(by: string, before: string): string {
  const times = Math.abs(Number(by) / Number(before));
  return times <= 10 ? `${percent(by.replace('-', ''), before)}%` : '';
}
