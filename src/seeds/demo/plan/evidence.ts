import type { ManualChannel } from '../../../plugins/points/server/src/public';
import { dayOf } from '../calendar';
import type { Random } from '../random';

const ORGANS: Readonly<Record<ManualChannel, readonly string[]>> = {
  newsletter: ['局办公室'],
  'city.forwarded': ['市委办公室', '市政府办公室'],
  'city.adopted': ['市委办公室', '市政府办公室'],
  'province.adopted': ['省委办公厅', '省政府办公厅'],
  'central.adopted': ['中央办公厅', '国务院办公厅'],
  instruction: ['市委书记', '市长', '分管副市长', '市委宣传部部长'],
  'commission.info': ['局办公室'],
  'commission.research': ['局办公室'],
  'commission.feature': ['局办公室'],
};

const reference = (random: Random, channel: ManualChannel, day: string): string => {
  const year = day.slice(0, 4);
  const number = random.integer(1, 60);
  switch (channel) {
    case 'newsletter':
      return `《文化常州》${year}年第${Number(day.slice(5, 7))}期`;
    case 'city.forwarded':
      return `常文信〔${year}〕${number}号`;
    case 'instruction':
      return `批示件〔${year}〕${number}号`;
    case 'commission.info':
    case 'commission.research':
    case 'commission.feature':
      return `约稿单${year}-${number}`;
    case 'city.adopted':
    case 'province.adopted':
    case 'central.adopted':
      return `信息刊物${year}年第${number}期`;
  }
};

/** Who adopted an item, and the paper that shows it. */
export const inventEvidence = (
  random: Random,
  channel: ManualChannel,
  at: Date
): { organ: string; reference: string } => ({
  organ: random.pick(ORGANS[channel]),
  reference: reference(random, channel, dayOf(at)),
});

export const WITHDRAWAL_REASONS: readonly string[] = [
  '与前期已采用的信息重复',
  '数据有误，报送单位申请撤回',
  '简报调整版面后未刊出',
  '登记时误选采用渠道',
];
