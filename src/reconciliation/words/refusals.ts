/** What reconciliation refuses, and what to do then. */
import type { Words } from '../../kit/words.ts';

const say = (zh: string, en: string) => ({ zh, en });

export const refusalWords = {
  'reconciliation.refusal.workbook': say(
    '这是工作簿，不是 CSV 文件。',
    'This is a workbook, not a CSV file.',
  ),
  'reconciliation.refusal.workbook.todo': say(
    '在表格软件里另存为 CSV 再选。',
    'Save it as CSV in the spreadsheet program and choose it again.',
  ),
  'reconciliation.refusal.not_text': say('这个文件不是文本。', 'This file is no text.'),
  'reconciliation.refusal.not_text.todo': say(
    '请导出为 CSV，编码用 UTF-8 或 GB18030。',
    'Export it as CSV in UTF-8 or GB18030.',
  ),
  'reconciliation.refusal.unreadable': say(
    '文件太大或太乱，读不完。',
    'The file is too large or too broken to be read.',
  ),
  'reconciliation.refusal.unreadable.todo': say(
    '按月份拆开导出，每份不超过十万行。',
    'Export it month by month, at most a hundred thousand lines each.',
  ),
  'reconciliation.refusal.no_heads': say('没有找到表头。', 'No line of column heads was found.'),
  'reconciliation.refusal.no_heads.todo': say(
    '文件前三十行里要有一行列名。',
    'One of the first thirty lines must name the columns.',
  ),
  'reconciliation.refusal.mapping_dated': say(
    '还没有指定日期列。',
    'No column is named for the day.',
  ),
  'reconciliation.refusal.mapping_dated.todo': say(
    '选好日期列再预览。',
    'Choose the column of the day, then look again.',
  ),
  'reconciliation.refusal.mapping_amount': say(
    '金额列要么一列，要么收入、支出两列。',
    'Amounts stand in one column, or in one for income and one for outgo.',
  ),
  'reconciliation.refusal.mapping_amount.todo': say(
    '选好金额列再预览。',
    'Choose the columns of the amount, then look again.',
  ),
  'reconciliation.refusal.mapping_key': say(
    '号码、收款人、项目编码至少要有一列。',
    'At least one of number, payee and project code is needed.',
  ),
  'reconciliation.refusal.mapping_key.todo': say(
    '没有这些列就没法勾对，请重新导出。',
    'Nothing can be matched without; export it again with one of them.',
  ),
  'reconciliation.refusal.mapping_column_twice': say(
    '同一列被用了两次。',
    'One column is used twice.',
  ),
  'reconciliation.refusal.mapping_column_twice.todo': say(
    '每列只对应一项。',
    'Use each column once.',
  ),
  'reconciliation.refusal.faulty': say(
    '文件里还有 {count} 处问题，没有导入。',
    '{count} {count|fault|faults} {count|remains|remain} in the file; nothing was taken in.',
  ),
  'reconciliation.refusal.faulty.todo': say(
    '改好文件，重新预览。',
    'Correct the file and look at it again.',
  ),
  'reconciliation.refusal.nothing_new': say(
    '这些行以前都导入过，没有新的。',
    'Every line was taken in before; none is new.',
  ),
  'reconciliation.refusal.nothing_new.todo': say(
    '核对文件的期间。',
    'Check the period of the file.',
  ),
  'reconciliation.refusal.taken_in_now': say(
    '同样的行刚被别人导入。',
    'Somebody took the same lines in just now.',
  ),
  'reconciliation.refusal.taken_in_now.todo': say('重新预览。', 'Look at the file again.'),
  'reconciliation.refusal.source_name': say(
    '已有同名的来源。',
    'There is a source of this name already.',
  ),
  'reconciliation.refusal.source_name.todo': say(
    '换个名称，或直接用已有的。',
    'Choose another name, or use the one there is.',
  ),
  'reconciliation.refusal.id_taken': say('编号已被使用。', 'The id is in use already.'),
  'reconciliation.refusal.id_taken.todo': say(
    '刷新页面再试。',
    'Load the page again and try once more.',
  ),
  'reconciliation.refusal.withdrawn': say(
    '这次导入已经撤销。',
    'This import was taken back already.',
  ),
  'reconciliation.refusal.withdrawn.todo': say('刷新页面查看。', 'Load the page again.'),
  'reconciliation.refusal.rests_on_it': say(
    '已完成的对账用到了这些行，不能撤销。',
    'A finished run rests on these lines; they stay.',
  ),
  'reconciliation.refusal.rests_on_it.todo': say(
    '先退回或重新打开那次对账。',
    'Return or reopen that run first.',
  ),
  'reconciliation.refusal.other_office': say(
    '这是其他单位的对账。',
    'This belongs to another office.',
  ),
  'reconciliation.refusal.other_office.todo': say('请那个单位办理。', 'Ask that office to do it.'),
  'reconciliation.refusal.no_right': say('你的岗位不能这样办。', 'Your role may not do this.'),
  'reconciliation.refusal.no_right.todo': say(
    '请本单位登记或复核资金的人办理。',
    'Ask somebody of your office who registers or checks money.',
  ),
  'reconciliation.refusal.same_person': say(
    '发起、勾对、说明或完成过这次对账的人，不能复核。',
    'Whoever opened, matched, judged, explained or finished a run does not confirm it.',
  ),
  'reconciliation.refusal.same_person.todo': say(
    '请本单位没有经手过这次对账的同事复核。',
    'Ask a person of the office who had no hand in it.',
  ),
  'reconciliation.refusal.run_state': say(
    '这次对账的状态已变，不能这样办。',
    'The run has moved on; this is not possible now.',
  ),
  'reconciliation.refusal.run_state.todo': say(
    '刷新页面，看现在能办什么。',
    'Load the page again to see what can be done.',
  ),
  'reconciliation.refusal.changed_since': say(
    '你打开页面后，别人改过这次对账。',
    'Somebody changed the run after you opened the page.',
  ),
  'reconciliation.refusal.changed_since.todo': say(
    '刷新页面，看过再办。',
    'Load the page again and look before you go on.',
  ),
  'reconciliation.refusal.run_once': say(
    '这个来源、口径和期间已有一次对账。',
    'There is a run of this source, programme and period already.',
  ),
  'reconciliation.refusal.run_once.todo': say(
    '打开已有的，或先把它作废。',
    'Open that one, or discard it first.',
  ),
  'reconciliation.refusal.period': say(
    '期间不对：止日不能早于起日，最长十三个月。',
    'The period does not fit: it ends after it begins and lasts thirteen months at most.',
  ),
  'reconciliation.refusal.period.todo': say('改好起止日期。', 'Correct the two days.'),
  'reconciliation.refusal.programme_of_source': say(
    '银行对账单对自筹及捐赠，指标和支付明细对财政资金。',
    'Bank statements go with self-raised money, quota and payments with money of the treasury.',
  ),
  'reconciliation.refusal.programme_of_source.todo': say(
    '换一个资金口径或来源。',
    'Choose another programme or source.',
  ),
  'reconciliation.refusal.not_alone': say(
    '两笔中有一笔已经对上或不在了。',
    'One of the two is paired already or gone.',
  ),
  'reconciliation.refusal.not_alone.todo': say(
    '刷新页面重新选。',
    'Load the page again and choose anew.',
  ),
  'reconciliation.refusal.judge_first': say(
    '待人工判断的先勾对或拆开，再说明。',
    'What is to be judged is paired or left apart first.',
  ),
  'reconciliation.refusal.judge_first.todo': say(
    '在“待人工判断”里处理。',
    'Do it under “To be judged”.',
  ),
  'reconciliation.refusal.nothing_to_explain': say(
    '对上的不用说明。',
    'What matched needs no explanation.',
  ),
  'reconciliation.refusal.nothing_to_explain.todo': say(
    '只选有差异的行。',
    'Choose rows that differ.',
  ),
  'reconciliation.refusal.reason_fits_not': say(
    '这个原因不适用于所选的行。',
    'This reason does not fit the rows chosen.',
  ),
  'reconciliation.refusal.reason_fits_not.todo': say(
    '换一个原因，或分开说明。',
    'Choose another, or explain them apart.',
  ),
  'reconciliation.refusal.note_needed': say('这个原因要写明情况。', 'This reason needs a note.'),
  'reconciliation.refusal.note_needed.todo': say(
    '写上是哪里错了、怎么更正。',
    'Say what is wrong and how it will be corrected.',
  ),
  'reconciliation.refusal.match_first': say('还没有勾对。', 'Nothing was matched yet.'),
  'reconciliation.refusal.match_first.todo': say('先点重新勾对。', 'Match first.'),
  'reconciliation.refusal.ambiguous': say(
    '还有 {count} 笔待人工判断。',
    '{count} {count|line|lines} {count|is|are} still to be judged.',
  ),
  'reconciliation.refusal.ambiguous.todo': say(
    '逐笔勾对，或判定为单边。',
    'Pair each, or leave it apart.',
  ),
  'reconciliation.refusal.unexplained': say(
    '还有 {count} 处差异没有说明。',
    '{count} {count|difference|differences} {count|has|have} no explanation yet.',
  ),
  'reconciliation.refusal.unexplained.todo': say(
    '逐处说明或更正后再完成。',
    'Explain or correct each, then finish.',
  ),
  'reconciliation.refusal.moved_since': say(
    '勾对后账面又有变动，多出 {count} 处差异没有说明。',
    'The books moved since the last matching: {count} {count|difference|differences} {count|has|have} no explanation.',
  ),
  'reconciliation.refusal.moved_since.todo': say(
    '重新勾对，说明新的差异。',
    'Match again and explain what is new.',
  ),
  'reconciliation.refusal.closes_not': say(
    '余额调节表没有调平：账面或导入在勾对后有变动。',
    'The statement does not close: books or imports moved since the last matching.',
  ),
  'reconciliation.refusal.closes_not.todo': say(
    '退回或重新勾对，看清变动再完成。',
    'Return it or match again, and look at what moved.',
  ),
} satisfies Words;
