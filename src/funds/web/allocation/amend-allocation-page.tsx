// Amending a rule that is a draft or was returned.
import { useParams } from '@tanstack/react-router';
import { useAsk } from '../../../platform/web/ask.ts';
import { useT } from '../../../platform/web/i18n.tsx';
import { Answer, Empty, PageTitle } from '../../../platform/web/page.tsx';
import { useGo } from '../../../platform/web/use-address.tsx';
import type { AllocationPage } from '../../contract-allocation.ts';
import { AllocationForm } from './allocation-form.tsx';

export default function AmendAllocationPage() {
  const t = useT();
  const go = useGo();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const asked = useAsk<AllocationPage>(`/api/funds/allocations/${id}`);
  const back = () => go(`/funds/allocations/${id}`);
  return (
    <>
      <PageTitle question={t('funds.page.allocation_amend.question')} />
      <Answer of={asked}>
        {(rule) =>
          rule.verbs.includes('amend') ? (
            <AllocationForm rule={rule} onDone={back} onCancel={back} />
          ) : (
            <Empty why={t('funds.rule.not_to_amend')} todo={t('funds.rule.not_to_amend.todo')} />
          )
        }
      </Answer>
    </>
  );
}
