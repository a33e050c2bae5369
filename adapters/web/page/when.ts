/** Moments as the selected person reads them: their language, their zone. */
export interface Reader {
  locale: string;
  timeZone: string;
}

const made = new Map<string, Intl.DateTimeFormat>();

/** A zone or language this browser does not know must not empty the page. */
function build(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(locale, options);
  } catch {
    return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' });
  }
}

function formatter(reader: Reader, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const id = `${reader.locale} ${reader.timeZone} ${JSON.stringify(options)}`;
  const known = made.get(id);
  if (known) return known;
  const locale = reader.locale === 'en' ? 'en-GB' : reader.locale === 'zh' ? 'zh-CN' : reader.locale;
  const fresh = build(locale, { timeZone: reader.timeZone, ...options });
  made.set(id, fresh);
  return fresh;
}

const HOUR = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const DAY = { weekday: 'short', day: 'numeric', month: 'short' } as const;

export const hour = (at: Date, reader: Reader): string => formatter(reader, HOUR).format(at);
export const day = (at: Date, reader: Reader): string => formatter(reader, DAY).format(at);
export const moment = (at: Date, reader: Reader): string => `${day(at, reader)} ${hour(at, reader)}`;
export const full = (at: Date, reader: Reader): string =>
  formatter(reader, { dateStyle: 'full', timeStyle: 'long' }).format(at);

/** The local calendar day, for separators and "today". */
export const dayKey = (at: Date, reader: Reader): string =>
  formatter({ ...reader, locale: 'sv-SE' }, { dateStyle: 'short' }).format(at);
