const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });
const MINUTE = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** The Chinese day of a moment: `2026-03-31`. */
export const day = (moment) => (moment ? DAY.format(new Date(moment)) : '');

/** The Chinese day and time of a moment: `2026-03-31 09:00`. */
export const minute = (moment) => (moment ? MINUTE.format(new Date(moment)) : '');

/** A span of time, without saying its day twice. */
export const span = (from, to) => {
  if (!to) return minute(from);
  return day(from) === day(to)
    ? `${minute(from)}–${minute(to).slice(11)}`
    : `${day(from)} 至 ${day(to)}`;
};

/** `2026-03` as `2026年3月`. */
export const chineseDate = (date) => {
  const [year, month, ofMonth] = date.split('-');
  return `${year}年${month ? `${Number(month)}月` : ''}${ofMonth ? `${Number(ofMonth)}日` : ''}`;
};

/** Kilobytes as a person reads them. */
export const size = (kilobytes) =>
  kilobytes < 1024
    ? `${Math.max(1, Math.round(kilobytes))} KB`
    : `${(kilobytes / 1024).toFixed(1)} MB`;

const NAMES = {
  activity: '活动',
  exhibition: '展览',
  show: '演出',
  'general-affairs': '综合政务',
  'culture-and-media': '文化、广电、新闻出版',
  'tourism-and-trade': '商贸、海关、旅游',
  'personnel-and-supervision': '劳动、人事、监察',
  'finance-and-audit': '财政、金融、审计',
  'science-and-education': '科技、教育',
  'other-topic': '其他',
  'in-force': '有效',
  superseded: '已被替代',
  repealed: '废止',
  expired: '失效',
  proactive: '主动公开',
  'on-request': '依申请公开',
  licence: '行政许可',
  penalty: '行政处罚',
  coercion: '行政强制',
  confirmation: '行政确认',
  inspection: '行政检查',
  reward: '行政奖励',
  'other-power': '其他权力',
  active: '在用',
  delegated: '下放',
  cancelled: '取消',
  'heritage-site': '遗产点',
  'protected-quarter': '文保街区',
  'intangible-heritage': '非物质文化遗产',
  'world-level': '世界级',
  'national-level': '国家级',
  'provincial-level': '省级',
  'city-level': '市级',
  'county-level': '县（区）级',
  planned: '未开工',
  'under-way': '推进中',
  completed: '已完成',
  'stage-work': '舞台作品',
  book: '图书',
  film: '影视',
  music: '音乐',
  'visual-art': '美术书法摄影',
  'culture-industry': '文化产业',
  'culture-market': '文化市场',
};

/** The Chinese name of a value of the API. */
export const named = (value) => NAMES[value] ?? value ?? '';
