import { heading, paragraph } from '../texts/blocks';
import type { Stage } from './stage';

interface Series {
  name: string;
  unit: string;
  venue: string;
  schedule: string;
  scene: string;
  lectures: ReadonlyArray<readonly [title: string, speaker: string]>;
}

const SERIES: readonly Series[] = [
  {
    name: '龙城博物讲坛',
    unit: 'bwg',
    venue: '市博物馆学术报告厅',
    schedule: '每月第二个周六 14:00',
    scene: 'museum',
    lectures: [
      ['一件青瓷的旅行', '秦思远'],
      ['古钱里的市井生活', '钱一方'],
      ['运河与城：漕运千年', '江同'],
      ['怎样看懂一幅古画', '高墨川'],
      ['文物修复的时间哲学', '董修文'],
      ['出土木简里的日常', '简秋'],
    ],
  },
  {
    name: '市民阅读讲堂',
    unit: 'tsg',
    venue: '市图书馆报告厅',
    schedule: '每周日 9:30',
    scene: 'shelves',
    lectures: [
      ['从一本方志读懂一座城', '方知远'],
      ['亲子共读的十个误区', '童书琴'],
      ['古籍装帧之美', '管舒云'],
      ['散文与故乡', '白陆洲'],
      ['科幻文学的想象力', '邢以北'],
      ['怎样写好家史', '浦永年'],
    ],
  },
  {
    name: '江南艺术公开课',
    unit: 'whg',
    venue: '市文化馆群星剧场',
    schedule: '每月最后一个周五 19:00',
    scene: 'drums',
    lectures: [
      ['锡剧唱腔入门', '杨婉音'],
      ['二胡的故事', '许知音'],
      ['合唱的呼吸', '何一鸣'],
      ['民间舞蹈与劳动', '武长风'],
      ['摄影：看见老街', '应知行'],
    ],
  },
  {
    name: '美术馆名画细读',
    unit: 'msg',
    venue: '市美术馆公共教育空间',
    schedule: '每月第一个周日 15:00',
    scene: 'gallery',
    lectures: [
      ['山水画里的留白', '高墨川'],
      ['一笔一世界：书法的线', '方砚农'],
      ['雕塑怎样占有空间', '石砚声'],
      ['年画的色彩', '朱颜'],
    ],
  },
];

const publishLecture = async (
  stage: Stage,
  series: Series,
  documentId: string,
  number: number,
  back: number
): Promise<void> => {
  const [title, speaker] = series.lectures[number] ?? ['', ''];
  await stage.publish('api::lecture.lecture', stage.daysBefore(back - 2), {
    title,
    series: documentId,
    heldOn: stage.dayBefore(back),
    speaker,
    venue: series.venue,
    speakerIntroduction: `${speaker}，长期从事相关研究与普及工作，讲授深入浅出。`,
    column: stage.column('past-lectures'),
    cover: stage.picture('lecture', number),
    summary: `“${series.name}”往期：${speaker}讲《${title}》。`,
    body: [
      paragraph(
        `本期讲座在${series.venue}举行，${speaker}以《${title}》为题，与近两百位听众分享。`
      ),
      heading('讲座摘要'),
      paragraph('主讲人从身边的例子讲起，结合图片与实物，由浅入深，并回答了听众的提问。'),
      paragraph('不少听众表示，希望这样的讲座能走进更多社区和学校。'),
    ],
    ...(number === 0 ? { video: stage.film(back) } : {}),
    pictures: [stage.picture('lecture', number + 1), stage.picture(series.scene, number)],
  });
};

/** 文化讲坛: the series, and the sessions that were held. */
export const publishLectures = async (stage: Stage): Promise<void> => {
  for (const [row, series] of SERIES.entries()) {
    const documentId = await stage.publish(
      'api::lecture-series.lecture-series',
      stage.daysBefore(390 - row),
      {
        name: series.name,
        host: stage.unit(series.unit),
        column: stage.column('lecture-series'),
        order: (row + 1) * 10,
        venue: series.venue,
        schedule: series.schedule,
        cover: stage.picture(series.scene, row),
        summary: `${series.name}：${series.schedule}，${series.venue}，免费向市民开放。`,
        body: [
          paragraph(`${series.name}是面向市民的公益讲座，${series.schedule}举行，免费入场。`),
          paragraph('讲座预告在“文化资讯”栏目发布，往期内容可在本网站回看。'),
        ],
      }
    );
    for (const number of series.lectures.keys()) {
      const back = 12 + row * 4 + (series.lectures.length - 1 - number) * 28;
      await publishLecture(stage, series, documentId, number, back);
    }
  }
};
