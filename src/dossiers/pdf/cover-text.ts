/** What stands on the cover of a dossier. It goes to the county's office: Chinese, in the words of its papers. */
import { capitalAmount } from '../../kit/capital-amount.ts';
import { exactYuan } from '../../kit/money.ts';
import { clockAt } from '../../kit/period.ts';
import { words as projectWords } from '../../projects/words.ts';
import { ruleWords } from '../../supervision/words/rules.ts';
import type { KeptHint } from '../contract.ts';
import type { RequestHead } from '../store/request.ts';
import type { KeptScan } from '../store/scans.ts';
import type { Plan } from './plan.ts';

interface About {
  request: RequestHead;
  /** Document the checklist rests on; null where the standard list holds. */
  basis: string | null;
  /** What the rules of supervision found, and what was said to it. */
  hints: readonly KeptHint[];
  explanation: string | null;
  by: string;
  at: number;
}

const inWords = (key: string) => (projectWords as Record<string, { zh: string }>)[key]?.zh ?? '';
const hintName = ({ rule, decided }: KeptHint) =>
  `${ruleWords[`supervision.rule.${rule}`]?.zh ?? rule}${decided ? '（已排除或已整改）' : ''}`;
const yuan = (fen: string) => `¥${exactYuan(fen)}`;

export function coverOf({
  request,
  basis,
  hints,
  explanation,
  by,
  at,
}: About): Omit<Plan, 'font' | 'out' | 'parts' | 'mostPages' | 'at'> {
  const fact = (label: string, value: string | null) => ({ label, value: value || '未填' });
  const checked = request.checkedBy
    ? [request.checkedBy, request.checkedOn].filter(Boolean).join('，')
    : '未复核';
  return {
    title: '支付申请送审资料',
    subtitle: `${request.countyName} ${request.placeName}`,
    band: request.madeUp ? '演示数据' : '',
    facts: [
      [
        fact('项目名称', request.projectName),
        fact('项目编号', request.projectNumber),
        fact('实施单位', request.implementer),
      ],
      [
        fact('合同编号', request.contractNumber),
        fact('承包（供货）方', request.contractor),
        fact('合同金额', yuan(request.contractAmount)),
      ],
      [
        fact('申请类型', inWords(`projects.request_kind.${request.kind}`)),
        fact('申请金额', yuan(request.amount)),
        fact('大写', `人民币${capitalAmount(request.amount)}`),
        fact('收款单位', request.payee),
        fact('账号后四位', request.accountTail),
        fact('发票号码', request.invoice),
        fact('申请日期', request.askedOn),
      ],
      [fact('登记人', request.registeredBy), fact('复核人、日期', checked)],
      ...(hints.length > 0
        ? [[fact('监督提示', hints.map(hintName).join('；')), fact('情况说明', explanation)]]
        : []),
    ],
    contents: { title: '资料目录', head: ['资料', '页码'] },
    hashes: {
      title: '文件校验清单',
      note: '每份扫描件的 SHA-256 校验值。对照系统登记，可以证明送出的就是这些文件。',
    },
    foot: [
      `清单依据：${basis ?? '通用清单（本县未另行规定）'}`,
      `制作：${by}，${clockAt(at).slice(0, 16)}`,
      '管理台账，不替代法定会计账簿和国库支付凭证。非涉密系统，严禁处理、存储、传输国家秘密和工作秘密。',
    ],
  };
}

/** The line of a scan in the list of contents: 合同：农贸市场施工合同，石府合〔2022〕5号，2022-05-06 */
export const labelOf = (scan: Pick<KeptScan, 'kind' | 'title' | 'number' | 'dated'>): string =>
  `${inWords(`projects.document_kind.${scan.kind}`)}：${[scan.title, scan.number, scan.dated].filter(Boolean).join('，')}`;
