import { heading, paragraph, quote } from '../texts/blocks';
import type { Stage } from './stage';

type Kind = 'heritage-site' | 'protected-quarter' | 'intangible-heritage';
type Level = 'national-level' | 'provincial-level' | 'city-level' | 'county-level';

interface Planned {
  kind: Kind;
  name: string;
  level: Level;
  era: string;
  place: string;
  scene: string;
  about: string;
  inheritor?: string;
}

const site = (
  name: string,
  level: Level,
  era: string,
  place: string,
  scene: string,
  about: string
): Planned => ({
  kind: 'heritage-site',
  name,
  level,
  era,
  place,
  scene,
  about,
});

const quarter = (
  name: string,
  level: Level,
  era: string,
  place: string,
  about: string
): Planned => ({
  kind: 'protected-quarter',
  name,
  level,
  era,
  place,
  scene: 'canal',
  about,
});

const craft = (
  name: string,
  level: Level,
  inheritor: string,
  scene: string,
  about: string
): Planned => ({
  kind: 'intangible-heritage',
  name,
  level,
  era: '',
  place: '主要流传于本市城乡',
  scene,
  about,
  inheritor,
});

const ITEMS: readonly Planned[] = [
  site(
    '望江塔',
    'provincial-level',
    '宋',
    '天宁区古塔路',
    'pagoda',
    '七级楼阁式砖塔，登塔可望运河帆影，是老城的天际线标志。'
  ),
  site(
    '青石古桥',
    'city-level',
    '明',
    '钟楼区西仓街',
    'canal',
    '单孔石拱桥，桥栏上的缆绳磨痕记录着数百年的漕运往事。'
  ),
  site(
    '云溪书院旧址',
    'city-level',
    '清',
    '天宁区椿庭桥',
    'garden',
    '三进院落，存碑刻九方，曾是城中读书人会文讲学之所。'
  ),
  site(
    '春申窑址',
    'provincial-level',
    '六朝',
    '武进区湖塘镇',
    'vase',
    '出土青瓷数百件，为研究本地制瓷工艺提供了实物。'
  ),
  site(
    '大成纱厂旧址',
    'city-level',
    '近代',
    '天宁区劳动西路',
    'skyline',
    '锯齿形厂房与水塔保存完整，是近代工业的见证。'
  ),
  site(
    '孟溪古城遗址',
    'national-level',
    '春秋',
    '新北区孟溪',
    'pagoda',
    '三重城河环绕，考古揭示了先民择水而居的营城智慧。'
  ),
  site(
    '松筠义庄',
    'county-level',
    '清',
    '金坛区薛埠镇',
    'museum',
    '宗族义庄建筑，厅堂高敞，砖雕门楼精细。'
  ),
  site(
    '梅园先生故居',
    'city-level',
    '清',
    '天宁区青果巷',
    'garden',
    '书斋、花厅与小园相连，现为家风教育点。'
  ),
  quarter(
    '西仓历史文化街区',
    'provincial-level',
    '明清',
    '钟楼区西仓街',
    '临河而居，前店后坊，保留着完整的街巷肌理。'
  ),
  quarter(
    '南河沿传统风貌区',
    'city-level',
    '清',
    '天宁区南河沿',
    '水埠、廊棚与老茶馆相映，是市民休闲的去处。'
  ),
  quarter(
    '焦溪水乡古镇',
    'provincial-level',
    '明清',
    '武进区东北部',
    '黄石半墙的民居独具一格，河道与街市并行。'
  ),
  quarter('前后北岸街区', 'city-level', '清', '天宁区前后北岸', '名人宅第集中，一巷之中文脉绵延。'),
  craft(
    '留青竹雕技艺',
    'provincial-level',
    '沈竹庵',
    'ink',
    '在竹青上留出图案，刮去余青露出竹肌，浓淡如水墨。'
  ),
  craft(
    '乱针刺绣',
    'provincial-level',
    '吴素缕',
    'gallery',
    '以长短交叉的针法表现光影，远看如油画。'
  ),
  craft('水乡刻纸', 'city-level', '陆春裁', 'lanterns', '一把刻刀、一叠红纸，刻出年节的喜气。'),
  craft('梳篦制作技艺', 'city-level', '常木和', 'vase', '选材、开齿、描画凡数十道工序，齿密而匀。'),
  craft('运河号子', 'city-level', '江水生', 'canal', '领唱应和，起伏如浪，是船工们的劳动之歌。'),
  craft('东门龙灯', 'county-level', '龙正声', 'drums', '元宵夜龙灯出巡，鼓点激越，祈愿风调雨顺。'),
  craft(
    '糕团制作技艺',
    'city-level',
    '米秀英',
    'lanterns',
    '四时有糕，节令有团，是老城味道的底色。'
  ),
  craft(
    '吟诵调',
    'provincial-level',
    '文若诗',
    'shelves',
    '依字行腔，平长仄短，古诗文由此唱出声情。'
  ),
  craft('水乡婚俗', 'county-level', '徐云娘', 'canal', '摇快船、唱喜歌、撒花糕，婚礼在水上进行。'),
  craft('微雕技艺', 'city-level', '白静石', 'ink', '方寸木石之上刻诗文山水，刀法细若游丝。'),
];

const BATCHES: Readonly<Record<Level, string>> = {
  'national-level': '第七批',
  'provincial-level': '第六批',
  'city-level': '第四批',
  'county-level': '第三批',
};

const publishItem = async (stage: Stage, planned: Planned, number: number): Promise<void> => {
  const { kind, name, level, era, place, scene, about, inheritor } = planned;
  const isCraft = kind === 'intangible-heritage';
  await stage.publish('api::heritage-item.heritage-item', stage.daysBefore(170 - number * 7), {
    name,
    column: stage.column('heritage'),
    kind,
    level,
    batch: BATCHES[level],
    era: era || null,
    place,
    ...(isCraft
      ? {}
      : { location: { latitude: 31.741 + number * 0.0063, longitude: 119.921 + number * 0.0087 } }),
    summary: about,
    body: [
      paragraph(about),
      heading(isCraft ? '技艺与流传' : '历史沿革'),
      paragraph(
        isCraft
          ? `${name}世代相传，口传心授。近年来建立传习所，进校园、进社区，学习者日众。`
          : `${name}历经多次修缮，基本保持原有格局，由属地文物部门负责日常管理。`
      ),
      quote('“老东西留得住，是因为还有人惦记。”一位居民说。'),
      heading('保护与利用'),
      paragraph('已划定责任人，定期巡查记录；在保护的前提下向公众开放，讲述其中的故事。'),
    ],
    cover: stage.picture(scene, number),
    gallery: [stage.picture(scene, number + 1), stage.picture('garden', number)],
    ...(inheritor
      ? {
          inheritors: [
            { name: inheritor, level, introduction: `自幼随家人习艺，从艺三十余年，授徒十余人。` },
          ],
        }
      : {}),
  });
};

/** 文脉常州: sites, protected quarters and intangible heritage. */
export const publishHeritage = async (stage: Stage): Promise<void> => {
  for (const [number, planned] of ITEMS.entries()) await publishItem(stage, planned, number);
};
