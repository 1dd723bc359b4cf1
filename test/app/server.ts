import type { Addon } from '../../host/addon';
import { serverBy } from '../../sidebar/endpoints';
import type { Server } from '../../sidebar/wire';

/** The endpoints of an add-on, as the sidebar calls them. */
export const serverOf = (addon: Addon): Server => serverBy(async (name, request) => addon.run(name, request));
