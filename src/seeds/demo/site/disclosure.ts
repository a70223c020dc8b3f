import { heading, list, paragraph, type Block } from '../texts/blocks';
import type { Stage } from './stage';

type Topic =
  'general-affairs' | 'culture-and-media' | 'personnel-and-supervision' | 'finance-and-audit';

interface Shelf {
  column: string;
  topic: Topic;
  /** The letters of the 发文字号, where such documents have one. */
  letters?: string;
  /** One title for each document; `{year}` is that of its day. */
  titles: readonly string[];
  /** How many days lie between two of them. */
  every: number;
  attachments?: readonly string[];
}

const SHELVES: readonly Shelf[] = [
  {
    column: 'disclosure-guide',
    topic: 'general-affairs',
    every: 150,
    titles: ['政府信息公开指南', '政府信息公开申请办理流程说明'],
    attachments: ['政府信息公开申请表.docx'],
  },
  {
    column: 'disclosure-rules',
    topic: 'general-affairs',
    every: 70,
    titles: [
      '政府信息公开工作规定',
      '政府信息公开保密审查办法',
      '政府信息主动公开基本目录',
      '依申请公开政府信息办理规程',
      '政府信息公开年度报告编制要求',
    ],
  },
  {
    column: 'government-documents',
    topic: 'culture-and-media',
    letters: '常文发',
    every: 13,
    titles: [
      '关于印发《公共文化场馆错时开放实施方案》的通知',
      '关于开展第五批市级非物质文化遗产代表性项目申报的通知',
      '关于做好{year}年度送戏下乡工作的通知',
      '关于加强文物安全隐患排查整治的通知',
      '关于公布群众文艺优秀作品名单的通知',
      '关于印发《文化志愿服务管理办法》的通知',
      '关于举办全市文化系统业务技能竞赛的通知',
      '关于进一步规范营业性演出审批的意见',
      '关于推进总分馆“一卡通”服务的实施意见',
      '关于开展文化市场安全生产专项检查的通知',
      '关于表彰全民阅读先进集体的决定',
      '关于印发《市级文化产业示范园区管理办法》的通知',
      '关于做好暑期未成年人文化服务的通知',
      '关于调整文化艺术专家库成员的通知',
      '关于加强基层综合文化服务中心运行管理的意见',
      '关于开展古籍普查登记工作的通知',
      '关于印发《公共文化服务绩效评价办法（试行）》的通知',
      '关于组织参加全省群众文艺会演的通知',
      '关于实施青年编剧扶持计划的通知',
      '关于公布市级文物保护单位保护范围的通知',
      '关于规范剧本娱乐经营场所备案的通知',
      '关于印发《公共文化服务绩效评价办法》的通知',
      '关于开展“书香家庭”评选的通知',
      '关于加强地方戏曲传承发展的实施意见',
    ],
    attachments: ['规范性文件正文.pdf'],
  },
  {
    column: 'plans-and-summaries',
    topic: 'general-affairs',
    letters: '常文办',
    every: 45,
    titles: [
      '文化发展五年规划纲要',
      '{year}年工作要点',
      '上半年工作总结',
      '法治政府建设年度报告',
      '公共文化服务体系建设三年行动计划',
      '{year}年度政府信息公开工作年度报告',
      '非物质文化遗产保护规划',
      '文物事业发展规划中期评估报告',
    ],
  },
  {
    column: 'personnel',
    topic: 'personnel-and-supervision',
    every: 32,
    titles: [
      '局属事业单位公开招聘工作人员公告',
      '局属事业单位公开招聘笔试成绩公示',
      '拟聘用人员名单公示',
      '艺术系列专业技术职称评审结果公示',
      '干部任前公示',
      '文化系统先进工作者推荐人选公示',
      '{year}年公开遴选公告',
      '图书资料系列职称申报通知',
      '优秀信息员拟表彰名单公示',
    ],
    attachments: ['人员招聘岗位说明.pdf'],
  },
  {
    column: 'finance',
    topic: 'finance-and-audit',
    every: 40,
    titles: [
      '{year}年部门预算公开',
      '部门决算公开',
      '“三公”经费预算公开说明',
      '公共文化服务专项资金分配结果公示',
      '文物保护专项资金绩效评价结果',
      '政府采购项目公告：智慧导览系统',
      '局属单位财务管理办法',
    ],
    attachments: ['部门预算公开表.xlsx', '部门决算公开表.xlsx', '部门决算公开说明.pdf'],
  },
];

const GUIDE: readonly Block[] = [
  heading('一、主动公开'),
  paragraph(
    '本机关通过本网站、公共查阅场所和新闻媒体主动公开政府信息，自形成或者变更之日起二十个工作日内公开。'
  ),
  heading('二、依申请公开'),
  paragraph(
    '公民、法人和其他组织可以当面、邮寄或者通过网络提出申请，请填写《政府信息公开申请表》。'
  ),
  list('ordered', [
    '收到申请之日登记',
    '能够当场答复的当场答复',
    '不能当场答复的，二十个工作日内答复',
  ]),
  heading('三、监督'),
  paragraph('认为本机关未依法履行公开义务的，可以向上级机关或者监察机关举报，也可以申请行政复议。'),
];

const bodyOf = (column: string, title: string): Block[] => {
  if (column === 'disclosure-guide') return [...GUIDE];
  return [
    paragraph('各辖市、区文化主管部门，局属各单位，机关各处室：'),
    paragraph(`为进一步规范有关工作，现就“${title}”有关事项明确如下。`),
    heading('一、总体要求'),
    paragraph('坚持以人民为中心的工作导向，突出重点，注重实效，推动文化事业高质量发展。'),
    heading('二、主要任务'),
    list('ordered', [
      '明确责任分工，细化工作措施，确保各项任务落实到人；',
      '加强协调配合，形成工作合力，及时解决遇到的问题；',
      '做好宣传引导，主动回应社会关切，接受群众监督。',
    ]),
    heading('三、组织实施'),
    paragraph('各单位、各处室要结合实际抓好落实，工作进展情况请于每季度末报送局办公室。'),
    paragraph('特此通知。'),
  ];
};

/** A document that this one replaces, by their titles. */
const REPLACED: Readonly<Record<string, string>> = {
  '关于印发《公共文化服务绩效评价办法》的通知':
    '关于印发《公共文化服务绩效评价办法（试行）》的通知',
};

interface Planned {
  shelf: Shelf;
  title: string;
  back: number;
  number: number;
}

/** All documents, the oldest first: index numbers are given out in the order of the years. */
const planned = (): Planned[] =>
  SHELVES.flatMap((shelf, row) =>
    shelf.titles.map((title, number) => ({
      shelf,
      title,
      number: number + 1,
      back: 4 + row + (shelf.titles.length - 1 - number) * shelf.every,
    }))
  ).sort((one, other) => other.back - one.back);

/** 政务公开: documents with the head that the standards ask for, the forms, tables and texts with them. */
export const publishDisclosure = async (stage: Stage): Promise<void> => {
  const made = new Map<string, string>();
  for (const { shelf, title, back, number } of planned()) {
    const issuedOn = stage.dayBefore(back + 3);
    const named = title.replace('{year}', issuedOn.slice(0, 4));
    const replaced = made.get(REPLACED[title] ?? '');
    const { column, topic, letters, attachments = [] } = shelf;
    const documentId = await stage.publish(
      'api::disclosure-document.disclosure-document',
      stage.daysBefore(back),
      {
        title: named,
        column: stage.column(column),
        topic,
        ...(letters
          ? { documentNumber: `${letters}〔${issuedOn.slice(0, 4)}〕${number + 2}号` }
          : {}),
        issuer: '市文化局',
        issuedOn,
        validity: 'in-force',
        disclosure: 'proactive',
        keywords: '文化；政务公开',
        summary: `市文化局${issuedOn}发布《${named}》。`,
        body: bodyOf(column, named),
        ...(replaced ? { replaces: [replaced] } : {}),
        attachments: attachments.map((name) => stage.file(name)),
      }
    );
    made.set(title, documentId);
  }
};
