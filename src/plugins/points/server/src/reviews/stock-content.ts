import type { ReviewContent, ReviewFacts } from '../../../shared/contracts';

/** What a review begins with, until the office sets it otherwise. */
const THRESHOLDS: ReviewContent['thresholds'] = {
  praised: { institution: 3, department: 3 },
  leastItems: 3,
  silentMonths: 3,
};

const QUOTAS: ReviewContent['quotas'] = { institution: 3, department: 3, officer: 5 };

/** Stock sentences of official Chinese: an official document is written in it, whoever asks. */
const PROBLEMS = {
  silent: '报送不够均衡。部分单位、处室有的月份没有报送信息，信息工作时断时续。',
  returned: '信息质量有待提高。部分信息要素不全、时效不强，退稿补正的情况仍然较多。',
  late: '约稿完成不够及时。个别单位、处室没有在规定时间内完成约稿。',
  depth: '信息深度不够。动态类信息偏多，反映问题、提出建议的调研类信息偏少。',
} as const;

const REQUIREMENTS = [
  '加强领导。各单位、处室要高度重视信息工作和网站建设，分管领导要亲自过问，重要信息亲自审核把关。',
  '健全队伍。信息员要保持相对稳定，人员变动时及时报局办公室，并做好工作交接。',
  '主动服务。围绕市委市政府重点工程和全系统重点工作，及时报送有特色、有深度的信息，按时完成约稿。',
];

const NEXT_STEPS =
  '局办公室将继续加强选题策划和业务指导，及时反馈信息录用情况，并适时选拔优秀信息员到局办公室挂职锻炼。';

const problemsOf = ({ units }: ReviewFacts): string[] => [
  ...(units.some(({ silentMonths }) => silentMonths.length > 0) ? [PROBLEMS.silent] : []),
  ...(units.some(({ returned }) => returned > 0) ? [PROBLEMS.returned] : []),
  ...(units.some(({ commissions }) => commissions.onTime < commissions.asked)
    ? [PROBLEMS.late]
    : []),
  PROBLEMS.depth,
];

/**
 * What the office finds written when a review has been made: stock sentences that its numbers bear out.
 *
 * @param signature who signs it, as the office signs its bulletins
 */
export const stockContent = (facts: ReviewFacts, signature: string): ReviewContent => ({
  thresholds: THRESHOLDS,
  quotas: QUOTAS,
  headsBeside: false,
  criticised: [],
  prose: {
    praise: '',
    problems: problemsOf(facts).join('\n'),
    requirements: REQUIREMENTS.join('\n'),
    nextSteps: NEXT_STEPS,
  },
  signature,
  baseContent: [],
  vetoes: [],
});
