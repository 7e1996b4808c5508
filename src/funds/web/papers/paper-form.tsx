// The form of a paper, as the document in hand has it: head, lines pasted or filled in, task list.
import { useQueryClient } from '@tanstack/react-query';
import { plainYuan } from '../../../kit/money.ts';
import { levelOfKey } from '../../../kit/region-key.ts';
import { send } from '../../../platform/web/api.ts';
import { useAsk } from '../../../platform/web/ask.ts';
import { DayField, SelectField, TextField } from '../../../platform/web/fields.tsx';
import { Form, useForm } from '../../../platform/web/form.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Value } from '../../../platform/web/money.tsx';
import { useSession } from '../../../platform/web/session.ts';
import type { ChildRow } from '../../../regions/contract.ts';
import type { HomeRows } from '../../../teams/contract-organisations.ts';
import { payers, programmes, sources } from '../../codes.ts';
import { paperMeasures } from '../../codes-papers.ts';
import type { PaperPage, PaperWritten, RegisterPaper } from '../../contract-papers.ts';
import { fenOf, readLines } from '../../lines-text.ts';
import { payerLevel, payersOf, sourceFits, usualSource } from '../../rules-papers.ts';

type PaperMeasure = RegisterPaper['measure'];
type Payer = RegisterPaper['payer'];
type Programme = RegisterPaper['programme'];
type Unit = 'yuan' | 'wan';

const empty = {
  number: '',
  title: '',
  measure: '',
  payer: '',
  payerPlace: '',
  source: '',
  programme: 'special_fund',
  year: '',
  functionCode: '',
  budgetCode: '',
  dated: '',
  unit: 'wan',
  amount: '',
  lines: '',
  tasks: '',
  /** The state it is amended from: a draft that comes back still says so. */
  seen: '',
};
type PaperValues = typeof empty;

/** @param paper the one to amend; without it a new one is registered */
export function PaperForm(props: {
  paper?: PaperPage;
  onDone: (id: string) => void;
  onCancel: () => void;
}) {
  const { paper, onDone, onCancel } = props;
  const t = useT();
  const { home, today } = useSession();
  const queries = useQueryClient();
  const homes = useAsk<HomeRows>('/api/teams/unit-homes', { place: home.key, on: today });
  const below = useAsk<{ rows: ChildRow[] }>(`/api/regions/places/${home.key}/children`, {
    on: today,
    limit: '200',
  });
  const form = useForm<PaperValues>(
    paper ? `funds.paper.amend:${paper.id}` : `funds.paper.new:${home.key}`,
    paper ? valuesOf(paper) : { ...empty, dated: today, year: today.slice(0, 4) },
    (values) => problemsOf(values, t),
  );
  const { values } = form;
  const measure = values.measure as PaperMeasure | '';
  const payer = values.payer as Payer | '';
  const unit = values.unit as Unit;
  const read = readLines(values.lines, unit);
  const total = read.lines.reduce((sum, { amount }) => sum + amount, 0n);
  const wanted = fenOf(values.amount, unit);
  // Lines are for counties and towns: a province pastes its list.
  const fillable = (below.data?.rows ?? []).filter(
    ({ level: of }) => of === 'county' || of === 'town',
  );
  const level = payer ? payerLevel[payer] : null;
  const places = (homes.data?.rows ?? []).filter(
    ({ key, helper }) =>
      (level === null || levelOfKey(key) === level) &&
      helper === (payer === 'assisting_city' && key !== home.key),
  );
  const choose = (name: 'measure' | 'payer', value: string) => {
    const change: Partial<PaperValues> = { [name]: value, payerPlace: '' };
    const next = { ...values, ...change };
    if (name === 'measure' && !payersOf[value as PaperMeasure]?.includes(next.payer as Payer)) {
      const [only, ...more] = payersOf[value as PaperMeasure] ?? [];
      change.payer = more.length === 0 ? (only ?? '') : '';
    }
    const chosen = (change.payer ?? next.payer) as Payer | '';
    if (chosen) change.source = usualSource[chosen];
    form.set(change);
  };
  return (
    <Form
      form={form}
      verb={paper ? t('funds.form.paper.amend') : t('funds.form.paper.register')}
      send={(given, id) => {
        const body = bodyOf(given);
        return paper
          ? send<PaperWritten>(
              'POST',
              `/api/funds/papers/${paper.id}/amend`,
              { ...body, seen: given.seen },
              id,
            )
          : send<PaperWritten>('POST', '/api/funds/papers', body, id);
      }}
      onDone={({ id }) => {
        void queries.invalidateQueries();
        onDone(id);
      }}
      onCancel={onCancel}
    >
      <div className="paper-head">
        <TextField
          form={form}
          name="number"
          label={t('funds.column.number')}
          help={t('funds.form.number.help')}
          maxLength={80}
          required
        />
        <TextField
          form={form}
          name="title"
          label={t('funds.column.title')}
          maxLength={150}
          required
        />
        <Choosing
          form={form}
          name="measure"
          label={t('funds.column.measure')}
          choices={paperMeasures.map((one) => ({ value: one, label: t(`funds.measure.${one}`) }))}
          onChoose={(value) => choose('measure', value)}
        />
        <Choosing
          form={form}
          name="payer"
          label={t('funds.column.payer')}
          choices={(measure ? payersOf[measure] : payers).map((one) => ({
            value: one,
            label: t(`funds.payer.${one}`),
          }))}
          onChoose={(value) => choose('payer', value)}
        />
        <SelectField
          form={form}
          name="payerPlace"
          label={t('funds.column.payerPlace')}
          {...(measure && payer ? {} : { help: t('funds.form.payerPlace.help') })}
          none={t('funds.form.choose')}
          required
          choices={places.map(({ key, name }) => ({ value: key, label: name }))}
        />
        <SelectField
          form={form}
          name="programme"
          label={t('funds.column.programme')}
          none={t('funds.form.choose')}
          required
          choices={programmes.map((one) => ({ value: one, label: t(`funds.programme.${one}`) }))}
        />
        <SelectField
          form={form}
          name="source"
          label={t('funds.column.source')}
          none={t('funds.form.choose')}
          required
          choices={sources
            .filter((one) => sourceFits(one, values.programme as Programme))
            .map((one) => ({ value: one, label: t(`funds.source.${one}`) }))}
        />
        <TextField
          form={form}
          name="year"
          label={t('funds.column.year')}
          inputMode="numeric"
          maxLength={4}
          required
        />
        <DayField
          form={form}
          name="dated"
          label={t('funds.column.dated')}
          help={t('funds.form.dated.help')}
          max={today}
          required
        />
        <TextField
          form={form}
          name="functionCode"
          label={t('funds.column.functionCode')}
          maxLength={40}
        />
        <TextField
          form={form}
          name="budgetCode"
          label={t('funds.column.budgetCode')}
          maxLength={40}
        />
        <SelectField
          form={form}
          name="unit"
          label={t('funds.form.unit')}
          required
          choices={(['wan', 'yuan'] as const).map((one) => ({
            value: one,
            label: t(`funds.form.unit.${one}`),
          }))}
        />
        <TextField
          form={form}
          name="amount"
          label={t('funds.form.amount')}
          inputMode="decimal"
          maxLength={24}
          required
        />
      </div>
      <TextField
        form={form}
        name="lines"
        label={t('funds.form.lines')}
        help={t('funds.form.lines.help')}
        lines={12}
        maxLength={200_000}
        required
      />
      <div className="paper-sum" role="status">
        {t('funds.form.lines.count', { count: read.lines.length })}{' '}
        <Value of={{ value: total.toString(), as: 'fen' }} />
        {wanted !== undefined && wanted !== total && (
          <span className="paper-gap">
            {' '}
            {t(wanted > total ? 'funds.form.lines.short' : 'funds.form.lines.over')}{' '}
            <Value
              of={{
                value: (wanted > total ? wanted - total : total - wanted).toString(),
                as: 'fen',
              }}
            />
          </span>
        )}
        {values.lines.trim() === '' && fillable.length > 0 && (
          <button
            type="button"
            className="text-button"
            onClick={() =>
              form.set({
                lines: fillable.map(({ key, name }) => `${key}\t${name}\t`).join('\n'),
              })
            }
          >
            {t('funds.form.lines.fill')}
          </button>
        )}
      </div>
      <TextField
        form={form}
        name="tasks"
        label={t('funds.form.tasks')}
        help={t('funds.form.tasks.help')}
        lines={4}
        maxLength={5_000}
      />
    </Form>
  );
}

/** A choice that changes what others offer. */
function Choosing(props: {
  form: ReturnType<typeof useForm<PaperValues>>;
  name: 'measure' | 'payer';
  label: string;
  choices: readonly { value: string; label: string }[];
  onChoose: (value: string) => void;
}) {
  const { form, onChoose, ...rest } = props;
  const t = useT();
  return (
    <SelectField
      {...rest}
      form={{
        ...form,
        set: (change) => onChoose(change[props.name] ?? ''),
      }}
      none={t('funds.form.choose')}
      required
    />
  );
}

function problemsOf(values: PaperValues, t: ReturnType<typeof useT>) {
  const needed = (text: string) => (text.trim() ? undefined : t('funds.form.needed'));
  const { lines, problems } = readLines(values.lines, values.unit as Unit);
  const [first] = problems;
  const amount = fenOf(values.amount, values.unit as Unit);
  return {
    number: needed(values.number),
    title: needed(values.title),
    measure: needed(values.measure),
    payer: needed(values.payer),
    payerPlace: needed(values.payerPlace),
    source: sourceFits(values.source as RegisterPaper['source'], values.programme as Programme)
      ? needed(values.source)
      : t('funds.form.source_form'),
    programme: needed(values.programme),
    year: /^20(2[1-9]|[3-9]\d)$/.test(values.year) ? undefined : t('funds.form.year_form'),
    dated: needed(values.dated),
    amount: amount === undefined || amount <= 0n ? t('funds.form.amount_form') : undefined,
    lines: first
      ? t(`funds.form.lines.${first.what}`, { line: first.line })
      : lines.length === 0
        ? t('funds.form.needed')
        : undefined,
  };
}

function bodyOf(values: PaperValues): RegisterPaper {
  const unit = values.unit as Unit;
  const coded = (text: string) => text.trim() || null;
  return {
    number: values.number.trim(),
    title: values.title.trim(),
    payer: values.payer as Payer,
    payerPlace: values.payerPlace,
    source: values.source as RegisterPaper['source'],
    programme: values.programme as Programme,
    measure: values.measure as PaperMeasure,
    year: Number(values.year),
    functionCode: coded(values.functionCode),
    budgetCode: coded(values.budgetCode),
    dated: values.dated,
    amount: String(fenOf(values.amount, unit) ?? 0n),
    lines: readLines(values.lines, unit).lines.map(({ place, amount }) => ({
      place,
      amount: amount.toString(),
      note: null,
    })),
    tasks: tasksOf(values.tasks),
  };
}

/** One task a line; a star at the beginning marks a binding one, a bar before its target. */
function tasksOf(text: string): RegisterPaper['tasks'] {
  return text
    .split(/\r?\n/)
    .map((row) => row.trim())
    .filter(Boolean)
    .map((row) => {
      const [name = '', target = ''] = row.replace(/^[★*]\s*/, '').split(/\s*[|｜]\s*/);
      return { name, binding: /^[★*]/.test(row), target: target || null };
    });
}

function valuesOf(paper: PaperPage): PaperValues {
  return {
    ...empty,
    seen: paper.changedAt,
    number: paper.number,
    title: paper.title,
    measure: paper.measure,
    payer: paper.payer,
    payerPlace: paper.payerPlace,
    source: paper.source,
    programme: paper.programme,
    year: String(paper.year),
    functionCode: paper.functionCode ?? '',
    budgetCode: paper.budgetCode ?? '',
    dated: paper.dated,
    unit: 'yuan',
    amount: plainYuan(paper.amount),
    lines: paper.lines
      .map((one) => `${one.place}\t${one.placeName}\t${plainYuan(one.amount)}`)
      .join('\n'),
    tasks: paper.tasks
      .map((one) => `${one.binding ? '★' : ''}${one.name}${one.target ? ` | ${one.target}` : ''}`)
      .join('\n'),
  };
}
