// Registering a paper of money.
import { useT } from '../../../platform/web/i18n.tsx';
import { PageTitle } from '../../../platform/web/page.tsx';
import { useGo } from '../../../platform/web/use-address.tsx';
import { PaperForm } from './paper-form.tsx';
import './papers.css';

export default function NewPaperPage() {
  const t = useT();
  const go = useGo();
  return (
    <>
      <PageTitle question={t('funds.page.paper_new.question')} />
      <p className="page-lead">{t('funds.page.paper_new.note')}</p>
      <PaperForm onDone={(id) => go(`/funds/papers/${id}`)} onCancel={() => go('/funds/papers')} />
    </>
  );
}
