// Amending a paper that is a draft or was returned.
import { useParams } from '@tanstack/react-router';
import { useAsk } from '../../../platform/web/ask.ts';
import { useT } from '../../../platform/web/i18n.tsx';
import { Answer, Empty, PageTitle } from '../../../platform/web/page.tsx';
import { useGo } from '../../../platform/web/use-address.tsx';
import type { PaperPage } from '../../contract-papers.ts';
import { PaperForm } from './paper-form.tsx';
import './papers.css';

export default function AmendPaperPage() {
  const t = useT();
  const go = useGo();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const asked = useAsk<PaperPage>(`/api/funds/papers/${id}`);
  const back = () => go(`/funds/papers/${id}`);
  return (
    <>
      <PageTitle question={t('funds.page.paper_amend.question')} />
      <Answer of={asked}>
        {(paper) =>
          paper.verbs.includes('amend') && paper.kind === 'booking' ? (
            <PaperForm paper={paper} onDone={back} onCancel={back} />
          ) : (
            <Empty why={t('funds.paper.not_to_amend')} todo={t('funds.paper.not_to_amend.todo')} />
          )
        }
      </Answer>
    </>
  );
}
