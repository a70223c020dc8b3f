import type { Core } from '@strapi/strapi';
import { isTwin, type ChainStep } from '../../../domain/adoption-chain';
import {
  IMPORT_COLUMNS,
  IMPORT_LETTERS,
  namesIn,
  writtenDay,
  type ImportColumn,
  type ImportRow,
} from '../../../domain/adoption-import';
import { ruleSetOn } from '../../../domain/rule-set';
import type { Channel } from '../../../domain/vocabulary';
import type { ImportFinding } from '../../../shared/contracts';
import { chunksOf } from '../../../../../common/chunks-of';
import { groupBy } from '../../../../../common/group-by';
import type { Transaction } from '../../../../../common/database/transaction';
import { shown } from '../../../../../common/messages/validation';
import { nextTurn } from '../../../../../common/next-turn';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { calendarService } from '../../../../../common/time/calendar';
import { unitScope } from '../isolation/requester';
import { settleService } from '../ledger/settle';
import type {
  LedgerRules,
  SubmissionLedger,
  SubmissionLedgers,
} from '../ledger/submission-ledgers';
import { say } from '../messages';
import { actionId } from '../permissions/actions';
import { type AdoptionDetail, adoptionRepository } from '../records/adoptions';
import { loadPeople, type People } from '../records/people';
import type { RuleSetRecord } from '../records/rule-sets';
import type { UnitRecord } from '../records/units';
import { type Candidate, importLookupRepository } from './import-lookups-repository';
import { detailReader } from './import-details';
import { importSheets } from './import-sheet';
import { stepRules, type Finding } from './step-rules';

/** A step as a row says it, through a channel of the rules of its day. */
type ReadStep = ChainStep & { channel: Channel };

/** A row that was looked at: what it would record of which submission, or why it cannot. */
export interface ExaminedRow extends ImportRow {
  outcome: 'new' | 'known' | 'refused';
  submission: number | null;
  step: ReadStep | null;
  problems: ImportFinding[];
  notes: ImportFinding[];
}

/** All rows of an import, with the ledgers of the submissions that they name. */
export interface Examined {
  rows: ExaminedRow[];
  ledgers: ReadonlyMap<number, SubmissionLedger>;
  rules: LedgerRules & Pick<SubmissionLedgers, 'chainHead'>;
  people: People;
}

/** Told now and then how many rows of how many are done. */
type Progress = (done: number, total: number) => void;

/** Submissions looked at with one set of statements. */
export const IMPORT_CHUNK = 500;

/** Rows of one piece: no piece is adopted so often, and each is looked at beside all others. */
const MOST_OF_PIECE = 500;

/** What is known beforehand of everything that the rows name. */
interface Known extends Omit<Examined, 'rows'> {
  /** The channel that a cell names, by the rules of a day. */
  channelOf: (cell: string, ruleSet: RuleSetRecord | undefined) => Channel | undefined;
  byTitle: ReadonlyMap<string, Candidate[]>;
  byDocumentId: ReadonlyMap<string, Candidate[]>;
  /** In force, by submission. */
  recorded: ReadonlyMap<number, AdoptionDetail[]>;
  /** By name and by code. */
  units: ReadonlyMap<string, UnitRecord>;
  /** Units to which the request is held, `null` for none. */
  own: readonly number[] | null;
}

type Read = { step: ReadStep } | { problems: ImportFinding[] };
type Matched = { ledger: SubmissionLedger } | { problems: ImportFinding[] };

const COLUMN_OF: Readonly<Record<string, ImportColumn>> = {
  submission: 'title',
  channel: 'channel',
  adoptedOn: 'adoptedOn',
  organ: 'organ',
  reference: 'reference',
  evidence: 'organ',
  details: 'channel',
};

const inColumn = ({ field, message }: Finding): ImportFinding => ({
  column: COLUMN_OF[field] ?? 'title',
  message,
});

/** Looks at the rows of an import, each for itself and beside the others. */
export const importRowService = oncePerApplication((strapi: Core.Strapi) => {
  const adoptions = adoptionRepository(strapi);
  const calendar = calendarService(strapi);
  const lookups = importLookupRepository(strapi);
  const rules = stepRules(strapi);
  const settle = settleService(strapi);
  const sheets = importSheets(strapi);
  const readDetails = detailReader(strapi);

  const problem = (
    column: ImportColumn,
    key: Parameters<typeof say>[1],
    values: Parameters<typeof say>[2] = {}
  ): ImportFinding => ({ column, message: say(strapi, key, values) });

  const loadLedgers = async (
    trx: Transaction,
    ids: readonly number[],
    progress: Progress
  ): Promise<Pick<Known, 'ledgers' | 'rules' | 'recorded'>> => {
    const ledgers = new Map<number, SubmissionLedger>();
    const recorded: AdoptionDetail[] = [];
    const { rules: ruleSets, firstOpenMonth, chainHead } = await settle.load(trx, []);
    let done = 0;
    for (const chunk of chunksOf(ids, IMPORT_CHUNK)) {
      const { ledgers: found } = await settle.load(trx, chunk);
      for (const ledger of found) ledgers.set(ledger.submission.id, ledger);
      recorded.push(...(await adoptions.detailsOfSubmissions(trx, chunk)));
      done += chunk.length;
      progress(done, ids.length);
      await nextTurn();
    }
    const inForce = recorded.filter(({ withdrawnAt }) => withdrawnAt === null);
    return {
      ledgers,
      rules: { rules: ruleSets, firstOpenMonth, chainHead },
      recorded: groupBy(inForce, ({ submission }) => submission),
    };
  };

  /** The names of a rule set's channels are put together once an import. */
  const rememberedChannels = (): Known['channelOf'] => {
    const readers = new Map<number | undefined, ReturnType<typeof sheets.channelReader>>();
    return (cell, ruleSet) => {
      const reader = readers.get(ruleSet?.id) ?? sheets.channelReader(ruleSet);
      readers.set(ruleSet?.id, reader);
      return reader(cell);
    };
  };

  const load = async (
    trx: Transaction,
    rows: readonly ImportRow[],
    progress: Progress
  ): Promise<Known> => {
    const texts = [...new Set(rows.map(({ given }) => given.title))].filter((each) => each !== '');
    const { byTitle, byDocumentId } = await lookups.candidates(trx, texts);
    const ids = [...new Set([...byTitle, ...byDocumentId].map(({ id }) => id))];
    const people = await loadPeople(strapi, trx);
    const own = await unitScope(strapi, actionId('adoption.record'));
    return {
      channelOf: rememberedChannels(),
      byTitle: groupBy(byTitle, ({ title }) => title),
      byDocumentId: groupBy(byDocumentId, ({ documentId }) => documentId),
      people,
      units: new Map(
        [...people.units.values()].flatMap((unit) => [
          [unit.code, unit] as const,
          [unit.name, unit] as const,
        ])
      ),
      own: own?.units ?? null,
      ...(await loadLedgers(trx, ids, progress)),
    };
  };

  const tooLong = ({ given }: ImportRow): ImportFinding[] =>
    IMPORT_COLUMNS.filter((column) => (given[column] ?? '').length > IMPORT_LETTERS[column]).map(
      (column) => problem(column, 'import.row.tooLong', { maximum: IMPORT_LETTERS[column] })
    );

  const channelProblem = (cell: string, ruleSet: RuleSetRecord | undefined): ImportFinding => {
    const channels = sheets.channelNames(ruleSet).join(' / ');
    return cell === ''
      ? problem('channel', 'import.row.channel.missing', { channels })
      : problem('channel', 'import.row.channel', { value: shown(cell), channels });
  };

  /** What the row says by itself, its channel by the rules of its day. */
  const read = (row: ImportRow, { channelOf, rules: { rules: ruleSets }, units }: Known): Read => {
    const { given } = row;
    const adoptedOn = calendar.parseDay(writtenDay(given.adoptedOn) ?? '');
    const ruleSet = adoptedOn === null ? ruleSets.at(-1) : ruleSetOn(ruleSets, adoptedOn);
    const channel = channelOf(given.channel, ruleSet);
    const rule = channel && ruleSet?.rules.get(channel);
    const told = ruleSet && rule ? readDetails(given, { rule, ruleSet, units }) : { problems: [] };
    const problems = [
      ...(given.title === '' ? [problem('title', 'import.row.title.missing')] : []),
      ...(channel === undefined ? [channelProblem(given.channel, ruleSet)] : []),
      ...(adoptedOn === null
        ? [problem('adoptedOn', 'import.row.adoptedOn', { value: shown(given.adoptedOn) })]
        : []),
      ...told.problems,
      ...tooLong(row),
    ];
    if (channel === undefined || adoptedOn === null || problems.length > 0) return { problems };
    const [organ, reference] = [given.organ || null, given.reference || null];
    return { step: { channel, adoptedOn, organ, reference, writtenDetails: told.details } };
  };

  const matchUnits = (
    { given }: ImportRow,
    { units }: Known
  ): { ids: number[] } | { problems: ImportFinding[] } => {
    const names = namesIn(given.unit);
    const unknown = names.find((name) => !units.has(name));
    if (unknown !== undefined) {
      return { problems: [problem('unit', 'import.row.unit', { value: shown(unknown) })] };
    }
    return { ids: names.flatMap((name) => units.get(name)?.id ?? []) };
  };

  const isOfUnits = (
    { submission: { contributors } }: SubmissionLedger,
    ids: readonly number[]
  ): boolean => ids.every((id) => contributors.some(({ unit }) => unit === id));

  const isOwn = (ledger: SubmissionLedger, own: readonly number[] | null): boolean =>
    own === null || ledger.submission.contributors.some(({ unit }) => own.includes(unit));

  /** Of several of one title, those of which adoptions can be recorded go first. */
  const likeliest = (found: readonly SubmissionLedger[]): readonly SubmissionLedger[] => {
    const adoptable = found.filter(({ submission }) => rules.pieceRefusal(submission) === null);
    return adoptable.length > 0 ? adoptable : found;
  };

  const officerProblems = (
    { given }: ImportRow,
    { submission: { officerNames } }: SubmissionLedger
  ): ImportFinding[] => {
    const known = [...officerNames.values()];
    return namesIn(given.officer)
      .filter((name) => !known.includes(name))
      .map((name) =>
        problem('officer', 'import.row.officer', { value: shown(name), names: known.join('、') })
      );
  };

  /** The submission that the row names. */
  const match = (row: ImportRow, known: Known): Matched => {
    const named = matchUnits(row, known);
    if ('problems' in named) return named;
    const { title, unit } = row.given;
    const candidates = known.byDocumentId.get(title) ?? known.byTitle.get(title) ?? [];
    const found = [...new Set(candidates.map(({ id }) => id))]
      .flatMap((id) => known.ledgers.get(id) ?? [])
      .filter((ledger) => isOwn(ledger, known.own) && isOfUnits(ledger, named.ids));
    const [ledger, ...others] = likeliest(found);
    if (!ledger) {
      const key = candidates.length > 0 ? 'import.row.title.ofOthers' : 'import.row.title';
      return { problems: [problem('title', key, { value: shown(title), unit: shown(unit) })] };
    }
    if (others.length > 0) {
      const numbers = [ledger, ...others].map(({ submission }) => submission.documentId);
      const values = { value: shown(title), count: numbers.length, numbers: numbers.join('、') };
      return { problems: [problem('title', 'import.row.title.several', values)] };
    }
    const problems = officerProblems(row, ledger);
    return problems.length > 0 ? { problems } : { ledger };
  };

  const refused = (row: ImportRow, problems: ImportFinding[]): ExaminedRow => ({
    ...row,
    ...{ outcome: 'refused', submission: null, step: null, problems, notes: [] },
  });

  /** A row that can be read, beside what is recorded and the rows before it. */
  const judge = (
    row: ImportRow,
    step: ReadStep,
    ledger: SubmissionLedger,
    before: ReadonlyArray<ExaminedRow & { step: ReadStep }>,
    known: Known
  ): ExaminedRow => {
    const { submission } = ledger;
    const recorded = known.recorded.get(submission.id) ?? [];
    const base = { ...row, submission: submission.id, step, problems: [], notes: [] };
    if (recorded.some((other) => isTwin(step, other))) {
      return { ...base, outcome: 'known', notes: [problem('title', 'import.row.known')] };
    }
    const same = before.find((other) => isTwin(step, other.step));
    if (same) {
      const note = problem('title', 'import.row.repeats', { row: same.row });
      return { ...base, outcome: 'known', notes: [note] };
    }
    if (before.length >= MOST_OF_PIECE) {
      const problems = [problem('title', 'import.row.tooMany', { maximum: MOST_OF_PIECE })];
      return { ...base, outcome: 'refused', problems };
    }
    const piece = { submission, others: [...recorded, ...before.map((other) => other.step)] };
    const all = { rules: known.rules.rules, people: known.people };
    const refusal = rules.pieceRefusal(submission);
    const problems = refusal ? [refusal] : rules.refusals(step, false, piece, all);
    if (problems.length > 0) {
      return { ...base, outcome: 'refused', problems: problems.map(inColumn) };
    }
    return { ...base, outcome: 'new' };
  };

  const examineEach = (rows: readonly ImportRow[], known: Known): ExaminedRow[] => {
    const before = new Map<number, Array<ExaminedRow & { step: ReadStep }>>();
    return rows.map((row) => {
      const own = read(row, known);
      if (row.given.title === '') return refused(row, 'problems' in own ? own.problems : []);
      const matched = match(row, known);
      const problems = [own, matched].flatMap((each) => ('problems' in each ? each.problems : []));
      if ('problems' in own || 'problems' in matched) return refused(row, problems);
      const { step } = own;
      const { id } = matched.ledger.submission;
      const earlier = before.get(id) ?? [];
      const examined = judge(row, step, matched.ledger, earlier, known);
      if (examined.outcome === 'new') before.set(id, [...earlier, { ...examined, step }]);
      return examined;
    });
  };

  /** What is odd about new rows, given all others of their submission. */
  const withNotes = (rows: readonly ExaminedRow[], known: Known): ExaminedRow[] => {
    const all = { rules: known.rules.rules, people: known.people };
    const fresh = groupBy(
      rows.filter(({ outcome }) => outcome === 'new'),
      ({ submission }) => submission
    );
    return rows.map((row) => {
      const ledger = row.submission === null ? undefined : known.ledgers.get(row.submission);
      if (row.outcome !== 'new' || !row.step || !ledger) return row;
      const { submission } = ledger;
      const others = [
        ...(known.recorded.get(submission.id) ?? []),
        ...(fresh.get(submission.id) ?? []).flatMap((other) =>
          other === row || !other.step ? [] : other.step
        ),
      ];
      const notes = rules.warnings(row.step, false, { submission, others }, all).map(inColumn);
      return { ...row, notes };
    });
  };

  return {
    /**
     * Looks at the rows of an import: which submission each names, whether it is there already, why it
     * cannot be recorded and what is odd about it. Writes nothing.
     */
    async examine(
      trx: Transaction,
      rows: readonly ImportRow[],
      progress: Progress = () => undefined
    ): Promise<Examined> {
      const known = await load(trx, rows, progress);
      const { ledgers, rules: all, people } = known;
      return { rows: withNotes(examineEach(rows, known), known), ledgers, rules: all, people };
    },
  };
});
