/** Every card of appeals with the shortest and the longest it can be asked to hold. */
import { type CardSample, sample } from '../core/module.ts';
import { liveCard, ownCard } from './cards.ts';
import { caseCard, goneCard } from './cards-case.ts';
import { draftCard } from './cards-draft.ts';
import { officeCard, overdueCard, rateCard, routeCard, statementCard } from './cards-office.ts';
import { drafted, fresh, full, long, longResult, many, plainResult, rerating } from './sample-things.ts';

export const samples: readonly CardSample[] = [
  sample('own', ownCard, [fresh], [full]),
  sample(
    'live',
    liveCard,
    [{ ...fresh, appeal: { ...fresh.appeal, state: 'assigned', owner: 'lin' } }],
    [full],
  ),
  sample(
    'case',
    caseCard,
    [{ ...fresh, result: plainResult, reader: 'lin' }],
    [{ ...full, result: longResult, reader: 'lin' }],
  ),
  sample(
    'draft',
    draftCard,
    [{ ...fresh, result: plainResult, reader: 'zhao' }],
    [{ ...drafted, result: longResult, reader: 'zhao' }],
  ),
  sample('gone', goneCard, [fresh], [full]),
  sample('route', routeCard, [fresh], [full]),
  sample('overdue', overdueCard, [fresh, 'assign'], [full, 'decide']),
  sample(
    'office',
    officeCard,
    [[]],
    [many(80).map((appeal) => ({ appeal, name: long, cycle: long.slice(0, 80), zone: 'UTC', opens: true }))],
  ),
  sample('statement', statementCard, [fresh], [full]),
  sample(
    'rate',
    rateCard,
    [{ ...fresh, result: plainResult, reader: 'nina' }],
    [{ ...rerating, result: longResult, reader: 'nina' }],
  ),
];
