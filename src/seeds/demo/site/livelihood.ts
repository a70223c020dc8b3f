import { paragraph } from '../texts/blocks';
import type { Stage } from './stage';

interface Project {
  title: string;
  goal: string;
  scene: string;
}

const PROJECTS: readonly Project[] = [
  {
    title: '新建三十座“龙城书房”',
    goal: '全年新建三十座社区书房，步行十五分钟可达。',
    scene: 'shelves',
  },
  { title: '送戏下乡六百场', goal: '为全市行政村送戏六百场，每村不少于一场。', scene: 'stage' },
  {
    title: '公共文化场馆夜间开放',
    goal: '全市博物馆、图书馆、美术馆每周两晚延时开放至二十一时。',
    scene: 'museum',
  },
  { title: '全民艺术普及公益课堂', goal: '开设公益课一千课时，惠及市民两万人次。', scene: 'drums' },
  { title: '农家书屋提质增效', goal: '更新图书五万册，配备数字阅读设备。', scene: 'shelves' },
  {
    title: '无障碍文化服务提升',
    goal: '为视障、听障读者提供有声书、手语导览等服务。',
    scene: 'gallery',
  },
  {
    title: '老城街区修缮惠民工程',
    goal: '修缮老宅四十处，改善居民居住条件，恢复传统风貌。',
    scene: 'canal',
  },
  { title: '乡村“村晚”百场联动', goal: '组织百场“村晚”，由村民自编自演。', scene: 'lanterns' },
  { title: '流动书车进校园', goal: '覆盖五十所乡村小学，每月到校一次。', scene: 'shelves' },
  { title: '惠民票补贴', goal: '发放惠民演出票三万张，低票价占比不低于三成。', scene: 'stage' },
  {
    title: '社区文化空间改造',
    goal: '改造社区闲置空间二十处，建成小而美的文化空间。',
    scene: 'skyline',
  },
  { title: '非遗传习进校园', goal: '在三十所学校设立非遗传习基地。', scene: 'lanterns' },
];

const NOTES = [
  '完成方案编制和公开征求意见',
  '完成招标，进场实施',
  '过半点位建成，开始试运行',
  '全部完成并通过验收',
];

const STAGES = [
  ['planned', 1],
  ['under-way', 3],
  ['completed', 4],
] as const;

/** 民生保障: projects of three years, each with its goal and its progress. */
export const publishLivelihood = async (stage: Stage): Promise<void> => {
  const thisYear = Number(stage.dayBefore(0).slice(0, 4));
  for (const [number, { title, goal, scene }] of PROJECTS.entries()) {
    const [state, notes] = STAGES[Math.max(0, Math.min(2, Math.floor(number / 4)))] ?? STAGES[0];
    const back = 20 + number * 9;
    await stage.publish('api::livelihood-project.livelihood-project', stage.daysBefore(back), {
      title,
      year: state === 'completed' ? thisYear - 1 : thisYear,
      stage: state,
      column: stage.column('livelihood'),
      cover: stage.picture(scene, number),
      goal,
      body: [
        paragraph(`${goal}项目列入年度民生实事，由市文化局牵头，各辖市、区配合实施。`),
        paragraph('欢迎市民通过本网站和热线提出意见建议。'),
      ],
      progress: NOTES.slice(0, notes).map((text, index) => ({
        date: stage.dayBefore(back + (notes - index) * 40),
        text: `${text}。`,
        ...(index === 2 ? { picture: stage.picture(scene, number + 1) } : {}),
      })),
    });
  }
};
