// What the policy was, and what each change changed.
import { useAsk } from '../../../../platform/web/ask.ts';
import { DataTable } from '../../../../platform/web/data-table.tsx';
import { type T, useT } from '../../../../platform/web/i18n.tsx';
import { Section } from '../../../../platform/web/page.tsx';
import type { PolicyChanges } from '../../../contract-accounts.ts';
import { type Policy, policyFrom } from '../../../rules/policy.ts';
import { numbers } from '../../../rules/policy-bounds.ts';
import { minuteOf } from '../../own/minute.ts';
import { rolesSaid, valueSaid } from './policy-values.ts';

type Change = PolicyChanges['rows'][number];

export function PolicyHistory() {
  const t = useT();
  const asked = useAsk<PolicyChanges>('/api/access/policies');
  const rows = asked.data?.rows ?? [];
  return (
    <Section title={t('access.policy.history')}>
      <DataTable<Change>
        caption={t('access.policy.history')}
        rows={rows}
        rowKey={(row) => row.at}
        pending={asked.isPending}
        problem={asked.error}
        onRetry={() => void asked.refetch()}
        full
        empty={{
          why: t('access.policy.history.none'),
          todo: t('access.policy.history.none.todo'),
        }}
        columns={[
          {
            key: 'at',
            title: t('access.policy.history.at'),
            cell: (row) => <time>{minuteOf(row.at)}</time>,
          },
          {
            key: 'by',
            title: t('access.policy.history.by'),
            cell: (row) => row.by ?? t('access.admin.someone'),
          },
          {
            key: 'what',
            title: t('access.policy.history.what'),
            width: 40,
            cell: (row) => {
              const before = rows[rows.indexOf(row) + 1]?.policy ?? policyFrom(null);
              return changesSaid(t, before, row.policy).map((text) => <p key={text}>{text}</p>);
            },
          },
        ]}
      />
    </Section>
  );
}

function changesSaid(t: T, before: Policy, after: Policy): string[] {
  const one = (item: string, from: string, to: string) =>
    from === to ? [] : [t('access.policy.history.one', { item, from, to })];
  const said = [
    ...one(
      t('access.policy.preset'),
      t(`access.policy.preset.${before.preset}`),
      t(`access.policy.preset.${after.preset}`),
    ),
    ...numbers.flatMap((name) =>
      one(
        t(`access.policy_item.${name}`),
        valueSaid(t, name, before[name]),
        valueSaid(t, name, after[name]),
      ),
    ),
    ...one(t('access.policy.roles'), rolesSaid(t, before), rolesSaid(t, after)),
  ];
  return said.length > 0 ? said : [t('access.policy.history.first')];
}
