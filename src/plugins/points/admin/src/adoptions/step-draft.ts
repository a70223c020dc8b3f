import type {
  AdoptionDetailsBody,
  AdoptionStep,
  AdoptionStepsBody,
  RecordableChannel,
} from '../../../shared/contracts';
import type { Evidence } from '../bonuses/bonus-draft';

type Asked = NonNullable<RecordableChannel['asks']>;

export type DetailName = keyof AdoptionDetailsBody;

/** What is filled in of a step: nothing of it is lost when it is refused. */
export interface StepDraft {
  /** Tells it from others while they are filled in. */
  key: number;
  /** `null` until it is chosen. */
  channel: string | null;
  /** Whether that takes the leader as `organ`. */
  isInstruction: boolean;
  /** What the rules of its day ask of that beside. */
  asks: Asked;
  /** What is told of it, as it was typed; also what the channel chosen now does not ask. */
  details: Readonly<Partial<Record<DetailName, string>>>;
  /** `YYYY-MM-DD`. */
  adoptedOn: string;
  organ: string;
  reference: string;
  words: string;
  evidence: readonly Evidence[];
}

type RequiredField = 'channel' | 'adoptedOn' | 'organ';

/** A step of which nothing is filled in yet. */
export const emptyStep = (key: number): StepDraft => ({
  key,
  channel: null,
  isInstruction: false,
  asks: {},
  details: {},
  adoptedOn: '',
  organ: '',
  reference: '',
  words: '',
  evidence: [],
});

/** What is filled in before anything is: one step. */
export const firstSteps = (): StepDraft[] => [emptyStep(0)];

/** The steps with one more. */
export const withStep = (drafts: readonly StepDraft[]): StepDraft[] => [
  ...drafts,
  emptyStep(Math.max(-1, ...drafts.map(({ key }) => key)) + 1),
];

/** A step by the channels of its day: whether that which is chosen takes a leader, and what it asks. */
export const judgedBy = (channels: readonly RecordableChannel[], draft: StepDraft): StepDraft => {
  const found = channels.find(({ channel }) => channel === draft.channel);
  return { ...draft, isInstruction: found?.isInstruction ?? false, asks: found?.asks ?? {} };
};

/** What must be filled in of a step and is not. */
export const missingIn = ({
  channel,
  adoptedOn,
  isInstruction,
  organ,
}: StepDraft): ReadonlySet<RequiredField> => {
  const missing = new Set<RequiredField>();
  if (channel === null) missing.add('channel');
  if (adoptedOn === '') missing.add('adoptedOn');
  if (isInstruction && organ.trim() === '') missing.add('organ');
  return missing;
};

/** All that rules can ask of an adoption. */
export const DETAILS = [
  'kind',
  'form',
  'place',
  'length',
  'points',
  'upperScore',
  'rewrittenBy',
] as const;

/** What is told of what is asked. A length that is no number is sent as it is, for the server to say so. */
export const detailsOf = ({
  asks,
  details,
}: Pick<StepDraft, 'asks' | 'details'>): AdoptionDetailsBody | null => {
  const told = DETAILS.flatMap((name) => {
    const text = (details[name] ?? '').trim();
    if (asks[name] === undefined || text === '') return [];
    return [[name, name === 'length' && Number.isFinite(Number(text)) ? Number(text) : text]];
  });
  return told.length === 0 ? null : (Object.fromEntries(told) as AdoptionDetailsBody);
};

const stepOf = (draft: StepDraft, channel: string): AdoptionStep => {
  const [organ, reference, words] = [draft.organ, draft.reference, draft.words].map((text) =>
    text.trim()
  );
  const details = detailsOf(draft);
  return {
    channel,
    adoptedOn: draft.adoptedOn,
    ...(organ && { organ }),
    ...(reference && { reference }),
    ...(words && { words }),
    ...(details && { details }),
    evidence: draft.evidence.map(({ id }) => id),
  };
};

/** The steps that can be asked about: those that are filled in. */
export const wholeSteps = (drafts: readonly StepDraft[]): StepDraft[] =>
  drafts.filter((draft) => missingIn(draft).size === 0);

/** The request about the steps that are filled in; `null` where none is. */
export const bodyOf = (
  submission: string,
  drafts: readonly StepDraft[]
): AdoptionStepsBody | null => {
  const steps = wholeSteps(drafts).flatMap((draft) =>
    draft.channel === null ? [] : stepOf(draft, draft.channel)
  );
  return steps.length === 0 ? null : { submission, steps };
};
