/** A file that was drawn or written for the demo. */
export interface Drawing {
  /** File name. */
  name: string;
  /** What is to be seen, for those who do not see it. */
  description: string;
  mimetype:
    | 'image/png'
    | 'video/webm'
    | 'application/pdf'
    | `application/vnd.openxmlformats-officedocument.${string}`;
  content: Buffer;
}
