import type { Core } from '@strapi/strapi';
import en from './en.json';
import zhHans from './zh-Hans.json';

interface Labels {
  add(language: 'en' | 'zh-Hans', names: Readonly<Record<string, string>>): void;
}

/**
 * Tells the plugin how the site's fields and the values of its closed lists are called: its
 * sentences of refusal name them as the admin panel does.
 */
export const nameFieldsAndValues = (strapi: Core.Strapi): void => {
  const labels = strapi.plugin('points').service<Labels>('labels');
  labels.add('en', en);
  labels.add('zh-Hans', zhHans);
};
