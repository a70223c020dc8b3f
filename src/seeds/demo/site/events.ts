import { addDays, dayOf, momentOf } from '../calendar';
import { list, paragraph } from '../texts/blocks';
import type { Stage } from './stage';

type Kind = 'activity' | 'exhibition' | 'show';

interface Programme {
  kind: Kind;
  title: string;
  venue: string;
  unit: string;
  scene: string;
  fee?: string;
  about: string;
}

const programme = (
  kind: Kind,
  title: string,
  [venue, unit, scene]: readonly [string, string, string],
  about: string,
  fee?: string
): Programme => ({ kind, title, venue, unit, scene, about, ...(fee ? { fee } : {}) });

const MUSEUM = ['市博物馆一号临展厅', '市博物馆', 'vase'] as const;
const GALLERY = ['市美术馆二楼展厅', '市美术馆', 'gallery'] as const;
const THEATRE = ['大剧院歌剧厅', '大剧院', 'stage'] as const;
const LIBRARY = ['市图书馆报告厅', '市图书馆', 'shelves'] as const;
const CENTRE = ['市文化馆群星剧场', '市文化馆', 'drums'] as const;
const HERITAGE = ['非遗展示馆', '非物质文化遗产保护中心', 'lanterns'] as const;

const PROGRAMMES: readonly Programme[] = [
  programme(
    'exhibition',
    '“运河十二时辰”馆藏文物展',
    MUSEUM,
    '展览以一天的十二个时辰为线索，用近百件馆藏讲述运河边的清晨与黄昏。'
  ),
  programme(
    'show',
    '锡剧《青石桥》',
    THEATRE,
    '一座石桥，三代人家。剧目以锡剧的婉转唱腔讲述水乡人的守望与相逢。',
    '30–180 元'
  ),
  programme(
    'activity',
    '周末亲子共读：桥的故事',
    LIBRARY,
    '面向六至十岁儿童的家庭，由阅读推广人带领共读绘本，并动手搭一座纸桥。'
  ),
  programme(
    'exhibition',
    '“春山可望”青年国画作品展',
    GALLERY,
    '集中展出本市青年画家近两年的山水新作，并设写生手稿专区。'
  ),
  programme(
    'activity',
    '指尖上的老城：刻纸体验课',
    HERITAGE,
    '由传承人手把手教授刻纸基础技法，完成的作品可以带走。'
  ),
  programme(
    'show',
    '民族音乐会《江南四季》',
    THEATRE,
    '以二胡、琵琶、古筝与笛子为主，串起江南的春夏秋冬。',
    '50–280 元'
  ),
  programme(
    'activity',
    '群众合唱公益课（第三期）',
    CENTRE,
    '零基础可报名，共十二课时，结业时在群星剧场汇报演出。'
  ),
  programme(
    'exhibition',
    '“一纸风行”年画与刻纸展',
    MUSEUM,
    '从门神到窗花，看民间艺人如何把吉祥话刻进纸里。'
  ),
  programme(
    'show',
    '滑稽戏《邻里邻外》',
    CENTRE,
    '老新村里的新故事，用常州话讲给常州人听。',
    '20–80 元'
  ),
  programme(
    'activity',
    '古籍修复开放日',
    LIBRARY,
    '走进平时不开放的修复室，看一页古书如何重获新生。'
  ),
  programme(
    'exhibition',
    '“匠心”青年雕塑邀请展',
    GALLERY,
    '木、石、陶、金属，二十位青年雕塑家的材料实验。'
  ),
  programme(
    'activity',
    '元宵灯谜会',
    HERITAGE,
    '三百条灯谜、六十盏手工花灯，猜中即得纪念书签一枚。'
  ),
  programme(
    'show',
    '儿童剧《小桥流水》',
    THEATRE,
    '适合四岁以上儿童，演出后设互动环节。',
    '30–120 元'
  ),
  programme('activity', '夜游博物馆', MUSEUM, '闭馆之后，跟随讲解员手持灯笼走过千年陈列。'),
];

const HOURS: Readonly<Record<Kind, readonly [number, number]>> = {
  activity: [14, 16],
  exhibition: [9, 17],
  show: [19, 21],
};

/** In days from the end of the story: those to come, those that run, those that are over. */
const STARTS: readonly number[] = [
  ...[1, 2, 3, 5, 6, 8, 9, 12, 15, 20, 26, 33],
  ...[-4, -9, -13, -18, -22, -27, -33, -38, -45, -52, -60, -68, -77, -88, -100, -120],
];

/** An exhibition stays for weeks; anything else is over on its day. */
const RUN = 40;

const publishEvent = async (
  stage: Stage,
  { kind, title, venue, unit, scene, fee, about }: Programme,
  start: number,
  number: number
): Promise<void> => {
  const first = dayOf(addDays(stage.until, start));
  const last = kind === 'exhibition' ? dayOf(addDays(stage.until, start + RUN)) : first;
  const [opens, closes] = HOURS[kind];
  await stage.publish('api::event.event', stage.daysBefore(Math.max(1, 6 - start)), {
    title: number < PROGRAMMES.length ? title : `${title}（第二轮）`,
    kind,
    column: stage.column('culture-news'),
    startsAt: momentOf(first, opens, 0),
    endsAt: momentOf(last, closes, 0),
    venue,
    organizer: unit,
    fee: fee ?? '免费，凭身份证入场',
    ...(kind === 'exhibition' ? {} : { bookingUrl: 'https://booking.example.gov.cn/' }),
    poster: stage.picture(scene, number),
    summary: about,
    body: [
      paragraph(about),
      list('unordered', [
        `地点：${venue}`,
        `主办：${unit}`,
        `费用：${fee ?? '免费'}`,
        '无障碍：设轮椅席位和坡道，可向工作人员求助',
      ]),
      paragraph('名额有限的场次请提前预约；如有变动，以现场公告为准。'),
    ],
  });
};

/** 文化资讯: some to come, some that run, and more that are over than fit on a page. */
export const publishEvents = async (stage: Stage): Promise<void> => {
  for (const [number, start] of STARTS.entries()) {
    const chosen = PROGRAMMES[number % PROGRAMMES.length];
    if (chosen) await publishEvent(stage, chosen, start, number);
  }
};
