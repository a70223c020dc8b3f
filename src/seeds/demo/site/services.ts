import { list } from '../texts/blocks';
import type { Stage } from './stage';

type Kind =
  'licence' | 'penalty' | 'coercion' | 'confirmation' | 'inspection' | 'reward' | 'other-power';

interface Item {
  kind: Kind;
  name: string;
  unit: string;
  basis: string;
}

const item = (kind: Kind, unit: string, name: string, basis: string): Item => ({
  kind,
  name,
  unit,
  basis,
});

/** Those that a citizen applies for: each has its guide. */
const APPLIED_FOR: readonly Item[] = [
  item('licence', 'scglc', '营业性演出审批', '《营业性演出管理条例》'),
  item('licence', 'scglc', '娱乐场所经营活动审批', '《娱乐场所管理条例》'),
  item(
    'licence',
    'scglc',
    '互联网上网服务营业场所经营活动审批',
    '《互联网上网服务营业场所管理条例》'
  ),
  item('licence', 'scglc', '设立文艺表演团体审批', '《营业性演出管理条例》'),
  item('licence', 'wwc', '文物保护单位修缮审批', '《中华人民共和国文物保护法》'),
  item(
    'licence',
    'wwc',
    '文物保护单位建设控制地带内建设工程设计方案审核',
    '《中华人民共和国文物保护法》'
  ),
  item('confirmation', 'wwc', '非国有不可移动文物原址重建审核', '《中华人民共和国文物保护法》'),
  item(
    'confirmation',
    'fyc',
    '市级非物质文化遗产代表性传承人认定',
    '《中华人民共和国非物质文化遗产法》'
  ),
  item('other-power', 'ggwhc', '群众文艺团队备案', '《中华人民共和国公共文化服务保障法》'),
  item('reward', 'cyfzc', '文化产业发展专项扶持', '《市文化产业发展专项资金管理办法》'),
  item('confirmation', 'ggwhc', '公共文化设施拆除或者改变功能用途审核', '《公共文化体育设施条例》'),
  item('licence', 'scglc', '艺术考级活动备案', '《社会艺术水平考级管理办法》'),
];

/** The others: what the bureau does of its own accord. */
const OTHERS: readonly Item[] = [
  item('penalty', 'zfzd', '对未经批准举办营业性演出的处罚', '《营业性演出管理条例》'),
  item('penalty', 'zfzd', '对娱乐场所接纳未成年人的处罚', '《娱乐场所管理条例》'),
  item(
    'penalty',
    'zfzd',
    '对擅自从事互联网上网服务经营活动的处罚',
    '《互联网上网服务营业场所管理条例》'
  ),
  item('penalty', 'zfzd', '对擅自修缮不可移动文物的处罚', '《中华人民共和国文物保护法》'),
  item(
    'penalty',
    'zfzd',
    '对擅自在文物保护单位保护范围内进行建设的处罚',
    '《中华人民共和国文物保护法》'
  ),
  item('penalty', 'zfzd', '对违规组织艺术考级活动的处罚', '《社会艺术水平考级管理办法》'),
  item(
    'coercion',
    'zfzd',
    '对擅自从事上网服务经营场所的查封、扣押',
    '《互联网上网服务营业场所管理条例》'
  ),
  item('inspection', 'zfzd', '文化市场日常检查', '《娱乐场所管理条例》'),
  item('inspection', 'wwc', '文物安全检查', '《中华人民共和国文物保护法》'),
  item('inspection', 'fyc', '非物质文化遗产保护资金使用检查', '《中华人民共和国非物质文化遗产法》'),
  item('reward', 'wwc', '对保护文物作出贡献的奖励', '《中华人民共和国文物保护法》'),
  item('reward', 'ggwhc', '对公共文化服务作出贡献的奖励', '《中华人民共和国公共文化服务保障法》'),
];

const LETTERS: Readonly<Record<Kind, string>> = {
  licence: '01',
  penalty: '02',
  coercion: '03',
  confirmation: '07',
  inspection: '06',
  reward: '08',
  'other-power': '10',
};

const publishItem = async (
  stage: Stage,
  { kind, name, unit, basis }: Item,
  column: string,
  number: number
): Promise<string> =>
  stage.publish('api::power-item.power-item', stage.daysBefore(200 - number * 2), {
    name,
    code: `0122${LETTERS[kind]}${String(number + 1).padStart(3, '0')}000`,
    kind,
    column: stage.column(column),
    state: number % 11 === 10 ? 'delegated' : 'active',
    implementingUnit: stage.unit(unit),
    phone: `0519-5556${String(1000 + number * 17)}`,
    legalBasis: `${basis}及其实施细则的有关规定。`,
    body: [
      list('unordered', [
        `实施依据：${basis}`,
        '行使层级：市级',
        '公开范围：全部事项、流程和结果',
        '监督方式：拨打局监督电话或者书面反映',
      ]),
    ],
  });

const formOf = ({ name, unit }: Item): string => {
  if (name.includes('演出') || name.includes('文艺表演')) return '营业性演出申请登记表.docx';
  if (unit === 'wwc') return '文物保护工程申请表.docx';
  if (unit === 'cyfzc') return '文化产业项目申报书.docx';
  return unit === 'scglc' ? '娱乐场所设立申请表.docx' : '群众文艺团队备案表.docx';
};

const publishGuide = async (
  stage: Stage,
  planned: Item,
  powerItem: string,
  number: number
): Promise<void> => {
  const { name } = planned;
  const form = formOf(planned);
  await stage.publish('api::service-guide.service-guide', stage.daysBefore(140 - number * 3), {
    title: `${name}办事指南`,
    column: stage.column('guides'),
    powerItem,
    summary: `办理“${name}”需要的条件、材料、流程和时限。`,
    conditions: [
      list('ordered', [
        '申请人为依法登记的法人、非法人组织或者具有完全民事行为能力的公民；',
        '有与所从事活动相适应的场所、设施和人员；',
        '符合法律、法规规定的其他条件。',
      ]),
    ],
    materials: [
      {
        name: form.replace('.docx', ''),
        requirement: '原件 1 份',
        note: '加盖公章',
        sample: stage.file(form),
      },
      { name: '身份证明或者营业执照', requirement: '复印件 1 份，核验原件' },
      { name: '场所使用权证明', requirement: '复印件 1 份', note: '租赁的附租赁合同' },
      { name: '安全保障方案', requirement: '原件 1 份' },
    ],
    steps: [
      {
        name: '申请',
        handledBy: '申请人',
        description: '到窗口或者在网上提交材料。',
        timeLimit: '随时',
      },
      {
        name: '受理',
        handledBy: '政务服务窗口',
        description: '材料齐全的当场受理，不齐的一次告知。',
        timeLimit: '1 个工作日',
      },
      {
        name: '审查',
        handledBy: '承办处室',
        description: '书面审查，必要时现场踏勘、专家论证。',
        timeLimit: '5 个工作日',
      },
      {
        name: '决定',
        handledBy: '分管局领导',
        description: '作出准予或者不予的书面决定。',
        timeLimit: '2 个工作日',
      },
      {
        name: '送达',
        handledBy: '政务服务窗口',
        description: '窗口领取、邮寄或者电子证照。',
        timeLimit: '1 个工作日',
      },
    ],
    forms: [{ name: form.replace('.docx', ''), file: stage.file(form) }],
    timeLimit: '法定 20 个工作日，承诺 9 个工作日',
    fee: '不收费',
    place: '市政务服务中心三楼文化窗口',
    phone: `0519-5557${String(1000 + number * 19)}`,
    hours: '工作日 9:00–12:00，13:00–17:00',
    applyUrl: 'https://service.example.gov.cn/',
    questions: [
      { question: '可以委托他人办理吗？', answer: '可以。请携带授权委托书和受托人身份证件。' },
      {
        question: '材料不齐怎么办？',
        answer: '窗口一次性告知需要补正的全部内容，补正后即予受理。',
      },
      { question: '怎样查询进度？', answer: '凭受理编号在网上查询，或者拨打窗口电话。' },
    ],
  });
};

/** 公共服务: the list of powers, what each is, and how a citizen gets it done. */
export const publishServices = async (stage: Stage): Promise<void> => {
  const guides: Array<[Item, string]> = [];
  for (const [number, planned] of OTHERS.entries()) {
    await publishItem(stage, planned, 'power-catalogue', number);
  }
  for (const [number, planned] of APPLIED_FOR.entries()) {
    const documentId = await publishItem(stage, planned, 'power-details', OTHERS.length + number);
    guides.push([planned, documentId]);
  }
  for (const [number, [planned, documentId]] of guides.entries()) {
    await publishGuide(stage, planned, documentId, number);
  }
};
