// What is arranged for all teams: batches that take turns, whom each must have, and when reminders come.
import { useT } from '../../../platform/web/i18n.tsx';
import { PageTitle } from '../../../platform/web/page.tsx';
import { usePlacePeriod } from '../../../platform/web/use-address.tsx';
import { Batches } from './batches.tsx';
import { Limits } from './limits.tsx';
import { Requirements } from './requirements.tsx';
import '../teams.css';

export default function ArrangementPage() {
  const t = useT();
  const { to } = usePlacePeriod();
  return (
    <>
      <PageTitle
        question={t('teams.page.arrangement.question')}
        time={t('teams.page.as_of', { day: to })}
      />
      <Batches />
      <Requirements />
      <Limits />
    </>
  );
}
