// The security policy: what holds, what it means, where it is weaker than its preset, and what was changed.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useAsk } from '../../../../platform/web/ask.ts';
import { DataTable } from '../../../../platform/web/data-table.tsx';
import { Drawer } from '../../../../platform/web/drawer.tsx';
import { useT } from '../../../../platform/web/i18n.tsx';
import { Answer, PageTitle, Section } from '../../../../platform/web/page.tsx';
import { useMay, useSession } from '../../../../platform/web/session.ts';
import type { PolicyPage as Answered } from '../../../contract-accounts.ts';
import { type Policy, presets } from '../../../rules/policy.ts';
import {
  isWeaker,
  numbers,
  type PolicyNumber,
  withoutSecondFactor,
} from '../../../rules/policy-bounds.ts';
import { minuteOf } from '../../own/minute.ts';
import { PolicyForm } from './policy-form.tsx';
import { PolicyHistory } from './policy-history.tsx';
import { rolesSaid, valueSaid } from './policy-values.ts';
import '../admin.css';

export default function PolicyPage() {
  const t = useT();
  const queries = useQueryClient();
  const { home } = useSession();
  // One policy holds for all: it is set where everything is seen.
  const settles = useMay('access.settings');
  const may = settles && home.level === 'province';
  const [changing, setChanging] = useState(false);
  const asked = useAsk<Answered>('/api/access/policy');
  const since = asked.data?.since;
  return (
    <>
      <PageTitle
        question={t('access.policy.question')}
        time={
          since
            ? t('access.policy.since', { when: minuteOf(since) })
            : t('access.policy.since_start')
        }
        actions={
          may &&
          asked.data && (
            <button type="button" className="main-button" onClick={() => setChanging(true)}>
              {t('access.policy.change')}
            </button>
          )
        }
      />
      <Answer of={asked} shape="table" rows={10}>
        {({ policy }) => (
          <>
            <p className="admin-lead">
              {t('access.policy.preset')} <b>{t(`access.policy.preset.${policy.preset}`)}</b>{' '}
              {t(`access.policy.preset.${policy.preset}.note`)}
            </p>
            {settles && !may && (
              <p className="section-note admin-lead">
                {t('access.refusal.policy_above')} {t('access.refusal.policy_above.todo')}
              </p>
            )}
            <Values policy={policy} />
            <Differences />
          </>
        )}
      </Answer>
      <PolicyHistory />
      <Drawer open={changing} title={t('access.policy.change')} onClose={() => setChanging(false)}>
        {asked.data && (
          <PolicyForm
            now={asked.data}
            onDone={() => {
              setChanging(false);
              void queries.invalidateQueries();
            }}
            onCancel={() => setChanging(false)}
          />
        )}
      </Drawer>
    </>
  );
}

type Line = PolicyNumber | 'secondFactorRoles';
const lines: readonly Line[] = [...numbers, 'secondFactorRoles'];

function Values({ policy }: { policy: Policy }) {
  const t = useT();
  const usual = presets[policy.preset];
  const said = (from: Policy, line: Line) =>
    line === 'secondFactorRoles' ? rolesSaid(t, from) : valueSaid(t, line, from[line]);
  const weaker = (line: Line) =>
    line === 'secondFactorRoles'
      ? withoutSecondFactor(policy).length > 0
      : isWeaker(line, policy[line], policy.preset);
  const now = (line: Line) =>
    weaker(line) ? (
      <span className="admin-weaker">
        {t('access.policy.weaker', { value: said(policy, line) })}
      </span>
    ) : (
      said(policy, line)
    );
  return (
    <Section title={t('access.policy.values')} note={t('access.policy.values.note')}>
      <DataTable<Line>
        caption={t('access.policy.values')}
        rows={lines}
        rowKey={(line) => line}
        needsAction={weaker}
        full
        columns={[
          { key: 'item', title: t('access.policy.item'), cell: (line) => nameOf(t, line) },
          { key: 'now', title: t('access.policy.now'), cell: now, width: 11 },
          {
            key: 'usual',
            title: t('access.policy.usual'),
            cell: (line) => said(usual, line),
            width: 13,
          },
          {
            key: 'means',
            title: t('access.policy.means'),
            cell: (line) =>
              line === 'secondFactorRoles'
                ? t('access.policy.roles.means')
                : t(`access.policy_item.${line}.means`),
            width: 26,
          },
        ]}
      />
    </Section>
  );
}

const nameOf = (t: ReturnType<typeof useT>, line: Line) =>
  line === 'secondFactorRoles' ? t('access.policy.roles') : t(`access.policy_item.${line}`);

/** Only where the two presets say something else. */
function Differences() {
  const t = useT();
  const differing = numbers.filter((name) => presets.level3[name] !== presets.nist[name]);
  const rows: readonly Line[] = [...differing, 'secondFactorRoles'];
  const said = (preset: Policy['preset'], line: Line) =>
    line !== 'secondFactorRoles'
      ? valueSaid(t, line, presets[preset][line])
      : preset === 'nist'
        ? t('access.admin.all')
        : rolesSaid(t, presets[preset]);
  return (
    <Section title={t('access.policy.differs')}>
      <DataTable<Line>
        caption={t('access.policy.differs')}
        rows={rows}
        rowKey={(line) => line}
        full
        columns={[
          { key: 'item', title: t('access.policy.item'), cell: (line) => nameOf(t, line) },
          {
            key: 'level3',
            title: t('access.policy.preset.level3'),
            cell: (line) => said('level3', line),
            width: 24,
          },
          {
            key: 'nist',
            title: t('access.policy.preset.nist'),
            cell: (line) => said('nist', line),
          },
        ]}
      />
    </Section>
  );
}
