// Drafting a city's plan of raising.
import { useT } from '../../../platform/web/i18n.tsx';
import { PageTitle } from '../../../platform/web/page.tsx';
import { useGo } from '../../../platform/web/use-address.tsx';
import { PlanForm } from './plan-form.tsx';

export default function NewPlanPage() {
  const t = useT();
  const go = useGo();
  return (
    <>
      <PageTitle question={t('funds.page.raising_new.question')} />
      <p className="page-lead">{t('funds.page.raising_new.note')}</p>
      <PlanForm onDone={(id) => go(`/funds/raising/${id}`)} onCancel={() => go('/funds/raising')} />
    </>
  );
}
