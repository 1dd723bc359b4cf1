import { alike } from './alike';
import { aware } from './aware';
import { bridged } from './bridged';
import { byRow } from './byRow';
import { headed } from './headed';
import { laidOut } from './laidOut';
import { lean } from './lean';
import { numbersOnly } from './numbersOnly';
import { reckoned } from './reckoned';
import { reported } from './reported';
import type { Step } from './step';
import { versioned } from './versioned';
import { watched } from './watched';
import { wrapped } from './wrapped';

/** One step a version, in order: version 1 is the first to be written down, and what has none was made before it. */
export const steps: readonly Step[] = [
  versioned,
  reckoned,
  laidOut,
  numbersOnly,
  aware,
  wrapped,
  watched,
  headed,
  alike,
  lean,
  reported,
  bridged,
  byRow,
];

/** The version of the plan that this add-on makes. */
export const planVersion = steps.length;
