// Written by the server from its settings: SITE_NAME, SITE_OWNER, SITE_ID_CODE, SITE_RECORD, SITE_ADDRESS, SITE_PHONE.
import { BUREAU } from './bureau.js';

/** What the site says about itself. */
export const SITE = {
  ...BUREAU,
  motto: `${BUREAU.owner}门户网站`,
  description: `${BUREAU.owner}门户网站：文化资讯、政务公开、公共服务和特色文化栏目。`,
  keywords: `${BUREAU.name},${BUREAU.owner},政务公开,公共文化服务`,
};

/** The sections of the columns' tree, in the order of the menu. */
export const SECTIONS = {
  news: { name: '资讯', type: '政务动态', about: '全系统的工作成果、视频图片和活动展演预告' },
  organisation: { name: '机构设置', type: '概况信息', about: '局领导、机关处室、局属单位和大事记' },
  disclosure: {
    name: '政务公开',
    type: '信息公开',
    about: '指南、规定、文件、规划、人事和财政信息',
  },
  services: { name: '公共服务', type: '办事服务', about: '行政权力事项、办事指南、表格和答疑' },
  features: { name: '特色栏目', type: '特色专栏', about: '文脉、民生、文艺、人才、产业和讲坛' },
};

export const PAGE_SIZE = 12;
