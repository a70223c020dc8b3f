import type { Core } from '@strapi/strapi';
import { detailProblems, detailsAsked, type DetailsAsked } from '../../../domain/adoption-details';
import {
  DETAIL_COLUMNS,
  type DetailColumn,
  type ImportGiven,
} from '../../../domain/adoption-import';
import type { ChannelRule } from '../../../domain/rule-set';
import { problemAt } from '../../../shared/rule-set-problems';
import type { ImportFinding } from '../../../shared/contracts';
import { languageOfRequest } from '../../../../../common/messages/request-language';
import { shown } from '../../../../../common/messages/validation';
import { foldName } from '../../../../../common/text/fold';
import { say } from '../messages';
import type { RuleSetRecord } from '../records/rule-sets';
import type { UnitRecord } from '../records/units';
import { wordsIn } from '../words';
import { channelLabel } from '../records/channel-labels';

/** By what the details of a row are read: the rules of its channel, and the units by name and code. */
interface DetailContext {
  rule: ChannelRule;
  ruleSet: RuleSetRecord;
  units: ReadonlyMap<string, UnitRecord>;
}

/** What a cell comes to as a detail, or what is wrong with it. */
type Told = { value: unknown } | { message: string };

type Terms = NonNullable<DetailsAsked['kind']>;

/** What the columns of details say of a row (`adoption-details.ts`), as their JSON says it. */
export const detailReader = (strapi: Core.Strapi) => {
  const termOf = (cell: string, terms: Terms): Told => {
    const language = languageOfRequest(strapi);
    const found = terms.find(({ code, name }) =>
      [code, name.zh, name.en].some((each) => foldName(each) === foldName(cell))
    );
    if (found) return { value: found.code };
    const values = terms.map(({ name }) => (language === 'en' ? name.en : name.zh)).join(' / ');
    return { message: say(strapi, 'import.row.term', { value: shown(cell), values }) };
  };

  const unitOf = (cell: string, { units }: DetailContext): Told => {
    const unit = units.get(cell);
    if (unit) return { value: unit.id };
    return { message: say(strapi, 'import.row.rewriter', { value: shown(cell) }) };
  };

  const unasked = ({ rule, ruleSet }: DetailContext): Told => {
    const channel = channelLabel(strapi, languageOfRequest(strapi), ruleSet, rule.channel);
    return { message: say(strapi, 'import.row.unasked', { channel }) };
  };

  const toldIn = (
    column: DetailColumn,
    cell: string,
    asked: DetailsAsked,
    context: DetailContext
  ): Told => {
    if (asked[column] === undefined) return unasked(context);
    switch (column) {
      case 'kind':
      case 'form':
      case 'place':
        return termOf(cell, asked[column] ?? []);
      case 'rewrittenBy':
        return unitOf(cell, context);
      case 'length':
        return { value: Number.isNaN(Number(cell)) ? cell : Number(cell) };
      case 'points':
      case 'upperScore':
        return { value: cell };
    }
  };

  /** What the rules of the channel say of details whose cells can be read. */
  const problemsOf = (details: object, { rule, ruleSet }: DetailContext): ImportFinding[] =>
    detailProblems(details, rule, ruleSet).map((problem) => ({
      column: DETAIL_COLUMNS.find((column) => problem.path === `details.${column}`) ?? 'channel',
      message: problemAt(problem, wordsIn(languageOfRequest(strapi))),
    }));

  /** The details that a row tells, `undefined` for none, or what is wrong with each column. */
  return (
    given: ImportGiven,
    context: DetailContext
  ): { details?: object; problems: ImportFinding[] } => {
    const asked = detailsAsked(context.rule, context.ruleSet);
    const told = DETAIL_COLUMNS.flatMap((column) => {
      const cell = given[column];
      return cell === undefined ? [] : [{ column, ...toldIn(column, cell, asked, context) }];
    });
    if (told.length === 0) return { problems: [] };
    const unread = told.flatMap((each) =>
      'message' in each ? [{ column: each.column, message: each.message }] : []
    );
    if (unread.length > 0) return { problems: unread };
    const details = Object.fromEntries(
      told.flatMap((each) => ('value' in each ? [[each.column, each.value] as const] : []))
    );
    return { details, problems: problemsOf(details, context) };
  };
};
