import { heading, paragraph, quote } from '../texts/blocks';
import type { Stage } from './stage';

type Kind = 'stage-work' | 'book' | 'film' | 'music' | 'visual-art';

interface PlannedArtist {
  name: string;
  field: string;
  honours: string;
  scene: string;
}

const ARTISTS: readonly PlannedArtist[] = [
  { name: '杨婉音', field: '锡剧表演', honours: '省级非遗代表性传承人', scene: 'stage' },
  { name: '高墨川', field: '国画', honours: '市文联名誉主席', scene: 'ink' },
  { name: '林半夏', field: '戏剧编剧', honours: '省戏剧文学奖获得者', scene: 'shelves' },
  { name: '许知音', field: '二胡演奏', honours: '省音乐家协会会员', scene: 'stage' },
  { name: '祝里安', field: '留青竹雕', honours: '工艺美术大师（市级）', scene: 'vase' },
  { name: '梁絮飞', field: '乱针绣', honours: '工艺美术大师（市级）', scene: 'gallery' },
  { name: '贺开颜', field: '滑稽戏表演', honours: '省曲艺之星', scene: 'stage' },
  { name: '方砚农', field: '书法', honours: '市书法家协会顾问', scene: 'ink' },
  { name: '白陆洲', field: '散文', honours: '省作家协会会员', scene: 'shelves' },
  { name: '曲未央', field: '作曲', honours: '省五个一工程奖获得者', scene: 'drums' },
  { name: '石砚声', field: '雕塑', honours: '青年雕塑展优秀奖', scene: 'gallery' },
  { name: '舒镜湖', field: '纪录片导演', honours: '省优秀纪录片奖', scene: 'canal' },
];

interface PlannedWork {
  kind: Kind;
  title: string;
  by: string;
  scene: string;
  about: string;
}

const WORKS: readonly PlannedWork[] = [
  {
    kind: 'stage-work',
    title: '锡剧《青石桥》',
    by: '杨婉音',
    scene: 'stage',
    about: '一座石桥见证三代人的离合，唱出水乡的情义。',
  },
  {
    kind: 'stage-work',
    title: '滑稽戏《邻里邻外》',
    by: '贺开颜',
    scene: 'stage',
    about: '老新村里的笑与泪，为普通人立传。',
  },
  {
    kind: 'stage-work',
    title: '话剧《灯火西仓》',
    by: '林半夏',
    scene: 'lanterns',
    about: '漕运码头的一夜，照见一座城的性格。',
  },
  {
    kind: 'music',
    title: '民族管弦《运河谣》',
    by: '曲未央',
    scene: 'canal',
    about: '以号子为主题，写运河的清晨、正午与黄昏。',
  },
  {
    kind: 'music',
    title: '二胡协奏曲《望江》',
    by: '许知音',
    scene: 'pagoda',
    about: '登塔望江，思接千载。',
  },
  {
    kind: 'visual-art',
    title: '国画长卷《龙城春晓》',
    by: '高墨川',
    scene: 'ink',
    about: '全长十二米，绘老城百处胜迹。',
  },
  {
    kind: 'visual-art',
    title: '书法《江南赋》',
    by: '方砚农',
    scene: 'ink',
    about: '行书长卷，笔意流动。',
  },
  {
    kind: 'visual-art',
    title: '乱针绣《雨巷》',
    by: '梁絮飞',
    scene: 'gallery',
    about: '以丝线写光，雨中的青石板仿佛可触。',
  },
  {
    kind: 'visual-art',
    title: '竹雕《兰亭》笔筒',
    by: '祝里安',
    scene: 'vase',
    about: '方寸之间，曲水流觞。',
  },
  {
    kind: 'visual-art',
    title: '雕塑《纤夫》',
    by: '石砚声',
    scene: 'gallery',
    about: '以铸铁塑造弓身的力量。',
  },
  {
    kind: 'book',
    title: '散文集《巷口的风》',
    by: '白陆洲',
    scene: 'shelves',
    about: '写老城的吃食、手艺与人情。',
  },
  {
    kind: 'book',
    title: '《老城剧谈》',
    by: '林半夏',
    scene: 'shelves',
    about: '百年剧场史，戏里戏外的人。',
  },
  {
    kind: 'film',
    title: '纪录片《守塔人》',
    by: '舒镜湖',
    scene: 'pagoda',
    about: '三代人守护一座古塔的故事。',
  },
  {
    kind: 'film',
    title: '纪录片《号子》',
    by: '舒镜湖',
    scene: 'canal',
    about: '寻访最后的船工，记录劳动的歌声。',
  },
];

const PRIZES = [
  '省文华奖优秀剧目',
  '市五个一工程奖',
  '省群众文艺会演金奖',
  '全省美术作品展优秀作品',
];

const publishArtists = async (stage: Stage): Promise<Map<string, string>> => {
  const made = new Map<string, string>();
  for (const [number, { name, field, honours, scene }] of ARTISTS.entries()) {
    const documentId = await stage.publish(
      'api::artist.artist',
      stage.daysBefore(210 - number * 6),
      {
        name,
        field,
        honours,
        lifespan: `${1938 + number * 4}年生`,
        column: stage.column('masters'),
        portrait: stage.picture('portrait', number),
        summary: `${name}，本市人，${honours}，从事${field}四十年。`,
        body: [
          paragraph(
            `${name}，本市人，自幼受家庭熏陶，少年即从师学艺，专攻${field}，其作品格调清新，深受观众喜爱。`
          ),
          heading('艺术历程'),
          paragraph('早年深入乡村采风，中年精研传统，晚年致力于授徒，门下弟子遍及各地。'),
          quote('“艺无止境，我只是走得慢一点。”'),
        ],
        gallery: [stage.picture(scene, number), stage.picture(scene, number + 1)],
      }
    );
    made.set(name, documentId);
  }
  return made;
};

const publishWorks = async (stage: Stage, artists: ReadonlyMap<string, string>): Promise<void> => {
  const thisYear = Number(stage.dayBefore(0).slice(0, 4));
  for (const [number, { kind, title, by, scene, about }] of WORKS.entries()) {
    const year = thisYear - (number % 5);
    const artist = artists.get(by);
    const hasFilm = kind === 'film' || number === 0;
    await stage.publish('api::work.work', stage.daysBefore(130 - number * 8), {
      title,
      kind,
      column: stage.column('arts'),
      creators: by,
      year,
      ...(artist ? { artists: [artist] } : {}),
      summary: about,
      body: [
        paragraph(about),
        paragraph('作品创作历时两年，主创人员多次深入基层采风，广泛听取意见，反复打磨修改。'),
      ],
      cover: stage.picture(scene, number),
      gallery: [stage.picture(scene, number + 1), stage.picture('gallery', number)],
      ...(hasFilm ? { video: stage.film(number) } : {}),
      awards: [{ name: PRIZES[number % PRIZES.length], year, organ: '主管部门' }],
    });
  }
};

const TRAINING: ReadonlyArray<
  readonly [title: string, unit: string, people: string, scene: string]
> = [
  ['青年编剧研修班成果展示', 'yscz', '学员十八人', 'shelves'],
  ['锡剧青年演员拜师学艺汇报', 'xjy', '青年演员十二人', 'stage'],
  ['文博系统讲解员大赛', 'bwg', '选手三十六人', 'museum'],
  ['古籍修复技艺培训', 'tsg', '学员十人', 'shelves'],
  ['基层文化站长轮训', 'whg', '站长五十八人', 'drums'],
  ['非遗传承人研培计划', 'fybhzx', '传承人二十四人', 'lanterns'],
  ['考古领队实训', 'kgyjs', '学员八人', 'pagoda'],
  ['文化执法业务比武', 'zfzd', '执法人员四十人', 'office'],
  ['策展人工作坊', 'msg', '学员十五人', 'gallery'],
  ['舞台技术人才培训', 'djy', '学员二十人', 'stage'],
  ['滑稽戏新人孵化计划', 'hjjt', '青年演员九人', 'stage'],
  ['文化志愿者骨干培训', 'whg', '志愿者一百二十人', 'drums'],
];

const publishTraining = async (stage: Stage): Promise<void> => {
  const thisYear = Number(stage.dayBefore(0).slice(0, 4));
  for (const [number, [title, unit, people, scene]] of TRAINING.entries()) {
    await stage.publish('api::training-result.training-result', stage.daysBefore(8 + number * 15), {
      title,
      year: thisYear - (number > 7 ? 1 : 0),
      unit: stage.unit(unit),
      people,
      column: stage.column('training'),
      summary: `${title}顺利举办，${people}参加，取得良好效果。`,
      body: [
        paragraph(`${title}采取集中授课、现场教学、结对帮带等方式，${people}参加。`),
        paragraph('学员提交作业和作品，由专家逐一点评，优秀成果将择优展示推广。'),
      ],
      pictures: [stage.picture(scene, number), stage.picture('lecture', number)],
      attachments: [stage.file('培训结业名单.pdf')],
    });
  }
};

/** 精品文艺 and 人才风采: works, masters, and what training brought. */
export const publishArts = async (stage: Stage): Promise<void> => {
  await publishWorks(stage, await publishArtists(stage));
  await publishTraining(stage);
};
