// Choosing a sending unit by name, spelling or credit code.
import { useAsk } from '../../../platform/web/ask.ts';
import { useT } from '../../../platform/web/i18n.tsx';
import { useMay } from '../../../platform/web/session.ts';
import { PageLink } from '../../../platform/web/use-address.tsx';
import type { OrganisationRows } from '../../contract-organisations.ts';
import { SearchField, type SearchFieldProps, useWords } from './search-field.tsx';

export function UnitField(props: SearchFieldProps) {
  const t = useT();
  const may = useMay('teams.write');
  const words = useWords();
  const found = useAsk<OrganisationRows>(words.asked ? '/api/teams/organisations' : undefined, {
    q: words.asked,
    limit: '8',
  });
  return (
    <SearchField
      hint={t('teams.filter.search')}
      words={words}
      found={found.data?.rows
        .filter((row) => row.validTo === null)
        .map(({ id, name, homeName }) => ({ id, name, note: homeName }))}
      none={
        <>
          {t('teams.organisation.none')}{' '}
          {may && <PageLink to="/teams/organisations">{t('teams.form.unit.enter_first')}</PageLink>}
        </>
      }
      {...props}
    />
  );
}
