import fc from 'fast-check';

// The same cases in every run, so that a failure means a change; another seed by FC_SEED.
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20_270_101) });
