import { labelsOf } from '../../common/messages/labels';
import type { Core } from '@strapi/strapi';
import en from './en.json';
import zhHans from './zh-Hans.json';

/**
 * Tells how the site's fields and the values of its closed lists are called: its
 * sentences of refusal name them as the admin panel does.
 */
export const nameFieldsAndValues = (strapi: Core.Strapi): void => {
  const labels = labelsOf(strapi);
  labels.add('en', en);
  labels.add('zh-Hans', zhHans);
};
