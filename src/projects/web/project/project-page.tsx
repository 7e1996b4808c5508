// One project: where it stands and what may be done, its money, notices, papers, contracts, requests and history.
import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsk } from '../../../platform/web/ask.ts';
import { Drawer } from '../../../platform/web/drawer.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Answer, PageTitle } from '../../../platform/web/page.tsx';
import { PageLink } from '../../../platform/web/use-address.tsx';
import type { OpenStep, ProjectPage as Project } from '../../contract.ts';
import { StepForm } from '../forms/step-form.tsx';
import { AdjustmentsPart } from '../parts/adjustments-part.tsx';
import { BudgetPart } from '../parts/budget-part.tsx';
import { ContractsPart } from '../parts/contracts-part.tsx';
import { FactsPart } from '../parts/facts-part.tsx';
import { HistoryPart } from '../parts/history-part.tsx';
import { PapersPart } from '../parts/papers-part.tsx';
import { RequestsPart } from '../parts/requests-part.tsx';
import { MoneyBar } from './money-bar.tsx';
import { TransferForm } from './transfer-form.tsx';
import '../projects.css';

export default function ProjectPage() {
  const t = useT();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const asked = useAsk<Project>(`/api/projects/projects/${id}`);
  const queries = useQueryClient();
  const [doing, setDoing] = useState<OpenStep>();
  const [transfers, setTransfers] = useState(false);
  const project = asked.data;
  return (
    <>
      <PageTitle
        question={project?.name ?? t('projects.page.library')}
        {...(project
          ? {
              time: `${project.townName} · ${project.number} · ${t(`projects.state.${project.state}`)}`,
            }
          : {})}
        actions={
          project && (
            <>
              {project.mayTransfer && (
                <button type="button" className="plain-button" onClick={() => setTransfers(true)}>
                  {t('projects.verb.transfer')}
                </button>
              )}
              <Verbs project={project} begin={setDoing} />
            </>
          )
        }
      />
      <p className="page-lead">{t('projects.ledger_only')}</p>
      <Answer of={asked}>
        {(given) => (
          <>
            <Waiting project={given} />
            <MoneyBar project={given} />
            <FactsPart project={given} />
            <BudgetPart project={given} />
            <AdjustmentsPart project={given} />
            <ContractsPart project={given} />
            <RequestsPart project={given} />
            <PapersPart project={given} />
            <HistoryPart project={given} />
          </>
        )}
      </Answer>
      {project && transfers && (
        <Drawer open title={t('projects.verb.transfer')} onClose={() => setTransfers(false)}>
          <TransferForm project={project} onEnd={() => setTransfers(false)} />
        </Drawer>
      )}
      {project && doing && (
        <Drawer open title={t(`projects.verb.${doing.verb}`)} onClose={() => setDoing(undefined)}>
          <StepForm
            project={project}
            step={doing}
            onDone={() => {
              setDoing(undefined);
              void queries.invalidateQueries();
            }}
            onCancel={() => setDoing(undefined)}
          />
        </Drawer>
      )}
    </>
  );
}

const backward = ['discard', 'terminate', 'withdraw', 'return'];

/** What leads on is the main button; grey while something is missing, which stands below. */
function Verbs(props: { project: Project; begin: (step: OpenStep) => void }) {
  const t = useT();
  const { project, begin } = props;
  return (
    <>
      {project.steps
        .toSorted((a, b) => rank(a) - rank(b))
        .map((step) =>
          step.verb === 'amend' ? (
            <PageLink key={step.verb} to={`/projects/${project.id}/amend`} className="plain-button">
              {t('projects.verb.amend')}
            </PageLink>
          ) : (
            <button
              key={step.verb}
              type="button"
              className={
                backward.includes(step.verb) || step.verb === 'report'
                  ? 'plain-button'
                  : 'main-button'
              }
              disabled={step.missing.length > 0}
              title={step.missing.map((code) => t(`projects.missing.${code}`)).join(' ')}
              onClick={() => begin(step)}
            >
              {t(`projects.verb.${step.verb}`)}
            </button>
          ),
        )}
    </>
  );
}
const rank = ({ verb }: OpenStep) => {
  if (backward.includes(verb)) return backward.indexOf(verb);
  return verb === 'amend' || verb === 'report' ? 10 : 20;
};

/** What still stands in the way of the steps that are the caller's; not of giving up, which nobody is waiting for. */
function Waiting({ project }: { project: Project }) {
  const t = useT();
  const waiting = project.steps.filter(
    ({ verb, missing }) => missing.length > 0 && !backward.includes(verb),
  );
  if (waiting.length === 0) return null;
  return (
    <ul className="project-missing">
      {waiting.map((step) =>
        step.missing.map((code) => (
          <li key={`${step.verb} ${code}`}>
            {t('projects.before', { verb: t(`projects.verb.${step.verb}`) })}
            {t(`projects.missing.${code}`)} {t(`projects.missing.${code}.todo`)}
          </li>
        )),
      )}
    </ul>
  );
}
