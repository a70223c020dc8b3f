import type { Category } from '../../../plugins/points/server/src/public';
import type { Random } from '../random';
import type { DemoUnit } from '../units';
import { FEATURES, OWN_THEMES, PLACES, PROJECTS, THEMES, TOPICS } from './vocabulary';

/** What a story is about; its title and its sentences are made from the same words. */
export interface Words {
  unit: string;
  theme: string;
  project: string;
  topic: string;
  place: string;
  feature: string;
  number: string;
  people: string;
  share: string;
}

const TITLES: Readonly<Record<Category, readonly string[]>> = {
  'culture-news': [
    ...['{theme}走进{place}', '{theme}即将启幕', '{unit}推出{theme}', '{theme}开始报名'],
    ...['{theme}第{number}场在{place}举行', '{theme}吸引{people}余名市民参与'],
    ...['周末去哪儿：{theme}等你来', '{theme}活动预告', '{place}迎来{theme}', '{theme}圆满落幕'],
  ],
  'work-result': [
    ...['{unit}{project}通过省级验收', '{unit}扎实推进{project}', '{unit}{project}取得阶段性成果'],
    ...[
      '{unit}召开{project}推进会',
      '{unit}“三个到位”做好{project}',
      '{project}：{unit}的做法与经验',
    ],
    ...['{unit}{project}入选全省优秀案例', '{unit}{project}完成年度任务的{share}%'],
    ...['{unit}{project}惠及{people}余人次', '{place}：{project}见成效'],
  ],
  research: [
    ...['关于{topic}的调研报告', '{topic}面临的问题与对策', '{topic}现状分析及建议'],
    ...['基层反映：{topic}亟待加强', '{topic}的实践与思考', '{unit}关于{topic}的几点建议'],
  ],
  commissioned: [
    ...[
      '{unit}{project}情况综述',
      '{topic}专题调研',
      '“{feature}”专题：{unit}篇',
      '“{feature}”专题材料',
    ],
  ],
};

const fill = (pattern: string, words: Words): string =>
  pattern.replace(/\{(\w+)\}/g, (_, name: keyof Words) => words[name]);

export const chooseWords = (random: Random, { code, name, field }: DemoUnit): Words => ({
  unit: name,
  theme: random.pick(OWN_THEMES[code] ?? THEMES[field]),
  project: random.pick(PROJECTS[field]),
  topic: random.pick(TOPICS[field]),
  place: random.pick(PLACES),
  feature: random.pick(FEATURES),
  number: String(random.integer(2, 36)),
  people: String(random.integer(2, 60) * 50),
  share: String(random.integer(52, 98)),
});

/** A plausible title; the caller sees to it that no two are the same. */
export const inventTitle = (random: Random, category: Category, words: Words): string =>
  fill(random.pick(TITLES[category]), words);

export const fillSentence = fill;
