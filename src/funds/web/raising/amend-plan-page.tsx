// Amending a plan that is a draft or was returned.
import { useParams } from '@tanstack/react-router';
import { useAsk } from '../../../platform/web/ask.ts';
import { useT } from '../../../platform/web/i18n.tsx';
import { Answer, Empty, PageTitle } from '../../../platform/web/page.tsx';
import { useGo } from '../../../platform/web/use-address.tsx';
import type { PlanPage } from '../../contract-raising.ts';
import { PlanForm } from './plan-form.tsx';

export default function AmendPlanPage() {
  const t = useT();
  const go = useGo();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const asked = useAsk<PlanPage>(`/api/funds/raising-plans/${id}`);
  const back = () => go(`/funds/raising/${id}`);
  return (
    <>
      <PageTitle question={t('funds.page.raising_amend.question')} />
      <Answer of={asked}>
        {(plan) =>
          plan.verbs.includes('amend') ? (
            <PlanForm plan={plan} onDone={back} onCancel={back} />
          ) : (
            <Empty why={t('funds.rule.not_to_amend')} todo={t('funds.rule.not_to_amend.todo')} />
          )
        }
      </Answer>
    </>
  );
}
