// What towns build, by task: names for made-up projects of real places, none of which says anything about the place.
import type { ProjectsTask } from '../../schema.gen.ts';

interface Kind {
  task: ProjectsTask;
  name: string;
  category: string;
  /** Earns something, and so has a benefit link. */
  operating?: boolean;
}

export const KINDS: readonly Kind[] = [
  { task: 'facilities', name: '村道硬化', category: '农村道路' },
  { task: 'industry', name: '特色种植基地', category: '种植业基地', operating: true },
  { task: 'facilities', name: '生活污水处理设施', category: '生活污水治理' },
  { task: 'services', name: '卫生站标准化建设', category: '公共卫生' },
  { task: 'facilities', name: '集中供水提升', category: '农村供水' },
  { task: 'industry', name: '农产品保鲜仓', category: '仓储保鲜', operating: true },
  { task: 'governance', name: '党群服务中心提升', category: '村级阵地' },
  { task: 'facilities', name: '巷道与排水整治', category: '人居环境' },
  { task: 'consolidation', name: '到户产业奖补', category: '产业奖补' },
  { task: 'services', name: '农贸市场提升', category: '公共服务' },
  { task: 'industry', name: '农产品加工车间', category: '加工业', operating: true },
  { task: 'facilities', name: '太阳能路灯安装', category: '村庄亮化' },
  { task: 'services', name: '小学运动场改造', category: '教育' },
  { task: 'facilities', name: '灌溉水渠修复', category: '农田水利' },
  { task: 'consolidation', name: '公益性岗位', category: '就业帮扶' },
  { task: 'industry', name: '电商服务站', category: '农村电商', operating: true },
  { task: 'services', name: '养老服务点建设', category: '养老服务' },
  { task: 'governance', name: '综合文化广场', category: '文化设施' },
];

export const CONTRACTORS = [
  '演示建筑工程有限公司',
  '演示市政园林有限公司',
  '演示水利水电工程有限公司',
  '演示环境科技有限公司',
  '演示农业发展有限公司',
  '演示道路工程有限公司',
  '演示装饰工程有限公司',
] as const;
