/** Words of what is recorded of backups. */
import type { Words } from '../../kit/words.ts';

export const words = {
  'platform.backup_kind.backup': { zh: '备份', en: 'Backup' },
  'platform.backup_kind.drill': { zh: '恢复演练', en: 'Restore drill' },
  'platform.backup_kind.restore': { zh: '恢复', en: 'Restore' },
  'platform.backup_form.physical': { zh: '物理备份', en: 'Files' },
  'platform.backup_form.logical': { zh: '逻辑备份', en: 'Rows' },
  'platform.backup_outcome.running': { zh: '进行中', en: 'Under way' },
  'platform.backup_outcome.done': { zh: '成功', en: 'Done' },
  'platform.backup_outcome.failed': { zh: '失败', en: 'Failed' },
  'platform.backup_outcome.broken_off': { zh: '中断', en: 'Broken off' },
} satisfies Words;
