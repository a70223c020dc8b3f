import type { Category, ManualChannel, Placement } from '../../../plugins/points/server/src/public';
import type { Block } from '../texts/blocks';
import type { DemoOfficer } from '../units';

/** A unit, by its code, and those of its officers who worked on an item. */
export interface Contribution {
  unit: string;
  officers: DemoOfficer[];
}

export interface PlannedSubmission {
  title: string;
  category: Category;
  contributions: Contribution[];
  text: string;
  body: Block[];
  receivedAt: Date;
}

export interface PlannedArticle {
  title: string;
  summary: string;
  body: Block[];
  source: string;
  /** Absent where nobody sent it in. */
  submission?: PlannedSubmission;
  placement?: Placement;
  /** Chooses its pictures. */
  number: number;
}

export interface PlannedAdoption {
  submission: PlannedSubmission;
  channel: ManualChannel;
  organ: string;
  reference: string;
}

/** What happens, and when. */
export type DemoEvent = { at: Date } & (
  | { kind: 'receive'; submission: PlannedSubmission }
  | { kind: 'draft'; article: PlannedArticle }
  | { kind: 'publish'; article: PlannedArticle }
  | { kind: 'move'; article: PlannedArticle; placement: Placement }
  | { kind: 'unpublish'; article: PlannedArticle }
  | { kind: 'adopt'; adoption: PlannedAdoption }
  | { kind: 'withdraw'; adoption: PlannedAdoption; reason: string }
);
