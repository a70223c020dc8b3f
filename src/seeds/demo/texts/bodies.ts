import type { Category } from '../../../plugins/points/server/src/public';
import type { Random } from '../random';
import { heading, list, paragraph, quote, type Block } from './blocks';
import { fillSentence, type Words } from './titles';

const OPENINGS: Readonly<Record<Category, readonly string[]>> = {
  'culture-news': [
    '日前，由{unit}组织的{theme}在{place}举行，现场气氛热烈，{people}余名市民走近艺术、感受文化。',
    '记者从{unit}获悉，{theme}已经准备就绪，将陆续走进{place}等地，市民可免费参加。',
    '本周末，{theme}与市民如约相见。活动由{unit}策划，为期{number}天，内容丰富，形式多样。',
  ],
  'work-result': [
    '今年以来，{unit}把{project}列为重点任务，细化分工，挂图推进，目前已完成年度目标的{share}%。',
    '近日，{unit}{project}工作取得新进展，相关做法得到上级部门肯定，累计惠及群众{people}余人次。',
    '{unit}坚持问题导向，聚焦{project}中的薄弱环节，先后走访{place}等{number}个点位，逐项整改落实。',
  ],
  research: [
    '为摸清{topic}的底数，{unit}组成调研组，走访{place}等{number}处，召开座谈会，发放问卷{people}份。',
    '近期，{unit}围绕{topic}开展专题调研，梳理现状，分析成因，提出对策建议，供领导决策参考。',
  ],
  commissioned: [
    '按照局办公室约稿要求，{unit}围绕“{feature}”专题，对{project}有关情况进行了系统梳理。',
    '应局办公室约稿，{unit}就{topic}形成专题材料，回顾工作历程，总结经验做法，展望下一步安排。',
  ],
};

const MIDDLES: Readonly<Record<Category, readonly string[]>> = {
  'culture-news': [
    '活动设置了导览讲解、互动体验、现场展示等环节，大人孩子都能找到自己的乐趣。',
    '主办方邀请了多位专家和传承人到场，面对面为市民答疑解惑，讲述作品背后的故事。',
    '为方便上班族参与，活动特意延长至晚间，并同步开通线上直播，观看量突破{people}人次。',
    '现场还设置了打卡集章区，集齐{number}枚印章即可领取一份文创礼品。',
    '来自{place}的文艺志愿者全程服务，引导秩序，帮助老年人和残疾人顺利参与。',
  ],
  'work-result': [
    '一是加强统筹。成立工作专班，建立周调度、月通报制度，责任落实到岗到人。',
    '二是突出重点。对照任务清单，集中力量解决群众反映强烈的{number}个问题，做到件件有回音。',
    '三是注重实效。引入第三方评估，以群众满意度检验成效，综合满意率达到{share}%。',
    '在{place}试点的基础上，形成了一套可复制、可推广的操作规范。',
    '与相关单位共建共享，打通数据壁垒，服务效率明显提升。',
  ],
  research: [
    '调研发现，{topic}总体向好，但仍存在经费保障不足、专业人员短缺、服务半径有限等问题。',
    '从问卷情况看，{share}%的受访者希望增加晚间和周末的服务时段。',
    '究其原因，既有体制机制方面的制约，也有基层重视程度不够、供需对接不畅的因素。',
    '外地经验表明，政府购买服务与社会力量参与相结合，是破解难题的有效路径。',
  ],
  commissioned: [
    '近年来，相关工作实现了从点到面、从有到优的转变，形成了鲜明的地方特色。',
    '主要做法可以概括为：规划引领、项目带动、队伍支撑、宣传推广。',
    '截至目前，全市已建成示范点{number}个，开展各类活动{people}余场次。',
  ],
};

const QUOTES: readonly string[] = [
  '“家门口就能看到这么好的内容，我和孩子每期都来。”来自{place}的一位市民说。',
  '“传统的东西要有人看、有人学、有人传。”一位老艺人感慨道。',
  '“服务做在前面，群众才会真正满意。”{unit}有关负责人表示。',
  '“希望这样的活动越办越多。”现场一位大学生说。',
];

const CLOSINGS: readonly string[] = [
  '下一步，{unit}将继续丰富内容、创新形式，让更多市民共享文化发展成果。',
  '据悉，相关活动还将持续开展，具体安排可关注“文化常州”网站。',
  '{unit}将认真总结经验，查漏补缺，推动{project}再上新台阶。',
  '有关建议已报送局办公室，供进一步研究。',
];

const MEASURES: readonly string[] = [
  '完善制度，明确标准，把责任落到每一个岗位',
  '加大投入，优先保障基层一线的设施和人员',
  '培育队伍，分级分类开展业务培训',
  '加强宣传，及时总结推广典型经验',
  '强化督查，将落实情况纳入年度考核',
];

const measures = (random: Random): Block[] => [
  heading('主要措施', 3),
  list('ordered', random.sample(MEASURES, 3)),
];

export interface Story {
  summary: string;
  body: Block[];
}

/** A summary and three to seven blocks, all about the same words. */
export const inventStory = (random: Random, category: Category, words: Words): Story => {
  const filled = (pattern: string): string => fillSentence(pattern, words);
  const summary = filled(random.pick(OPENINGS[category]));
  const middles = random.sample(MIDDLES[category], random.integer(1, 3)).map(filled);
  const isReport = category !== 'culture-news';
  return {
    summary,
    body: [
      paragraph(summary),
      ...middles.map(paragraph),
      ...(isReport && random.chance(0.5) ? measures(random) : []),
      ...(random.chance(0.4) ? [quote(filled(random.pick(QUOTES)))] : []),
      paragraph(filled(random.pick(CLOSINGS))),
    ],
  };
};
