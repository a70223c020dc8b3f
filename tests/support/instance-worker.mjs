/**
 * A second instance of the application in a process of its own: boots the compiled application in
 * `APP_DIR` on the database that the environment names, and does what its parent asks for.
 */
import { createApplication } from './child-application.mjs';

const ARTICLE = 'api::article.article';

const strapi = createApplication();

/** @param {unknown} message */
const tell = (message) => process.send?.(message);

/**
 * Does `work` with every entry, some at a time, and tells of each when it is done.
 * @param {string[]} documentIds
 * @param {number} parallel
 * @param {(documentId: string) => Promise<unknown>} work
 */
const withEach = async (documentIds, parallel, work) => {
  const waiting = [...documentIds];
  const failures = [];
  const lane = async () => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      try {
        await work(id);
        tell({ done: id });
      } catch (error) {
        failures.push(`${id}: ${String(error)}`);
      }
    }
  };
  await Promise.all(Array.from({ length: parallel }, lane));
  return failures;
};

/** @typedef {{ documentIds: string[], parallel: number, adoptedOn: string, month: string, documentId: string, role: number, permissions: object[] }} Request */
/** @type {Record<string, (request: Request) => Promise<unknown>>} */
const commands = {
  publish: ({ documentIds, parallel }) =>
    withEach(documentIds, parallel, (documentId) =>
      strapi.documents(ARTICLE).publish({ documentId })
    ),
  unpublish: ({ documentIds, parallel }) =>
    withEach(documentIds, parallel, (documentId) =>
      strapi.documents(ARTICLE).unpublish({ documentId })
    ),
  adopt: ({ documentIds, parallel, adoptedOn }) =>
    withEach(documentIds, parallel, (documentId) =>
      strapi.documents('plugin::points.adoption').create({
        data: { submission: { documentId }, channel: 'newsletter', adoptedOn },
      })
    ),
  seal: async ({ month }) => {
    try {
      await strapi.plugin('points').service('sealing').seal(month);
      return null;
    } catch (error) {
      if (error?.name === 'ValidationError') return error.message;
      throw error;
    }
  },
  issue: async ({ documentId }) => {
    try {
      await strapi.plugin('points').service('issuing').issue(documentId);
      return null;
    } catch (error) {
      if (error?.name === 'ValidationError') return error.message;
      throw error;
    }
  },
  reconcile: () => strapi.plugin('points').service('reconcile').run(),
  sendMail: () => strapi.plugin('mail').service('sender').sendDue(),
  assignPermissions: async ({ role, permissions }) => {
    await strapi.service('admin::role').assignPermissions(role, permissions);
  },
  plugins: async () => Object.keys(strapi.plugins),
  stop: () => strapi.destroy(),
};

process.on('message', async (request) => {
  const { id, command } = request;
  try {
    tell({ id, result: await commands[command](request) });
  } catch (error) {
    tell({ id, error: String(error?.stack ?? error) });
  }
  if (command === 'stop') process.exit(0);
});
process.on('disconnect', () => process.exit(1));

await strapi.load();
tell({ ready: true });
