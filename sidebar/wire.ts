import type * as endpoints from '../src/app/endpoints';
import type { Requests } from '../src/app/requests';

/** What an endpoint answers. */
export type AnswerOf<Name extends keyof Requests> = ReturnType<(typeof endpoints)[Name]>;

/** An endpoint as the sidebar calls it: null for those that take nothing. */
export type Endpoint<Name extends keyof Requests> = (request: Requests[Name]) => Promise<AnswerOf<Name>>;

/** The add-on's endpoints as the sidebar calls them, each answering as the endpoint itself does. */
export type Server = {
  readonly [Name in keyof Requests]: Endpoint<Name>;
};

/** No answer came: there is no connection, Google did not let the add-on answer this user, or the script failed. */
export class NoAnswer extends Error {
  constructor(readonly kind: 'offline' | 'barred' | 'failed') {
    super(kind);
    this.name = 'NoAnswer';
  }
}
