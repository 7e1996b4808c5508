// A home place with the one above it, so that two of one name are told apart.
import { useT } from '../../../platform/web/i18n.tsx';

export function HomeName({ homeName, aboveName }: { homeName: string; aboveName: string }) {
  const t = useT();
  return aboveName ? t('access.admin.home_below', { above: aboveName, name: homeName }) : homeName;
}

/** Who did something, and when. */
export function ByWhom({ who, when }: { who: string | null; when: string }) {
  const t = useT();
  return (
    <>
      {who ?? t('access.admin.someone')} <time className="admin-when">{when}</time>
    </>
  );
}
