import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import {
  REQUIRED_UNIT_COLUMNS,
  UNIT_COLUMNS,
  type SheetUnit,
  type UnitColumn,
  unitsOfSheet,
} from '../../../domain/unit-import';
import { UNIT_KINDS, type UnitKind } from '../../../domain/vocabulary';
import type { NewUnitBody } from '../../../shared/contracts';
import { writeFile } from '../../../../../common/office-files/files';
import { QueueFullError } from '../../../../../common/office-files/serial-queue';
import { readSheet } from '../../../../../common/office-files/sheet-reader';
import { labelsOf } from '../../../../../common/messages/labels';
import { languageOfRequest, type Language } from '../../../../../common/messages/request-language';
import { requireChoice } from '../../../../../common/messages/validation';
import { oncePerApplication } from '../../../../../common/once-per-application';
import { foldName } from '../../../../../common/text/fold';
import { calendarService } from '../../../../../common/time/calendar';
import { refuse, say, sentence } from '../messages';

const LANGUAGES: readonly Language[] = ['zh-Hans', 'en'];
const TAGS: Readonly<Record<Language, string>> = { 'zh-Hans': 'zh-CN', en: 'en' };

/** A bureau has some dozens of units; each takes a few accounts. */
const LIMITS = { rows: 300, columns: 50, letters: 500 };

const YES: ReadonlySet<string> = new Set(['是', '需要', 'yes', 'y', 'true', '1', '√']);

/** The sheet from which units are imported: its template, and its units read back. */
export const unitSheets = oncePerApplication((strapi: Core.Strapi) => {
  const nameOf = (column: UnitColumn): string => say(strapi, `unit-import.column.${column}`);

  const headings = new Map<string, UnitColumn>(
    LANGUAGES.flatMap((language) =>
      UNIT_COLUMNS.map(
        (column) => [foldName(sentence(language, `unit-import.column.${column}`)), column] as const
      )
    )
  );

  const kindOf = (cell: string): UnitKind | undefined =>
    UNIT_KINDS.find((kind) =>
      [kind, ...LANGUAGES.map((language) => labelsOf(strapi).ofValue(language, kind))].some(
        (name) => name !== undefined && foldName(name) === foldName(cell)
      )
    );

  /** Whoever heads the unit is named, or is its leader or its first officer by the same name. */
  const headOf = ({ head, leader, officers }: SheetUnit): NewUnitBody['head'] => {
    if (head.name === '' && head.mail === '') return null;
    if (head.name !== '' && head.name === leader.name) return { is: 'leader', mail: head.mail };
    if (head.name !== '' && head.name === officers[0]?.name) {
      return { is: 'officer', mail: head.mail };
    }
    return head;
  };

  return {
    /** The template, with its headings and how it is filled in. */
    template(): Promise<Uint8Array> {
      const title = say(strapi, 'unit-import.title');
      const names = UNIT_COLUMNS.map(nameOf);
      return writeFile({
        format: 'xlsx',
        content: {
          title,
          language: TAGS[languageOfRequest(strapi)],
          moment: calendarService(strapi).startOf('2026-01-01'),
          sheets: [
            {
              ...{ name: title, title, notes: [say(strapi, 'unit-import.note')] },
              table: {
                headings: [names.map((text) => ({ text, columns: 1, lines: 1 }))],
                columns: names.map((name) => ({ name, width: 14, align: 'left' as const })),
                leading: 1,
                rows: [],
              },
            },
          ],
        },
      });
    },

    /**
     * The units of an uploaded workbook.
     *
     * @throws ValidationError that says why it is not read, RateLimitError when too many wait to be read
     */
    async read(filepath: string): Promise<SheetUnit[]> {
      const reading = await readSheet(filepath, LIMITS).catch((error: unknown) => {
        if (!(error instanceof QueueFullError)) throw error;
        throw new errors.RateLimitError(say(strapi, 'unit-import.busy'));
      });
      if ('fault' in reading) {
        throw refuse(strapi, 'file', 'unit-import.unreadable', {
          ...LIMITS,
          row: reading.row ?? 1,
        });
      }
      const units = unitsOfSheet(reading.rows, (heading) => headings.get(foldName(heading)));
      if (units === null) {
        const columns = REQUIRED_UNIT_COLUMNS.map(nameOf);
        throw refuse(strapi, 'file', 'unit-import.headings', { columns: columns.join(' / ') });
      }
      if (units.length === 0) throw refuse(strapi, 'file', 'unit-import.empty');
      return units;
    },

    /**
     * A unit of the sheet as it is made.
     *
     * @throws ValidationError when its kind is none
     */
    toBody(unit: SheetUnit, sendMail: boolean): NewUnitBody {
      const kind = kindOf(unit.kind);
      if (!kind) {
        requireChoice(strapi, 'kind', unit.kind, UNIT_KINDS);
        throw new RangeError(`${unit.kind} is a kind and no kind.`);
      }
      const { activeFrom, code, leader, name, officers } = unit;
      return {
        ...{ name, code, kind, officers, sendMail, head: headOf(unit) },
        signOff: YES.has(foldName(unit.signOff)),
        activeFrom: activeFrom || null,
        leader: leader.name === '' && leader.mail === '' ? null : leader,
      };
    },
  };
});
