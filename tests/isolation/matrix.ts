import type { Struct } from '@strapi/strapi';
import type {
  ReceiptsResponse,
  ReviewResponse,
  RuleSetDraftResponse,
  RuleSetsResponse,
} from '../../src/plugins/points/shared/contracts';
import {
  bodyOf,
  enqueue,
  errorOf,
  outgoing,
  sealThrough,
  type ApiResponse,
  type Client,
} from '../support';
import { COMMISSION, FILE, SUBMISSION, WHOSE, type Whose, type World } from './world';

const ROLES = ['visitor', 'officer', 'leader', 'editor', 'office', 'super-admin'] as const;
type Role = (typeof ROLES)[number];

/** With `ISOLATION_MATRIX=all` every role tries on every row, which takes twice as long. */
const EVERY_ROW = process.env.ISOLATION_MATRIX === 'all';

/** Those whose roles the condition holds to their units. */
const HELD: ReadonlySet<Role> = new Set<Role>(['officer', 'leader']);

/** On no row, on those that the person made, on those of the own unit (joint ones too), on all. */
type Extent = 'no' | 'mine' | 'own' | 'all';

/**
 * Entries are the rows of every content type that comes from submissions, whichever there are;
 * files are each unit's uploads.
 */
const CONTENT = `
type                         verb     visitor  officer  leader  editor  office  super-admin
entry                        read     no       own      own     all     all     all
entry                        create   no       own      no      all     no      all
entry                        update   no       own      own     all     all     all
entry                        delete   no       no       no      all     no      all
entry                        publish  no       no       no      all     all     all
submission                   read     no       own      own     all     all     all
submission                   create   no       own      no      all     all     all
submission                   update   no       own      own     no      all     all
submission                   delete   no       no       no      no      all     all
commission                   read     no       own      own     no      all     all
commission                   create   no       no       no      no      all     all
commission                   update   no       no       no      no      all     all
commission                   delete   no       no       no      no      all     all
commission-line              read     no       no       no      no      no      all
commission-line              create   no       no       no      no      no      no
commission-line              update   no       no       no      no      no      no
commission-line              delete   no       no       no      no      no      no
column                       read     no       all      all     all     all     all
column                       create   no       no       no      no      all     all
column                       update   no       no       no      no      all     all
column                       delete   no       no       no      no      all     all
unit                         read     no       all      all     all     all     all
unit                         create   no       no       no      no      all     all
unit                         update   no       no       no      no      all     all
unit                         delete   no       no       no      no      all     all
officer                      read     no       all      all     all     all     all
officer                      create   no       no       no      no      all     all
officer                      update   no       no       no      no      all     all
officer                      delete   no       no       no      no      all     all
adoption                     read     no       no       no      no      all     all
adoption                     create   no       no       no      no      all     all
adoption                     update   no       no       no      no      all     all
adoption                     delete   no       no       no      no      all     all
adoption-import              read     no       no       no      no      no      all
adoption-import              create   no       no       no      no      no      no
adoption-import              update   no       no       no      no      no      no
adoption-import              delete   no       no       no      no      no      no
bonus                        read     no       no       no      no      no      all
bonus                        create   no       no       no      no      no      no
bonus                        update   no       no       no      no      no      no
bonus                        delete   no       no       no      no      no      no
deduction                    read     no       no       no      no      no      all
deduction                    create   no       no       no      no      no      no
deduction                    update   no       no       no      no      no      no
deduction                    delete   no       no       no      no      no      no
notice                       read     no       no       no      no      no      all
notice                       create   no       no       no      no      no      no
notice                       update   no       no       no      no      no      no
notice                       delete   no       no       no      no      no      no
notice-choice                read     no       no       no      no      no      all
notice-choice                create   no       no       no      no      no      no
notice-choice                update   no       no       no      no      no      no
notice-choice                delete   no       no       no      no      no      no
objection                    read     no       no       no      no      no      all
objection                    create   no       no       no      no      no      no
objection                    update   no       no       no      no      no      no
objection                    delete   no       no       no      no      no      no
reversal-reason              read     no       no       no      no      no      all
reversal-reason              create   no       no       no      no      no      no
reversal-reason              update   no       no       no      no      no      no
reversal-reason              delete   no       no       no      no      no      no
rule-set                     read     no       no       no      no      all     all
rule-set                     create   no       no       no      no      all     all
rule-set                     update   no       no       no      no      all     all
rule-set                     delete   no       no       no      no      all     all
rule-set-draft               read     no       no       no      no      no      all
rule-set-draft               create   no       no       no      no      no      no
rule-set-draft               update   no       no       no      no      no      no
rule-set-draft               delete   no       no       no      no      no      no
word-rule                    read     no       no       no      no      all     all
word-rule                    create   no       no       no      no      all     all
word-rule                    update   no       no       no      no      all     all
word-rule                    delete   no       no       no      no      all     all
bulletin-template            read     no       no       no      no      all     all
bulletin-template            create   no       no       no      no      all     all
bulletin-template            update   no       no       no      no      all     all
bulletin-template            delete   no       no       no      no      all     all
bulletin                     read     no       no       no      no      no      all
bulletin                     create   no       no       no      no      no      no
bulletin                     update   no       no       no      no      no      no
bulletin                     delete   no       no       no      no      no      no
bulletin-draft               read     no       no       no      no      no      all
bulletin-draft               create   no       no       no      no      no      no
bulletin-draft               update   no       no       no      no      no      no
bulletin-draft               delete   no       no       no      no      no      no
bulletin-receipt             read     no       no       no      no      no      all
bulletin-receipt             create   no       no       no      no      no      no
bulletin-receipt             update   no       no       no      no      no      no
bulletin-receipt             delete   no       no       no      no      no      no
review                       read     no       no       no      no      no      all
review                       create   no       no       no      no      no      no
review                       update   no       no       no      no      no      no
review                       delete   no       no       no      no      no      no
posting                      read     no       no       no      no      no      all
posting                      create   no       no       no      no      no      no
posting                      update   no       no       no      no      no      no
posting                      delete   no       no       no      no      no      no
total                        read     no       no       no      no      no      all
total                        create   no       no       no      no      no      no
total                        update   no       no       no      no      no      no
total                        delete   no       no       no      no      no      no
kept-file                    read     no       no       no      no      no      all
kept-file                    create   no       no       no      no      no      no
kept-file                    update   no       no       no      no      no      no
kept-file                    delete   no       no       no      no      no      no
history-line                 read     no       no       no      no      no      all
history-line                 create   no       no       no      no      no      no
history-line                 update   no       no       no      no      no      no
history-line                 delete   no       no       no      no      no      no
message                      read     no       no       no      no      no      all
message                      create   no       no       no      no      no      no
message                      update   no       no       no      no      no      no
message                      delete   no       no       no      no      no      no
attachment                   read     no       no       no      no      no      all
attachment                   create   no       no       no      no      no      no
attachment                   update   no       no       no      no      no      no
attachment                   delete   no       no       no      no      no      no
delivery-event               read     no       no       no      no      no      all
delivery-event               create   no       no       no      no      no      no
delivery-event               update   no       no       no      no      no      no
delivery-event               delete   no       no       no      no      no      no
number-series                read     no       no       no      no      no      all
number-series                create   no       no       no      no      no      no
number-series                update   no       no       no      no      no      no
number-series                delete   no       no       no      no      no      no
publication-date-correction  read     no       no       no      no      no      all
publication-date-correction  create   no       no       no      no      no      no
publication-date-correction  update   no       no       no      no      no      no
publication-date-correction  delete   no       no       no      no      no      no
published-address            read     no       no       no      no      no      all
published-address            create   no       no       no      no      no      no
published-address            update   no       no       no      no      no      no
published-address            delete   no       no       no      no      no      no
file                         read     no       own      own     all     all     all
file                         create   no       all      no      all     all     all
file                         update   no       mine     no      all     all     all
file                         delete   no       mine     no      all     all     all
`;

const ROUTES = `
method  path                                                       visitor  officer  leader  editor  office  super-admin
GET     /points/overview                                           no       all      all     all     all     all
GET     /points/report                                             no       all      all     all     all     all
GET     /points/report/export                                      no       all      all     all     all     all
GET     /points/ledger                                             no       all      all     no      all     all
GET     /points/ledger/export                                      no       all      all     no      all     all
GET     /points/entries/:uid                                       no       all      all     all     all     all
GET     /points/entries/:uid/:documentId                           no       own      own     all     all     all
POST    /points/entries/:uid/:documentId/submission                no       own      no      all     all     all
GET     /points/commissions                                        no       all      all     no      all     all
GET     /points/commissions/outcomes                               no       all      all     no      all     all
GET     /points/commissions/outcomes/export                        no       all      all     no      all     all
GET     /points/commissions/:documentId                            no       own      own     no      all     all
POST    /points/commissions/:documentId/extend                     no       no       no      no      all     all
POST    /points/commissions/:documentId/close                      no       no       no      no      all     all
POST    /points/commissions/:documentId/reopen                     no       no       no      no      all     all
POST    /points/commissions/:documentId/not-needed                 no       no       no      no      all     all
POST    /points/commissions/:documentId/needed                     no       no       no      no      all     all
POST    /points/commissions/:documentId/answers/:submission/adopt  no       no       no      no      all     all
POST    /points/adoptions                                          no       no       no      no      all     all
GET     /points/adoptions/submissions                              no       no       no      no      all     all
POST    /points/adoptions/submissions                              no       no       no      no      all     all
GET     /points/adoptions/channels                                 no       no       no      no      all     all
POST    /points/adoptions/preview                                  no       no       no      no      all     all
POST    /points/adoptions/steps                                    no       no       no      no      all     all
GET     /points/adoptions/template                                 no       no       no      no      all     all
POST    /points/adoptions/import/check                             no       no       no      no      all     all
POST    /points/adoptions/import                                   no       no       no      no      all     all
GET     /points/adoptions/imports                                  no       no       no      no      all     all
GET     /points/adoptions/imports/:documentId/report               no       no       no      no      all     all
GET     /points/submissions/:documentId/adoptions                  no       no       no      no      all     all
POST    /points/adoptions/:documentId/withdraw                     no       no       no      no      all     all
GET     /points/sealed-awards                                      no       no       no      no      all     all
POST    /points/sealed-awards/:documentId/confirm                  no       no       no      no      all     all
POST    /points/sealed-awards/:documentId/withdraw                 no       no       no      no      all     all
GET     /points/bonuses                                            no       all      all     no      all     all
POST    /points/bonuses                                            no       no       no      no      all     all
POST    /points/bonuses/:documentId/evidence                       no       no       no      no      all     all
POST    /points/bonuses/:documentId/withdraw                       no       no       no      no      all     all
GET     /points/deductions                                         no       all      all     no      all     all
GET     /points/deductions/kinds                                   no       all      all     no      all     all
POST    /points/deductions                                         no       no       no      no      all     all
POST    /points/deductions/:documentId/evidence                    no       no       no      no      all     all
POST    /points/deductions/:documentId/withdraw                    no       no       no      no      all     all
GET     /points/objections                                         no       all      all     no      all     all
POST    /points/objections                                         no       all      all     no      no      all
GET     /points/objections/:documentId                             no       own      own     no      all     all
POST    /points/objections/:documentId/withdraw                    no       own      own     no      no      all
POST    /points/objections/:documentId/answer                      no       no       no      no      all     all
POST    /points/objections/:documentId/correction/withdraw         no       no       no      no      all     all
GET     /points/submissions/:documentId                            no       own      own     all     all     all
GET     /points/submissions/:documentId/duplicates                 no       own      own     all     all     all
GET     /points/submissions/:documentId/precheck                   no       own      own     all     all     all
POST    /points/submissions/:documentId/actions/submit             no       own      no      no      no      all
POST    /points/submissions/:documentId/actions/request-signature  no       own      no      no      no      all
POST    /points/submissions/:documentId/actions/sign               no       no       own     no      no      all
POST    /points/submissions/:documentId/actions/send-back          no       no       own     no      no      all
POST    /points/submissions/:documentId/actions/withdraw           no       own      own     no      no      all
POST    /points/submissions/:documentId/actions/accept             no       no       no      no      all     all
POST    /points/submissions/:documentId/actions/return             no       no       no      no      all     all
POST    /points/submissions/:documentId/actions/decline            no       no       no      no      all     all
POST    /points/submissions/:documentId/actions/reopen             no       no       no      no      all     all
POST    /points/submissions/:documentId/actions/merge              no       no       no      no      all     all
POST    /points/submissions/:documentId/actions/unmerge            no       no       no      no      all     all
POST    /points/submissions/:documentId/entry                      no       no       no      all     all     all
GET     /points/entry-types                                        no       no       no      all     all     all
GET     /points/inbox                                              no       no       no      no      all     all
POST    /points/inbox/accept                                       no       no       no      no      all     all
GET     /points/desk                                               no       all      all     no      no      all
GET     /points/desk/summary                                       no       all      all     no      no      all
GET     /points/desk/reading/:documentId                           no       own      own     no      no      all
POST    /points/desk/sign                                          no       no       all     no      no      all
GET     /points/reconcile                                          no       no       no      no      all     all
GET     /points/verify                                             no       no       no      no      all     all
GET     /points/bulletins                                          no       no       no      no      all     all
GET     /points/bulletins/preview                                  no       no       no      no      all     all
GET     /points/bulletins/:documentId                              no       no       no      no      all     all
POST    /points/bulletins                                          no       no       no      no      all     all
GET     /points/bulletins/:documentId/addressees                   no       no       no      no      all     all
POST    /points/bulletins/:documentId/issue                        no       no       no      no      all     all
GET     /points/bulletins/:documentId/receipts                     no       no       no      no      all     all
POST    /points/bulletins/:documentId/receipts/:receiptId/mail     no       no       no      no      all     all
GET     /points/my-bulletins                                       no       all      all     no      no      all
POST    /points/my-bulletins/:documentId/read                      no       all      all     no      no      no
POST    /points/my-bulletins/:documentId/acknowledge               no       all      all     no      no      no
GET     /points/my-bulletins/:documentId/file                      no       all      all     no      no      no
GET     /points/notices                                            no       all      all     all     all     all
GET     /points/notices/count                                      no       all      all     all     all     all
POST    /points/notices/read                                       no       all      all     all     all     all
GET     /points/notices/settings                                   no       all      all     all     all     all
PUT     /points/notices/settings                                   no       all      all     all     all     all
GET     /points/rule-sets                                          no       all      all     no      all     all
GET     /points/rule-sets/:documentId                              no       all      all     no      all     all
POST    /points/rule-set-drafts                                    no       no       no      no      all     all
GET     /points/rule-set-drafts/:documentId                        no       no       no      no      all     all
PUT     /points/rule-set-drafts/:documentId                        no       no       no      no      all     all
POST    /points/rule-set-drafts/:documentId/remove                 no       no       no      no      all     all
POST    /points/rule-set-drafts/:documentId/try                    no       no       no      no      all     all
POST    /points/rule-set-drafts/:documentId/put-in-force           no       no       no      no      all     all
GET     /points/reviews                                            no       all      all     no      all     all
POST    /points/reviews                                            no       no       no      no      all     all
GET     /points/reviews/preview                                    no       no       no      no      all     all
GET     /points/reviews/:documentId                                no       all      all     no      all     all
PUT     /points/reviews/:documentId                                no       no       no      no      all     all
POST    /points/reviews/:documentId/decide                         no       no       no      no      all     all
POST    /points/reviews/:documentId/publish                        no       no       no      no      all     all
GET     /points/reviews/:documentId/export                         no       all      all     no      all     all
GET     /points/bulletins/:documentId/document                     no       no       no      no      all     all
POST    /points/bulletins/:documentId/document                     no       no       no      no      all     all
GET     /points/bulletins/:documentId/export                       no       no       no      no      all     all
GET     /points/units                                              no       all      all     all     all     all
POST    /points/units                                              no       no       no      no      all     all
GET     /points/units/template                                     no       no       no      no      all     all
POST    /points/units/import/check                                 no       no       no      no      all     all
POST    /points/units/import                                       no       no       no      no      all     all
GET     /points/units/:documentId                                  no       own      own     no      all     all
GET     /points/units/:documentId/pieces                           no       own      own     no      all     all
POST    /points/members                                            no       no       no      no      all     all
GET     /points/members/:documentId                                no       own      own     no      all     all
GET     /points/members/:documentId/pieces                         no       own      own     no      all     all
POST    /points/members/:documentId/invitation                     no       no       no      no      all     all
GET     /points/setup                                              no       no       no      no      all     all
POST    /points/setup/rule-set                                     no       no       no      no      all     all
POST    /points/setup/test-mail                                    no       no       no      no      all     all
GET     /mail/messages                                             no       no       no      no      all     all
GET     /mail/messages/:documentId                                 no       no       no      no      all     all
POST    /mail/messages/:documentId/send-again                      no       no       no      no      all     all
POST    /mail/messages/:documentId/cancel                          no       no       no      no      all     all
GET     /site/publication-dates/:uid/:documentId                   no       own      own     all     all     all
POST    /site/publication-dates/:uid/:documentId                   no       no       no      no      all     all
GET     /sitemap.xml                                               all      all      all     all     all     all
GET     /rss.xml                                                   all      all      all     all     all     all
`;

type Expected = Map<string, Record<Role, Extent>>;

const expectedOf = (table: string): Expected => {
  const [, ...lines] = table.trim().split('\n');
  return new Map(
    lines.map((line) => {
      const [first = '', second = '', ...cells] = line.split(/\s+/);
      const extents = Object.fromEntries(ROLES.map((role, index) => [role, cells[index]]));
      return [`${first} ${second}`, extents as Record<Role, Extent>];
    })
  );
};

/** Addresses that Strapi and its own plugins serve; whatever else is there is ours. */
const OF_STRAPI =
  /^\/($|\(|(_health|admin|api|content-manager|content-type-builder|content-releases|email|i18n|review-workflows|upload|uploads|users-permissions)(\/|$))/;

const MANAGER = '/content-manager/collection-types';
const REFUSED: ReadonlySet<number> = new Set([401, 403, 404, 405]);
const NONE = 'nosuchdocument0000000000';

const isRefused = ({ status, body }: ApiResponse<unknown>): boolean =>
  REFUSED.has(status) || (status === 400 && JSON.stringify(body).includes('is not your unit’s'));

const isIn = (extent: Extent, whose: Whose): boolean =>
  extent === 'all' ||
  (extent === 'own' && whose !== 'foreign') ||
  (extent === 'mine' && whose === 'own');

interface Layer {
  path: string;
  methods: string[];
}

/** The suites of the matrix, about a world that they use up. */
export const matrix = (worldOf: () => World): void => {
  let world: World;
  let clients: Record<Role, Client>;
  let adoptions: Record<Whose, string>;
  let message: string;
  let bulletin: string;
  let receipt: string;
  let review: string;
  let imported: string;
  let ruleSet = NONE;
  let ruleSetDraft = NONE;
  let bonuses: Record<Whose, string>;
  let deductions: Record<Whose, string>;
  let objections: Record<Whose, string>;

  beforeAll(async () => {
    world = worldOf();
    const { api, make } = world.app;
    clients = {
      visitor: api.public,
      officer: world.officerA.client,
      leader: world.leaderA.client,
      editor: await api.as('editor'),
      office: await api.as('office'),
      'super-admin': await api.as('super-admin'),
    };
    const adopted = async (whose: Whose): Promise<string> => {
      const submission = await make.submission({ units: world.unitsOf(whose) });
      const values = { submission, channel: 'newsletter', adoptedOn: '2026-05-01' } as const;
      return (await make.adoption(values)).documentId;
    };
    adoptions = {
      own: await adopted('own'),
      joint: await adopted('joint'),
      foreign: await adopted('foreign'),
    };
    const byHand = async (path: string, whose: Whose, values: object): Promise<string> => {
      const [unit] = world.unitsOf(whose);
      const body = { unit: unit?.documentId, reason: whose, decidedBy: '局长', ...values };
      return bodyOf(
        await clients.office.post<{ data: { documentId: string } }>(path, {
          ...body,
          day: '2026-05-01',
        })
      ).data.documentId;
    };
    const given = (whose: Whose) => byHand('/points/bonuses', whose, { points: 1 });
    bonuses = {
      own: await given('own'),
      joint: await given('joint'),
      foreign: await given('foreign'),
    };
    const held = (whose: Whose) => byHand('/points/deductions', whose, { code: 'late' });
    deductions = {
      own: await held('own'),
      joint: await held('joint'),
      foreign: await held('foreign'),
    };
    const filed = async (whose: Whose): Promise<string> => {
      const { client } = whose === 'foreign' ? world.officerB : world.officerA;
      const body = { line: `bonus.${bonuses[whose]}.1`, text: whose };
      return bodyOf(await client.post<{ data: { documentId: string } }>('/points/objections', body))
        .data.documentId;
    };
    objections = {
      own: await filed('own'),
      joint: await filed('joint'),
      foreign: await filed('foreign'),
    };
    await make
      .documents('plugin::points.word-rule')
      .create({ data: { word: '错字', kind: 'wrong', severity: 'warning' } });
    await correctDate();
    message = await writeMessage();
    imported = await writeImport();
    bulletin = (await sealThrough(world.app, '2026-06')).documentId;
    const issued = await clients.office.post<ReceiptsResponse>(
      `/points/bulletins/${bulletin}/issue`
    );
    receipt = bodyOf(issued).data[0]?.documentId ?? NONE;
    review = await publishReview();
    ruleSet = await anyRuleSet();
    ruleSetDraft = await beginRuleSet();
  });

  const anyRuleSet = async (): Promise<string> =>
    bodyOf(await clients.office.get<RuleSetsResponse>('/points/rule-sets')).data[0]?.documentId ??
    NONE;

  const beginRuleSet = async (): Promise<string> => {
    const begun = await clients.office.post<RuleSetDraftResponse>('/points/rule-set-drafts', {
      ruleSet,
    });
    return bodyOf(begun).data.documentId;
  };

  /** Publishes the review of a half year, which all may read who may read reviews at all. */
  const publishReview = async (): Promise<string> => {
    const { office } = clients;
    const made = await office.post<ReviewResponse>('/points/reviews', { period: '2026-H1' });
    const { documentId, revision } = bodyOf(made).data;
    bodyOf(await office.post(`/points/reviews/${documentId}/publish`, { revision }));
    return documentId;
  };

  /** Writes a message that is under nobody's unit; it has no address, so that whoever may send it again is told so. */
  const writeMessage = async (): Promise<string> => {
    const written = outgoing({ recipient: { name: '', address: 'nowhere' } });
    await enqueue(world.app, [written]);
    const row = (await world.app.strapi.db
      .query('plugin::mail.message')
      .findOne({ where: { key: written.key } })) as { documentId: string };
    return row.documentId;
  };

  /** Writes what an import of adoptions did, which is under nobody's unit. */
  const writeImport = async (): Promise<string> => {
    const row = (await world.app.strapi.db.query('plugin::points.adoption-import').create({
      data: {
        ...{ documentId: 'import000000000000000001', fileName: '录用.xlsx', checksum: '0' },
        ...{ importedAt: new Date(), recorded: 0, known: 0, rows: '[]' },
      },
    })) as { documentId: string };
    return row.documentId;
  };

  /** Leaves a line in the trail of corrected dates, of an entry that comes from no submission. */
  const correctDate = async (): Promise<void> => {
    const { documentId } = await world.app.make.article({ publish: true });
    bodyOf(
      await clients.office.post(`/site/publication-dates/api::article.article/${documentId}`, {
        publicationDate: '2026-01-01T00:00:00Z',
        reason: '补录',
      })
    );
    // What is published locks its picture, which the world removes at its end.
    await world.app.make.documents('api::article.article').unpublish({ documentId });
  };

  const typesOfSite = (): Struct.ContentTypeSchema[] =>
    Object.values(
      world.app.strapi.contentTypes as unknown as Record<string, Struct.ContentTypeSchema>
    ).filter(({ uid }) => /^(api|plugin::(points|mail))/.test(uid) || uid === FILE);

  const kindOf = ({ uid, pluginOptions, modelName }: Struct.ContentTypeSchema): string =>
    uid.startsWith('api::') && pluginOptions?.points !== undefined ? 'entry' : modelName;

  const entriesOf = (uid: string) => world.entryTypes.find((type) => type.uid === uid);

  const isOwned = (uid: string): boolean =>
    uid === SUBMISSION || uid === COMMISSION || uid === FILE || entriesOf(uid) !== undefined;

  /**
   * On which rows a role tries. Who is held to a unit tries on all that it may do at all; where
   * rows make no difference to a role, the content types take turns in them.
   */
  const kindsFor = (role: Role, extent: Extent, uid: string): readonly Whose[] => {
    if (!isOwned(uid)) return ['own'];
    const turn = world.entryTypes.findIndex((type) => type.uid === uid);
    const isTold = HELD.has(role) && extent !== 'no';
    if (EVERY_ROW || isTold || turn < 0) return WHOSE;
    return [WHOSE[turn % WHOSE.length] ?? 'foreign'];
  };

  /** What there is of the type: of an owned one a row of each kind, else the same thrice. */
  const rowsOf = async (uid: string): Promise<Record<Whose, string>> => {
    if (uid === FILE) {
      const { own, joint, foreign } = world.files;
      return { own: String(own), joint: String(joint), foreign: String(foreign) };
    }
    if (uid === 'plugin::points.adoption') return adoptions;
    const ours = new Map([
      [SUBMISSION, world.submissions],
      [COMMISSION, world.commissions],
    ]);
    const documents = ours.get(uid) ?? entriesOf(uid)?.entries;
    if (documents) {
      const { own, joint, foreign } = documents;
      return { own: own.documentId, joint: joint.documentId, foreign: foreign.documentId };
    }
    const row = (await world.app.strapi.db.query(uid).findOne({})) as { documentId: string } | null;
    const documentId = row?.documentId ?? NONE;
    return { own: documentId, joint: documentId, foreign: documentId };
  };

  /** A row of the kind that may be lost. */
  const spareOf = async (uid: string, whose: Whose): Promise<string> => {
    if (uid === FILE) return String(await world.makeFile(`spare${whose}`, whose));
    if (uid === SUBMISSION) {
      return (await world.app.make.submission({ units: world.unitsOf(whose) })).documentId;
    }
    if (uid === COMMISSION) return (await world.makeCommission(whose)).documentId;
    return (await world.makeEntry(uid, whose)).documentId;
  };

  const create = (client: Client, uid: string, whose: Whose): Promise<ApiResponse<unknown>> => {
    if (uid === FILE) return world.upload(client, `${whose}.txt`);
    const units = world.unitsOf(whose).map(({ documentId }) => documentId);
    const piece = { title: '新', category: 'culture-news', units };
    const entry = { submission: world.submissions[whose].documentId };
    return client.post(
      `${MANAGER}/${uid}`,
      uid === SUBMISSION ? piece : entriesOf(uid) ? entry : {}
    );
  };

  const send = (
    client: Client,
    verb: string,
    uid: string,
    documentId: string,
    whose: Whose
  ): Promise<ApiResponse<unknown>> => {
    const path = uid === FILE ? `/upload/files/${documentId}` : `${MANAGER}/${uid}/${documentId}`;
    if (verb === 'read') return client.get(path);
    if (verb === 'create') return create(client, uid, whose);
    if (verb === 'update') return client.put(path, uid === FILE ? { fileInfo: {} } : {});
    if (verb === 'delete') return client.delete(path);
    return client.post(`${path}/actions/publish`, {});
  };

  /** Whether the request got past who asks, and on to what it asks for. */
  const attempt = async (
    client: Client,
    verb: string,
    uid: string,
    { row, whose, extent, isKept }: { row: string; whose: Whose; extent: Extent; isKept: boolean }
  ): Promise<{ may: boolean; status: number }> => {
    const isSpared = verb === 'delete' && !isKept;
    const isLost = isSpared && isOwned(uid) && isIn(extent, whose);
    const named = isLost ? await spareOf(uid, whose) : row;
    const isNone = named === NONE || (isSpared && !isOwned(uid));
    const response = await send(client, verb, uid, isNone ? NONE : named, whose);
    const { status } = response;
    // Who may not delete is told so, whether there is such a row or not.
    if (isNone && !isKept && status === 404) return { may: true, status };
    return { may: !isRefused(response), status };
  };

  it('on every content type, by the table', async () => {
    const expected = expectedOf(CONTENT);
    const wrong: string[] = [];
    const seen = new Set<string>();
    for (const type of typesOfSite()) {
      const rows = await rowsOf(type.uid);
      const kind = kindOf(type);
      const lines = [...expected].filter(([name]) => name.startsWith(`${kind} `));
      if (lines.length === 0) wrong.push(`${type.uid} has no line in the table`);
      for (const [name, extents] of lines) {
        seen.add(name);
        const verb = name.split(' ')[1] ?? '';
        const isKept = extents['super-admin'] === 'no';
        for (const role of ROLES) {
          const extent = extents[role];
          for (const whose of kindsFor(role, extent, type.uid)) {
            const about = { row: rows[whose], whose, extent, isKept };
            const { may, status } = await attempt(clients[role], verb, type.uid, about);
            if (status < 500 && may === isIn(extent, whose)) continue;
            wrong.push(`${type.uid} ${verb} ${whose}: ${role} ${status}`);
          }
        }
      }
    }
    expect(wrong).toEqual([]);
    expect([...expected.keys()].filter((name) => !seen.has(name))).toEqual([]);
  }, 600_000);

  it('in the lists of every content type', async () => {
    const expected = expectedOf(CONTENT);
    const wrong: string[] = [];
    for (const type of typesOfSite().filter(({ uid }) => isOwned(uid))) {
      const rows = await rowsOf(type.uid);
      const extents = expected.get(`${kindOf(type)} read`);
      for (const role of ROLES) {
        const path = type.uid === FILE ? '/upload/files' : `${MANAGER}/${type.uid}`;
        const response = await clients[role].get<{ results?: object[] }>(`${path}?pageSize=100`);
        const text = JSON.stringify(response.body.results ?? []);
        for (const whose of WHOSE) {
          const mark = type.uid === FILE ? `"id":${rows[whose]},` : `"${rows[whose]}"`;
          const isShown = text.includes(mark);
          if (extents && isShown === isIn(extents[role], whose)) continue;
          wrong.push(`${type.uid} ${whose}: ${role} ${isShown ? 'sees' : 'does not see'} it`);
        }
      }
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  const ownRoutes = (): string[] => {
    const layers = world.app.strapi.server.listRoutes() as unknown as Layer[];
    return layers
      .filter(({ path }) => !OF_STRAPI.test(path))
      .flatMap(({ path, methods }) =>
        methods.filter((method) => method !== 'HEAD').map((method) => `${method} ${path}`)
      );
  };

  const documentOf = (path: string, whose: Whose): string => {
    if (path.startsWith('/points/adoptions/imports')) return imported;
    if (/^\/points\/(adoptions|sealed-awards)/.test(path)) return adoptions[whose];
    if (path.startsWith('/points/units')) return world.unitsOf(whose)[0]?.documentId ?? NONE;
    if (path.startsWith('/points/members')) {
      const { officerA, officerB } = world;
      return (whose === 'foreign' ? officerB : officerA).record.documentId;
    }
    if (path.startsWith('/mail/messages')) return message;
    if (path.startsWith('/points/commissions')) return world.commissions[whose].documentId;
    if (path.startsWith('/points/bonuses')) return bonuses[whose];
    if (path.startsWith('/points/deductions')) return deductions[whose];
    if (path.startsWith('/points/objections')) return objections[whose];
    if (path.startsWith('/points/bulletins')) return bulletin;
    if (path.startsWith('/points/my-bulletins')) return bulletin;
    if (path.startsWith('/points/reviews')) return review;
    if (path.startsWith('/points/rule-set-drafts')) return ruleSetDraft;
    if (path.startsWith('/points/rule-sets')) return ruleSet;
    const isOfSubmission = /^\/points\/(submissions|desk)/.test(path);
    const documents = isOfSubmission ? world.submissions : world.articles;
    return documents[whose].documentId;
  };

  it('on every route that Strapi does not bring along, by the table', async () => {
    const expected = expectedOf(ROUTES);
    const wrong: string[] = [];
    const names = ownRoutes();
    for (const name of names) {
      const [method = '', path = ''] = name.split(' ');
      const extents = expected.get(name);
      if (!extents) {
        wrong.push(`${name} has no line in the table`);
        continue;
      }
      for (const role of ROLES) {
        for (const whose of path.includes(':documentId') ? WHOSE : (['own'] as const)) {
          const documentId = documentOf(path, whose);
          const address = path
            .replace(':uid', 'api::article.article')
            .replace(':documentId', documentId)
            .replace(':receiptId', receipt);
          const query = method === 'GET' ? `?period=2026&format=csv&documentIds=${documentId}` : '';
          const body = method === 'GET' ? undefined : '{}';
          const response = await clients[role].send(method, `${address}${query}`, body);
          const may = !isRefused(response);
          if (response.status < 500 && may === isIn(extents[role], whose)) continue;
          wrong.push(`${name} ${whose}: ${role} ${response.status}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect([...expected.keys()].filter((name) => !names.includes(name))).toEqual([]);
  }, 600_000);

  it('keeps a piece whose author has left with the unit, and the unit from who has left', async () => {
    const { app, units } = world;
    const person = await app.make.person('officer', units.a);
    const path = `${MANAGER}/${SUBMISSION}/${world.submissions.own.documentId}`;
    expect((await person.client.get(path)).status).toBe(200);
    await app.make
      .documents('plugin::points.officer')
      .update({ documentId: person.record.documentId, data: { activeTo: '2026-01-01' } });
    expect((await person.client.get(path)).status).toBe(404);
    const list = await person.client.get<{ pagination: { total: number } }>(
      `${MANAGER}/${SUBMISSION}`
    );
    expect(bodyOf(list).pagination.total).toBe(0);
    const created = await person.client.post(`${MANAGER}/${SUBMISSION}`, {
      title: '离任之后',
      category: 'culture-news',
    });
    expect(created.status).toBe(403);
    expect(errorOf(created).message).toMatch(/no officer or leader in office/);
  });
};
