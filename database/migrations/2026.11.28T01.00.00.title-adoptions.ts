import type { Knex } from 'knex';
import { adoptionTitle } from '../../src/plugins/points/domain/adoption-title';
import names from '../../src/plugins/points/server/src/translations/zh-Hans.json';

/**
 * Gives adoptions from before they had titles one each, withdrawn ones too, and lets the forms of the
 * Content Manager call them by it, where nobody chose another field. Strapi runs migrations before it
 * brings tables to their schemas, so that the column is made here, as Strapi makes it.
 */

const ADOPTIONS = 'points_adoptions';
const SETTINGS = 'strapi_core_store_settings';
const FORM = 'plugin_content_manager_configuration_content_types::plugin::points.adoption';

/** Rows are titled so many at a time. */
const BATCH = 500;

interface Row {
  id: number;
  channel: string;
  adopted_on: unknown;
  piece: string | null;
}

interface StoredRules {
  effective_from: unknown;
  effective_to: unknown;
  channels: unknown;
}

/** What a rule set calls its channels itself, and from when until when. */
interface Named {
  from: string;
  to: string | null;
  names: ReadonlyMap<string, string>;
}

const parsed = (value: unknown): unknown => {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    // Whatever somebody wrote there names no channel.
    return null;
  }
};

const dayOf = (value: unknown): string => String(value);

const ownNames = (channels: unknown): ReadonlyMap<string, string> => {
  const list = parsed(channels);
  if (!Array.isArray(list)) return new Map();
  return new Map(
    (list as Array<{ channel?: unknown; name?: { zh?: unknown } } | null>).flatMap((item) =>
      typeof item?.channel === 'string' && typeof item.name?.zh === 'string'
        ? [[item.channel, item.name.zh] as const]
        : []
    )
  );
};

const ruleSetsOf = async (trx: Knex): Promise<Named[]> => {
  const rows: StoredRules[] = await trx('points_rule_sets').select(
    ...['effective_from', 'effective_to', 'channels']
  );
  return rows.map(({ effective_from: from, effective_to: to, channels }) => ({
    from: dayOf(from),
    to: to === null ? null : dayOf(to),
    names: ownNames(channels),
  }));
};

const nameOf = (channel: string, day: string, ruleSets: readonly Named[]): string => {
  const ruleSet = ruleSets.find(({ from, to }) => from <= day && (to === null || day <= to));
  const known: Readonly<Record<string, string>> = names;
  return ruleSet?.names.get(channel) ?? known[`choice.${channel}`] ?? channel;
};

const titleAll = async (trx: Knex): Promise<void> => {
  const ruleSets = await ruleSetsOf(trx);
  for (let last = 0; ;) {
    const rows: Row[] = await trx({ a: ADOPTIONS })
      .leftJoin({ l: 'points_adoptions_submission_lnk' }, 'l.adoption_id', 'a.id')
      .leftJoin({ s: 'points_submissions' }, 's.id', 'l.submission_id')
      .where('a.id', '>', last)
      .orderBy('a.id')
      .limit(BATCH)
      .select('a.id', 'a.channel', 'a.adopted_on', { piece: 's.title' });
    for (const { id, channel, adopted_on: day, piece } of rows) {
      const name = nameOf(channel, dayOf(day), ruleSets);
      const title = adoptionTitle(name, dayOf(day), piece ?? '');
      await trx(ADOPTIONS).where({ id }).update({ title });
      last = id;
    }
    if (rows.length < BATCH) return;
  }
};

interface Form {
  settings?: { mainField?: unknown };
  layouts?: { list?: unknown };
}

const OLD_LIST = ['submission', 'channel', 'adoptedOn', 'withdrawnAt'];

const callByTitle = async (trx: Knex): Promise<void> => {
  if (!(await trx.schema.hasTable(SETTINGS))) return;
  const row = (await trx(SETTINGS).where({ key: FORM }).first()) as
    { id: number; value: string | null } | undefined;
  const form = parsed(row?.value ?? null) as Form | null;
  if (!row || form?.settings?.mainField !== 'adoptedOn') return;
  const isOldList = JSON.stringify(form.layouts?.list) === JSON.stringify(OLD_LIST);
  const list = isOldList ? ['title', ...OLD_LIST.slice(1)] : form.layouts?.list;
  const value = {
    ...form,
    settings: { ...form.settings, mainField: 'title' },
    layouts: { ...form.layouts, list },
  };
  await trx(SETTINGS)
    .where({ id: row.id })
    .update({ value: JSON.stringify(value) });
};

export const up = async (trx: Knex): Promise<void> => {
  if (!(await trx.schema.hasTable(ADOPTIONS))) return;
  if (await trx.schema.hasColumn(ADOPTIONS, 'title')) return;
  await trx.schema.alterTable(ADOPTIONS, (table) => {
    table.string('title');
  });
  await titleAll(trx);
  await callByTitle(trx);
};
