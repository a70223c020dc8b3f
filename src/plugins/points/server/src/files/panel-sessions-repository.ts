import type { Core } from '@strapi/strapi';
import { oncePerApplication } from '../../../../../common/once-per-application';

/** An account of the panel with its roles. */
export interface PanelAccount {
  id: number;
  isActive?: boolean;
}

/** Who is logged in to the panel. */
export const panelSessionRepository = oncePerApplication((strapi: Core.Strapi) => ({
  /** The account of a session, active or not. */
  async accountOf(sessionId: string): Promise<PanelAccount | null> {
    const session = (await strapi.db.query('admin::session').findOne({ where: { sessionId } })) as {
      userId: string;
    } | null;
    return (await strapi.db.query('admin::user').findOne({
      where: { id: Number(session?.userId) || 0 },
      populate: ['roles'],
    })) as PanelAccount | null;
  },
}));
