import type { UnitKind } from '../../plugins/points/server/src/public';
import type { Random } from './random';

/** What a unit's news are mostly about: chooses themes, sentences and pictures. */
export type Field =
  | 'exhibition'
  | 'reading'
  | 'community'
  | 'stage'
  | 'heritage'
  | 'archaeology'
  | 'market'
  | 'administration';

export interface DemoUnit {
  code: string;
  name: string;
  kind: UnitKind;
  field: Field;
  /** How much it sends in, against the others. */
  diligence: number;
}

const institution = (code: string, name: string, field: Field, diligence: number): DemoUnit => ({
  code,
  name,
  kind: 'institution',
  field,
  diligence,
});

const department = (code: string, name: string, field: Field, diligence: number): DemoUnit => ({
  code,
  name,
  kind: 'department',
  field,
  diligence,
});

/** Whom the office would tell; the last two units lack a head, and a head whom a mail reaches. */
const HEADS = [
  ...['韦景行', '陶怀远', '季若兰', '贺知秋', '邵云帆', '祝长青', '温嘉言', '柏承志', '穆晓岚'],
  ...['戚文渊', '凌霄汉', '庄思齐', '翁静宜', '乔以安', '景明辉', '殷若水', '厉剑秋', '宋怀瑾'],
  ...['薄言', null],
];

/** The head (主要负责人) of the unit at a place of the list. */
export const headOf = (index: number): { headName?: string; headMail?: string } => {
  const headName = HEADS[index] ?? null;
  if (headName === null) return {};
  return index === HEADS.length - 2
    ? { headName }
    : { headName, headMail: `head-${index + 1}@demo.test` };
};

/** Twelve institutions and eight departments, as a municipal culture bureau has them. */
export const UNITS: readonly DemoUnit[] = [
  institution('bwg', '市博物馆', 'exhibition', 9),
  institution('tsg', '市图书馆', 'reading', 9),
  institution('whg', '市文化馆', 'community', 8),
  institution('msg', '市美术馆', 'exhibition', 6),
  institution('djy', '大剧院', 'stage', 7),
  institution('fybhzx', '非物质文化遗产保护中心', 'heritage', 6),
  institution('kgyjs', '考古研究所', 'archaeology', 4),
  institution('xjy', '锡剧院', 'stage', 5),
  institution('hjjt', '滑稽剧团', 'stage', 3),
  institution('mrgj', '名人故居管理中心', 'heritage', 4),
  institution('yscz', '文艺创作中心', 'stage', 2),
  institution('zfzd', '文化市场综合执法支队', 'market', 5),
  department('bgs', '办公室', 'administration', 5),
  department('ggwhc', '公共文化处', 'community', 6),
  department('ysc', '艺术处', 'stage', 5),
  department('wwc', '文物处', 'archaeology', 4),
  department('fyc', '非物质文化遗产处', 'heritage', 4),
  department('scglc', '市场管理处', 'market', 4),
  department('cyfzc', '产业发展处', 'market', 3),
  department('rsc', '组织人事处', 'administration', 2),
];

export interface DemoOfficer {
  unit: string;
  name: string;
}

const SURNAMES = Array.from(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁'
);
const GIVEN = [
  ...[
    '文博',
    '雨晴',
    '思远',
    '佳宁',
    '子墨',
    '晓岚',
    '书瑶',
    '建国',
    '明轩',
    '静怡',
    '海涛',
    '梦琪',
  ],
  ...[
    '志刚',
    '欣然',
    '若溪',
    '俊杰',
    '慧敏',
    '浩然',
    '雅琴',
    '立新',
    '丹青',
    '月华',
    '春生',
    '素云',
  ],
  ...[
    '景行',
    '安然',
    '天佑',
    '凌霄',
    '清扬',
    '守正',
    '亦凡',
    '嘉禾',
    '知秋',
    '望舒',
    '承志',
    '语桐',
  ],
];

/** Two or three invented officers for each unit; no two people share a name. */
export const inventOfficers = (random: Random): DemoOfficer[] => {
  const taken = new Set<string>();
  const invent = (unit: string): DemoOfficer => {
    const name = `${random.pick(SURNAMES)}${random.pick(GIVEN)}`;
    if (taken.has(name)) return invent(unit);
    taken.add(name);
    return { unit, name };
  };
  return UNITS.flatMap(({ code }) =>
    Array.from({ length: random.integer(2, 3) }, () => invent(code))
  );
};
