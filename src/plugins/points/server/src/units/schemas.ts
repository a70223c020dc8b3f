import { z } from 'zod';
import { POSITIONS, UNIT_KINDS } from '../../../domain/vocabulary';
import { MOST_NEW_OFFICERS } from '../../../shared/contracts';

const person = z.object({
  name: z.string().max(60),
  mail: z.string().max(254).nullish(),
});

export const newUnitBody = z.object({
  name: z.string().trim().min(1).max(120),
  code: z.string().trim().min(1).max(40),
  kind: z.enum(UNIT_KINDS),
  signOff: z.boolean().optional(),
  activeFrom: z.string().trim().max(40).nullish(),
  officers: z.array(person).max(MOST_NEW_OFFICERS).optional(),
  leader: person.nullish(),
  head: z
    .object({
      name: z.string().max(60).nullish(),
      mail: z.string().max(254).nullish(),
      is: z.enum(POSITIONS).nullish(),
    })
    .nullish(),
  sendMail: z.boolean().optional(),
});

export const joiningBody = person.extend({
  unit: z.string().trim().min(1).max(40),
  position: z.enum(POSITIONS),
  activeFrom: z.string().trim().max(40).nullish(),
  sendMail: z.boolean().optional(),
});

export const renewInvitationBody = z.object({ sendMail: z.boolean().optional() });

/** Fields of a form are texts. */
export const importUnitsBody = z.object({ sendMail: z.enum(['true', 'false']).optional() });
export const unitsQuery = z.object({ day: z.string().max(40).optional() });
