import { spawnSync } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');

/** What the architecture's rules say to each piece of code, stood in that file, of the plugin unless told. */
const lint = (samples: Array<[file: string, code: string]>): string[] => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(__dirname, 'lint-samples.mjs')],
    {
      cwd: ROOT,
      input: JSON.stringify(
        samples.map(([file, code]) => [
          path.join(ROOT, file.startsWith('src/') ? file : `src/plugins/points/${file}`),
          code,
        ])
      ),
      encoding: 'utf8',
    }
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as string[];
};

const ALLOWED: Array<[string, string]> = [
  ['domain/score.ts', "import Fraction from 'fraction.js'; import { x } from './points';"],
  ['domain/score.ts', "export const day = new Date('2026-01-01');"],
  ['shared/contracts/report.ts', "import type { Channel } from '../../domain/vocabulary';"],
  ['domain/score.ts', "import { monthOf } from './period';"],
  ['server/src/standings/standings.ts', "import type { R } from '../../../shared/contracts';"],
  ['server/src/ledger/settle.ts', 'strapi.db.transaction(async () => undefined);'],
  ['server/src/ledger/postings.ts', "strapi.db.query('plugin::points.posting');"],
  ['server/src/desk/desk.ts', "import { inboxService } from '../inbox/inbox';"],
  [
    'server/src/records/units.ts',
    "import { tableOf } from '../../../../../common/database/tables';",
  ],
  ['admin/src/standings/report.tsx', "import type { R } from '../../../shared/contracts';"],
  ['src/site/home.ts', "import { x } from '../plugins/points/server/src/public';"],
  ['src/admin/x.tsx', "import { x } from '../plugins/points/admin/src/shared/Notice';"],
  ['src/common/time/clock.ts', "import { x } from './day';"],
  ['src/site/home.ts', "import { x } from '../plugins/mail/server/src/public';"],
  ['server/src/inbox/x.ts', "import { outbox } from '../../../../mail/server/src/public';"],
  ['server/src/inbox/x.ts', "strapi.plugin('mail').service('outbox');"],
  [
    'src/plugins/mail/server/src/delivery/x.ts',
    "import { x } from '../records/message-repository';",
  ],
  [
    'src/plugins/mail/server/src/records/message-repository.ts',
    "strapi.db.query('plugin::mail.message');",
  ],
  ['src/plugins/mail/domain/x.ts', "import { x } from './vocabulary';"],
];

const FORBIDDEN: Array<[string, string, string]> = [
  ['domain/score.ts', "import { format } from 'date-fns';", 'except fraction.js'],
  ['domain/score.ts', "import type { Core } from '@strapi/strapi';", 'except fraction.js'],
  ['domain/score.ts', "export * from '../shared/contracts';", 'except fraction.js'],
  ['domain/score.ts', "import x from './../server/src/x';", 'except fraction.js'],
  ['domain/score.ts', "export const x = require('pg');", 'Import at the top'],
  ['domain/score.ts', "export const x = import('pg');", 'Import at the top'],
  ['domain/score.ts', 'export const now = new Date();', 'no clock'],
  ['domain/score.ts', 'export const now = Date.now();', 'no clock'],
  ['domain/score.ts', '/* eslint-disable */ export const now = Date.now();', 'no clock'],
  ['domain/score.ts', 'export const x = process.env.X;', 'nothing around it'],
  ['domain/score.ts', "import { clock } from '../../../common/time/clock';", 'except fraction.js'],
  ['domain/score.ts', "import { isDay } from '../../../common/time/day';", 'except fraction.js'],
  ['src/common/time/day.ts', 'export const now = new Date();', 'no clock'],
  ['src/common/time/day.ts', "import { x } from './clock'; import 'pg';", 'as pure as'],
  ['src/common/http/x.ts', "import { x } from '../../site/refusals';", 'ground floor'],
  ['src/common/x.ts', "import { x } from '../plugins/points/domain/points';", 'ground floor'],
  ['src/site/x.ts', "import { x } from '../plugins/points/server/src/ledger-lock';", 'one door'],
  ['src/site/x.ts', "import { x } from '../plugins/points/domain/points';", 'one door'],
  ['src/backup/x.ts', "import { x } from '../plugins/points/domain/points';", 'one door'],
  ['src/admin/x.tsx', "import x from '../plugins/points/admin/src/desk/DeskPage';", 'share'],
  ['server/src/ledger/x.ts', "import { x } from '../submissions/workflow';", 'downwards only'],
  ['server/src/inbox/x.ts', "import { x } from '../desk/desk';", 'downwards only'],
  ['server/src/records/x.ts', "import { x } from '../wiring/services';", 'downwards only'],
  ['server/src/desk/x.ts', "import { x } from '../public';", 'downwards only'],
  ['shared/contracts/report.ts', "import { x } from '../../server/src/constants';", 'only itself'],
  ['shared/contracts/report.ts', "import type { UID } from '@strapi/strapi';", 'only itself'],
  ['server/src/standings/x.ts', "import x from '../../../admin/src/constants';", 'never import'],
  [
    'admin/src/standings/report.tsx',
    "import x from '../../../server/src/constants';",
    'never import',
  ],
  ['server/src/standings/x.ts', "strapi.db.query('plugin::points.unit');", 'Only repositories'],
  ['server/src/standings/x.ts', 'export const x = strapi.db.connection;', 'Only repositories'],
  ['server/src/standings/x.ts', 'export const { db } = strapi;', 'Only repositories'],
  ['server/src/standings/x.ts', "export const uid = 'api::article.article';", 'by name'],
  ['admin/src/standings/report.tsx', "export const uid = 'api::article.article';", 'by name'],
  ['src/site/x.ts', "import { x } from '../plugins/mail/domain/delivery';", 'one door'],
  [
    'server/src/inbox/x.ts',
    "import { x } from '../../../../mail/server/src/outbox/enqueue';",
    'one door',
  ],
  ['server/src/public.ts', "export { x } from '../../../mail/domain/delivery';", 'one door'],
  ['admin/src/inbox/x.tsx', "import { x } from '../../../../mail/admin/src/api';", 'no other'],
  [
    'src/plugins/mail/server/src/outbox/x.ts',
    "import { x } from '../../../../points/server/src/public';",
    'nothing of the plugin points',
  ],
  [
    'src/plugins/mail/server/src/public.ts',
    "import { x } from '../../../points/server/src/public';",
    'nothing of the plugin points',
  ],
  [
    'src/plugins/mail/server/src/outbox/x.ts',
    "export const uid = 'plugin::points.unit';",
    'nothing of the plugin points',
  ],
  [
    'src/plugins/mail/server/src/outbox/x.ts',
    "strapi.plugin('points').service('clock');",
    'nothing of the plugin points',
  ],
  ['src/plugins/mail/domain/x.ts', "import Fraction from 'fraction.js';", 'nothing outside'],
  ['src/plugins/mail/domain/x.ts', 'export const now = new Date();', 'no clock'],
  [
    'src/plugins/mail/server/src/delivery/x.ts',
    "import { x } from '../outbox/enqueue';",
    'downwards only',
  ],
  [
    'src/plugins/mail/server/src/delivery/x.ts',
    'export const x = strapi.db.connection;',
    'Only repositories',
  ],
  [
    'src/plugins/mail/server/src/outbox/x.ts',
    "import x from '../../../admin/src/constants';",
    'never import',
  ],
  [
    'src/plugins/mail/shared/contracts/x.ts',
    "import { x } from '../../server/src/constants';",
    'only itself',
  ],
];

const said = lint([...ALLOWED, ...FORBIDDEN.map(([file, code]): [string, string] => [file, code])]);

describe('the check of the architecture', () => {
  it.each(ALLOWED.map(([file, code], index) => [file, code, index] as const))(
    'lets pass in %s: %s',
    (_file, _code, index) => {
      expect(said[index]).toBe('');
    }
  );

  it.each(FORBIDDEN.map((sample, index) => [...sample, ALLOWED.length + index] as const))(
    'refuses in %s: %s (%s)',
    (_file, _code, reason, index) => {
      expect(said[index]).toContain(reason);
    }
  );
});
