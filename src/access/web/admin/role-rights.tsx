// What a role may do, in words.
import { useT } from '../../../platform/web/i18n.tsx';
import { permissionsOf, type RoleName } from '../../roles.ts';

export function RoleRights({ role }: { role: RoleName }) {
  const t = useT();
  return (
    <ul className="admin-list">
      {permissionsOf[role].map((permission) => (
        <li key={permission}>{t(`access.permission.${permission}`)}</li>
      ))}
    </ul>
  );
}
