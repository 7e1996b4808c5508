/** Why a restore is refused, and what to do instead. */
import { StartProblem } from '../db/start-problem.ts';

export const noBackup = (dir: string, backup: string | undefined): StartProblem =>
  backup === undefined
    ? new StartProblem(
        `${dir} 里没有完整的备份:请核对 BACKUP_DIR,或用 --dir 指明备份所在的目录`,
        `there is no whole backup in ${dir}: check BACKUP_DIR, or name the folder of the backups with --dir`,
      )
    : new StartProblem(
        `${dir} 里没有名为 ${backup} 的完整备份:用 zhuzhen backup list 看有哪些`,
        `there is no whole backup ${backup} in ${dir}: zhuzhen backup list shows which there are`,
      );

export const outOfReach = (zh: string, en: string): StartProblem =>
  zh === ''
    ? new StartProblem(
        '没有能恢复到这一刻的备份,也没有归档的日志:请不写 --to,恢复到最近一次备份',
        'no backup reaches that moment, and no log is archived: leave --to away to restore the newest backup',
      )
    : new StartProblem(
        `没有能恢复到这一刻的备份,可恢复的时段(北京时间):${zh}。请用 --to 指定其中一刻,或不写 --to 恢复到最后`,
        `no backup reaches that moment; what can be restored (Beijing time): ${en}. Name a moment in there with --to, or leave it away for the last one`,
      );

export const isThere = (dataDir: string): StartProblem =>
  new StartProblem(
    `${dataDir} 已经存在,恢复不会覆盖任何东西:请换一个还没有的目录`,
    `${dataDir} exists, and a restore overwrites nothing: name a folder that is not there yet`,
  );

export const logicalHasOneMoment = (name: string): StartProblem =>
  new StartProblem(
    `${name} 是逻辑备份,只有做备份那一刻的数据,不能用 --to 恢复到别的时刻。外部 PostgreSQL 要按时刻恢复,请用它自己的日志归档(如 pgBackRest、Barman、WAL-G)`,
    `${name} is a logical backup and holds one moment only: --to cannot bring it to another. For an outside PostgreSQL that is the work of its own log archive (pgBackRest, Barman, WAL-G)`,
  );

export const filesOnly = (name: string): StartProblem =>
  new StartProblem(
    `${name} 是物理备份,只能恢复成自带数据库的数据目录:请用 --into 指定新目录;要搬到外部 PostgreSQL,先恢复,再用 zhuzhen backup --logical`,
    `${name} is a physical backup and can only become a data directory of the embedded database: name a new one with --into; to move to an outside PostgreSQL restore first, then zhuzhen backup --logical`,
  );
