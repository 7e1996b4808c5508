/** Words of supervision. */
import type { Words } from '../kit/words.ts';
import { pageWords } from './words/pages.ts';
import { refusalWords } from './words/refusals.ts';
import { ruleWords } from './words/rules.ts';

const say = (zh: string, en: string) => ({ zh, en });

export const words = {
  'supervision.source.rule': say('规则发现', 'Found by a rule'),
  'supervision.source.audit': say('审计', 'Audit'),
  'supervision.source.inspection': say('巡察', 'Inspection'),
  'supervision.source.assessment': say('考核', 'Assessment'),
  'supervision.source.media': say('媒体反映', 'Media'),
  'supervision.source.petition': say('信访', 'Petition'),
  'supervision.state.opened': say('待交办', 'To be assigned'),
  'supervision.state.assigned': say('待答复', 'Waits for an answer'),
  'supervision.state.explained': say('待认定', 'Waits for a decision'),
  'supervision.state.confirmed': say('整改中', 'To be mended'),
  'supervision.state.cleared': say('已排除', 'Cleared'),
  'supervision.state.rectified': say('待销号', 'Mended, to be closed'),
  'supervision.state.appealed': say('申诉复核中', 'Under appeal'),
  'supervision.state.closed': say('已销号', 'Closed'),
  'supervision.verb.open': say('规则立案', 'opened it'),
  'supervision.verb.register': say('登记外部问题', 'entered it'),
  'supervision.verb.reopen': say('证据增加，重新立案', 'opened it anew: more evidence'),
  'supervision.verb.assign': say('交办', 'Assign'),
  'supervision.verb.explain': say('答复', 'Explain'),
  'supervision.verb.return': say('退回补充', 'Return'),
  'supervision.verb.confirm': say('认定问题', 'Confirm'),
  'supervision.verb.clear': say('排除', 'Clear'),
  'supervision.verb.rectify': say('报告整改', 'Report mending'),
  'supervision.verb.close': say('整改销号', 'Close'),
  'supervision.verb.appeal': say('申诉', 'Appeal'),
  'supervision.object_kind.project': say('项目', 'Project'),
  'supervision.object_kind.contract': say('合同', 'Contract'),
  'supervision.object_kind.request': say('支付申请', 'Request for payment'),
  'supervision.object_kind.account': say('指标余额', 'Balance of a quota'),
  'supervision.object_kind.supplier': say('供应商', 'Supplier'),
  'supervision.object_kind.town': say('镇', 'Town'),
  ...ruleWords,
  ...refusalWords,
  ...pageWords,
} satisfies Words;
