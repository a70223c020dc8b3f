/** One picture of a film: a VP8 key frame. */
export type Frame = Buffer;

export interface Film {
  width: number;
  height: number;
  framesPerSecond: number;
  frames: readonly Frame[];
}

/** Element ids of Matroska, of which WebM is a part. */
const ID = {
  EBML: 0x1a45dfa3,
  EBMLVersion: 0x4286,
  EBMLReadVersion: 0x42f7,
  EBMLMaxIDLength: 0x42f2,
  EBMLMaxSizeLength: 0x42f3,
  DocType: 0x4282,
  DocTypeVersion: 0x4287,
  DocTypeReadVersion: 0x4285,
  Segment: 0x18538067,
  Info: 0x1549a966,
  TimecodeScale: 0x2ad7b1,
  Duration: 0x4489,
  MuxingApp: 0x4d80,
  WritingApp: 0x5741,
  Tracks: 0x1654ae6b,
  TrackEntry: 0xae,
  TrackNumber: 0xd7,
  TrackUID: 0x73c5,
  TrackType: 0x83,
  CodecID: 0x86,
  Video: 0xe0,
  PixelWidth: 0xb0,
  PixelHeight: 0xba,
  Cluster: 0x1f43b675,
  Timecode: 0xe7,
  SimpleBlock: 0xa3,
} as const;

const NANOSECONDS_PER_TICK = 1_000_000;
const VIDEO_TRACK = 1;
const KEY_FRAME = 0x80;
/** The name that the file gives its maker. */
const APPLICATION = 'culture-bureau-site';

const bytes = (value: number): Buffer => {
  const hexadecimal = value.toString(16);
  return Buffer.from(hexadecimal.padStart(Math.ceil(hexadecimal.length / 2) * 2, '0'), 'hex');
};

/** A length in eight bytes, of which the first bit tells that there are eight. */
const length = (value: number): Buffer => {
  const encoded = Buffer.alloc(8);
  encoded.writeBigUInt64BE(BigInt(value));
  encoded[0] = 0x01;
  return encoded;
};

const element = (id: number, ...content: Buffer[]): Buffer => {
  const body = Buffer.concat(content);
  return Buffer.concat([bytes(id), length(body.length), body]);
};

const integer = (id: number, value: number): Buffer => element(id, bytes(value));
const text = (id: number, value: string): Buffer => element(id, Buffer.from(value, 'utf8'));

const float = (id: number, value: number): Buffer => {
  const body = Buffer.alloc(8);
  body.writeDoubleBE(value);
  return element(id, body);
};

const header = (): Buffer =>
  element(
    ID.EBML,
    integer(ID.EBMLVersion, 1),
    integer(ID.EBMLReadVersion, 1),
    integer(ID.EBMLMaxIDLength, 4),
    integer(ID.EBMLMaxSizeLength, 8),
    text(ID.DocType, 'webm'),
    integer(ID.DocTypeVersion, 2),
    integer(ID.DocTypeReadVersion, 2)
  );

const info = ({ frames, framesPerSecond }: Film): Buffer =>
  element(
    ID.Info,
    integer(ID.TimecodeScale, NANOSECONDS_PER_TICK),
    float(ID.Duration, (frames.length * 1000) / framesPerSecond),
    text(ID.MuxingApp, APPLICATION),
    text(ID.WritingApp, APPLICATION)
  );

const tracks = ({ width, height }: Film): Buffer =>
  element(
    ID.Tracks,
    element(
      ID.TrackEntry,
      integer(ID.TrackNumber, VIDEO_TRACK),
      integer(ID.TrackUID, VIDEO_TRACK),
      integer(ID.TrackType, 1),
      text(ID.CodecID, 'V_VP8'),
      element(ID.Video, integer(ID.PixelWidth, width), integer(ID.PixelHeight, height))
    )
  );

const block = (frame: Frame, milliseconds: number): Buffer => {
  const head = Buffer.alloc(4);
  head[0] = 0x80 | VIDEO_TRACK;
  head.writeInt16BE(milliseconds, 1);
  head[3] = KEY_FRAME;
  return element(ID.SimpleBlock, head, frame);
};

/**
 * Puts key frames into a WebM file that browsers play. A block's time is 16 bits wide, so a film
 * may last half a minute.
 */
export const toWebm = (film: Film): Buffer => {
  const { frames, framesPerSecond } = film;
  const blocks = frames.map((frame, index) =>
    block(frame, Math.round((index * 1000) / framesPerSecond))
  );
  return Buffer.concat([
    header(),
    element(
      ID.Segment,
      info(film),
      tracks(film),
      element(ID.Cluster, integer(ID.Timecode, 0), ...blocks)
    ),
  ]);
};
