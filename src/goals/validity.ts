/** Key results that cannot be computed with are refused where they are entered; hints on good ones are the SMART check's. */
import { cmp, parse, ZERO } from '../core/fraction.ts';
import type { Change, Decimal, Hold, KeyResult } from './attainment.ts';

export interface Problem {
  field: 'baseline' | 'target' | 'stretch' | 'actual' | 'stretched' | 'level';
  code:
    | 'notANumber'
    | 'targetIsBaseline'
    | 'targetNotPositive'
    | 'negative'
    | 'stretchNotBeyondTarget'
    | 'stretchedNotDone'
    | 'levelOutOfRange';
}

/** What makes a key result impossible to compute with, as codes for the form's fields. */
export function problems(kr: KeyResult): Problem[] {
  switch (kr.kind) {
    case 'increase':
    case 'decrease':
      return problemsOfChange(kr);
    case 'atLeast':
    case 'atMost':
      return problemsOfHold(kr);
    case 'milestone':
      return kr.stretched && !kr.done ? [{ field: 'stretched', code: 'stretchedNotDone' }] : [];
    case 'rated':
      return kr.level === undefined || [1, 2, 3, 4, 5].includes(kr.level)
        ? []
        : [{ field: 'level', code: 'levelOutOfRange' }];
  }
}

function problemsOfChange(kr: Change): Problem[] {
  const wrong = unreadable(kr);
  if (wrong.length > 0) return wrong;
  const same = cmp(parse(kr.target), parse(kr.baseline)) === 0;
  return same ? [{ field: 'target', code: 'targetIsBaseline' }] : [];
}

function problemsOfHold(kr: Hold): Problem[] {
  const wrong = unreadable(kr);
  if (wrong.length > 0) return wrong;
  const negative = kr.actual !== undefined && cmp(parse(kr.actual), ZERO) < 0;
  return [
    ...problemsOfTarget(kr),
    ...problemsOfStretch(kr),
    ...(negative ? [{ field: 'actual', code: 'negative' } as const] : []),
  ];
}

function problemsOfTarget(kr: Hold): Problem[] {
  const sign = cmp(parse(kr.target), ZERO);
  if (kr.kind === 'atLeast' && sign <= 0) return [{ field: 'target', code: 'targetNotPositive' }];
  if (kr.kind === 'atMost' && sign < 0) return [{ field: 'target', code: 'negative' }];
  return [];
}

function problemsOfStretch(kr: Hold): Problem[] {
  if (kr.stretch === undefined) return [];
  const stretch = parse(kr.stretch);
  const beyond = cmp(stretch, parse(kr.target)) * (kr.kind === 'atLeast' ? 1 : -1);
  if (beyond <= 0) return [{ field: 'stretch', code: 'stretchNotBeyondTarget' }];
  return cmp(stretch, ZERO) < 0 ? [{ field: 'stretch', code: 'negative' }] : [];
}

function unreadable(kr: Change | Hold): Problem[] {
  const written = { stretch: undefined, ...kr };
  const fields = ['baseline', 'target', 'stretch', 'actual'] as const;
  const wrong = fields.filter((field) => written[field] !== undefined && !isDecimal(written[field]));
  return wrong.map((field) => ({ field, code: 'notANumber' }));
}

function isDecimal(written: Decimal): boolean {
  try {
    parse(written);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
