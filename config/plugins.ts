import type { Core } from '@strapi/strapi';
import { UPLOAD_SECURITY } from '../src/site/uploads';

const { sizeLimit, allowedTypes, deniedTypes } = UPLOAD_SECURITY;
const uploadConfig = {
  sizeLimit,
  security: { allowedTypes: [...allowedTypes], deniedTypes: [...deniedTypes] },
};

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Plugin => ({
  points: {
    enabled: true,
    resolve: './src/plugins/points',
    config: {
      objectionDays: env.int('POINTS_OBJECTION_DAYS', 5),
      // Unsaid, nobody is mailed a link: from the inside the application does not know where it is reached.
      panelUrl: env('PANEL_URL', ''),
      commissionDaysBefore: env.int('POINTS_COMMISSION_DAYS_BEFORE', 3),
      commissionOverdue: env.int('POINTS_COMMISSION_OVERDUE', 3),
      noticeHour: env.int('POINTS_NOTICE_HOUR', 8),
      noticeDays: env.int('POINTS_NOTICE_DAYS', 365),
    },
  },
  mail: {
    enabled: true,
    resolve: './src/plugins/mail',
  },
  upload: { config: uploadConfig },
  'users-permissions': {
    // Attempts are counted by `global::login-limits`.
    config: { jwtSecret: env('JWT_SECRET'), ratelimit: { enabled: false } },
  },
});

export default config;
