import type { Core } from '@strapi/strapi';

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Plugin => ({
  points: {
    enabled: true,
    resolve: './src/plugins/points',
    config: { timeZone: env('POINTS_TIME_ZONE', 'Asia/Shanghai') },
  },
  'users-permissions': { config: { jwtSecret: env('JWT_SECRET') } },
});

export default config;
