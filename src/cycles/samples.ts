/** Every card with the shortest and the longest it can be asked to hold. */
import type { CardSample } from '../core/module.ts';

export const cardSamples: readonly CardSample[] = [];
