import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { oncePerApplication } from '../../common/once-per-application';
import { calendarService } from '../../common/time/calendar';
import { siteConfig } from '../public-api/addresses';
import { greyDays } from './grey-days';

/** What the bureau says about itself at the foot of every page (`config/site`); what is empty is left out. */
export interface Identity {
  organiser: string;
  contractor: string;
  address: string;
  phone: string;
  email: string;
  motto: string;
  description: string;
  keywords: string;
  /** 网站标识码, given out by the national register of government sites. */
  idCode: string;
  icp: string;
  police: string;
  /** Where the mark of party and government organs leads, and its picture. */
  partyMark: string;
  partyMarkPicture: string;
  /** 我为政府网站找错. */
  errorReport: string;
  notice: string;
}

export interface Site extends Identity {
  name: string;
  /** Where visitors find the site, without a slash at its end. */
  url: string;
  /** Whether the site is without colours on a day. */
  isGrey(moment: Date): boolean;
  /** The address of a style sheet or script, another one when it has changed. */
  asset(file: string): string;
}

/** A section of the columns' tree as pages speak of it: its kind is 栏目类别 of 国办发〔2017〕47号. */
interface Section {
  name: string;
  kind: string;
  about: string;
}

/** The sections, in the order of the menu. */
export const SECTIONS: ReadonlyMap<string, Section> = new Map([
  ['news', { name: '资讯', kind: '政务动态', about: '全系统的工作成果、视频图片和活动展演预告' }],
  [
    'organisation',
    { name: '机构设置', kind: '概况信息', about: '局领导、机关处室、局属单位和大事记' },
  ],
  [
    'disclosure',
    { name: '政务公开', kind: '信息公开', about: '指南、规定、文件、规划、人事和财政信息' },
  ],
  ['services', { name: '公共服务', kind: '办事服务', about: '行政权力事项、办事指南、表格和答疑' }],
  ['features', { name: '特色栏目', kind: '特色专栏', about: '文脉、民生、文艺、人才、产业和讲坛' }],
]);

/** What a style sheet or script holds, in short: in its address a browser may keep it for good. */
const versionOf = (file: string): string =>
  createHash('sha256').update(readFileSync(file)).digest('base64url').slice(0, 10);

/** The site as its pages know it. */
export const siteOf = oncePerApplication((strapi: Core.Strapi): Site => {
  const { name, url } = siteConfig(strapi);
  const identity = strapi.config.get<Identity>('site.identity');
  const isGreyDay = greyDays(strapi.config.get<string[]>('site.greyDays', []));
  const { dayOf } = calendarService(strapi);
  const assets = new Map<string, string>();
  return {
    ...identity,
    name,
    url,
    isGrey: (moment) => isGreyDay(dayOf(moment)),
    asset: (file) => {
      const known =
        assets.get(file) ??
        `/site/${file}?v=${versionOf(path.join(strapi.dirs.static.public, 'site', file))}`;
      assets.set(file, known);
      return known;
    },
  };
});
