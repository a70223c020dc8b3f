import type { Channel, ManualChannel } from '../../domain/vocabulary';

/** `POST /points/adoptions`: record what a higher level, the paper or a commission adopted. */
export interface RecordAdoptionBody {
  /** documentId. */
  submission: string;
  channel: ManualChannel;
  /** A day `YYYY-MM-DD`, or a moment in ISO 8601 with an offset, of which the local day counts. */
  adoptedOn: string;
  /** Who adopted it; for an instruction, the leader who gave it. */
  organ?: string;
  reference?: string;
  /** Ids of uploaded files. */
  evidence?: number[];
}

/** `POST /points/adoptions/:documentId/withdraw`. */
export interface WithdrawAdoptionBody {
  reason: string;
}

export interface AdoptionView {
  documentId: string;
  submission: { documentId: string; title: string };
  channel: Channel;
  adoptedOn: string;
  organ: string | null;
  reference: string | null;
  entry: { uid: string; documentId: string } | null;
  withdrawnAt: string | null;
  withdrawnReason: string | null;
}

export interface AdoptionResponse {
  data: AdoptionView;
}
