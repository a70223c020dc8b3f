import type { Core } from '@strapi/strapi';
import { stateOnAdoption } from '../../../domain/submission-workflow';
import type {
  AdoptablesResponse,
  AdoptableView,
  CreateAdoptableBody,
} from '../../../shared/contracts';
import { paginationOf, type PageRequest } from '../../../../../common/database/pages';
import { inTransaction, type Transaction } from '../../../../../common/database/transaction';
import { labelOf } from '../../../../../common/messages/validation';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { calendarService } from '../../../../../common/time/calendar';
import { UID } from '../constants';
import { unitScope } from '../isolation/requester';
import { isVisible } from '../isolation/visible';
import { notFound, refuse } from '../messages';
import { actionId } from '../permissions/actions';
import { contributorsOf, loadPeople } from '../records/people';
import { type SubmissionFacts, submissionRepository } from '../records/submissions';
import { requirePeople } from '../submissions/named-people';
import { adoptableRepository } from './adoptables-repository';

/** The pieces whose adoptions the office records: found, or made where they never came through the system. */
export const adoptableService = oncePerApplication((strapi: Core.Strapi) => {
  const adoptables = adoptableRepository(strapi);
  const calendar = calendarService(strapi);
  const submissions = submissionRepository(strapi);

  const isAdoptable = ({ state, mergedInto }: SubmissionFacts): boolean =>
    mergedInto === null && stateOnAdoption(state) !== null;

  const describe = async (trx: Transaction, ids: readonly number[]): Promise<AdoptableView[]> => {
    const facts = await submissions.facts(trx, ids);
    const wholes = [...facts.values()].flatMap(({ mergedInto }) => mergedInto ?? []);
    const others = await submissions.facts(trx, wholes);
    const people = await loadPeople(strapi, trx);
    const wholeOf = (id: number | null): AdoptableView['mergedInto'] => {
      const whole = id === null ? undefined : others.get(id);
      return whole ? { documentId: whole.documentId, title: whole.title } : null;
    };
    return ids.flatMap((id) => {
      const submission = facts.get(id);
      if (!submission) return [];
      const { category, contributors, documentId, mergedInto, receivedAt, state, title } =
        submission;
      return {
        documentId,
        title,
        category,
        state,
        receivedAt: receivedAt?.toISOString() ?? null,
        contributors: contributorsOf(contributors, people),
        mergedInto: wholeOf(mergedInto),
        adoptable: isAdoptable(submission),
      };
    });
  };

  const view = async (trx: Transaction, id: number): Promise<AdoptableView> => {
    const [described] = await describe(trx, [id]);
    if (described) return described;
    throw new RangeError(`The submission ${id} was read and not described.`);
  };

  const receivedAt = (day: string | undefined): string | undefined => {
    if (day === undefined || day === '') return undefined;
    const known = calendar.parseDay(day);
    if (known !== null) return calendar.startOf(known).toISOString();
    const values = { field: 'receivedOn', label: labelOf(strapi, 'receivedAt'), value: day };
    throw refuse(strapi, 'receivedOn', 'error.date', values);
  };

  return {
    view,

    /**
     * The id of a submission that is there for the request.
     *
     * @throws NotFoundError when it is not
     */
    async requireId(trx: Transaction, documentId: string): Promise<number> {
      const id = await submissions.idOf(trx, documentId);
      if (id !== null && (await isVisible(strapi, UID.submission, documentId))) return id;
      throw notFound(strapi, 'error.submission.unknown', { value: documentId });
    },

    /** A page of pieces, the latest received first; for who is held to units, of these alone. */
    async page(text: string | undefined, request: PageRequest): Promise<AdoptablesResponse> {
      return inTransaction(strapi, async (trx) => {
        const own = await unitScope(strapi, actionId('adoption.record'));
        const filter = { units: own?.units ?? null, ...(text !== undefined && { text }) };
        const total = await adoptables.count(trx, filter);
        return {
          data: await describe(trx, await adoptables.page(trx, filter, request)),
          meta: { pagination: paginationOf(request, total) },
        };
      });
    },

    /**
     * Makes the submission of a piece that never came through the system.
     *
     * @param author the admin account that makes it
     * @throws ValidationError when the input is bad; nothing is written
     */
    async create(body: CreateAdoptableBody, author?: { id: number }): Promise<AdoptableView> {
      return inTransaction(strapi, async (trx) => {
        await requirePeople(strapi, trx, body);
        const { title, category, units, officers = [] } = body;
        const created = await strapi.documents(UID.submission).create({
          data: {
            ...{ title, category, units, officers },
            receivedAt: receivedAt(body.receivedOn),
            createdBy: author?.id,
            updatedBy: author?.id,
          } as never,
        });
        const id = await submissions.idOf(trx, created.documentId);
        if (id !== null) return view(trx, id);
        throw notFound(strapi, 'error.submission.unknown', { value: created.documentId });
      });
    },
  };
});
