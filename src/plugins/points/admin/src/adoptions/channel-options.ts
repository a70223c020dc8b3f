import type { StrapiApp } from '@strapi/strapi/admin';
import { CHANNELS, type Names } from '../../../shared/contracts';
import { adoptionsApi } from './adoptions-api';
import { everRecordable } from './recordable';

interface Option {
  value: string;
  label: string;
}

const recordable = adoptionsApi.endpoints.getRecordable;

// Strapi's type of the store knows of no endpoint that a plugin adds.
interface Store {
  dispatch(action: unknown): unknown;
  getState(): Parameters<ReturnType<typeof recordable.select>>[0] & {
    admin_app: { language: { locale: string } };
  };
}

type Panel = Pick<StrapiApp, 'configurations' | 'store'>;

type Labels = Partial<Record<string, Record<string, string>>>;

/**
 * Names of channels for what stands outside of React's hooks: the thirteen by the translations, those of rule sets as
 * these call them. They are asked for the first time; until they are there, the thirteen alone are named.
 */
export const channelOptionsOf = ({ configurations, store }: Panel, isFirst: boolean): Option[] => {
  const panel = store as unknown as Store | null;
  if (!panel) return [];
  // Not while React draws: it is told of by the store.
  if (isFirst) queueMicrotask(() => panel.dispatch(recordable.initiate(undefined)));
  const state = panel.getState();
  const { locale } = state.admin_app.language;
  const labels = (configurations.translations as Labels)[locale];
  const { data = [] } = recordable.select(undefined)(state);
  const names = new Map<string, Names | undefined>(CHANNELS.map((channel) => [channel, undefined]));
  for (const { channel, name } of everRecordable(data)) names.set(channel, name);
  return [...names].map(([value, name]) => {
    const own = locale.startsWith('zh') ? name?.zh : name?.en;
    return { value, label: own ?? labels?.[value] ?? value };
  });
};
