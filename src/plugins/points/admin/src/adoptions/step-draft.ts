import type { AdoptionStep, AdoptionStepsBody, RecordableChannel } from '../../../shared/contracts';
import type { Evidence } from '../bonuses/bonus-draft';

/** What is filled in of a step: nothing of it is lost when it is refused. */
export interface StepDraft {
  /** Tells it from others while they are filled in. */
  key: number;
  /** `null` until it is chosen. */
  channel: string | null;
  /** Whether that takes the leader as `organ`. */
  isInstruction: boolean;
  /** `YYYY-MM-DD`. */
  adoptedOn: string;
  organ: string;
  reference: string;
  words: string;
  evidence: readonly Evidence[];
}

type RequiredField = 'channel' | 'adoptedOn' | 'organ';

const emptyStep = (key: number): StepDraft => ({
  key,
  channel: null,
  isInstruction: false,
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

/** The channel that is chosen among those that can be. */
export const channelOf = (
  channels: readonly RecordableChannel[],
  chosen: string
): Pick<StepDraft, 'channel' | 'isInstruction'> => {
  const found = channels.find(({ channel }) => channel === chosen);
  return { channel: chosen, isInstruction: found?.isInstruction ?? false };
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

const stepOf = (draft: StepDraft, channel: string): AdoptionStep => {
  const [organ, reference, words] = [draft.organ, draft.reference, draft.words].map((text) =>
    text.trim()
  );
  return {
    channel,
    adoptedOn: draft.adoptedOn,
    ...(organ && { organ }),
    ...(reference && { reference }),
    ...(words && { words }),
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
