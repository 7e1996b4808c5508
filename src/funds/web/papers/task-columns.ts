// Columns of the task list 任务清单 that comes with a document: a binding one is marked.
import type { T } from '../../../platform/web/i18n.tsx';
import type { Column } from '../../../platform/web/table-column.ts';

interface Task {
  name: string;
  binding: boolean;
  target: string | null;
}

export const taskColumns = <Row extends Task>(t: T): Column<Row>[] => [
  {
    key: 'name',
    title: t('funds.column.task'),
    cell: (row) => `${row.binding ? '★ ' : ''}${row.name}`,
  },
  {
    key: 'binding',
    title: t('funds.column.binding'),
    cell: (row) => t(row.binding ? 'funds.paper.binding' : 'funds.paper.not_binding'),
  },
  {
    key: 'target',
    title: t('funds.column.target'),
    width: 18,
    cell: (row) => row.target ?? t('funds.paper.without'),
  },
];
