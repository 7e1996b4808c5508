// The picker behind a date field; apart because it is the heaviest of the small controls.
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useLang, useT } from './i18n.tsx';

export interface CalendarProps {
  id: string;
  value: string;
  onChange: (day: string) => void;
  min?: string | undefined;
  max?: string | undefined;
  disabled?: boolean;
  invalid: boolean;
  clearable: boolean;
  describedBy: string | undefined;
}

export default function Calendar(props: CalendarProps) {
  const {
    id,
    value,
    onChange,
    min,
    max,
    disabled = false,
    invalid,
    clearable,
    describedBy,
  } = props;
  const t = useT();
  dayjs.locale(useLang() === 'zh' ? 'zh-cn' : 'en');
  return (
    <DatePicker
      id={id}
      value={value ? dayjs(value) : null}
      format={['YYYY-MM-DD', 'YYYYMMDD', 'YYYY/M/D', 'YYYY-M-D']}
      placeholder={t('platform.web.date.form')}
      allowClear={clearable}
      disabled={disabled}
      {...(min ? { minDate: dayjs(min) } : {})}
      {...(max ? { maxDate: dayjs(max) } : {})}
      {...(invalid ? { status: 'error' as const } : {})}
      {...(describedBy ? { 'aria-describedby': describedBy } : {})}
      getPopupContainer={(trigger) => trigger.parentElement ?? document.body}
      onChange={(day) => onChange(day ? day.format('YYYY-MM-DD') : '')}
    />
  );
}
