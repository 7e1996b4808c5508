// What nobody looks after once a posting has ended: said before it is sent, blocks nothing.
import { useAsk } from '../../../platform/web/ask.ts';
import { useT } from '../../../platform/web/i18n.tsx';
import type { LeftOpen, PostingRow } from '../../contract.ts';

export function LeftBehind({ posting, on }: { posting: PostingRow; on: string }) {
  const t = useT();
  const path = on >= posting.startsOn ? `/api/teams/postings/${posting.id}/left-open` : undefined;
  const { data } = useAsk<LeftOpen>(path, { on });
  if (!data) return null;
  const lines = [
    ...(data.captain ? [t('teams.form.left.captain')] : []),
    ...data.villages.map((village) => t('teams.form.left.village', { village })),
    ...data.duties.map(({ kind, promise }) =>
      t('teams.form.left.duty', {
        unit: posting.organisationName ?? '',
        duty: t('teams.pairing.duty', { kind: t(`teams.duty_kind.${kind}`), promise }),
      }),
    ),
  ];
  if (lines.length === 0) return null;
  return (
    <div className="left-behind" role="status">
      <p>{t('teams.form.left')}</p>
      <ul className="warnings">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
