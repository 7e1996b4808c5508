// Amending a plan that is a draft or was returned.
import { useParams } from '@tanstack/react-router';
import { useAsk } from '../../../platform/web/ask.ts';
import { useT } from '../../../platform/web/i18n.tsx';
import { Answer, Empty, PageTitle } from '../../../platform/web/page.tsx';
import { useGo } from '../../../platform/web/use-address.tsx';
import type { Choices, PlanPage } from '../../contract.ts';
import { AmendForm } from './amend-form.tsx';
import '../plans.css';

export default function AmendPlanPage() {
  const t = useT();
  const go = useGo();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const plan = useAsk<PlanPage>(`/api/plans/plans/${id}`);
  const choices = useAsk<Choices>(`/api/plans/plans/${id}/choices`);
  const back = () => go(`/plans/${id}`);
  return (
    <>
      <PageTitle question={t('plans.page.amend.question')} />
      <Answer of={plan}>
        {(found) =>
          found.verbs.includes('amend') ? (
            <Answer of={choices}>
              {(given) => <AmendForm plan={found} choices={given} onDone={back} onCancel={back} />}
            </Answer>
          ) : (
            <Empty why={t('plans.not_to_amend')} todo={t('plans.not_to_amend.todo')} />
          )
        }
      </Answer>
    </>
  );
}
