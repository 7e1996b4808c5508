/** Refusals of dossiers: what stands in the way and what to do. */
import type { Words } from '../../kit/words.ts';

const say = (zh: string, en: string) => ({ zh, en });

export const refusalWords = {
  'dossiers.refusal.other_office': say(
    '这个项目的资料由所在镇或上一级主管单位办理。',
    'Papers of this project are dealt with by its town’s office or the one above it.',
  ),
  'dossiers.refusal.other_office.todo': say(
    '请联系项目所在镇。',
    'Turn to the town of the project.',
  ),
  'dossiers.refusal.day_to_come': say(
    '文件日期还没到（今天 {today}）。',
    'The paper’s day has not come yet (today is {today}).',
  ),
  'dossiers.refusal.day_to_come.todo': say('核对文件上的日期。', 'Compare the day on the paper.'),
  'dossiers.refusal.other_project': say(
    '申请、文件登记或被替换的扫描件不属于这个项目。',
    'The request, the paper or the scan to be replaced is of another project.',
  ),
  'dossiers.refusal.other_project.todo': say(
    '回到这份申请的页面重新上传。',
    'Go back to the page of the request and upload it there.',
  ),
  'dossiers.refusal.for_which_request': say(
    '发票、进度证明、合同和招标文件要说明是哪一笔申请的。',
    'Invoices, proofs of progress, contracts and tender papers belong to a request.',
  ),
  'dossiers.refusal.for_which_request.todo': say(
    '从那份支付申请的资料页上传。',
    'Upload it from the dossier of that request.',
  ),
  'dossiers.refusal.same_scan': say(
    '同一份文件已经上传过，不用再传。',
    'The same file was uploaded already; once is enough.',
  ),
  'dossiers.refusal.same_scan.todo': say(
    '刷新页面，在清单里就能看到。',
    'Reload the page: it stands in the list.',
  ),
  'dossiers.refusal.id_taken': say('这个编号已经用过。', 'This id was used already.'),
  'dossiers.refusal.id_taken.todo': say('刷新页面再办。', 'Reload the page and do it again.'),
  'dossiers.refusal.blocked': say(
    '有 {count} 条监督规则拦住了这份申请。',
    '{count} {count|rule|rules} of supervision {count|stands|stand} in the way of this request.',
  ),
  'dossiers.refusal.blocked.todo': say(
    '先改正申请；确属误判的，在监督疑点里答复，由上级排除后再生成。',
    'Correct the request, or answer the finding and have the office above clear it.',
  ),
  'dossiers.refusal.explain_hints': say(
    '监督规则对这份申请有 {count} 条提示，还没有说明情况。',
    'Rules of supervision have {count} {count|hint|hints} on this request and nobody said anything to them.',
  ),
  'dossiers.refusal.explain_hints.todo': say(
    '写明情况再生成，说明会随送审资料留存。',
    'Say how it is; the explanation stays with the dossier.',
  ),
  'dossiers.refusal.queue_full': say(
    '排队生成送审资料的太多，{seconds} 秒后再试。',
    'Too many dossiers are waiting; try again in {seconds} seconds.',
  ),
  'dossiers.refusal.queue_full.todo': say(
    '稍后再点一次「生成送审资料」。',
    'Ask for it again a little later.',
  ),
  'dossiers.refusal.day_over': say(
    '清单不能从过去的日子起生效（今天 {today}）。',
    'A checklist cannot hold from a day that is over (today is {today}).',
  ),
  'dossiers.refusal.day_over.todo': say('从今天或以后的日子起。', 'Choose today or a later day.'),
  'dossiers.refusal.checklist_meanwhile': say(
    '同一时段已有人另定了清单。',
    'Somebody set another list for the same days meanwhile.',
  ),
  'dossiers.refusal.checklist_meanwhile.todo': say(
    '刷新页面，看过现行清单再定。',
    'Reload the page and look at the list in force first.',
  ),
  'dossiers.refusal.left': say(
    '这份扫描件已随申请送审，要原样留存，不能撤下或替换。',
    'This scan left with a request and stays as it was sent.',
  ),
  'dossiers.refusal.left.todo': say(
    '送错了的，先把申请退回，再补传正确的。',
    'If it was wrong, take the request back first, then upload the right one.',
  ),
  'dossiers.refusal.withdrawn': say('这份扫描件已经撤下。', 'This scan was withdrawn already.'),
  'dossiers.refusal.withdrawn.todo': say('刷新页面。', 'Reload the page.'),
  'dossiers.refusal.not_checked': say(
    '申请还没有复核，不能生成送审资料。',
    'The request was not checked yet, so no dossier is made of it.',
  ),
  'dossiers.refusal.not_checked.todo': say(
    '请另一位同事先复核；缺件现在就可以补。',
    'Ask a colleague to check it first; what is missing can be uploaded now.',
  ),
  'dossiers.refusal.missing': say(
    '还差 {count} 份必交资料。',
    'Papers that must be there are missing: {count}.',
  ),
  'dossiers.refusal.missing.todo': say(
    '看页面最上面的缺件，补上就能送审。',
    'The head of the page names them; upload them and it can be sent.',
  ),
  'dossiers.refusal.nothing_in_it': say(
    '一份扫描件也没有，生成不了。',
    'There is no scan to put together.',
  ),
  'dossiers.refusal.nothing_in_it.todo': say('先上传合同和发票。', 'Upload contract and invoice.'),
  'dossiers.refusal.too_large': say(
    '扫描件合计超过 {most} MB，生成不了。',
    'The scans are larger than {most} MB together.',
  ),
  'dossiers.refusal.too_large.todo': say(
    '把最大的几份用 200 dpi 黑白重新扫描，替换上去。',
    'Scan the largest anew, black and white at 200 dpi, and replace them.',
  ),
  'dossiers.refusal.changed_since': say(
    '生成的时候，申请或资料有改动。',
    'The request or its papers were changed while it was put together.',
  ),
  'dossiers.refusal.changed_since.todo': say(
    '刷新页面再生成一次。',
    'Reload the page and do it again.',
  ),
  'dossiers.refusal.scan_damaged': say(
    '「{name}」的扫描件坏了，打不开。',
    'The scan “{name}” is damaged and cannot be opened.',
  ),
  'dossiers.refusal.scan_damaged.todo': say(
    '在自己电脑上打开看看，重新扫描后替换。',
    'Try to open it on your own computer, scan it again and replace it.',
  ),
  'dossiers.refusal.scan_locked': say(
    '「{name}」的扫描件加了密码，装不进去。',
    'The scan “{name}” is under a password and cannot be put in.',
  ),
  'dossiers.refusal.scan_locked.todo': say(
    '另存一份不带密码的，替换上去。',
    'Save it without a password and replace it.',
  ),
  'dossiers.refusal.scan_huge': say(
    '「{name}」的图片太大，打不开。',
    'The image “{name}” has too many points.',
  ),
  'dossiers.refusal.scan_huge.todo': say(
    '用 200 至 300 dpi 重新扫描后替换。',
    'Scan it again at 200 to 300 dpi and replace it.',
  ),
  'dossiers.refusal.scan_pages': say(
    '装到「{name}」时超过了 {most} 页。',
    'With “{name}” it would have more than {most} pages.',
  ),
  'dossiers.refusal.scan_pages.todo': say(
    '去掉不必交的附页，再生成。',
    'Leave out what is not asked for and do it again.',
  ),
  'dossiers.refusal.scan_broken': say(
    '有扫描件处理时间太长或占用太多，生成中断了。',
    'A scan took too long or too much memory, so putting it together was broken off.',
  ),
  'dossiers.refusal.scan_broken.todo': say(
    '把最大的 PDF 重新扫描或另存后替换，再生成。',
    'Scan or save the largest PDF anew, replace it and do it again.',
  ),
  'dossiers.refusal.other_invoice': say(
    '这不是本次申请的发票：申请登记的发票号码是 {number}。',
    'It is not the invoice of this request, which names {number}.',
  ),
  'dossiers.refusal.other_invoice.todo': say(
    '核对发票；号码填错了就改正，申请登记错了先退回修改申请。',
    'Look at the invoice: correct the number, or have the request returned and amended if it names the wrong one.',
  ),
  'dossiers.refusal.sets_own': say(
    '清单由收资料的县级（市级）单位自己定。',
    'A checklist is set by the office that gets the dossiers.',
  ),
  'dossiers.refusal.sets_own.todo': say(
    '请县级主管单位或财政局调整。',
    'Ask the county’s office to change it.',
  ),
  'dossiers.refusal.later_checklist': say(
    '已有从 {day} 起执行的清单，不能插到它前面。',
    'A checklist holds from {day} on; another cannot be put before it.',
  ),
  'dossiers.refusal.later_checklist.todo': say(
    '把起始日期改到 {day} 或以后。',
    'Choose {day} or a later day.',
  ),
  'dossiers.refusal.kind_twice': say('同一类资料列了两次。', 'A kind of paper stands there twice.'),
  'dossiers.refusal.kind_twice.todo': say('每类只留一行。', 'Leave one line for each kind.'),
} satisfies Words;
