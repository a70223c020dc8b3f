import { list, paragraph } from '../texts/blocks';
import type { Stage } from './stage';

const INDUSTRY = 'culture-industry';
const MARKET = 'culture-market';

interface Policy {
  field: typeof INDUSTRY | typeof MARKET;
  title: string;
  audience: string;
}

const POLICIES: readonly Policy[] = [
  { field: INDUSTRY, title: '文化产业发展专项资金申报指南', audience: '本市注册的文化企业' },
  { field: INDUSTRY, title: '小微文化企业贷款贴息政策', audience: '小型、微型文化企业' },
  { field: INDUSTRY, title: '文化产业示范园区认定与奖励', audience: '文化产业园区运营单位' },
  { field: INDUSTRY, title: '原创动漫和数字内容扶持', audience: '动漫、数字文化企业' },
  { field: INDUSTRY, title: '文创产品开发资助', audience: '文博单位和文创企业' },
  { field: INDUSTRY, title: '文艺精品创作扶持办法', audience: '文艺院团、民营剧团和个人创作者' },
  { field: INDUSTRY, title: '文化人才引进补贴', audience: '引进高层次文化人才的单位' },
  { field: MARKET, title: '营业性演出便利化审批措施', audience: '演出经纪机构、演出场所' },
  { field: MARKET, title: '剧本娱乐经营场所备案指引', audience: '剧本娱乐经营者' },
  { field: MARKET, title: '上网服务场所转型升级支持政策', audience: '上网服务营业场所' },
  { field: MARKET, title: '文化市场轻微违法免罚清单', audience: '文化市场经营主体' },
  { field: MARKET, title: '夜间文化消费场所延时经营指引', audience: '剧场、书店、演艺空间' },
];

/** 市场产业: what the bureau offers to whom, and how it is applied for. */
export const publishPolicies = async (stage: Stage): Promise<void> => {
  for (const [number, { field, title, audience }] of POLICIES.entries()) {
    const back = 6 + number * 14;
    const year = stage.dayBefore(back).slice(0, 4);
    await stage.publish('api::policy.policy', stage.daysBefore(back), {
      title,
      field,
      column: stage.column('market'),
      audience,
      summary: `面向${audience}，符合条件的可享受相应支持。`,
      body: [
        paragraph(`为营造良好环境，支持${audience}健康发展，制定本政策。`),
        list('unordered', [
          '符合条件的给予资金、场地或者审批便利',
          '同一项目不重复支持',
          '接受绩效评价和社会监督',
        ]),
      ],
      howToApply: [
        list('ordered', [
          '下载并填写申报书',
          '报所在辖市、区文化主管部门初审',
          '市文化局组织评审并公示',
          '公示无异议后兑现',
        ]),
      ],
      issuer: '市文化局',
      documentNumber: `常文产〔${year}〕${number + 1}号`,
      openFrom: stage.dayBefore(back - 1),
      openTo: stage.dayBefore(back - 60),
      phone: `0519-5558${String(1000 + number * 23)}`,
      attachments: [stage.file('文化产业项目申报书.docx'), stage.file('规范性文件正文.pdf')],
    });
  }
};
