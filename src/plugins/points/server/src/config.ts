interface PointsConfig {
  timeZone: string;
}

/** The plugin's settings in `config/plugins`. */
export default {
  default: (): PointsConfig => ({ timeZone: 'Asia/Shanghai' }),

  /** @throws when `timeZone` is no IANA time zone */
  validator({ timeZone }: PointsConfig): void {
    try {
      new Intl.DateTimeFormat('en', { timeZone });
    } catch (cause) {
      throw new Error(
        `The points plugin's timeZone is "${timeZone}"; it takes an IANA name such as Asia/Shanghai.`,
        { cause }
      );
    }
  },
};
