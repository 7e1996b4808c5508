/** Words of the page of backups. */
import type { Words } from '../../kit/words.ts';

export const words = {
  'app.operations.backups': { zh: '备份与健康', en: 'Backups and health' },
  'app.operations.question': {
    zh: '出了事，数据能恢复到什么时候？',
    en: 'To which moment could the data be brought back?',
  },
  'app.operations.as_of': { zh: '查询时刻 {time}（北京时间）', en: 'As of {time}, Beijing time' },

  'app.operations.backup': { zh: '备份', en: 'Backup' },
  'app.operations.backup.good': {
    zh: '最近一次成功的备份是 {time} 开始的，{size}。',
    en: 'The last good backup was begun at {time}; {size}.',
  },
  'app.operations.backup.never': {
    zh: '还没有成功的备份。',
    en: 'There is no good backup yet.',
  },
  'app.operations.backup.overdue': {
    zh: '已超过 26 小时没有新的备份。看下面最近一次为什么没成，处理后在服务器上运行 zhuzhen backup。',
    en: 'There has been no new backup for more than 26 hours. See below why the last one failed, remedy it, then run zhuzhen backup on the server.',
  },
  'app.operations.backup.gone': {
    zh: '这份备份已不在原处（{folder}）。核对备份盘是否挂载，然后运行 zhuzhen backup。',
    en: 'That backup no longer lies in its place ({folder}). Check that the disk is mounted, then run zhuzhen backup.',
  },
  'app.operations.backup.off': {
    zh: '这台服务器没有设备份目录，不会自己备份。在服务器上设 BACKUP_DIR（另一块盘上的目录）后重启。',
    en: 'No folder for backups is set on this server, so it makes none by itself. Set BACKUP_DIR on the server, a folder on another disk, and restart.',
  },
  'app.operations.drill': { zh: '恢复演练', en: 'Restore drill' },
  'app.operations.drill.good': {
    zh: '最近一次成功的演练是 {time}，用的备份是 {backup}：恢复出来，行数、引用关系、表和索引、指标都核对过。',
    en: 'The last good drill was at {time} with {backup}: restored, and its rows, references, tables, indexes and figures compared.',
  },
  'app.operations.drill.never': {
    zh: '还没有成功的恢复演练：没有演练过的备份，不能算数。',
    en: 'There is no good restore drill yet, and a backup that was never restored proves nothing.',
  },
  'app.operations.drill.overdue': {
    zh: '已超过 35 天没有成功演练。在服务器上运行 zhuzhen backup drill。',
    en: 'There has been no good drill for more than 35 days. Run zhuzhen backup drill on the server.',
  },
  'app.operations.archive': { zh: '可恢复到', en: 'Can be restored to' },
  'app.operations.archive.until': {
    zh: '备份之后的任何一秒，直到 {time}。',
    en: 'Any second after a backup, up to {time}.',
  },
  'app.operations.archive.none': {
    zh: '只能恢复到每次备份的那一刻：日志没有归档。外部 PostgreSQL 的日志归档由它自己的工具做。',
    en: 'Only to the moment of each backup: the log is not archived here. For an outside PostgreSQL its own tools do that.',
  },
  'app.operations.archive.overdue': {
    zh: '日志已有一小时没有归档，其后的数据丢了就找不回。核对备份盘和服务器的输出。',
    en: 'The log has not been archived for an hour; what was written since could not be brought back. Check the disk of the backups and what the server prints.',
  },
  'app.operations.place': { zh: '放在哪里', en: 'Where they lie' },
  'app.operations.place.folder': {
    zh: '{folder}，每天 {at}（北京时间）。保留 {daily} 天、{weekly} 周、{monthly} 个月，每段留最后一份。',
    en: '{folder}, every day at {at} Beijing time. The last one of each of {daily} days, {weekly} weeks and {monthly} months is kept.',
  },
  'app.operations.place.key': {
    zh: '备份是加密的，没有密钥文件就打不开：密钥要在别处另存一份。恢复的做法见 docs/operations.md。',
    en: 'Backups are encrypted and cannot be opened without the key file: keep a copy of it elsewhere. How to restore is in docs/operations.md.',
  },
  'app.operations.runs': {
    zh: '最近的备份、演练和恢复',
    en: 'Latest backups, drills and restores',
  },
  'app.operations.runs.none': {
    zh: '还没有备份、演练或恢复的记录',
    en: 'No backup, drill or restore is on record',
  },
  'app.operations.column.started': { zh: '开始（北京时间）', en: 'Begun (Beijing time)' },
  'app.operations.column.kind': { zh: '什么', en: 'What' },
  'app.operations.column.outcome': { zh: '结果', en: 'Outcome' },
  'app.operations.column.took': { zh: '用时', en: 'Took' },
  'app.operations.column.size': { zh: '大小', en: 'Size' },
  'app.operations.column.backup': { zh: '哪一份', en: 'Backup' },
  'app.operations.column.folder': { zh: '在哪里', en: 'Where' },
  'app.operations.column.reason': { zh: '没成的原因', en: 'Why it failed' },
  'app.operations.seconds': { zh: '{seconds} 秒', en: '{seconds} s' },
  'app.operations.minutes': { zh: '{minutes} 分', en: '{minutes} min' },
} satisfies Words;
