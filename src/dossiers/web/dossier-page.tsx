// The dossier of a request for payment: what is missing first, each paper with its scans, and what was put together.
import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { send } from '../../platform/web/api.ts';
import { useAsk } from '../../platform/web/ask.ts';
import { Drawer } from '../../platform/web/drawer.tsx';
import { useT } from '../../platform/web/i18n.tsx';
import { Value } from '../../platform/web/money.tsx';
import { Answer, PageTitle, Problem } from '../../platform/web/page.tsx';
import { PageLink } from '../../platform/web/use-address.tsx';
import { newId } from '../../platform/web/uuid.ts';
import type { DossierPage as Dossier } from '../contract.ts';
import { DossierItems } from './dossier-items.tsx';
import { blocked, ExplainForm, Hints, toExplain } from './hints.tsx';
import { MadeDossiers } from './made-dossiers.tsx';
import { usePapers } from './paper-names.ts';
import { UploadForm, type UploadOf } from './upload-form.tsx';
import { WithdrawForm, type WithdrawOf } from './withdraw-form.tsx';
import './dossiers.css';

export default function DossierPage() {
  const t = useT();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const asked = useAsk<Dossier>(`/api/dossiers/requests/${id}`);
  const queries = useQueryClient();
  const [uploading, setUploading] = useState<UploadOf>();
  const [withdrawing, setWithdrawing] = useState<WithdrawOf>();
  const [explaining, setExplaining] = useState(false);
  const [making, setMaking] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const dossier = asked.data;
  const again = () => {
    setUploading(undefined);
    setWithdrawing(undefined);
    setExplaining(false);
    void queries.invalidateQueries();
  };
  const put = (explanation: string | null, key: string) =>
    send('POST', '/api/dossiers/dossiers', { request: id, explanation }, key);
  async function make() {
    if (dossier && toExplain(dossier.hints)) return setExplaining(true);
    setMaking(true);
    setProblem(undefined);
    try {
      await put(null, newId());
    } catch (error) {
      setProblem(error);
    }
    setMaking(false);
    await queries.invalidateQueries();
  }
  return (
    <>
      <PageTitle
        question={
          dossier
            ? t('dossiers.page.dossier.question', {
                project: dossier.projectName,
                kind: t(`projects.request_kind.${dossier.kind}`),
              })
            : t('dossiers.page.requests')
        }
        {...(dossier ? { time: t(`projects.request_state.${dossier.state}`) } : {})}
        actions={
          dossier?.mayMake &&
          !blocked(dossier.hints) && (
            <button
              type="button"
              className="main-button"
              disabled={making}
              onClick={() => void make()}
            >
              {t('dossiers.make')}
            </button>
          )
        }
      />
      {making && <p role="status">{t('dossiers.making')}</p>}
      {problem !== undefined && <Problem problem={problem} />}
      <Answer of={asked}>
        {(given) => (
          <>
            <Missing dossier={given} />
            <Facts dossier={given} />
            <DossierItems dossier={given} upload={setUploading} withdraw={setWithdrawing} />
            {given.mayUpload && <Hints hints={given.hints} />}
            <MadeDossiers dossier={given} />
          </>
        )}
      </Answer>
      {dossier && uploading && (
        <Drawer
          open
          title={
            uploading.replaces
              ? t('dossiers.replace.of', { title: uploading.replaces.title })
              : t('dossiers.upload.of', { kind: t(`projects.document_kind.${uploading.kind}`) })
          }
          onClose={() => setUploading(undefined)}
        >
          <UploadForm
            dossier={dossier}
            of={uploading}
            onDone={again}
            onCancel={() => setUploading(undefined)}
          />
        </Drawer>
      )}
      {dossier && explaining && (
        <Drawer open title={t('dossiers.make')} onClose={() => setExplaining(false)}>
          <Hints hints={dossier.hints} />
          <ExplainForm
            request={id}
            make={put}
            onDone={again}
            onCancel={() => setExplaining(false)}
          />
        </Drawer>
      )}
      {withdrawing && (
        <Drawer
          open
          title={t('dossiers.withdraw.of', { title: withdrawing.title })}
          onClose={() => setWithdrawing(undefined)}
        >
          <WithdrawForm
            of={withdrawing}
            onDone={again}
            onCancel={() => setWithdrawing(undefined)}
          />
        </Drawer>
      )}
    </>
  );
}

function Missing({ dossier }: { dossier: Dossier }) {
  const t = useT();
  const papers = usePapers();
  const { missing, mayMake, state, current } = dossier;
  if (missing.length > 0)
    return (
      <p className="dossier-missing" role="status">
        {t('dossiers.missing_first', { papers: papers(missing) })}
      </p>
    );
  return (
    <p className="dossier-complete" role="status">
      {t('dossiers.missing_none')} {mayMake && !current && t('dossiers.can_make')}
      {state === 'submitted' && t('dossiers.wait_check')}
      {state === 'checked' && current && (
        <>
          {t('dossiers.can_send')}{' '}
          <PageLink to={`/projects/${dossier.project}`}>{t('dossiers.to_project')}</PageLink>
        </>
      )}
    </p>
  );
}

function Facts({ dossier }: { dossier: Dossier }) {
  const t = useT();
  const text: [string, string | null][] = [
    ['place', dossier.placeName],
    ['contract', dossier.contractNumber],
    ['contractor', dossier.contractor],
    ['payee', dossier.payee],
    ['invoice', dossier.invoice],
    ['asked', dossier.askedOn],
    ['registered', dossier.registeredBy],
    ['checked', dossier.checkedBy],
  ];
  return (
    <dl className="dossier-facts">
      <div>
        <dt>{t('dossiers.column.amount')}</dt>
        <dd>
          <Value of={{ value: dossier.amount, as: 'fen' }} />
        </dd>
      </div>
      <div>
        <dt>{t('dossiers.column.contract_amount')}</dt>
        <dd>
          <Value of={{ value: dossier.contractAmount, as: 'fen' }} />
        </dd>
      </div>
      <div>
        <dt>{t('dossiers.column.project')}</dt>
        <dd>
          <PageLink to={`/projects/${dossier.project}`}>
            {dossier.projectNumber} {dossier.projectName}
          </PageLink>
        </dd>
      </div>
      {text.map(([name, value]) => (
        <div key={name}>
          <dt>{t(`dossiers.column.${name}`)}</dt>
          <dd>{value || t('dossiers.without')}</dd>
        </div>
      ))}
      <div>
        <dt>{t('dossiers.column.basis')}</dt>
        <dd>
          <PageLink to="/dossiers/checklists">
            {dossier.checklist.basis === null
              ? t('dossiers.items.standard')
              : t('dossiers.items.basis', {
                  basis: dossier.checklist.basis,
                  day: dossier.checklist.validFrom ?? '',
                })}
          </PageLink>
        </dd>
      </div>
    </dl>
  );
}
