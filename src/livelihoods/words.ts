/** Words of livelihoods. */
import type { Words } from '../kit/words.ts';

export const words = {
  'livelihoods.work_place.in_county': { zh: '县内', en: 'In the county' },
  'livelihoods.work_place.in_province': { zh: '县外省内', en: 'In the province' },
  'livelihoods.work_place.outside_province': { zh: '省外', en: 'Outside the province' },
  'livelihoods.placement_channel.labour_export': { zh: '劳务输出', en: 'Labour export' },
  'livelihoods.placement_channel.workshop': { zh: '乡村振兴车间', en: 'Workshop' },
  'livelihoods.placement_channel.public_post': { zh: '公益性岗位', en: 'Public post' },
  'livelihoods.placement_channel.assisting_city': {
    zh: '帮扶市岗位',
    en: 'Job in the assisting city',
  },
  'livelihoods.placement_channel.self_employment': { zh: '自主创业', en: 'Self-employment' },
  'livelihoods.subject.cooking': { zh: '粤菜师傅', en: 'Cantonese cooking' },
  'livelihoods.subject.domestic_service': { zh: '南粤家政', en: 'Domestic service' },
  'livelihoods.subject.skilled_worker': { zh: '广东技工', en: 'Skilled worker' },
  'livelihoods.subject.agriculture': { zh: '农业实用技术', en: 'Farming skills' },
  'livelihoods.subject.e_commerce': { zh: '农村电商', en: 'Rural e-commerce' },
  'livelihoods.subject.homestay': { zh: '乡村民宿', en: 'Village homestay' },
  'livelihoods.event_kind.fair': { zh: '展销活动', en: 'Fair' },
  'livelihoods.event_kind.online_drive': { zh: '线上推广', en: 'Online drive' },
  'livelihoods.sale_channel.fair': { zh: '展销会', en: 'Fair' },
  'livelihoods.sale_channel.online': { zh: '线上', en: 'Online' },
  'livelihoods.sale_channel.canteen': { zh: '食堂采购', en: 'Canteen' },
  'livelihoods.sale_channel.supermarket': { zh: '商超', en: 'Supermarket' },
  'livelihoods.sale_channel.direct': { zh: '直销', en: 'Direct' },
  'livelihoods.buyer_kind.government': { zh: '机关单位', en: 'Government' },
  'livelihoods.buyer_kind.enterprise': { zh: '企业', en: 'Enterprise' },
  'livelihoods.buyer_kind.school_hospital': { zh: '学校医院', en: 'Schools and hospitals' },
  'livelihoods.buyer_kind.trade_union': { zh: '工会', en: 'Trade unions' },
  'livelihoods.buyer_kind.consumer': { zh: '消费者', en: 'Consumers' },
} satisfies Words;
