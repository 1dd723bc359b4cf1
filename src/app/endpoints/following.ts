import type { Spreadsheet } from '../../sheets/read';
import { type Following, followingIn } from '../following';

export type FollowingAnswer = { readonly status: 'done' } & Following;

/** How the plan is on its way: what is due, how stores stand to what was signed, what is left to settle. Writes nothing. */
export const readFollowing = (file: Spreadsheet): FollowingAnswer => ({ status: 'done', ...followingIn(file) });
