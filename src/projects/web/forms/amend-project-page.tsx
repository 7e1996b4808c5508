// Amending a project that is an idea or was returned.
import { useParams } from '@tanstack/react-router';
import { useAsk } from '../../../platform/web/ask.ts';
import { useT } from '../../../platform/web/i18n.tsx';
import { Answer, PageTitle } from '../../../platform/web/page.tsx';
import { useGo } from '../../../platform/web/use-address.tsx';
import type { ProjectPage } from '../../contract.ts';
import { ProjectForm } from './project-form.tsx';
import '../projects.css';

export default function AmendProjectPage() {
  const t = useT();
  const go = useGo();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const asked = useAsk<ProjectPage>(`/api/projects/projects/${id}`);
  const back = () => go(`/projects/${id}`);
  return (
    <>
      <PageTitle question={t('projects.form.amend')} />
      <Answer of={asked}>
        {(project) => <ProjectForm project={project} onDone={back} onCancel={back} />}
      </Answer>
    </>
  );
}
