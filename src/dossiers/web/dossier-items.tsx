// Each paper the checklist asks for, in the county's order, with its scans and what may be done with them.
import { useT } from '../../platform/web/i18n.tsx';
import { Section } from '../../platform/web/page.tsx';
import type { DossierPage, Scan } from '../contract.ts';
import { servesOf } from '../rules.ts';
import { sizeText } from './paper-names.ts';
import type { UploadOf } from './upload-form.tsx';
import type { WithdrawOf } from './withdraw-form.tsx';

interface Deeds {
  upload: (of: UploadOf) => void;
  withdraw: (of: WithdrawOf) => void;
}

export function DossierItems({ dossier, ...deeds }: { dossier: DossierPage } & Deeds) {
  const t = useT();
  return (
    <>
      <Section title={t('dossiers.items')}>
        <ol className="dossier-items">
          {dossier.items.map((item) => (
            <li key={item.kind}>
              <div className="dossier-kind">
                <h3>{t(`projects.document_kind.${item.kind}`)}</h3>
                <span className={item.required ? 'dossier-must' : 'dossier-may'}>
                  {t(item.required ? 'dossiers.required' : 'dossiers.optional')}
                </span>
                <span className="dossier-may">{t(`dossiers.serves.${servesOf(item.kind)}`)}</span>
                {dossier.mayUpload && (
                  <button
                    type="button"
                    className={
                      item.required && item.files.length === 0 ? 'main-button' : 'plain-button'
                    }
                    aria-label={t('dossiers.upload.of', {
                      kind: t(`projects.document_kind.${item.kind}`),
                    })}
                    onClick={() => deeds.upload({ kind: item.kind, paper: item.registered[0] })}
                  >
                    {t('dossiers.upload')}
                  </button>
                )}
              </div>
              {item.files.map((scan) => (
                <ScanLine key={scan.id} scan={scan} may={dossier.mayUpload} {...deeds} />
              ))}
              {item.files.length === 0 && item.registered.length === 0 && (
                <p className={item.required ? 'dossier-lacks' : 'dossier-may'}>
                  {t('dossiers.no_scan')}
                </p>
              )}
              {item.registered.map((paper) => (
                <p key={paper.id} className={item.required ? 'dossier-lacks' : 'dossier-may'}>
                  {t('dossiers.registered_only', {
                    title: paper.number ? `${paper.title} ${paper.number}` : paper.title,
                  })}
                </p>
              ))}
            </li>
          ))}
        </ol>
      </Section>
      {dossier.beside.length > 0 && (
        <Section title={t('dossiers.beside')}>
          {dossier.beside.map((scan) => (
            <ScanLine key={scan.id} scan={scan} may={dossier.mayUpload} {...deeds} />
          ))}
        </Section>
      )}
    </>
  );
}

function ScanLine({ scan, may, upload, withdraw }: { scan: Scan; may: boolean } & Deeds) {
  const t = useT();
  const content = `/api/dossiers/files/${scan.id}/content`;
  const about = [
    scan.number,
    scan.dated,
    `${t(`dossiers.file_type.${scan.type}`)} ${sizeText(scan.size)}`,
    scan.class === 'personal' ? t('dossiers.file_class.personal') : null,
    scan.uploadedBy,
    scan.left ? t('dossiers.left') : null,
  ];
  return (
    <div className="dossier-scan">
      <a href={`${content}?show=inline`} target="_blank" rel="noreferrer">
        {scan.title}
      </a>
      <span className="dossier-may" title={scan.sha256}>
        {about.filter(Boolean).join(' · ')}
      </span>
      <span className="dossier-deeds">
        <a href={content} download>
          {t('dossiers.download')}
        </a>
        {may && !scan.left && (
          <>
            <button
              type="button"
              className="text-button"
              aria-label={t('dossiers.replace.of', { title: scan.title })}
              onClick={() => upload({ kind: scan.kind, replaces: scan })}
            >
              {t('dossiers.replace')}
            </button>
            <button
              type="button"
              className="text-button"
              aria-label={t('dossiers.withdraw.of', { title: scan.title })}
              onClick={() => withdraw(scan)}
            >
              {t('dossiers.withdraw')}
            </button>
          </>
        )}
      </span>
    </div>
  );
}
