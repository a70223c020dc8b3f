import { UNITS, type DemoUnit, type Field } from '../units';
import { heading, list, paragraph } from '../texts/blocks';
import type { Stage } from './stage';

interface PlannedLeader {
  name: string;
  post: string;
  duties: string;
  oversees: readonly string[];
}

const LEADERS: readonly PlannedLeader[] = [
  {
    name: '陈立衡',
    post: '党委书记、局长',
    duties: '主持局党委和行政全面工作。',
    oversees: ['bgs'],
  },
  {
    name: '周启文',
    post: '党委副书记、副局长',
    duties: '负责机关党建、组织人事、公共文化工作。',
    oversees: ['rsc', 'ggwhc', 'tsg', 'whg'],
  },
  {
    name: '沈若兰',
    post: '党委委员、副局长',
    duties: '负责艺术创作、剧场和院团工作。',
    oversees: ['ysc', 'djy', 'xjy', 'hjjt', 'yscz'],
  },
  {
    name: '吴怀谷',
    post: '党委委员、副局长',
    duties: '负责文物、博物馆、考古和名人故居工作。',
    oversees: ['wwc', 'bwg', 'msg', 'kgyjs', 'mrgj'],
  },
  {
    name: '顾清和',
    post: '党委委员、副局长',
    duties: '负责非物质文化遗产保护和文化产业工作。',
    oversees: ['fyc', 'fybhzx', 'cyfzc'],
  },
  {
    name: '蒋致远',
    post: '党委委员、四级调研员',
    duties: '负责文化市场管理、行政审批、综合执法和安全生产工作。',
    oversees: ['scglc', 'zfzd'],
  },
];

const publishLeaders = async (stage: Stage): Promise<void> => {
  for (const [number, { name, post, duties, oversees }] of LEADERS.entries()) {
    await stage.publish('api::leader.leader', stage.daysBefore(120 + number), {
      name,
      post,
      column: stage.column('leadership'),
      order: (number + 1) * 10,
      portrait: stage.picture('portrait', number),
      duties,
      oversees: oversees.map((code) => stage.unit(code)),
      biography: [
        paragraph(`${name}，大学学历，中共党员，长期从事文化工作，现任市文化局${post}。`),
        paragraph('公务联系请致电局办公室，转达后由专人回复。'),
      ],
    });
  }
};

const FUNCTIONS: Readonly<Record<Field, readonly string[]>> = {
  exhibition: ['藏品的征集、保管和研究', '举办基本陈列和临时展览', '面向青少年的社会教育'],
  reading: ['文献的采集、整理和保存', '借阅、咨询和数字阅读服务', '全民阅读活动和总分馆建设'],
  community: ['群众文艺的辅导、创作和演出', '全民艺术普及', '基层文化队伍的培训'],
  stage: ['舞台艺术的创作、排练和演出', '青年人才培养', '公益演出和戏曲进校园'],
  heritage: ['调查、记录和保护', '代表性项目和传承人的管理', '展示、传播和研学'],
  archaeology: ['文物的调查、勘探和发掘', '文物保护单位的保护管理', '公众考古和文物安全'],
  market: ['文化市场的监督管理', '行政审批和信用监管', '文化产业的规划与服务'],
  administration: ['文电、会务和档案', '督查、信息和政务公开', '干部人事、教育培训'],
};

const ROADS = ['延陵西路', '和平北路', '晋陵中路', '龙城大道', '博爱路', '桃园路'];

const SCENES: Readonly<Record<Field, string>> = {
  exhibition: 'museum',
  reading: 'shelves',
  community: 'drums',
  stage: 'stage',
  heritage: 'lanterns',
  archaeology: 'pagoda',
  market: 'skyline',
  administration: 'office',
};

const publishProfile = async (
  stage: Stage,
  { code, name, kind, field }: DemoUnit,
  number: number
): Promise<void> => {
  const isInstitution = kind === 'institution';
  const tasks = FUNCTIONS[field];
  await stage.publish('api::profile.profile', stage.daysBefore(150 - number), {
    name,
    unit: stage.unit(code),
    column: stage.column(isInstitution ? 'institutions' : 'departments'),
    order: (number + 1) * 10,
    body: [
      paragraph(
        isInstitution
          ? `${name}是市文化局所属公益性单位，面向公众提供服务，全年开放不少于三百天。`
          : `${name}是市文化局内设机构，承担下列职责。`
      ),
      heading(isInstitution ? '主要业务' : '主要职责'),
      list('ordered', tasks),
      ...(isInstitution
        ? [heading('参观须知'), paragraph('入馆请有序排队，婴儿车、轮椅可在服务台免费借用。')]
        : []),
    ],
    address: `${ROADS[number % ROADS.length] ?? ''}${100 + number * 7}号`,
    phone: `0519-5555${String(1000 + number * 13)}`,
    hours: isInstitution ? '周二至周日 9:00–17:00，周一闭馆' : '工作日 9:00–12:00，13:30–17:30',
    ...(isInstitution
      ? {
          pictures: [stage.picture(SCENES[field], number), stage.picture('garden', number)],
          location: { latitude: 31.7725 + number * 0.0021, longitude: 119.9471 + number * 0.0034 },
        }
      : {}),
  });
};

const MILESTONES: ReadonlyArray<
  readonly [back: number, precision: 4 | 7 | 10, title: string, scene?: string]
> = [
  [6, 10, '全市文化工作总结点评会召开'],
  [24, 10, '市图书馆二十四小时自助图书馆增至三十座', 'shelves'],
  [47, 10, '“运河十二时辰”馆藏文物展开幕', 'vase'],
  [80, 10, '锡剧《青石桥》首演', 'stage'],
  [118, 7, '全市综合文化服务中心实现全覆盖'],
  [160, 7, '市博物馆年度观众首次突破百万人次', 'museum'],
  [230, 10, '第四批市级非物质文化遗产名录公布', 'lanterns'],
  [300, 7, '文化市场综合执法信息平台上线'],
  [380, 10, '市美术馆新馆开放', 'gallery'],
  [520, 7, '大剧院公益票价制度试行'],
  [700, 10, '老城街区保护修缮一期工程竣工', 'canal'],
  [900, 7, '“流动书车”开通'],
  [1200, 7, '公共文化云平台上线'],
  [1700, 4, '全市文化馆总分馆制建成'],
  [2300, 4, '市考古研究所成立', 'pagoda'],
  [3100, 4, '名人故居管理中心成立'],
  [4400, 4, '市图书馆新馆落成'],
  [6200, 4, '首届市民文化艺术节举办', 'drums'],
  [9000, 4, '市非物质文化遗产保护中心挂牌'],
  [12000, 4, '市锡剧院重组'],
  [16000, 4, '市博物馆对外开放'],
  [21000, 4, '市文化馆建馆'],
];

const publishMilestones = async (stage: Stage): Promise<void> => {
  for (const [number, [back, precision, title, scene]] of [...MILESTONES.entries()].reverse()) {
    await stage.publish(
      'api::milestone.milestone',
      stage.daysBefore(Math.min(back - 1, 400 + number)),
      {
        title,
        date: stage.dayBefore(back).slice(0, precision),
        column: stage.column('chronicle'),
        ...(scene ? { picture: stage.picture(scene, number) } : {}),
        body: [
          paragraph(`${title}。这是全市文化系统发展中的一件大事，得到了社会各界的关心和支持。`),
          paragraph('有关档案和图片由局办公室整理保存，供查阅和研究。'),
        ],
      }
    );
  }
};

/** 机构设置: leaders, the departments' functions, the institutions, the chronicle. */
export const publishOrganisation = async (stage: Stage): Promise<void> => {
  await publishLeaders(stage);
  for (const [number, unit] of UNITS.entries()) await publishProfile(stage, unit, number);
  await publishMilestones(stage);
};
