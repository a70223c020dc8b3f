import type { Core } from '@strapi/strapi';
import regulation from '../../database/seeds/regulation.rule-set.json';
import { setupRegistry } from '../plugins/points/server/src/public';

/** Names the regulation's rule set (计分标准) as the one that a bureau can begin with. */
export const offerRegulation = (strapi: Core.Strapi): void =>
  setupRegistry(strapi).offerRuleSet(regulation);
