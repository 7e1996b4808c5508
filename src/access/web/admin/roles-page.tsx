// What each role may do, whence its scope comes, and whether a second factor is asked. From the same data the server goes by.
import { useAsk } from '../../../platform/web/ask.ts';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Answer, PageTitle, Section } from '../../../platform/web/page.tsx';
import type { PolicyPage } from '../../contract-accounts.ts';
import { permissionsOf, type RoleName, roleNames, roles } from '../../roles.ts';
import './admin.css';

export default function RolesPage() {
  const t = useT();
  const asked = useAsk<PolicyPage>('/api/access/policy');
  return (
    <>
      <PageTitle question={t('access.roles.question')} />
      <Section title={t('access.roles.list')} note={t('access.roles.note')}>
        <Answer of={asked} shape="table" rows={10}>
          {({ policy }) => (
            <DataTable<RoleName>
              caption={t('access.roles.list')}
              rows={roleNames}
              rowKey={(role) => role}
              full
              columns={[
                {
                  key: 'role',
                  title: t('access.admin.role'),
                  cell: (role) => t(`access.role.${role}`),
                },
                {
                  key: 'may',
                  title: t('access.roles.may'),
                  cell: (role) =>
                    permissionsOf[role]
                      .map((permission) => t(`access.permission.${permission}`))
                      .join(t('access.admin.then')),
                  width: 26,
                },
                {
                  key: 'sees',
                  title: t('access.roles.sees'),
                  cell: (role) => t(`access.scope_from.${roles[role].scope}`),
                  width: 13,
                },
                {
                  key: 'levels',
                  title: t('access.roles.levels'),
                  cell: (role) =>
                    roles[role].levels
                      .map((level) => t(`regions.level.${level}`))
                      .join(t('access.admin.and')),
                  width: 9,
                },
                {
                  key: 'factor',
                  title: t('access.roles.factor'),
                  cell: (role) =>
                    t(
                      policy.secondFactorRoles.includes(role)
                        ? 'access.roles.factor.yes'
                        : 'access.roles.factor.no',
                    ),
                },
              ]}
            />
          )}
        </Answer>
      </Section>
    </>
  );
}
