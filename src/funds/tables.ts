/** Tables of funds: entries are never changed, accounts only by posting. */
import { placed, type TableManifest } from '../platform/db/tables.ts';

export const tables: TableManifest = {
  'funds.document': {
    class: 'reference',
    scope: { none: 'numbers of published documents' },
    app: 'append',
  },
  'funds.share': {
    class: 'reference',
    scope: { none: 'dated rule everybody is measured by' },
    app: 'read',
  },
  'funds.recall_rule': {
    class: 'reference',
    scope: { none: 'dated rule everybody is measured by' },
    app: 'read',
  },
  // Written by `funds.book` and `funds.book_of_towns` alone.
  'funds.account': placed('distributed', 'read'),
  'funds.entry': placed('distributed', 'read'),
  'funds.paper': placed('reference', 'write'),
  'funds.paper_line': placed('distributed', 'write_delete'),
  'funds.paper_task': placed('reference', 'write_delete'),
  'funds.paper_event': placed('reference', 'append'),
  'funds.closing': placed('distributed', 'append'),
  'funds.allocation': placed('reference', 'write'),
  'funds.allocation_share': placed('reference', 'write_delete'),
  'funds.allocation_amount': placed('distributed', 'write_delete'),
  'funds.allocation_line': placed('distributed', 'write_delete'),
  'funds.factor_value': placed('distributed', 'write'),
  'funds.raising_plan': placed('reference', 'write'),
  'funds.raising_instalment': placed('reference', 'write_delete'),
  'funds.rule_event': placed('reference', 'append'),
  'funds.carry_over': placed('reference', 'write'),
  'funds.carry_over_line': placed('distributed', 'write_delete'),
  'funds.check_run': placed('reference', 'append'),
  'funds.check_result': placed('reference', 'append'),
  'funds.progress_target': {
    class: 'reference',
    scope: { none: 'dated rule everybody is measured by' },
    app: 'read',
  },
  'funds.pledge': placed('reference', 'append'),
  'funds.designation': placed('reference', 'append'),
  'funds.donated_goods': placed('reference', 'write'),
};
