// What the rules of supervision say of a request before its dossier is put together, and what is said to it.
import { DataTable } from '../../platform/web/data-table.tsx';
import { TextField } from '../../platform/web/fields.tsx';
import { Form, useForm } from '../../platform/web/form.tsx';
import { useLang, useT } from '../../platform/web/i18n.tsx';
import { Section } from '../../platform/web/page.tsx';
import { foundText } from '../../supervision/web/found-text.ts';
import type { DossierPage, KeptHint } from '../contract.ts';

const standing = ({ blocking, decided }: KeptHint) =>
  decided ? 'decided' : blocking ? 'blocks' : 'explain';
export const blocked = (hints: readonly KeptHint[]): boolean =>
  hints.some((hint) => standing(hint) === 'blocks');
export const toExplain = (hints: readonly KeptHint[]): boolean =>
  hints.some((hint) => standing(hint) === 'explain');

export function Hints({ hints }: Pick<DossierPage, 'hints'>) {
  const t = useT();
  const lang = useLang();
  return (
    <Section title={t('dossiers.hints')} note={t('dossiers.hints.note')}>
      {blocked(hints) && (
        <p className="dossier-missing" role="status">
          {t('dossiers.hints.blocked')}
        </p>
      )}
      <DataTable
        caption={t('dossiers.hints')}
        rows={hints}
        rowKey={({ rule }) => rule}
        empty={{ why: t('dossiers.hints.none') }}
        columns={[
          {
            key: 'rule',
            title: t('dossiers.column.rule'),
            cell: ({ rule }) => t(`supervision.rule.${rule}`),
          },
          {
            key: 'found',
            title: t('dossiers.column.found'),
            width: 30,
            cell: (row) => foundText(t, lang, row),
          },
          {
            key: 'stands',
            title: t('dossiers.column.stands'),
            cell: (row) => t(`dossiers.hints.${standing(row)}`),
          },
        ]}
      />
    </Section>
  );
}

export function ExplainForm(props: {
  request: string;
  make: (explanation: string, id: string) => Promise<unknown>;
  onDone: () => void;
  onCancel: () => void;
}) {
  const t = useT();
  const form = useForm(
    `dossiers.explain:${props.request}`,
    { explanation: '' },
    ({ explanation }) => ({
      explanation: explanation.trim() ? undefined : t('dossiers.form.needed'),
    }),
  );
  return (
    <Form
      form={form}
      verb={t('dossiers.make')}
      send={({ explanation }, id) => props.make(explanation.trim(), id)}
      onDone={props.onDone}
      onCancel={props.onCancel}
    >
      <TextField
        form={form}
        name="explanation"
        label={t('dossiers.form.explanation')}
        lines={4}
        maxLength={500}
        required
      />
    </Form>
  );
}
