import type { Execution } from '../execution';
import { type Members, StandIn } from './standIn';

type Google = GoogleAppsScript.Base.Session;
type GoogleUser = GoogleAppsScript.Base.User;

const members = {
  getActiveUser: 'free',
  getEffectiveUser: 'free',
  getActiveUserLocale: 'other',
  getScriptTimeZone: 'free',
} as const satisfies Members<Google>;

const userMembers = { getEmail: 'other' } as const satisfies Members<GoogleUser>;

class UserStandIn extends StandIn<GoogleUser> implements Pick<GoogleUser, keyof typeof userMembers> {
  constructor(execution: Execution) {
    super(execution, 'User', userMembers);
  }
  override get printed() {
    return this.getEmail();
  }
  getEmail() {
    // A simple trigger is not told who it runs for.
    return this.execution.authority === 'LIMITED' ? '' : this.execution.user.email;
  }
}

class SessionStandIn extends StandIn<Google> implements Pick<Google, keyof typeof members> {
  constructor(execution: Execution) {
    super(execution, 'Session', members);
  }
  getActiveUser() {
    return new UserStandIn(this.execution).self;
  }
  getEffectiveUser() {
    return new UserStandIn(this.execution).self;
  }
  getActiveUserLocale() {
    return this.execution.user.locale;
  }
  getScriptTimeZone() {
    return SCRIPT_TIME_ZONE;
  }
}

/** The time zone in the add-on's manifest. */
const SCRIPT_TIME_ZONE = 'Asia/Shanghai';

export function sessionOf(execution: Execution): Google {
  return new SessionStandIn(execution).self;
}
