import type { Execution } from '../execution';
import { type Members, StandIn } from './standIn';

type Google = GoogleAppsScript.Lock.LockService;
type GoogleLock = GoogleAppsScript.Lock.Lock;

const members = { getDocumentLock: 'free' } as const satisfies Members<Google>;
const lockMembers = {
  hasLock: 'other',
  releaseLock: 'other',
  tryLock: 'other',
  waitLock: 'other',
} as const satisfies Members<GoogleLock>;

class LockStandIn extends StandIn<GoogleLock> implements Pick<GoogleLock, keyof typeof lockMembers> {
  constructor(execution: Execution) {
    super(execution, 'Lock', lockMembers);
  }
  private get locks() {
    return this.execution.workbook.locks;
  }
  hasLock() {
    return this.locks.isHeldBy(this.execution);
  }
  releaseLock() {
    this.locks.release(this.execution);
  }
  tryLock(timeoutInMillis: number) {
    // In less than no time nothing is taken.
    return timeoutInMillis >= 0 && this.locks.take(this.execution, timeoutInMillis);
  }
  waitLock(timeoutInMillis: number) {
    if (this.tryLock(timeoutInMillis)) return;
    throw new Error('Lock timeout: another process was holding the lock for too long.');
  }
}

class LockServiceStandIn extends StandIn<Google> implements Pick<Google, keyof typeof members> {
  constructor(execution: Execution) {
    super(execution, 'LockService', members);
  }
  getDocumentLock() {
    return new LockStandIn(this.execution).self;
  }
}

export function lockServiceOf(execution: Execution): Google {
  return new LockServiceStandIn(execution).self;
}
