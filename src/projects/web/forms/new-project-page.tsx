// Registering a project of the own town.
import { useT } from '../../../platform/web/i18n.tsx';
import { PageTitle } from '../../../platform/web/page.tsx';
import { useGo } from '../../../platform/web/use-address.tsx';
import { ProjectForm } from './project-form.tsx';
import '../projects.css';

export default function NewProjectPage() {
  const t = useT();
  const go = useGo();
  return (
    <>
      <PageTitle question={t('projects.form.add')} />
      <p className="page-lead">{t('projects.form.add.note')}</p>
      <ProjectForm onDone={(id) => go(`/projects/${id}`)} onCancel={() => go('/projects')} />
    </>
  );
}
