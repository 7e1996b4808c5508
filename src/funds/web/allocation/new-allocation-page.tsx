// Drafting a rule, from nothing or from a copy of another.
import { useAsk } from '../../../platform/web/ask.ts';
import { useT } from '../../../platform/web/i18n.tsx';
import { Answer, PageTitle } from '../../../platform/web/page.tsx';
import { useFilter, useGo } from '../../../platform/web/use-address.tsx';
import type { AllocationPage } from '../../contract-allocation.ts';
import { AllocationForm } from './allocation-form.tsx';

export default function NewAllocationPage() {
  const t = useT();
  const go = useGo();
  const [copied] = useFilter('copy');
  const asked = useAsk<AllocationPage>(copied ? `/api/funds/allocations/${copied}` : undefined);
  const form = (rule?: AllocationPage) => (
    <AllocationForm
      rule={rule}
      copy={rule !== undefined}
      onDone={(id) => go(`/funds/allocations/${id}`)}
      onCancel={() => go('/funds/allocations')}
    />
  );
  return (
    <>
      <PageTitle question={t('funds.page.allocation_new.question')} />
      <p className="page-lead">{t('funds.page.allocation_new.note')}</p>
      {copied ? <Answer of={asked}>{form}</Answer> : form()}
    </>
  );
}
