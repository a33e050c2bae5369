/** An answer of MongoDB's: drivers and mongoose decide by `code`, so a code is never invented here. */
export class Fault extends Error {
  readonly code: number;
  readonly codeName: string;
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(code: number, codeName: string, message: string, extra: Record<string, unknown> = {}) {
    super(message);
    this.code = code;
    this.codeName = codeName;
    this.extra = extra;
  }
}

export const badValue = (message: string): Fault => new Fault(2, 'BadValue', message);
export const failedToParse = (message: string): Fault => new Fault(9, 'FailedToParse', message);
export const typeMismatch = (message: string): Fault => new Fault(14, 'TypeMismatch', message);
export const immutableId = (): Fault =>
  new Fault(
    66,
    'ImmutableField',
    "Performing an update on the path '_id' would modify the immutable field '_id'",
  );
export const dollarField = (message: string): Fault => new Fault(52, 'DollarPrefixedFieldName', message);
export const invalidOptions = (message: string): Fault => new Fault(72, 'InvalidOptions', message);
export const cannotIndex = (message: string): Fault => new Fault(67, 'CannotCreateIndex', message);

export const writeConflict = (): Fault =>
  new Fault(
    112,
    'WriteConflict',
    'Caused by :: Write conflict during plan execution and yielding is disabled. :: Please retry your operation or multi-document transaction.',
    { errorLabels: ['TransientTransactionError'] },
  );

export const noSuchTransaction = (message: string): Fault =>
  new Fault(251, 'NoSuchTransaction', message, { errorLabels: ['TransientTransactionError'] });
