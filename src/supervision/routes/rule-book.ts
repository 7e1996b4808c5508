/** Rules: what holds and what it found, a new version, a trial that writes nothing, and hints before something is handed in. */
import { isOfAll } from '../../access/store/of-all.ts';
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts';
import { placeFor } from '../../regions/in-scope.ts';
import {
  CodeParams,
  HintQuery,
  RuleHints,
  RuleRows,
  RuleSet,
  SetRule,
  Trial,
  TryRule,
} from '../contract.ts';
import { hintsFor } from '../store/hints.ts';
import { ruleRows, setRule } from '../store/rule-book.ts';
import { tryRule } from '../store/trial.ts';

export const ruleRoutes: Endpoint[] = [
  endpoint({
    method: 'GET',
    url: '/api/supervision/rules',
    permission: 'supervision.read',
    summary: { zh: '监督规则', en: 'Rules of supervision' },
    reply: { 200: RuleRows },
    handle: async ({ client, caller, today }) => ({
      rows: await ruleRows(client, caller, today),
      maySet: caller.permissions.has('supervision.decide') && (await isOfAll(client, caller)),
    }),
  }),
  endpoint({
    method: 'POST',
    url: '/api/supervision/rules/:code/versions',
    permission: 'supervision.decide',
    summary: { zh: '调整规则参数', en: 'Set the parameters of a rule' },
    params: CodeParams,
    body: SetRule,
    reply: { 201: RuleSet },
    constraints: {
      rule_pkey: 'supervision.refusal.id_taken',
      rule_once: 'supervision.refusal.changed_since',
    },
    handle: async ({ client, caller, id, params, body, today, lang, note }) => {
      const version = await setRule(client, caller, today, id, params.code, body, lang);
      note({ object: `supervision_rule ${params.code}`, after: { ...body, version } });
      return { id, version };
    },
  }),
  endpoint({
    method: 'POST',
    url: '/api/supervision/trials',
    permission: 'supervision.try',
    leaves: 'read',
    secret: 'reply',
    cost: 20,
    summary: {
      zh: '用别的参数试算一条规则，不写入任何疑点',
      en: 'Try a rule with other values; no finding is written',
    },
    body: TryRule,
    reply: { 200: Trial },
    handle: async ({ client, caller, body, today, lang, note }) => {
      const { lo, hi, key } = await placeFor(client, caller, body.place);
      const { rule, values } = body;
      const trial = await tryRule(client, caller, today, { rule, values, lo, hi, lang });
      note({
        object: `supervision_rule ${rule}`,
        place: key,
        after: { values, found: trial.trial },
      });
      return trial;
    },
  }),
  endpoint({
    method: 'GET',
    url: '/api/supervision/hints',
    permission: 'projects.write',
    summary: {
      zh: '送审前提示：规则对一个项目、合同或支付申请怎么看',
      en: 'What the rules say of a project, contract or request before it is handed in',
    },
    query: HintQuery,
    reply: { 200: RuleHints },
    handle: async ({ client, caller, query, today }) => ({
      rows: await hintsFor(client, caller, today, query.kind, query.id),
    }),
  }),
];
