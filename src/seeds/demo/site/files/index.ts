import type { Drawing } from '../../pictures/drawing';
import { docx, xlsx } from './office';
import { pdf } from './pdf';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const file = (name: string, mimetype: Drawing['mimetype'], content: Buffer): Drawing => ({
  name,
  description: name.replace(/\.\w+$/, ''),
  mimetype,
  content,
});

const form = async (name: string, fields: readonly string[]): Promise<Drawing> =>
  file(
    `${name}.docx`,
    WORD,
    await docx(name, ['填表说明：请如实填写，一式两份，由申请人签名或者盖章。'], fields)
  );

const APPLICANT = ['申请人（单位）', '统一社会信用代码', '法定代表人', '联系人及电话', '住所'];

const FORMS: ReadonlyArray<readonly [name: string, fields: readonly string[]]> = [
  ['营业性演出申请登记表', [...APPLICANT, '演出名称', '演出时间', '演出场所', '演员名单']],
  ['娱乐场所设立申请表', [...APPLICANT, '经营范围', '使用面积', '核定人数']],
  ['文物保护工程申请表', [...APPLICANT, '文物名称和级别', '工程性质', '设计单位']],
  ['政府信息公开申请表', ['申请人姓名', '证件号码', '联系方式', '所需信息描述', '获取方式']],
  ['群众文艺团队备案表', ['团队名称', '负责人', '人数', '活动地点', '艺术门类']],
  ['文化产业项目申报书', [...APPLICANT, '项目名称', '项目总投资', '申请扶持金额', '预期效益']],
];

const budget = (title: string): ReadonlyArray<ReadonlyArray<string | number>> => [
  [title, ''],
  ['项目', '金额（万元）'],
  ['一般公共预算拨款收入', 12860.5],
  ['事业收入', 1240.2],
  ['公共文化服务支出', 6420.75],
  ['文物保护支出', 2310.4],
  ['艺术表演团体支出', 1890.05],
  ['行政运行支出', 3479.5],
];

const NOTES: ReadonlyArray<readonly [name: string, paragraphs: readonly string[]]> = [
  [
    '部门决算公开说明',
    [
      '本部门收支平衡，支出主要用于公共文化服务、文物保护和艺术生产。',
      '“三公”经费支出低于预算，公务用车没有新增。',
      '机关运行经费严格执行标准，政府采购全部通过平台进行。',
    ],
  ],
  [
    '人员招聘岗位说明',
    [
      '招聘坚持公开、平等、竞争、择优的原则。',
      '报名、资格审查、笔试、面试、体检和公示依次进行，每个环节的结果均在本网站公布。',
    ],
  ],
  [
    '规范性文件正文',
    [
      '各辖市、区文化主管部门，局属各单位，机关各处室：',
      '现将本文件印发给你们，请结合实际认真贯彻执行。执行中遇到的问题，请及时报告局办公室。',
    ],
  ],
  ['培训结业名单', ['本期培训班共四十二人结业，名单由组织人事处存档，学员可凭证件查询。']],
];

/** Attachments of the demo: forms in Word, figures in Excel, texts in PDF. */
export const makeFiles = async (): Promise<Drawing[]> => {
  const files: Drawing[] = [];
  for (const [name, fields] of FORMS) files.push(await form(name, fields));
  for (const name of ['部门预算公开表', '部门决算公开表']) {
    files.push(file(`${name}.xlsx`, EXCEL, await xlsx(name, budget(name))));
  }
  for (const [name, paragraphs] of NOTES) {
    files.push(file(`${name}.pdf`, 'application/pdf', pdf(name, paragraphs)));
  }
  return files;
};
