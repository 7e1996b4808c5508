// The lines of a spreadsheet of accounts, each with everything that is wrong with it.
import { DataTable } from '../../../../platform/web/data-table.tsx';
import { useT } from '../../../../platform/web/i18n.tsx';
import type { SheetRow } from '../../../contract-accounts.ts';

export function SheetPreview({ rows }: { rows: readonly SheetRow[] }) {
  const t = useT();
  // What must be mended stands first; else the order of the file.
  const sorted = [...rows].sort(
    (a, b) => Number(b.faults.length > 0) - Number(a.faults.length > 0) || a.line - b.line,
  );
  return (
    <DataTable<SheetRow>
      caption={t('access.sheet.rows')}
      rows={sorted}
      rowKey={(row) => String(row.line)}
      needsAction={(row) => row.faults.length > 0}
      columns={[
        { key: 'line', title: t('access.sheet.line'), number: true, cell: (row) => row.line },
        {
          key: 'faults',
          title: t('access.sheet.faults'),
          width: 30,
          cell: (row) =>
            row.faults.map((fault) => (
              <p key={fault}>
                {t(`access.refusal.${fault}`)}{' '}
                <span className="admin-sub">{t(`access.refusal.${fault}.todo`)}</span>
              </p>
            )),
        },
        { key: 'name', title: t('access.sheet.name'), cell: (row) => row.name },
        {
          key: 'displayName',
          title: t('access.sheet.displayName'),
          cell: (row) => row.displayName,
        },
        {
          key: 'role',
          title: t('access.sheet.role'),
          cell: (row) => (row.role ? t(`access.role.${row.role}`) : ''),
        },
        { key: 'place', title: t('access.sheet.place'), cell: (row) => row.homeName },
        { key: 'unit', title: t('access.sheet.unit'), cell: (row) => row.unitName },
      ]}
    />
  );
}
