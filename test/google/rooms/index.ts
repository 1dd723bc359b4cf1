import type { Room } from '../case';
import { api } from './api';
import { cells } from './cells';
import { charts } from './charts';
import { events } from './events';
import { formats } from './formats';
import { formulas } from './formulas';
import { highlights } from './highlights';
import { limits } from './limits';
import { locale } from './locale';
import { metadata } from './metadata';
import { names } from './names';
import { pages } from './pages';
import { people } from './people';
import { protection } from './protection';
import { ranges } from './ranges';
import { runtime } from './runtime';
import { script } from './script';
import { session } from './session';
import { stores } from './stores';
import { tabs } from './tabs';
import { validation } from './validation';
import { values } from './values';

/** All that is held of Google; what asks somebody comes first. */
export const rooms: readonly Room[] = [
  pages,
  events,
  session,
  runtime,
  ranges,
  values,
  formats,
  formulas,
  locale,
  validation,
  highlights,
  names,
  metadata,
  protection,
  tabs,
  charts,
  stores,
  cells,
  api,
  limits,
  script,
  people,
];
