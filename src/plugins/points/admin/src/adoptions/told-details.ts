import { DETAILS, type DetailName, type StepDraft } from './step-draft';

type Told = StepDraft['details'];

const parsed = (value: unknown): unknown => {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return null;
  }
};

/** What a form's field of details says, as texts by name; the form keeps it as JSON or as what that says. */
export const toldIn = (value: unknown): Told => {
  const content = parsed(value);
  if (typeof content !== 'object' || content === null || Array.isArray(content)) return {};
  const held = content as Partial<Record<DetailName, unknown>>;
  return Object.fromEntries(
    DETAILS.flatMap((name) => {
      const each = held[name];
      return typeof each === 'string' || typeof each === 'number' ? [[name, String(each)]] : [];
    })
  );
};
