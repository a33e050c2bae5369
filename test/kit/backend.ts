export type Backend = 'embedded' | 'mongodb';

/** Where tests can run: always the embedded store, and a real MongoDB when `TEST_MONGODB_URI` names one. */
export const backends: readonly Backend[] = process.env.TEST_MONGODB_URI
  ? ['embedded', 'mongodb']
  : ['embedded'];
