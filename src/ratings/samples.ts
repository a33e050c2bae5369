/** Every card of ratings with the shortest and the longest it can be asked to hold. */
import { type CardSample, sample } from '../core/module.ts';

export const samples: readonly CardSample[] = [];
void sample;
