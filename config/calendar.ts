import type { Core } from '@strapi/strapi';

/** Whose days and months count, and the public holidays that are announced after the application was built. */
const config = ({ env }: Core.Config.Shared.ConfigParams) => ({
  timeZone: env('POINTS_TIME_ZONE', 'Asia/Shanghai'),
  holidays: {},
});

export default config;
