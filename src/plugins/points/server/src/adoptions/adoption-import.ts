import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { ImportRows } from '../../../domain/adoption-import';
import type {
  ImportCheckResponse,
  ImportLine,
  ImportResponse,
  ImportRowView,
  ImportsResponse,
} from '../../../shared/contracts';
import { paginationOf, type PageRequest } from '../../../../../common/database/pages';
import { chunksOf } from '../../../../../common/chunks-of';
import { groupBy } from '../../../../../common/group-by';
import { inTransaction, type Transaction } from '../../../../../common/database/transaction';
import { newDocumentId } from '../../../../../common/database/tables';
import { refusal } from '../../../../../common/messages/errors';
import { nextTurn } from '../../../../../common/next-turn';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { clock } from '../../../../../common/time/clock';
import { answerAdoptionService } from '../commissions/answer-adoptions';
import type { NewAdoption } from '../ledger/append';
import { settleService } from '../ledger/settle';
import type { SubmissionLedger } from '../ledger/submission-ledgers';
import { withLedgerLock } from '../ledger-lock';
import { notFound, say } from '../messages';
import { adoptionRepository } from '../records/adoptions';
import type { People } from '../records/people';
import { personOf } from '../records/requester';
import { acceptanceService } from '../submissions/acceptance';
import { detailsToKeep } from './adoption-details';
import { foreseenAwards, recordOf, rowViewsOf, type NumberedRow } from './import-awards';
import { IMPORT_CHUNK, importRowService, type Examined } from './import-rows';
import { importSheets, type UploadedSheet } from './import-sheet';
import { importRepository } from './imports-repository';

/** Told how far an import is. */
type Tell = (progress: Extract<ImportLine, { progress: unknown }>['progress']) => void;

/** A workbook that was read, to be recorded. */
export interface ReadWorkbook extends ImportRows {
  name: string;
  /** SHA-256 of its bytes, in hexadecimal digits. */
  checksum: string;
}

/** So many sentences a refusal says at once; the check shows all. */
const MOST_SENTENCES = 20;

const checksumOf = async (filepath: string): Promise<string> => {
  const hash = createHash('sha256');
  await pipeline(createReadStream(filepath), hash);
  return hash.digest('hex');
};

const countsOf = (rows: readonly ImportRowView[]): Record<ImportRowView['outcome'], number> => ({
  new: rows.filter(({ outcome }) => outcome === 'new').length,
  known: rows.filter(({ outcome }) => outcome === 'known').length,
  refused: rows.filter(({ outcome }) => outcome === 'refused').length,
});

const newAdoption = (
  strapi: Core.Strapi,
  { row, id }: NumberedRow,
  account: number | null,
  people: People
): NewAdoption[] =>
  row.step === null || row.submission === null
    ? []
    : [
        {
          ...row.step,
          id,
          documentId: newDocumentId(),
          submission: row.submission,
          words: row.given.words || null,
          writtenDetails: detailsToKeep(strapi, row.step.writtenDetails, null, people),
          entryUid: null,
          entryDocumentId: null,
          account,
        },
      ];

/** Adoptions imported from a workbook: looked at row by row, recorded all or none, and only once. */
export const adoptionImportService = oncePerApplication((strapi: Core.Strapi) => {
  const acceptance = acceptanceService(strapi);
  const adoptions = adoptionRepository(strapi);
  const answers = answerAdoptionService(strapi);
  const imports = importRepository(strapi);
  const rowService = importRowService(strapi);
  const settle = settleService(strapi);
  const sheets = importSheets(strapi);

  /** @throws ValidationError that says of the first rows that are wrong which, where, and what they take */
  const requireAll = (rows: readonly ImportRowView[]): void => {
    const problems = rows.flatMap(({ row, problems: own }) =>
      own.map(({ column, message }) => ({ row, column, message }))
    );
    if (problems.length === 0) return;
    const sentences = problems
      .slice(0, MOST_SENTENCES)
      .map(({ row, column, message }) =>
        refusal(
          `rows.${row}.${column}`,
          say(strapi, 'import.row', { row, column: sheets.nameOf(column), message })
        )
      );
    const wrong = rows.filter(({ outcome }) => outcome === 'refused').length;
    const head = say(strapi, 'import.refused', { wrong, rows: rows.length });
    throw new errors.ValidationError([head, ...sentences.map(({ message }) => message)].join(' '), {
      errors: sentences.flatMap(({ details }) => (details as { errors: unknown[] }).errors),
    });
  };

  /** Records the new rows of some submissions, and settles these. */
  const recordChunk = async (
    trx: Transaction,
    submissions: readonly number[],
    examined: Examined,
    account: number | null
  ): Promise<void> => {
    const chunk = new Set(submissions);
    const rows = examined.rows.filter(
      ({ outcome, submission }) => outcome === 'new' && submission !== null && chunk.has(submission)
    );
    const ids = await adoptions.reserve(trx, rows.length);
    const numbered = rows.flatMap((row, index): NumberedRow[] => {
      const id = ids[index];
      return id === undefined ? [] : [{ row, id }];
    });
    const now = clock.now();
    const added = groupBy(
      numbered.flatMap((row) => recordOf(row, now)),
      ({ submission }) => submission
    );
    const touched = submissions.flatMap((id) => examined.ledgers.get(id) ?? []);
    const ledgers = touched.map((ledger) => ({
      ...ledger,
      adoptions: [...ledger.adoptions, ...(added.get(ledger.submission.id) ?? [])],
    }));
    await settle.settle(trx, { ...examined.rules, ledgers }, 'record', {
      acceptances: touched.flatMap(({ submission }) => acceptance.of(submission) ?? []),
      adoptions: numbered.flatMap((row) => newAdoption(strapi, row, account, examined.people)),
    });
    await followAnswers(trx, numbered, touched);
  };

  /** What answers a commission is adopted for it once, and only as the kind that was asked. */
  const followAnswers = async (
    trx: Transaction,
    numbered: readonly NumberedRow[],
    touched: readonly SubmissionLedger[]
  ): Promise<void> => {
    const answering = touched.filter(({ answersCommission }) => answersCommission);
    for (const { submission } of answering) {
      const own = numbered.filter(({ row }) => row.submission === submission.id);
      for (const adoption of await adoptions.findMany(
        trx,
        own.map(({ id }) => id)
      )) {
        await answers.requireFitting(trx, adoption);
      }
      const [day] = own.flatMap(({ row }) => row.step?.adoptedOn ?? []).sort();
      if (day !== undefined) await answers.follow(trx, submission.id, day);
    }
  };

  const recordRows = async (
    trx: Transaction,
    examined: Examined,
    account: number | null,
    tell: Tell
  ): Promise<void> => {
    const fresh = examined.rows.filter(({ outcome }) => outcome === 'new');
    const submissions = [...new Set(fresh.flatMap(({ submission }) => submission ?? []))];
    let done = 0;
    for (const chunk of chunksOf(submissions, IMPORT_CHUNK)) {
      await recordChunk(trx, chunk, examined, account);
      done += chunk.length;
      tell({ stage: 'recording', done, total: submissions.length });
      await nextTurn();
    }
  };

  return {
    /**
     * Reads an uploaded workbook.
     *
     * @throws ValidationError, RateLimitError: see `importSheets`
     */
    async read(file: UploadedSheet): Promise<ReadWorkbook> {
      const found = await sheets.read(file);
      return { ...found, name: file.name, checksum: await checksumOf(file.filepath) };
    },

    /** What importing a workbook would do, row by row, and what it would give. Writes nothing. */
    check: ({ rows, unknown }: ReadWorkbook): Promise<ImportCheckResponse> =>
      inTransaction(strapi, async (trx) => {
        const examined = await rowService.examine(trx, rows);
        const { awards, byRow } = foreseenAwards(examined, clock.now());
        const views = rowViewsOf(examined, byRow);
        return {
          data: { rows: views, counts: countsOf(views), awards, unknownHeadings: [...unknown] },
        };
      }),

    /**
     * Records the rows of a workbook under the ledger's lock, all or none. What is there already is not
     * recorded again, so that the same workbook a second time does nothing.
     *
     * @param tell is told how far it is
     * @throws ValidationError that names rows, columns and what they take; nothing is written
     */
    run: ({ rows, name, checksum }: ReadWorkbook, tell: Tell): Promise<ImportResponse> =>
      withLedgerLock(strapi, async (trx) => {
        const examined = await rowService.examine(trx, rows, (done, total) =>
          tell({ stage: 'checking', done, total })
        );
        const { awards, byRow } = foreseenAwards(examined, clock.now());
        const views = rowViewsOf(examined, byRow);
        requireAll(views);
        const counts = countsOf(views);
        if (counts.new === 0) {
          return { data: { recorded: 0, known: counts.known, awards: [], import: null } };
        }
        const person = personOf(strapi);
        const account = person?.account ?? null;
        await recordRows(trx, examined, account, tell);
        const done = {
          ...{ fileName: name, checksum, account, importedBy: person?.name ?? null },
          ...{ recorded: counts.new, known: counts.known, rows: views },
        };
        const kept = await imports.create(trx, done, clock.now());
        return { data: { recorded: counts.new, known: counts.known, awards, import: kept } };
      }),

    /** A page of the imports that were done, the latest first. */
    page: (request: PageRequest): Promise<ImportsResponse> =>
      inTransaction(strapi, async (trx) => {
        const total = await imports.count(trx);
        return {
          data: await imports.page(trx, request),
          meta: { pagination: paginationOf(request, total) },
        };
      }),

    /**
     * An import with its rows.
     *
     * @throws NotFoundError when there is none
     */
    find: (documentId: string) =>
      inTransaction(strapi, async (trx) => {
        const found = await imports.find(trx, documentId);
        if (found) return found;
        throw notFound(strapi, 'import.unknown', { value: documentId });
      }),
  };
});
